import { fail, ok, type Problem, type Result } from '#engine/result/index.ts';
import * as say from './messages.ts';
import { groupRules } from './group-rules.ts';
import type { Decision, DecisionItem, OrganisationChange } from './schema/decision.ts';
import { check } from './schema/validate.ts';

/** Checks a decision against its format and against itself. Paths are JSON pointers into the decision. */
export const loadDecision = (json: unknown, at = ''): Result<Decision> => {
  const checked = check('motcua/decision@1', json, at);
  if ('problems' in checked) return fail(...checked.problems);
  const problems = decisionRules(checked.value, at);
  return problems.length > 0 ? fail(...problems) : ok(checked.value);
};

const decisionRules = (decision: Decision, at: string): readonly Problem[] => [
  ...contents(decision, at),
  ...(isPossible(decision.effectiveFrom) ? [] : [say.impossibleDay(`${at}/effectiveFrom`, decision.effectiveFrom)]),
  ...decision.items.flatMap((item, index) => itemRules(item, `${at}/items/${index}`)),
  ...acrossItems(decision.items, at),
  ...groupRules(decision.groups ?? [], `${at}/groups`),
];

/** A reorganisation speaks of units, every other decision of procedures. */
const contents = ({ kind, items, groups, organisation, effectiveFrom }: Decision, at: string): readonly Problem[] => {
  if (kind !== 'reorganisation')
    return [
      ...(items.length === 0 && !groups?.length ? [say.noItems(`${at}/items`)] : []),
      ...(organisation ? [say.organisationElsewhere(`${at}/organisation`)] : []),
    ];
  if (!organisation) return [say.noOrganisation(`${at}/organisation`)];
  return [
    ...(items.length > 0 || groups?.length ? [say.itemsInReorganisation(`${at}/items`)] : []),
    ...(effectiveFrom.includes('T') ? [say.wholeDay(`${at}/effectiveFrom`)] : []),
    ...unitRules(organisation, `${at}/organisation`),
  ];
};

/** How many units each kind of change takes and gives. */
const SHAPES = {
  create: { from: [0, 0], into: [1, 500] },
  merge: { from: [1, 500], into: [1, 1] },
  split: { from: [1, 1], into: [2, 500] },
  abolish: { from: [1, 500], into: [0, 0] },
  move: { from: [1, 1], into: [1, 1] },
  rename: { from: [1, 1], into: [1, 1] },
} as const;

const unitRules = (organisation: OrganisationChange, at: string): readonly Problem[] => [
  ...(organisation.changes.length === 0 && !organisation.transfers?.length && organisation.rollsBack === undefined
    ? [say.noOrganisation(at)]
    : []),
  ...(organisation.rollsBack !== undefined &&
  (organisation.changes.length > 0 || organisation.transfers || organisation.staff)
    ? [say.rollsBackAlone(`${at}/rollsBack`)]
    : []),
  ...organisation.changes.flatMap((change, index) => {
    const path = `${at}/changes/${index}`;
    const { kind, from, into, heir } = change;
    const shape = SHAPES[kind];
    const fits = (count: number, [least, most]: readonly [number, number]) => count >= least && count <= most;
    const stays = kind !== 'move' && kind !== 'rename';
    return [
      ...(fits(from.length, shape.from) ? [] : [say.unitCount(`${path}/from`, kind)]),
      ...(fits(into.length, shape.into) ? [] : [say.unitCount(`${path}/into`, kind)]),
      ...(stays || from[0] === into[0]?.code ? [] : [say.otherUnitCode(`${path}/into/0/code`)]),
      ...(heir === undefined && (kind === 'split' || kind === 'abolish') ? [say.noHeir(`${path}/heir`)] : []),
    ];
  }),
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
