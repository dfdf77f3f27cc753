import type { Scope } from '#engine/expression/browser.ts';
import type { Answers, Facts } from './types.ts';

/** The FEEL scope of a form's conditions; what is not known yet is null. */
export const scopeOf = (facts: Facts, answers: Answers = facts.answers): Scope => ({
  form: answers,
  case: facts.case ?? null,
  channel: facts.channel,
  unit: facts.unit ?? null,
  applicant: facts.applicant ?? null,
  today: facts.today,
});
