import { fail, ok, type Problem, type Result } from '#engine/result/index.ts';
import { formRules } from './form-rules.ts';
import type { FormDefinition } from './schema/form.ts';
import { check, under } from './schema/validate.ts';

/** Checks a form by itself. Paths are JSON pointers into it. */
export const loadForm = (json: unknown, at = ''): Result<FormDefinition> => {
  const checked = check('motcua/form@1', json, at);
  if ('problems' in checked) return fail(...checked.problems);
  const problems: readonly Problem[] = formRules(checked.value).map((found) => under(at, found));
  return problems.length > 0 ? fail(...problems) : ok(checked.value);
};
