import type { FromSchema } from 'json-schema-to-ts';
import { feel, id, localized, sharedRef } from './common.ts';

/**
 * `form.json`: pages of questions. Conditions are FEEL over `form`, `case`, `channel`, `unit`,
 * never nested if/then/else. A question's answer is stored under its id; inside `group` under the
 * group's id, inside `repeat` in a list under the repeat's id.
 */
const questionCommon = {
  id,
  label: localized,
  hint: localized,
  /** true, false, or a FEEL condition. */
  required: { anyOf: [{ type: 'boolean' }, feel] },
  when: feel,
  prefill: { type: 'string', pattern: '^(applicant|population|business|earlier)\\.[a-zA-Z.]{1,60}$' },
  /** HTML autocomplete token (WCAG 1.3.5). */
  autocomplete: { type: 'string', maxLength: 40 },
} as const;

const option = {
  type: 'object',
  properties: { value: { type: 'string', minLength: 1, maxLength: 100 }, label: localized, hint: localized },
  required: ['value', 'label'],
  additionalProperties: false,
} as const;

const simpleTypes = [
  'text',
  'long-text',
  'number',
  'money',
  'date',
  'yes-no',
  'declaration',
  'phone',
  'e-mail',
  'personal-id',
  'person',
  'organisation',
  'address',
  'file',
] as const;

const simpleQuestion = {
  type: 'object',
  properties: {
    ...questionCommon,
    type: { type: 'string', enum: simpleTypes },
    minLength: { type: 'integer', minimum: 0, maximum: 10_000 },
    maxLength: { type: 'integer', minimum: 1, maximum: 10_000 },
    pattern: { type: 'string', maxLength: 200 },
    patternText: localized,
    minimum: { type: 'number' },
    maximum: { type: 'number' },
    decimals: { type: 'integer', minimum: 0, maximum: 6 },
    /** m², hecta, trang … shown after the box. */
    unit: localized,
    /** ISO dates, or `today`. */
    earliest: { type: 'string', maxLength: 10 },
    latest: { type: 'string', maxLength: 10 },
    /** `date`: only the year, or year and month, may be known (tờ khai hộ tịch). */
    partial: { type: 'boolean' },
    accept: {
      type: 'array',
      items: { type: 'string', enum: ['pdf', 'jpg', 'png', 'heic', 'docx', 'xlsx'] },
      maxItems: 6,
    },
    maxBytes: { type: 'integer', minimum: 1, maximum: 52_428_800 },
    /** `person`, `organisation`, `address`: which of its parts are asked. Absent = the usual ones. */
    parts: { type: 'array', items: { type: 'string', maxLength: 40 }, minItems: 1, maxItems: 20 },
    requiredParts: { type: 'array', items: { type: 'string', maxLength: 40 }, maxItems: 20 },
  },
  required: ['id', 'type', 'label'],
  additionalProperties: false,
} as const;

const choiceQuestion = {
  type: 'object',
  properties: {
    ...questionCommon,
    type: { type: 'string', enum: ['choice', 'choices'] },
    options: { type: 'array', items: option, minItems: 1, maxItems: 500 },
  },
  required: ['id', 'type', 'label', 'options'],
  additionalProperties: false,
} as const;

const codeListQuestion = {
  type: 'object',
  properties: { ...questionCommon, type: { const: 'code-list' }, list: sharedRef },
  required: ['id', 'type', 'label', 'list'],
  additionalProperties: false,
} as const;

const computedQuestion = {
  type: 'object',
  properties: {
    ...questionCommon,
    type: { const: 'computed' },
    value: feel,
    result: { type: 'string', enum: ['text', 'number', 'money', 'date', 'yes-no'] },
  },
  required: ['id', 'type', 'label', 'value', 'result'],
  additionalProperties: false,
} as const;

const leafQuestion = { anyOf: [simpleQuestion, choiceQuestion, codeListQuestion, computedQuestion] } as const;

const groupQuestion = {
  type: 'object',
  properties: {
    ...questionCommon,
    type: { const: 'group' },
    /** Either its own questions, or a shared group by name and version. */
    questions: { type: 'array', items: leafQuestion, minItems: 1, maxItems: 60 },
    use: sharedRef,
  },
  required: ['id', 'type', 'label'],
  additionalProperties: false,
} as const;

