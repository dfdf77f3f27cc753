import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  codesOf,
  decisionHash,
  lawful,
  planDecision,
  type DecisionPlan,
  type PlanInput,
  type PlannedItem,
} from '#engine/catalogue/index.ts';
import { localDate, type ClockPort, type Instant } from '#engine/clock/index.ts';
import {
  canonicalJson,
  diffReleases,
  jsonHash,
  type ContentHash,
  type Release,
  type ReleaseDifference,
  type SharedDefinitions,
} from '#engine/definition/index.ts';
import { prepareRelease } from '#engine/dossier/index.ts';
import { departures, toJson } from '#engine/layers/index.ts';
import type { Problem } from '#engine/result/index.ts';
import type { CatalogueEntry, Store } from '#engine/store/index.ts';
import type { Examined, VerifyContext } from '#engine/verify/index.ts';
import { findBroughtOrStored } from './find-release.ts';
import { checkGroups } from './linked/check.ts';
import { Lru } from './lru.ts';
import { say } from './messages.ts';
import type { ReleaseCache } from './releases.ts';
import { reorganisationChecker } from './reorganisation/check.ts';
import type { Organisation } from './units.ts';
import { uploadDue } from './upload-due.ts';
import type { DecisionPackage, DecisionReport, DecisionReportItem } from './types.ts';

export type VerifyRelease = (release: Release, shared: SharedDefinitions, context: VerifyContext) => Promise<Examined>;

export interface Checked {
  readonly plan: DecisionPlan;
  readonly report: DecisionReport;
  /** Catalogue version that both rest on. */
  readonly version: number;
}

/** What surrounds every release of a decision; the key says the same in short, `brought` which releases came along. */
type Surroundings = VerifyContext & { readonly key: string; readonly brought: ContentHash };

/** Releases whose findings and differences are remembered: a decision is checked when proposed, approved and applied. */
const KEPT = 5000;
/** Releases looked at between two turns of the event loop: others' requests go on meanwhile. */
const BATCH = 4;

