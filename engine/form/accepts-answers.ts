import type { SharedDefinitions } from '#engine/definition/index.ts';
import { validatorOf } from './ajv.ts';
import { findIssues, type SchemaValidate } from './answer-issues.ts';
import { effectiveTree } from './effective-tree.ts';
import { isMember } from './list-members.ts';
import { matchesSchema } from './matches-schema.ts';
import type { CompiledForm, Facts } from './types.ts';

/**
 * Whether answers would be accepted, without compiling a validator for each question: for looking at
 * a release once, before it is in force. The word at submission is `validateAnswers`.
 */
export const acceptsAnswers = (form: CompiledForm, facts: Facts, shared?: SharedDefinitions): boolean => {
  if (form.foreign) return validatorOf(form.foreign.schema)(facts.answers);
  const { pages, answers } = effectiveTree(form, facts);
  const issues = findIssues(
    pages.flatMap((page) => page.questions),
    answers,
    {
      today: facts.today,
      validator:
        (question): SchemaValidate =>
        (value) =>
          matchesSchema(question.schema, value),
      isMember: (question, code) => isMember(question, code, shared),
    },
  );
  return issues.length === 0;
};