const repeatQuestion = {
  type: 'object',
  properties: {
    ...questionCommon,
    type: { const: 'repeat' },
    itemLabel: localized,
    questions: { type: 'array', items: leafQuestion, minItems: 1, maxItems: 40 },
    minItems: { type: 'integer', minimum: 0, maximum: 200 },
    maxItems: { type: 'integer', minimum: 1, maximum: 200 },
  },
  required: ['id', 'type', 'label', 'questions', 'maxItems'],
  additionalProperties: false,
} as const;

export const questionSchema = { anyOf: [...leafQuestion.anyOf, groupQuestion, repeatQuestion] } as const;

const pagesForm = {
  type: 'object',
  properties: {
    format: { const: 'motcua/form@1' },
    kind: { const: 'pages' },
    pages: {
      type: 'array',
      minItems: 1,
      maxItems: 40,
      items: {
        type: 'object',
        properties: {
          id,
          title: localized,
          intro: localized,
          when: feel,
          questions: { type: 'array', items: questionSchema, minItems: 1, maxItems: 200 },
        },
        required: ['id', 'title', 'questions'],
        additionalProperties: false,
      },
    },
  },
  required: ['format', 'kind', 'pages'],
  additionalProperties: false,
} as const;

/** A form that exists elsewhere, brought in as it is: JSON Schema draft 4, 7 or 2020-12. */
const foreignForm = {
  type: 'object',
  properties: {
    format: { const: 'motcua/form@1' },
    kind: { const: 'json-schema' },
    schema: { type: 'object' },
    uiSchema: { type: 'object' },
  },
  required: ['format', 'kind', 'schema'],
  additionalProperties: false,
} as const;

export const formSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'motcua/form@1',
  anyOf: [pagesForm, foreignForm],
} as const;

export const questionGroupSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'motcua/question-group@1',
  type: 'object',
  properties: {
    format: { const: 'motcua/question-group@1' },
    name: sharedRef,
    title: localized,
    questions: { type: 'array', items: leafQuestion, minItems: 1, maxItems: 60 },
  },
  required: ['format', 'name', 'title', 'questions'],
  additionalProperties: false,
} as const;

export const codeListSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'motcua/code-list@1',
  type: 'object',
  properties: {
    format: { const: 'motcua/code-list@1' },
    name: sharedRef,
    title: localized,
    validFrom: { type: 'string', format: 'date' },
    validTo: { type: 'string', format: 'date' },
    source: { type: 'string', maxLength: 500 },
    entries: {
      type: 'array',
      minItems: 1,
      maxItems: 20_000,
      items: {
        type: 'object',
        properties: {
          code: { type: 'string', minLength: 1, maxLength: 40 },
          name: localized,
          /** Code of the entry above it (commune → district). */
          parent: { type: 'string', maxLength: 40 },
        },
        required: ['code', 'name'],
        additionalProperties: false,
      },
    },
  },
  required: ['format', 'name', 'title', 'entries'],
  additionalProperties: false,
} as const;

export type FormDefinition = FromSchema<typeof formSchema>;
export type PagesForm = FromSchema<typeof pagesForm>;
export type ForeignForm = FromSchema<typeof foreignForm>;
export type FormPage = PagesForm['pages'][number];
export type Question = FromSchema<typeof questionSchema>;
export type LeafQuestion = FromSchema<typeof leafQuestion>;
export type SimpleQuestion = FromSchema<typeof simpleQuestion>;
export type ChoiceQuestion = FromSchema<typeof choiceQuestion>;
export type CodeListQuestion = FromSchema<typeof codeListQuestion>;
export type ComputedQuestion = FromSchema<typeof computedQuestion>;
export type GroupQuestion = FromSchema<typeof groupQuestion>;
export type RepeatQuestion = FromSchema<typeof repeatQuestion>;
export type QuestionGroup = FromSchema<typeof questionGroupSchema>;
export type CodeList = FromSchema<typeof codeListSchema>;
