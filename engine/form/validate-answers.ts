import type { SharedDefinitions } from '#engine/definition/index.ts';
import { fail, ok, type Problem, type Result } from '#engine/result/index.ts';
import { validatorOf } from './ajv.ts';
import type { SchemaValidate } from './answer-issues.ts';
import { problemsOfAnswers } from './answer-problems.ts';
import { effectiveForm } from './effective-form.ts';
import { isMember } from './list-members.ts';
import type { Answers, CompiledForm, Facts } from './types.ts';

/**
 * The server's check of the answers against the form as it stands for them (AJV 2020, matching in
 * linear time). Answers that do not apply are no fault: they are dropped (`effectiveForm`). Each
 * question's schema is compiled at most once. `shared` is needed only for a form that another process
 * compiled; `pages` limits the check to some pages.
 */
export const validateAnswers = (
  form: CompiledForm,
  facts: Facts,
  shared?: SharedDefinitions,
  pages?: readonly string[],
): readonly Problem[] =>
  problemsOfAnswers(form, facts, {
    validator: (question) => validatorOf(question.schema) as SchemaValidate,
    whole: form.foreign ? (validatorOf(form.foreign.schema) as SchemaValidate) : undefined,
    isMember: (question, code) => isMember(question, code, shared),
    pages,
  });

/** The answers as they may be stored (what does not apply dropped, computed ones set), or what is wrong with them. */
export const checkAnswers = (form: CompiledForm, facts: Facts, shared?: SharedDefinitions): Result<Answers> => {
  const problems = validateAnswers(form, facts, shared);
  return problems.length > 0 ? fail(...problems) : ok(effectiveForm(form, facts).answers);
};
