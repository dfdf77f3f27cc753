import { setImmediate as nextTurn } from 'node:timers/promises';
import { codesOf, decisionHash, planDecision, type DecisionPlan, type PlannedItem } from '#engine/catalogue/index.ts';
import type { ClockPort } from '#engine/clock/index.ts';
import { canonicalJson, diffReleases, type Release, type SharedDefinitions } from '#engine/definition/index.ts';
import type { Problem } from '#engine/result/index.ts';
import type { CatalogueEntry, Store } from '#engine/store/index.ts';
import type { VerifyContext } from '#engine/verify/index.ts';
import { Lru } from './lru.ts';
import { say } from './messages.ts';
import type { ReleaseCache } from './releases.ts';
import type { DecisionPackage, DecisionReport, DecisionReportItem } from './types.ts';
import type { Organisation } from './units.ts';

export type VerifyRelease = (
  release: Release,
  shared: SharedDefinitions,
  context: VerifyContext,
) => Promise<readonly Problem[]>;

export interface Checked {
  readonly plan: DecisionPlan;
  readonly report: DecisionReport;
  /** Catalogue version that both rest on. */
  readonly version: number;
}

/** Releases looked at between two turns of the event loop: others' requests go on meanwhile. */
const BATCH = 4;

/** Works out what a decision would do, and everything that is wrong with it or with what it brings. */
export const decisionChecker = (
  store: Store,
  clock: ClockPort,
  releases: ReleaseCache,
  units: Organisation,
  verify: VerifyRelease,
): ((given: DecisionPackage) => Promise<Checked>) => {
  const verified = new Lru<string, readonly Problem[]>(5000);

  const findings = async (release: Release, shared: SharedDefinitions, context: VerifyContext, version: number) => {
    const key = `${release.hash} ${context.prior?.hash ?? ''} ${version}`;
    const kept = verified.get(key);
    if (kept) return kept;
    const found = await verify(release, shared, context);
    // What does not compile is the verifier's to explain; but it must never pass unseen. A generated
    // process compiles by construction: those releases are compiled when they are first used.
    const prepared =
      release.process === undefined || hasError(found) ? undefined : await releases.prepare(release, shared);
    const problems = prepared && !prepared.ok ? [...found, ...prepared.problems] : found;
    verified.set(key, problems);
    return problems;
  };

  return async (given) => {
    const { decision } = given;
    const version = await store.catalogueVersion();
    const [{ shared, problems: sharedProblems }, history, storedByNumber, allUnits] = await Promise.all([
      sharedWith(releases, given),
      historiesOf(store, codesOf(decision)),
      storedReleases(store, given),
      units.all(),
    ]);
    const plan = planDecision({ decision, releases: given.releases, storedByNumber, history, now: clock.now() });
    const running = await store.dossiers.running(
      plan.items.flatMap((item) => [item.code, ...item.replaces.map((entry) => entry.code)]),
    );
    const runningBy = new Map<string, number>();
    for (const row of running) runningBy.set(row.code, (runningBy.get(row.code) ?? 0) + row.count);

    const items: DecisionReportItem[] = [];
    for (const [place, item] of plan.items.entries()) {
      const prior = item.ends && (await store.releases.byNumber(item.code, item.ends.number));
      const found = item.release
        ? await findings(item.release, shared, { units: allUnits, ...(prior ? { prior } : {}) }, version)
        : [];
      items.push(reportItem(item, prior, found, place, runningBy));
      if (place % BATCH === BATCH - 1) await nextTurn();
    }
    const problems = [...plan.problems, ...sharedProblems];
    const report: DecisionReport = {
      decision,
      contentHash: decisionHash(
        decision,
        plan.items.flatMap((item) => item.release ?? []),
      ),
      effectiveFrom: plan.effectiveFrom,
      counts: countsOf(plan.items),
      items,
      problems,
      runningDossiers: running.reduce((sum, row) => sum + row.count, 0),
      applicable: !hasError(problems) && items.every((item) => !hasError(item.problems)),
    };
    return { plan, report, version };
  };
};

const hasError = (problems: readonly Problem[]): boolean => problems.some((found) => found.severity === 'error');

const countsOf = (items: readonly PlannedItem[]): DecisionReport['counts'] => {
  const counts = { add: 0, amend: 0, replace: 0, repeal: 0 };
  for (const item of items) counts[item.action] += 1;
  return counts;
};

const reportItem = (
  item: PlannedItem,
  prior: Release | undefined,
  findings: readonly Problem[],
  place: number,
  running: ReadonlyMap<string, number>,
): DecisionReportItem => ({
  action: item.action,
  code: item.code,
  name: item.name,
  ...(item.release ? { release: item.release.number } : {}),
  replaces: item.replaces.map((entry) => entry.code),
  ...(item.replacedBy === undefined ? {} : { replacedBy: item.replacedBy }),
  inFlight: item.inFlight,
  running: [item.code, ...item.replaces.map((entry) => entry.code)].reduce(
    (sum, code) => sum + (running.get(code) ?? 0),
    0,
  ),
  ...(item.release || prior ? { difference: diffReleases(prior, item.release) } : {}),
  problems: [
    ...item.problems,
    ...findings.map((found) => ({ ...found, path: `/items/${place}/release${found.path}` })),
  ],
});

const historiesOf = async (
  store: Store,
  codes: readonly string[],
): Promise<ReadonlyMap<string, readonly CatalogueEntry[]>> =>
  new Map(await Promise.all(codes.map(async (code) => [code, await store.catalogue.history(code)] as const)));

const storedReleases = async (store: Store, { decision }: DecisionPackage): Promise<ReadonlyMap<string, Release>> => {
  const found = new Map<string, Release>();
  for (const { code, release: number } of decision.items) {
    const release = number === undefined ? undefined : await store.releases.byNumber(code, number);
    if (release) found.set(`${code}/${release.number}`, release);
  }
  return found;
};

/** Stored shared definitions with those that came along; a taken `name@version` with other content is refused. */
const sharedWith = async (
  releases: ReleaseCache,
  { shared: brought }: DecisionPackage,
): Promise<{ readonly shared: SharedDefinitions; readonly problems: readonly Problem[] }> => {
  const stored = await releases.shared();
  if (!brought) return { shared: stored, problems: [] };
  const problems: Problem[] = [];
  const merge = <Value>(kept: Readonly<Record<string, Value>>, more: Readonly<Record<string, Value>>) => {
    for (const [ref, value] of Object.entries(more))
      if (ref in kept && !sameJson(kept[ref], value)) problems.push(say.sharedTaken(ref));
    return { ...more, ...kept };
  };
  return {
    shared: { groups: merge(stored.groups, brought.groups), codeLists: merge(stored.codeLists, brought.codeLists) },
    problems,
  };
};

const sameJson = (left: unknown, right: unknown): boolean => canonicalJson(left) === canonicalJson(right);
