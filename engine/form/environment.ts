import type { Procedure } from '#engine/definition/index.ts';
import type { FeelType, TypeEnvironment } from '#engine/expression/browser.ts';
import { foreignType } from './foreign-type.ts';
import type { AnswerOption, CompiledForm } from './types.ts';
import type { Question } from '#engine/definition/index.ts';

/** A question as far as its type goes: what both the definition and the compiled form can give. */
export interface TypedQuestion {
  readonly id: string;
  readonly question: Question;
  readonly options?: readonly AnswerOption[];
  readonly questions?: readonly TypedQuestion[];
}

const maybe = (type: FeelType): FeelType => (type.kind === 'null' ? type : { ...type, nullable: true });

const FILE: FeelType = {
  kind: 'context',
  fields: { name: { kind: 'string' }, type: { kind: 'string' }, bytes: { kind: 'number', integer: true } },
};

const choice = (options: readonly AnswerOption[] | undefined): FeelType =>
  options ? { kind: 'string', values: options.map((option) => option.value) } : { kind: 'string' };

const plainType = ({ question, options, questions }: TypedQuestion): FeelType => {
  switch (question.type) {
    case 'text':
    case 'long-text':
    case 'phone':
    case 'e-mail':
    case 'personal-id':
      return { kind: 'string' };
    case 'number':
      return {
        kind: 'number',
        integer: question.decimals === 0,
        ...(question.minimum === undefined ? {} : { minimum: question.minimum }),
        ...(question.maximum === undefined ? {} : { maximum: question.maximum }),
      };
    case 'money':
      return {
        kind: 'number',
        integer: true,
        minimum: question.minimum ?? 0,
        ...(question.maximum === undefined ? {} : { maximum: question.maximum }),
      };
    case 'date':
      return question.partial === true ? { kind: 'date', partial: true } : { kind: 'date' };
    case 'yes-no':
    case 'declaration':
      return { kind: 'boolean' };
    case 'choice':
    case 'code-list':
      return choice(options);
    case 'choices':
      return { kind: 'list', items: choice(options) };
    case 'file':
      return FILE;
    case 'computed':
      return computedType(question.result);
    case 'person':
    case 'organisation':
    case 'address':
    case 'group':
      return contextOf(questions ?? []);
    case 'repeat':
      return { kind: 'list', items: contextOf(questions ?? []) };
  }
};

const computedType = (result: 'text' | 'number' | 'money' | 'date' | 'yes-no'): FeelType => {
  switch (result) {
    case 'text':
      return { kind: 'string' };
    case 'number':
    case 'money':
      return { kind: 'number' };
    case 'date':
      return { kind: 'date' };
    case 'yes-no':
      return { kind: 'boolean' };
  }
};

/** Every answer may be missing, so every type may be null. */
export const questionType = (question: TypedQuestion): FeelType => maybe(plainType(question));

export const contextOf = (questions: readonly TypedQuestion[]): FeelType => ({
  kind: 'context',
  fields: Object.fromEntries(questions.map((question) => [question.id, questionType(question)])),
});

const LEVELS = ['ministry', 'province', 'district', 'commune'];

/** Names that hold for any procedure; `case` knows its ids only when the procedure is given. */
export const procedureEnvironment = (procedure?: Procedure): TypeEnvironment => {
  const cases = procedure?.cases?.map((each) => each.id);
  return {
    case:
      cases && cases.length > 0
        ? { kind: 'string', values: cases, nullable: true }
        : { kind: 'string', nullable: true },
    channel: { kind: 'string', values: procedure?.channels ?? ['counter', 'online', 'post'] },
    unit: {
      kind: 'context',
      nullable: true,
      fields: { code: { kind: 'string' }, level: { kind: 'string', values: LEVELS } },
    },
    applicant: {
      kind: 'context',
      nullable: true,
      fields: { kind: { kind: 'string', values: ['citizen', 'organisation'] } },
    },
    today: { kind: 'date' },
  };
};

/** What a condition on a page of questions may name. */
export const environmentOfQuestions = (
  questions: readonly TypedQuestion[],
  base: TypeEnvironment,
): TypeEnvironment => ({
  ...base,
  form: contextOf(questions),
});

/**
 * The names and types that conditions of this procedure may use: `form` (answers by id), `case` (one
 * of its ids), `channel`, `unit`, `applicant`, `today`.
 */
export const formEnvironment = (form: CompiledForm, procedure?: Procedure): TypeEnvironment => {
  const base = procedureEnvironment(procedure);
  if (form.foreign) return { ...base, form: foreignType(form.foreign.schema) };
  return environmentOfQuestions(
    form.pages.flatMap((page) => page.questions),
    base,
  );
};
