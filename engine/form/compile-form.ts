import type { LocalDate } from '#engine/clock/index.ts';
import type { FormDefinition, PagesForm, Procedure, SharedDefinitions } from '#engine/definition/index.ts';
import {
  compileExpression,
  type CompiledExpression,
  type FeelType,
  type TypeEnvironment,
} from '#engine/expression/index.ts';
import { fail, ok, type Problem, type Result } from '#engine/result/index.ts';
import { checkLists } from './check-lists.ts';
import { checkQuestion } from './check-question.ts';
import { findCycles } from './cycles.ts';
import { contextOf, environmentOfQuestions, procedureEnvironment } from './environment.ts';
import { expand, type ExpandedQuestion } from './expand.ts';
import { compileForeign } from './foreign.ts';
import { generateForm } from './generate-form.ts';
import { rememberList } from './list-members.ts';
import { computedSchema, optionsSchema, simpleSchema } from './schemas.ts';
import type { CompiledForm, CompiledPage, CompiledQuestion, JsonObject } from './types.ts';
import { questionUi } from './ui.ts';

interface Compiling {
  readonly environment: TypeEnvironment;
  readonly problems: Problem[];
}

const compileFeel = (
  source: string,
  pointer: string,
  expected: FeelType['kind'] | undefined,
  { environment, problems }: Compiling,
): CompiledExpression | undefined => {
  const compiled = compileExpression(source, environment, expected);
  const found = compiled.ok ? (compiled.warnings ?? []) : compiled.problems;
  problems.push(...found.map((each) => ({ ...each, path: `${pointer}${each.path}` })));
  return compiled.ok ? compiled.value : undefined;
};

const leafSchema = ({ question, options, list }: ExpandedQuestion): JsonObject => {
  switch (question.type) {
    case 'choice':
      return optionsSchema(options ?? [], false);
    case 'choices':
      return optionsSchema(options ?? [], true);
    case 'code-list':
      if (options) return optionsSchema(options, false);
      return {
        type: 'string',
        minLength: 1,
        maxLength: Math.max(1, ...(list?.entries.map((entry) => entry.code.length) ?? [40])),
      };
    case 'computed':
      return computedSchema(question.result);
    case 'group':
    case 'repeat':
      return { type: 'object' };
    default:
      return simpleSchema(question) ?? { type: 'object' };
  }
};

const RESULT_KIND = { text: 'string', number: 'number', money: 'number', date: 'date', 'yes-no': 'boolean' } as const;

const compileQuestion = (expanded: ExpandedQuestion, compiling: Compiling): CompiledQuestion => {
  const { question, pointer, options } = expanded;
  const when =
    question.when === undefined ? undefined : compileFeel(question.when, `${pointer}/when`, 'boolean', compiling);
  const required =
    typeof question.required === 'string'
      ? (compileFeel(question.required, `${pointer}/required`, 'boolean', compiling) ?? false)
      : (question.required ?? false);
  const value =
    question.type === 'computed'
      ? compileFeel(question.value, `${pointer}/value`, RESULT_KIND[question.result], compiling)
      : undefined;
  const inside = insideOf(expanded, compiling);
  const questions = expanded.questions?.map((part) => compileQuestion(part, inside));
  const compiled: CompiledQuestion = {
    id: question.id,
    question,
    schema: questions ? containerSchema(question, questions) : leafSchema(expanded),
    uiSchema: questionUi(question, options, 'vi'),
    ...(when ? { when } : {}),
    required,
    ...(value ? { value } : {}),
    ...(questions ? { questions } : {}),
    ...(options ? { options } : {}),
  };
  if (expanded.list && !options) rememberList(compiled, expanded.list);
  return compiled;
};

/** In a `repeat`, conditions may speak of the same item's other answers as `item.…`. */
const insideOf = ({ question, questions }: ExpandedQuestion, compiling: Compiling): Compiling =>
  question.type === 'repeat'
    ? { ...compiling, environment: { ...compiling.environment, item: contextOf(questions ?? []) } }
    : compiling;

/** Of all parts, without regard to which apply. */
const containerSchema = (question: CompiledQuestion['question'], parts: readonly CompiledQuestion[]): JsonObject => {
  const object: JsonObject = {
    type: 'object',
    properties: Object.fromEntries(parts.map((part) => [part.id, part.schema])),
    additionalProperties: false,
  };
  if (question.type !== 'repeat') return object;
  return {
    type: 'array',
    items: object,
    ...(question.minItems === undefined ? {} : { minItems: question.minItems }),
    maxItems: question.maxItems,
  };
};

const compilePages = (
  form: PagesForm,
  shared: SharedDefinitions,
  base: TypeEnvironment,
  asOf: LocalDate | undefined,
): Result<CompiledForm> => {
  const expanded = expand(form, shared);
  const problems: Problem[] = [...expanded.problems];
  const all = expanded.pages.flatMap((page) => page.questions);
  all.forEach((question) => checkQuestion(question, problems));
  if (asOf !== undefined) all.forEach((question) => checkLists(question, asOf, problems));
  const compiling: Compiling = { environment: environmentOfQuestions(all, base), problems };
  const pages = expanded.pages.map(({ page, pointer, questions }): CompiledPage => {
    const when = page.when === undefined ? undefined : compileFeel(page.when, `${pointer}/when`, 'boolean', compiling);
    return {
      id: page.id,
      title: page.title,
      ...(page.intro ? { intro: page.intro } : {}),
      ...(when ? { when } : {}),
      questions: questions.map((question) => compileQuestion(question, compiling)),
    };
  });
  problems.push(...findCycles(pages));
  if (problems.some((found) => found.severity === 'error')) return fail(...problems);
  return ok({ kind: 'pages', pages, generated: false }, problems);
};

/**
 * Compiles a form once per release: schemas, uiSchemas and conditions, as plain JSON. `environment`
 * adds to or narrows the names that conditions may use (`procedureEnvironment(procedure)` knows the
 * cases). With `asOf`, code lists must be in force on that day. Problem paths are JSON pointers into
 * the form, then `#from-to` inside a FEEL text.
 */
export const compileForm = (
  form: FormDefinition,
  shared: SharedDefinitions,
  environment: TypeEnvironment = {},
  asOf?: LocalDate,
): Result<CompiledForm> =>
  form.kind === 'json-schema'
    ? compileForeign(form)
    : compilePages(form, shared, { ...procedureEnvironment(), ...environment }, asOf);

/** The questions of a step of a process (`mc:form`, `<mc:questions>`), as a form of one page. */
export const compileQuestions = (
  questions: PagesForm['pages'][number]['questions'],
  title: PagesForm['pages'][number]['title'],
  shared: SharedDefinitions,
  environment: TypeEnvironment = {},
): Result<CompiledForm> =>
  compileForm(
    { format: 'motcua/form@1', kind: 'pages', pages: [{ id: 'questions', title, questions }] },
    shared,
    environment,
  );

/** A release's form: its own, or the one generated from the procedure. */
export const compileProcedureForm = (
  procedure: Procedure,
  form: FormDefinition | undefined,
  shared: SharedDefinitions,
  asOf?: LocalDate,
): Result<CompiledForm> => {
  const compiled = compileForm(form ?? generateForm(procedure), shared, procedureEnvironment(procedure), asOf);
  return compiled.ok && form === undefined ? ok({ ...compiled.value, generated: true }, compiled.warnings) : compiled;
};