/** Works out what a decision would do, and everything that is wrong with it or with what it brings. */
export const decisionChecker = (
  store: Store,
  clock: ClockPort,
  releases: ReleaseCache,
  verify: VerifyRelease,
  units: Organisation,
): ((given: DecisionPackage) => Promise<Checked>) => {
  const checkReorganisation = reorganisationChecker(store, clock);
  const verified = new Lru<string, readonly Problem[]>(KEPT);
  const compared = new Lru<string, ReleaseDifference>(KEPT);

  const examine = async (release: Release, shared: SharedDefinitions, context: VerifyContext) => {
    const { problems, compiled } = await verify(release, shared, context);
    // What does not compile is the verifier's to explain; but it must never pass unseen. A generated
    // process compiles by construction: those releases are compiled when they are first used.
    if (release.process === undefined || hasError(problems)) return problems;
    // What it calls may be a draft that changes: then nothing is kept under its own hash.
    const prepared = mayCall(release)
      ? await prepareRelease(release, shared, { compiled, ...(context.called ? { called: context.called } : {}) })
      : await releases.prepare(release, shared, compiled);
    return prepared.ok ? problems : [...problems, ...prepared.problems];
  };

  /** Where a release that takes in national content says something else: told to who approves it. */
  const departed = async (release: Release): Promise<readonly Problem[]> => {
    const { national } = release.procedure.source ?? {};
    const version = national === undefined ? undefined : await store.national.byHash(release.code, national);
    return version ? departures(release, toJson(version.content)) : [];
  };

  /** Findings and difference of one item; the release it ends is read only where one of them is not known yet. */
  const look = async (
    { release, ends, code, inFlight }: PlannedItem,
    shared: SharedDefinitions,
    { key, brought, ...context }: Surroundings,
  ): Promise<{ readonly findings: readonly Problem[]; readonly difference?: ReleaseDifference }> => {
    const pair = `${inFlight} ${ends ? `${ends.number} ${ends.hash}` : ''} ${release ? `${release.number} ${release.hash}` : code}`;
    const around = release && mayCall(release) ? `${key} ${brought}` : key;
    const known = { findings: release ? verified.get(`${pair} ${around}`) : [], difference: compared.get(pair) };
    if (known.findings && known.difference) return { findings: known.findings, difference: known.difference };
    const prior = ends && (await store.releases.byNumber(code, ends.number));
    if (!release && !prior) return { findings: [] };
    const findings =
      known.findings ??
      (release
        ? [
            ...(await examine(release, shared, { ...context, inFlight, ...(prior ? { prior } : {}) })),
            ...(await departed(release)),
          ]
        : []);
    const difference = known.difference ?? diffReleases(prior, release);
    verified.set(`${pair} ${around}`, findings);
    compared.set(pair, difference);
    return { findings, difference };
  };

  /** Units and people as they are, as far as is known now, on the day of the effect. */
  const surroundings = async (
    effectiveFrom: Instant,
    shared: SharedDefinitions,
    brought: SharedDefinitions | undefined,
  ): Promise<Omit<Surroundings, 'brought'>> => {
    const asOf = localDate(effectiveFrom);
    const today = localDate(clock.now());
    const [units, people, peopleToday] = await Promise.all([
      store.units.all(asOf),
      store.people.held(asOf),
      store.people.held(today),
    ]);
    // A stored shared definition never changes under its name and version: its name says it all.
    const names = [...Object.keys(shared.groups), ...Object.keys(shared.codeLists)].sort();
    const key = jsonHash([asOf, units, people, peopleToday, names, brought ?? null]);
    return { asOf, units, people, peopleToday, key };
  };

  return async (given) => {
    const { decision } = given;
    if (decision.kind === 'reorganisation') return checkReorganisation(decision);
    const version = await store.catalogueVersion();
    const [{ shared, problems: sharedProblems }, history, named] = await Promise.all([
      sharedWith(releases, given),
      historiesOf(store, codesOf(decision)),
      namedReleases(store, given),
    ]);
    const plan = planDecision({ decision, ...named, history, now: clock.now() });
    const around = {
      ...(await surroundings(plan.effectiveFrom, shared, given.shared)),
      called: findBroughtOrStored(store, given.releases),
      brought: jsonHash(given.releases.map(({ hash }) => hash)),
    };
    const running = await store.dossiers.running(
      plan.items.flatMap((item) => [item.code, ...item.replaces.map((entry) => entry.code)]),
    );
    const runningBy = new Map<string, number>();
    for (const row of running) runningBy.set(row.code, (runningBy.get(row.code) ?? 0) + row.count);

    const items: DecisionReportItem[] = [];
    for (const [place, item] of plan.items.entries()) {
      items.push(reportItem(item, await look(item, shared, around), place, runningBy));
      if (place % BATCH === BATCH - 1) await nextTurn();
    }
    const due = await uploadDue(units, decision.signedOn);
    const problems = [
      ...plan.problems,
      ...lawful(decision, {
        now: clock.now(),
        withoutProcess: plan.items.filter(({ release }) => release && release.process === undefined).length,
        ...(due === undefined ? {} : { uploadDue: due }),
      }),
      ...sharedProblems,
      ...(await checkGroups(store, decision, { effectiveFrom: plan.effectiveFrom, releases: given.releases })),
    ];
    const closing = plan.items.flatMap(({ action, code, replaces }) => [
      ...(action === 'repeal' ? [code] : []),
      ...replaces.map((entry) => entry.code),
    ]);
    const told = await Promise.all(closing.map((code) => store.drafts.byProcedure(code)));
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
      draftOwners: told.reduce((sum, drafts) => sum + drafts.length, 0),
      runningDossiers: running.reduce((sum, row) => sum + row.count, 0),
      applicable: !hasError(problems) && items.every((item) => !hasError(item.problems)),
    };
    return { plan, report, version };
  };
};

const mayCall = ({ process }: Release): boolean => process?.includes('callActivity') ?? false;

const hasError = (problems: readonly Problem[]): boolean => problems.some((found) => found.severity === 'error');

const countsOf = (items: readonly PlannedItem[]): DecisionReport['counts'] => {
  const counts = { add: 0, amend: 0, replace: 0, repeal: 0 };
  for (const item of items) counts[item.action] += 1;
  return counts;
};

const reportItem = (
  item: PlannedItem,
  { findings, difference }: { readonly findings: readonly Problem[]; readonly difference?: ReleaseDifference },
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
  ...(difference ? { difference } : {}),
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

/** The releases that the decision names: those it brings, and stored ones; and what is stored under their numbers. */
const namedReleases = async (
  store: Store,
  { decision, releases }: DecisionPackage,
): Promise<Pick<PlanInput, 'releases' | 'storedHashes'>> => {
  const brought = new Set(releases.map(({ code, number }) => `${code}/${number}`));
  const storedHashes = new Map<string, ContentHash>();
  const stored: Release[] = [];
  for (const { code, release: number } of decision.items) {
    if (number === undefined) continue;
    const found = (await store.releases.numbers(code)).find((one) => one.number === number);
    if (!found) continue;
    storedHashes.set(`${code}/${number}`, found.hash);
    const release = brought.has(`${code}/${number}`) ? undefined : await store.releases.byNumber(code, number);
    if (release) stored.push(release);
  }
  return { releases: [...releases, ...stored], storedHashes };
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
