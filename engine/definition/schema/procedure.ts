import type { FromSchema } from 'json-schema-to-ts';
import type { channel } from './common.ts';
import { channelList, feel, id, idList, level, localDate, localized, procedureCode } from './common.ts';

/**
 * Time limits (thời hạn giải quyết). A plain limit is `{ value, unit }`; `value: 0, unit:
 * working-day` is "ngay trong ngày làm việc"; `cutOff` says what happens to what arrives late in
 * the day (NĐ 23/2015 Điều 7; page of 1.001193).
 */
const duration = {
  type: 'object',
  properties: {
    kind: { const: 'duration' },
    value: { type: 'number', minimum: 0, maximum: 10_000 },
    unit: { type: 'string', enum: ['working-day', 'day', 'working-hour', 'month'] },
    cutOff: {
      type: 'object',
      properties: {
        at: { type: 'string', pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' },
        /** `next-working-day`: the result is due one working day later; `start-next-day`: the clock starts on the next working day; `forward-next-day`: only the hand-over waits. */
        effect: { type: 'string', enum: ['next-working-day', 'start-next-day', 'forward-next-day'] },
      },
      required: ['at', 'effect'],
      additionalProperties: false,
    },
  },
  required: ['value', 'unit'],
  additionalProperties: false,
} as const;

const simpleLimit = {
  anyOf: [
    duration,
    {
      type: 'object',
      properties: { kind: { const: 'none' } },
      required: ['kind'],
      additionalProperties: false,
    },
    {
      type: 'object',
      properties: { kind: { const: 'scheduled' }, text: localized },
      required: ['kind', 'text'],
      additionalProperties: false,
    },
  ],
} as const;

export const limitSchema = {
  anyOf: [
    ...simpleLimit.anyOf,
    {
      /** Differs by what is decided: 10 working days if granted, 3 if refused. The longest is promised. */
      type: 'object',
      properties: {
        kind: { const: 'by-outcome' },
        outcomes: {
          type: 'array',
          minItems: 1,
          maxItems: 10,
          items: {
            type: 'object',
            properties: { outcome: localized, limit: duration },
            required: ['outcome', 'limit'],
            additionalProperties: false,
          },
        },
      },
      required: ['kind', 'outcomes'],
      additionalProperties: false,
    },
    {
      /** 10 + 15 + 5 days, each with its own agency; the sum is the limit. */
      type: 'object',
      properties: {
        kind: { const: 'phases' },
        phases: {
          type: 'array',
          minItems: 1,
          maxItems: 20,
          items: {
            type: 'object',
            properties: { agency: localized, limit: duration },
            required: ['agency', 'limit'],
            additionalProperties: false,
          },
        },
      },
      required: ['kind', 'phases'],
      additionalProperties: false,
    },
  ],
} as const;

const timeLimit = {
  type: 'object',
  properties: {
    id,
    /** Applies to these cases, channels, levels; absent = all. The most specific row wins. */
    cases: idList,
    channels: channelList,
    levels: { type: 'array', items: level, maxItems: 4 },
    legal: limitSchema,
    /** Where the province promises less than the law allows. */
    promised: limitSchema,
    extension: duration,
    /** What does not count: posting a notice, paying a tax. */
    excluded: { type: 'array', items: localized, maxItems: 10 },
    note: localized,
  },
  required: ['id', 'legal'],
  additionalProperties: false,
} as const;

/** A schedule as a DMN decision table: `when[i]` is a unary test on `inputs[i]`, `-` is any. */
const decisionTable = {
  type: 'object',
  properties: {
    hitPolicy: { type: 'string', enum: ['U', 'F'] },
    inputs: { type: 'array', items: feel, minItems: 1, maxItems: 8 },
    rules: {
      type: 'array',
      minItems: 1,
      maxItems: 500,
      items: {
        type: 'object',
        properties: {
          when: { type: 'array', items: feel, minItems: 1, maxItems: 8 },
          then: { type: 'integer', minimum: 0 },
        },
        required: ['when', 'then'],
        additionalProperties: false,
      },
    },
  },
  required: ['hitPolicy', 'inputs', 'rules'],
  additionalProperties: false,
} as const;

const fee = {
  type: 'object',
  properties: {
    id,
    name: localized,
    /** phí, lệ phí, or a tax or other sum collected for somebody else. */
    kind: { type: 'string', enum: ['fee', 'charge', 'tax'] },
    cases: idList,
    channels: channelList,
    when: feel,
    /** Whole đồng; a number, a FEEL expression that gives a number, or a schedule. */
    amount: { anyOf: [{ type: 'integer', minimum: 0 }, feel, decisionTable] },
    unit: localized,
    due: { type: 'string', enum: ['submission', 'obligation'] },
    exempt: {
      type: 'array',
      maxItems: 30,
      items: {
        type: 'object',
        properties: { when: feel, reason: localized },
        required: ['reason'],
        additionalProperties: false,
      },
    },
    refundable: localized,
    reducedUntil: localDate,
    schedule: { type: 'string', maxLength: 200 },
    note: localized,
  },
  required: ['id', 'name', 'amount', 'due'],
  additionalProperties: false,
} as const;

const paper = {
  type: 'object',
  properties: {
    id,
    name: localized,
    kind: { type: 'string', enum: ['submit', 'present'] },
    originals: { type: 'integer', minimum: 0, maximum: 100 },
    copies: { type: 'integer', minimum: 0, maximum: 100 },
    certifiedCopies: { type: 'integer', minimum: 0, maximum: 100 },
    cases: idList,
    channels: channelList,
    /** FEEL over the answers: the paper is asked for only when it is true. */
    when: feel,
    /** The same condition in the law's words, shown after "Chỉ khi:". */
    whenText: localized,
    /** false: helpful, never a reason to refuse. */
    required: { type: 'boolean' },
    /** true: whoever files online has filled it in by answering the form; there is nothing to upload. */
    filledOnline: { type: 'boolean' },
    /** Papers with the same `oneOf` are alternatives: one of them is enough. */
    oneOf: id,
    substitutableBy: {
      type: 'object',
      properties: { database: localized, note: localized },
      required: ['database'],
      additionalProperties: false,
    },
    template: {
      type: 'object',
      properties: { name: localized, file: { type: 'string', maxLength: 200 } },
      required: ['name'],
      additionalProperties: false,
    },
    accept: {
      type: 'array',
      items: { type: 'string', enum: ['pdf', 'jpg', 'png', 'heic', 'docx', 'xlsx'] },
      minItems: 1,
      maxItems: 6,
    },
    maxBytes: { type: 'integer', minimum: 1, maximum: 52_428_800 },
    note: localized,
  },
  required: ['id', 'name', 'kind'],
  additionalProperties: false,
} as const;

export const procedureSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'motcua/procedure@1',
  type: 'object',
  properties: {
    format: { const: 'motcua/procedure@1' },
    code: procedureCode,
    name: localized,
    field: {
      type: 'object',
      properties: { code: id, name: localized },
      required: ['code', 'name'],
      additionalProperties: false,
    },
    description: localized,
    keywords: { type: 'array', items: { type: 'string', maxLength: 100 }, maxItems: 30 },
    /** Levels whose units settle it (Cấp thực hiện). */
    levels: { type: 'array', items: level, minItems: 1, maxItems: 4 },
    authority: {
      type: 'object',
      properties: {
        /** Who settles: the receiving unit itself, its parent, or a named unit of the province. */
        deciding: {
          type: 'object',
          properties: {
            name: localized,
            unit: { type: 'string', pattern: '^(receiving|parent|unit:[A-Za-z0-9.-]{1,40})$' },
          },
          required: ['name', 'unit'],
          additionalProperties: false,
        },
        /** Whose counters take it in: every unit of a level, or named units. */
        receiving: {
          type: 'array',
          minItems: 1,
          maxItems: 40,
          items: {
            type: 'object',
            properties: { level, unit: { type: 'string', pattern: '^[A-Za-z0-9.-]{1,40}$' }, note: localized },
            minProperties: 1,
            additionalProperties: false,
          },
        },
        coordinating: {
          type: 'array',
          maxItems: 30,
          items: {
            type: 'object',
            properties: { name: localized, unit: { type: 'string', pattern: '^[A-Za-z0-9.-]{1,40}$' } },
            required: ['name'],
            additionalProperties: false,
          },
        },
      },
      required: ['deciding', 'receiving'],
      additionalProperties: false,
    },
    applicants: {
      type: 'array',
      minItems: 1,
      maxItems: 12,
      items: {
        type: 'string',
        enum: [
          'citizen',
          'overseas-vietnamese',
          'foreigner',
          'business',
          'foreign-business',
          'cooperative',
          'household-business',
          'organisation',
          'foreign-organisation',
          'state-agency',
        ],
      },
    },
    channels: channelList,
    /** TT 32/2017 levels 1–4 until 2022; after that `full` (toàn trình) and `partial` (một phần). */
    onlineLevel: { type: 'string', enum: ['1', '2', '3', '4', 'full', 'partial'] },
    cases: {
      type: 'array',
      maxItems: 50,
      items: {
        type: 'object',
        properties: { id, name: localized, when: feel, note: localized },
        required: ['id', 'name'],
        additionalProperties: false,
      },
    },
    timeLimits: { type: 'array', items: timeLimit, minItems: 1, maxItems: 100 },
    fees: { type: 'array', items: fee, maxItems: 100 },
    checklist: { type: 'array', items: paper, maxItems: 200 },
    /** Sets of papers to hand in (số lượng hồ sơ, bộ). */
    sets: { type: 'integer', minimum: 1, maximum: 20 },
    results: {
      type: 'array',
      maxItems: 20,
      items: {
        type: 'object',
        properties: {
          id,
          code: { type: 'string', maxLength: 40 },
          name: localized,
          template: { type: 'string', maxLength: 200 },
          signedFile: { type: 'boolean' },
          validity: localized,
        },
        required: ['id', 'name', 'signedFile'],
        additionalProperties: false,
      },
    },
    conditions: { type: 'array', items: localized, maxItems: 50 },
    publicSteps: {
      type: 'array',
      maxItems: 100,
      items: {
        type: 'object',
        properties: { cases: idList, text: localized },
        required: ['text'],
        additionalProperties: false,
      },
    },
    legalBasis: {
      type: 'array',
      minItems: 1,
      maxItems: 100,
      items: {
        type: 'object',
        properties: {
          number: { type: 'string', minLength: 1, maxLength: 100 },
          name: localized,
          issuer: localized,
          article: { type: 'string', maxLength: 200 },
        },
        required: ['number'],
        additionalProperties: false,
      },
    },
    replaces: { type: 'array', items: procedureCode, maxItems: 20 },
    /** Optional parts for which the law provides none: "không quy định" is not "chưa nhập". */
    none: {
      type: 'array',
      maxItems: 6,
      items: { type: 'string', enum: ['fees', 'results', 'conditions', 'checklist', 'cases', 'publicSteps'] },
    },
    onTheSpot: { type: 'boolean' },
    /** Where the content was taken from, and what the source left open. */
    source: {
      type: 'object',
      properties: {
        title: { type: 'string', maxLength: 500 },
        asOf: { type: 'string', maxLength: 200 },
        open: { type: 'array', items: { type: 'string', maxLength: 500 }, maxItems: 50 },
        /** Content hash of the synchronised national version that is taken in here: the next one is compared with it. */
        national: { type: 'string', pattern: '^[0-9a-f]{64}$' },
      },
      required: ['title'],
      additionalProperties: false,
    },
  },
  required: [
    'format',
    'code',
    'name',
    'field',
    'levels',
    'authority',
    'applicants',
    'channels',
    'timeLimits',
    'legalBasis',
  ],
  additionalProperties: false,
} as const;

export type Procedure = FromSchema<typeof procedureSchema>;
export type TimeLimitRow = Procedure['timeLimits'][number];
export type Limit = TimeLimitRow['legal'];
export type Fee = NonNullable<Procedure['fees']>[number];
export type FeeTable = FromSchema<typeof decisionTable>;
export type Paper = NonNullable<Procedure['checklist']>[number];
export type ProcedureCase = NonNullable<Procedure['cases']>[number];
export type ProcedureResult = NonNullable<Procedure['results']>[number];
export type Level = FromSchema<typeof level>;
export type Channel = FromSchema<typeof channel>;
