import { fail, ok, type Problem, type Result } from '#engine/result/index.ts';
import * as say from './messages.ts';
import type { Decision, DecisionItem } from './schema/decision.ts';
import { check } from './schema/validate.ts';

/** Checks a decision against its format and against itself. Paths are JSON pointers into the decision. */
export const loadDecision = (json: unknown, at = ''): Result<Decision> => {
  const checked = check('motcua/decision@1', json, at);
  if ('problems' in checked) return fail(...checked.problems);
  const problems = decisionRules(checked.value, at);
  return problems.length > 0 ? fail(...problems) : ok(checked.value);
};

const decisionRules = (decision: Decision, at: string): readonly Problem[] => [
  ...(isPossible(decision.effectiveFrom) ? [] : [say.impossibleDay(`${at}/effectiveFrom`, decision.effectiveFrom)]),
  ...decision.items.flatMap((item, index) => itemRules(item, `${at}/items/${index}`)),
  ...acrossItems(decision.items, at),
];

/** The pattern lets 2021-02-30 through; the calendar does not. */
const isPossible = (effectiveFrom: string): boolean => {
  const day = effectiveFrom.slice(0, 10);
  const parsed = Date.parse(`${day}T00:00:00Z`);
  return (
    !Number.isNaN(parsed) && new Date(parsed).toISOString().startsWith(day) && !Number.isNaN(Date.parse(effectiveFrom))
  );
};

const itemRules = (item: DecisionItem, path: string): readonly Problem[] => {
  const found: Problem[] = [];
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
};

/** One decision says one thing about one procedure. */
const acrossItems = (items: readonly DecisionItem[], at: string): readonly Problem[] => {
  const first = new Map<string, number>();
  const endedBy = new Map(
    items.flatMap((item) =>
      (item.replaces ?? []).filter((code) => code !== item.code).map((code) => [code, item.code] as const),
    ),
  );
  const repealed = new Set(items.filter(({ action }) => action === 'repeal').map(({ code }) => code));
  return items.flatMap(({ code, action, replacedBy }, index) => {
    const path = `${at}/items/${index}`;
    const found: Problem[] = [];
    const earlier = first.get(code);
    if (earlier === undefined) first.set(code, index);
    else found.push(say.itemTwice(`${path}/code`, code, earlier + 1));
    const by = endedBy.get(code);
    if (by !== undefined && action !== 'repeal') found.push(say.replacedAndKept(`${path}/code`, code, by));
    if (replacedBy !== undefined && replacedBy !== code && repealed.has(replacedBy))
      found.push(say.replacedByRepealed(`${path}/replacedBy`, replacedBy));
    return found;
  });
};
