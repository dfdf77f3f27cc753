import type { Problem } from '#engine/result/index.ts';
import { findIssues, type Checking, type SchemaValidate } from './answer-issues.ts';
import { issueProblem } from './answer-messages.ts';
import { effectiveForm } from './effective-form.ts';
import { effectiveTree } from './effective-tree.ts';
import { foreignProblems } from './foreign-issues.ts';
import type { CompiledForm, Facts } from './types.ts';

export interface AnswerCheck extends Omit<Checking, 'today'> {
  /** `json-schema` forms: the validator of the whole schema. */
  readonly whole?: SchemaValidate | undefined;
  /** Only these pages; absent: all. */
  readonly pages?: readonly string[] | undefined;
}

/**
 * Checks the answers of an effective form: the one walk that browser and server share; they differ
 * only in where a question's validator comes from. At most one problem for each question.
 */
export const problemsOfAnswers = (form: CompiledForm, facts: Facts, check: AnswerCheck): readonly Problem[] => {
  if (form.foreign) {
    const { answers } = effectiveForm(form, facts);
    return check.whole ? foreignProblems(form.foreign.schema, answers, check.whole) : [];
  }
  const tree = effectiveTree(form, facts);
  const questions = tree.pages
    .filter(({ page }) => check.pages === undefined || check.pages.includes(page.id))
    .flatMap((page) => page.questions);
  return findIssues(questions, tree.answers, { ...check, today: facts.today }).map(issueProblem);
};
