import { evaluate, isTrue, type Scope } from '#engine/expression/browser.ts';
import { clean, isObject, own, sameJson } from './answers.ts';
import { scopeOf } from './scope.ts';
import type { Answers, CompiledForm, CompiledPage, CompiledQuestion, Facts } from './types.ts';

/** A question that applies, with what was decided about it for these answers. */
export interface EffectiveQuestion {
  readonly question: CompiledQuestion;
  readonly required: boolean;
  /** Parts of a group or composite that apply. For a repeat: those that apply in any item. */
  readonly parts?: readonly EffectiveQuestion[];
  /** `repeat`: for each item, what applies in it. */
  readonly items?: readonly (readonly EffectiveQuestion[])[];
}

export interface EffectiveTree {
  readonly pages: readonly { readonly page: CompiledPage; readonly questions: readonly EffectiveQuestion[] }[];
  readonly answers: Answers;
}

/**
 * Drops what does not apply and fills computed values, until nothing changes any more. Conditions
 * have no circles (the compiler refuses them), so each round settles at least one more level.
 */
export const effectiveTree = (form: CompiledForm, facts: Facts): EffectiveTree => {
  let answers: Answers = facts.answers;
  const rounds = 2 + form.pages.reduce((count, page) => count + countQuestions(page.questions) + 1, 0);
  for (let round = 0; round < rounds; round += 1) {
    const next = settle(form, facts, answers);
    if (sameJson(next, answers)) break;
    answers = next;
  }
  const scope = scopeOf(facts, answers);
  const pages = form.pages
    .filter((page) => applies(page, scope))
    .map((page) => ({ page, questions: decide(page.questions, answers, scope) }))
    .filter(({ questions }) => questions.length > 0);
  return { pages, answers };
};

const countQuestions = (questions: readonly CompiledQuestion[]): number =>
  questions.reduce((count, question) => count + 1 + countQuestions(question.questions ?? []), 0);

const applies = ({ when }: { readonly when?: CompiledQuestion['when'] }, scope: Scope): boolean =>
  when === undefined || isTrue(when, scope);

const settle = (form: CompiledForm, facts: Facts, current: Answers): Answers => {
  const scope = scopeOf(facts, current);
  const shown = form.pages.filter((page) => applies(page, scope)).flatMap((page) => page.questions);
  return settleAll(shown, facts.answers, current, scope) ?? {};
};

const settleAll = (
  questions: readonly CompiledQuestion[],
  given: unknown,
  current: unknown,
  scope: Scope,
): Answers | undefined => {
  const found: Record<string, unknown> = {};
  for (const question of questions) {
    if (!applies(question, scope)) continue;
    const value = settleOne(question, own(given, question.id), own(current, question.id), scope);
    if (value !== undefined) found[question.id] = value;
  }
  return Object.keys(found).length === 0 ? undefined : found;
};

const settleOne = (question: CompiledQuestion, given: unknown, current: unknown, scope: Scope): unknown => {
  if (question.value) return clean(evaluate(question.value, scope));
  const { questions } = question;
  if (!questions) return question.question.type === 'declaration' && given === false ? undefined : clean(given);
  if (question.question.type !== 'repeat') return settleAll(questions, given, current, scope);
  if (!Array.isArray(given) || given.length === 0) return undefined;
  // More items than any form allows are cut, so that a hostile answer costs no more than a full one.
  return given.slice(0, MAX_ITEMS).map((item, index) => {
    const now = Array.isArray(current) ? current[index] : undefined;
    return settleAll(questions, item, now, { ...scope, item: isObject(now) ? now : {} }) ?? {};
  });
};

/** One more than the format's largest `maxItems`: the surplus is still seen as too many. */
const MAX_ITEMS = 201;

const decide = (questions: readonly CompiledQuestion[], answers: unknown, scope: Scope): readonly EffectiveQuestion[] =>
  questions
    .filter((question) => applies(question, scope))
    .map((question) => decideOne(question, own(answers, question.id), scope))
    .filter(({ question, parts }) => !question.questions || (parts ?? []).length > 0);

const decideOne = (question: CompiledQuestion, value: unknown, scope: Scope): EffectiveQuestion => {
  const required = isRequired(question, scope);
  const { questions } = question;
  if (!questions) return { question, required };
  if (question.question.type !== 'repeat') {
    const parts = decide(questions, value, scope);
    return { question, required: required || (isPlainGroup(question) && parts.some((part) => part.required)), parts };
  }
  const items = (Array.isArray(value) ? value : []).map((item) => decide(questions, item, { ...scope, item }));
  const parts = items.length === 0 ? decide(questions, {}, { ...scope, item: {} }) : inAnyItem(questions, items);
  return { question, required: required || (question.question.minItems ?? 0) > 0, parts, items };
};

/** A group that does not say whether it is required is only a frame: what it holds decides. */
const isPlainGroup = ({ question }: CompiledQuestion): boolean =>
  question.type === 'group' && question.required === undefined;

const isRequired = ({ required, question }: CompiledQuestion, scope: Scope): boolean => {
  if (question.type === 'computed') return false;
  return typeof required === 'boolean' ? required : isTrue(required, scope);
};

/** For drawing a list: a part that applies in any item, required when it is in every item. */
const inAnyItem = (
  questions: readonly CompiledQuestion[],
  items: readonly (readonly EffectiveQuestion[])[],
): readonly EffectiveQuestion[] =>
  questions.flatMap((question): EffectiveQuestion[] => {
    const found = items.map((item) => item.find((part) => part.question === question));
    const some = found.find((part) => part !== undefined);
    return some ? [{ ...some, required: found.every((part) => part?.required === true) }] : [];
  });
