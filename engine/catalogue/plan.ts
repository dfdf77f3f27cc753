import { localDate, parseInstant, type Instant } from '#engine/clock/index.ts';
import type { Decision, DecisionAction, DecisionItem, Release } from '#engine/definition/index.ts';
import type { Problem } from '#engine/result/index.ts';
import type { CatalogueChange, CatalogueEntry } from '#engine/store/port.ts';
import { planCorrection } from './correct.ts';
import { say } from './messages.ts';
import type { DecisionPlan, PlanInput, PlannedItem } from './model.ts';
import { timing } from './timing.ts';

/** Every code whose history a plan needs. */
export const codesOf = (decision: Decision): readonly string[] => [
  ...new Set(
    decision.items.flatMap((item) => [
      item.code,
      ...(item.replaces ?? []),
      ...(item.replacedBy ? [item.replacedBy] : []),
    ]),
  ),
];

/**
 * What a decision would do to the catalogue, and every contradiction between the two. Pure.
 * Kinds of publication: NĐ 63/2010 Điều 14 (new; amended or replaced; repealed).
 */
export const planDecision = (input: PlanInput): DecisionPlan => {
  const { decision } = input;
  const effectiveFrom = parseInstant(decision.effectiveFrom);
  if (effectiveFrom === undefined)
    return { effectiveFrom: input.now, items: [], problems: [say.badInstant()], change: { close: [], open: [] } };
  const places = new Map<string, number>();
  for (const item of decision.items)
    for (const code of [item.code, ...(item.replaces ?? [])]) places.set(code, (places.get(code) ?? 0) + 1);
  if (decision.corrects !== undefined) return planCorrection(input, decision.corrects, effectiveFrom, releaseOf);
  const after = standingAfter(input, effectiveFrom);
  const items = decision.items.map((item, index) => planItem(input, item, index, effectiveFrom, places, after));
  return {
    effectiveFrom,
    items,
    problems: timing(decision, effectiveFrom, input.now),
    change: changeOf(decision, items, effectiveFrom),
  };
};

/** Codes in force at the instant once the decision is applied, of those it names. */
const standingAfter = ({ decision, history }: PlanInput, effectiveFrom: Instant): ReadonlySet<string> => {
  const standing = new Set<string>();
  for (const [code, rows] of history) if (current(rows, effectiveFrom)) standing.add(code);
  for (const item of decision.items) {
    for (const code of item.replaces ?? []) standing.delete(code);
    if (item.action === 'repeal') standing.delete(item.code);
    else standing.add(item.code);
  }
  return standing;
};

const current = (rows: readonly CatalogueEntry[], instant: Instant): CatalogueEntry | undefined =>
  rows.find((row) => row.effectiveFrom <= instant && (row.effectiveTo === undefined || row.effectiveTo > instant));

