import { fail, ok, type Problem, type Result } from '#engine/result/index.ts';
import * as say from './messages.ts';
import type { Decision } from './schema/decision.ts';
import { check } from './schema/validate.ts';

/** Checks a decision against its format and against itself. Paths are JSON pointers into the decision. */
export const loadDecision = (json: unknown, at = ''): Result<Decision> => {
  const checked = check('motcua/decision@1', json, at);
  if ('problems' in checked) return fail(...checked.problems);
  const problems = decisionRules(checked.value, at);
  return problems.length > 0 ? fail(...problems) : ok(checked.value);
};

const decisionRules = (decision: Decision, at: string): readonly Problem[] => {
  const first = new Map<string, number>();
  return decision.items.flatMap((item, index) => {
    const path = `${at}/items/${index}`;
    const found: Problem[] = [];
    const earlier = first.get(item.code);
    if (earlier === undefined) first.set(item.code, index);
    else found.push(say.itemTwice(`${path}/code`, item.code, earlier + 1));
    if (item.action === 'repeal') {
      if (item.release !== undefined) found.push(say.repealWithRelease(`${path}/release`, item.code));
      if (item.replacedBy === item.code) found.push(say.replacesItself(`${path}/replacedBy`, item.code));
    } else {
      if (item.release === undefined) found.push(say.itemWithoutRelease(`${path}/release`, item.code));
      if (item.replacedBy !== undefined) found.push(say.replacedByOutsideRepeal(`${path}/replacedBy`));
    }
    if (item.action === 'replace' && item.replaces === undefined)
      found.push(say.replaceWithoutCodes(`${path}/replaces`, item.code));
    if (item.action !== 'replace' && item.replaces !== undefined)
      found.push(say.replacesOutsideReplace(`${path}/replaces`));
    if (item.replaces?.includes(item.code)) found.push(say.replacesItself(`${path}/replaces`, item.code));
    return found;
  });
};
