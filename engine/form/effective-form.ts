import type { Answers, CompiledForm, EffectiveForm, EffectivePage, Facts, JsonObject } from './types.ts';
import { clean } from './answers.ts';
import { effectiveTree, type EffectiveQuestion } from './effective-tree.ts';
import { questionUi, type Locale } from './ui.ts';

/** Schema of one question as it stands now: only the parts that apply, their `required` decided. */
const schemaOf = ({ question, parts, required }: EffectiveQuestion): JsonObject => {
  if (!parts) return question.schema;
  const object = objectSchema(parts);
  if (question.question.type === 'repeat') {
    const least = Math.max(question.question.minItems ?? 0, required ? 1 : 0);
    return {
      type: 'array',
      items: object,
      ...(least > 0 ? { minItems: least } : {}),
      maxItems: question.question.maxItems,
    };
  }
  return required && !parts.some((part) => part.required) ? { ...object, minProperties: 1 } : object;
};

const objectSchema = (questions: readonly EffectiveQuestion[]): JsonObject => {
  const required = questions.filter((each) => each.required).map((each) => each.question.id);
  return {
    type: 'object',
    properties: Object.fromEntries(questions.map((each) => [each.question.id, schemaOf(each)])),
    ...(required.length > 0 ? { required } : {}),
    additionalProperties: false,
  };
};

const uiOf = ({ question, parts }: EffectiveQuestion, locale: Locale): JsonObject => {
  const own = locale === 'vi' ? question.uiSchema : questionUi(question.question, question.options, locale);
  if (!parts) return own;
  return question.question.type === 'repeat'
    ? { ...own, items: uiObject(parts, locale) }
    : { ...own, ...uiObject(parts, locale) };
};

const uiObject = (questions: readonly EffectiveQuestion[], locale: Locale): JsonObject => ({
  ...Object.fromEntries(questions.map((each) => [each.question.id, uiOf(each, locale)])),
  'ui:order': questions.map((each) => each.question.id),
});

const foreignForm = (form: CompiledForm, facts: Facts): EffectiveForm => {
  const { schema = {}, uiSchema = {} } = form.foreign ?? {};
  const page: EffectivePage = {
    id: 'form',
    title: { vi: typeof schema.title === 'string' ? schema.title : 'Nội dung khai', en: 'Form' },
    schema,
    uiSchema,
    questionIds:
      typeof schema.properties === 'object' && schema.properties !== null ? Object.keys(schema.properties) : [],
  };
  return { pages: [page], schema, uiSchema, answers: (clean(facts.answers) ?? {}) as Answers };
};

/**
 * The form for given answers: the one function that browser and server share. What does not apply is
 * gone with its answers, computed values are set, `required` is decided. Doing it again to its own
 * answers changes nothing.
 */
export const effectiveForm = (form: CompiledForm, facts: Facts, locale: Locale = 'vi'): EffectiveForm => {
  if (form.foreign) return foreignForm(form, facts);
  const tree = effectiveTree(form, facts);
  const pages = tree.pages.map(({ page, questions }): EffectivePage => ({
    id: page.id,
    title: page.title,
    ...(page.intro ? { intro: page.intro } : {}),
    schema: objectSchema(questions),
    uiSchema: uiObject(questions, locale),
    questionIds: questions.map((each) => each.question.id),
  }));
  const all = tree.pages.flatMap((page) => page.questions);
  return { pages, schema: objectSchema(all), uiSchema: uiObject(all, locale), answers: tree.answers };
};