const planItem = (
  input: PlanInput,
  item: DecisionItem,
  index: number,
  effectiveFrom: Instant,
  places: ReadonlyMap<string, number>,
  after: ReadonlySet<string>,
): PlannedItem => {
  const problems: Problem[] = [];
  const rows = input.history.get(item.code) ?? [];
  const own = current(rows, effectiveFrom);
  const named = item.action === 'repeal' ? undefined : releaseOf(input, item, index, problems);
  const ended = (item.replaces ?? []).map((code) => current(input.history.get(code) ?? [], effectiveFrom));
  const action: DecisionAction =
    item.action === 'repeal' ? 'repeal' : ended.length > 0 ? 'replace' : own ? 'amend' : 'add';

  if ([item.code, ...(item.replaces ?? [])].some((code) => (places.get(code) ?? 0) > 1))
    problems.push(say.twice(index, item.code));
  if (item.action === 'add' && own) problems.push(say.notNew(index, item.code, own.decision));
  if ((item.action === 'amend' || item.action === 'repeal') && !own)
    problems.push(say.notInForce(index, item.code, item.action));
  item.replaces?.forEach((code, place) => {
    if (!ended[place]) problems.push(say.replacesNothing(index, place, code));
  });
  if (item.replacedBy !== undefined && !after.has(item.replacedBy))
    problems.push(say.replacedByUnknown(index, item.replacedBy));
  // Approving the process that runs already changes nothing but who approved it.
  if (named && own?.hash === named.hash && input.decision.kind === 'publication')
    problems.push(say.noChange(index, item.code));
  const inFlight = item.inFlight?.policy ?? 'keep';
  if (inFlight !== 'keep' && item.action === 'repeal') problems.push(say.nothingToConvertTo(index, item.code));
  for (const code of [item.code, ...(item.replaces ?? [])])
    problems.push(...clashes(index, code, input.history.get(code) ?? [], effectiveFrom));

  return {
    action,
    code: item.code,
    name: named?.procedure.name.vi ?? own?.name ?? rows.at(-1)?.name ?? item.code,
    ...(named ? { release: named } : {}),
    ...(own ? { ends: own } : {}),
    replaces: ended.filter((entry) => entry !== undefined),
    ...(item.replacedBy === undefined ? {} : { replacedBy: item.replacedBy }),
    inFlight,
    problems,
  };
};

/** The release that an item puts in force: from the package, else from the store. */
const releaseOf = (input: PlanInput, item: DecisionItem, index: number, problems: Problem[]): Release | undefined => {
  const { code, release: number } = item;
  const stored = number === undefined ? undefined : input.storedHashes.get(`${code}/${number}`);
  const release = input.releases.find((one) => one.code === code && one.number === number);
  if (!release || number === undefined) {
    problems.push(say.unknownRelease(index, code, number));
    return undefined;
  }
  if (stored !== undefined && stored !== release.hash) problems.push(say.numberTaken(index, code, number));
  if (item.contentHash !== undefined && item.contentHash !== release.hash) problems.push(say.contentHash(index, code));
  return release;
};

/** Other decisions that begin or end something of the code at this instant, or later. */
const clashes = (
  index: number,
  code: string,
  rows: readonly CatalogueEntry[],
  effectiveFrom: Instant,
): readonly Problem[] => {
  const same = rows.find((row) => row.effectiveFrom === effectiveFrom || row.effectiveTo === effectiveFrom);
  if (same)
    return [
      say.sameInstant(
        index,
        code,
        same.effectiveFrom === effectiveFrom ? same.decision : (same.endedBy ?? same.decision),
      ),
    ];
  const later = rows.find((row) => row.effectiveFrom > effectiveFrom);
  if (later) return [say.laterChange(index, code, later.decision, localDate(later.effectiveFrom))];
  const ending = rows.find((row) => row.effectiveTo !== undefined && row.effectiveTo > effectiveFrom);
  if (ending?.effectiveTo !== undefined)
    return [say.laterChange(index, code, ending.endedBy ?? ending.decision, localDate(ending.effectiveTo))];
  return [];
};

const changeOf = (decision: Decision, items: readonly PlannedItem[], at: Instant): CatalogueChange => ({
  close: items.flatMap((item) => {
    const close = (entry: CatalogueEntry, replacedBy: string | undefined) => ({
      code: entry.code,
      effectiveFrom: entry.effectiveFrom,
      at,
      endedBy: decision.number,
      ...(replacedBy === undefined ? {} : { replacedBy }),
    });
    return [
      ...(item.ends ? [close(item.ends, item.replacedBy)] : []),
      ...item.replaces.map((entry) => close(entry, item.code)),
    ];
  }),
  open: items.flatMap(({ release }) =>
    release
      ? [
          {
            code: release.code,
            number: release.number,
            hash: release.hash,
            name: release.procedure.name.vi,
            field: release.procedure.field.name.vi,
            levels: release.procedure.levels,
            effectiveFrom: at,
            decision: decision.number,
          },
        ]
      : [],
  ),
});
