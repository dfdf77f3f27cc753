import { localDate, type ClockPort } from '#engine/clock/index.ts';
import { jsonHash } from '#engine/definition/index.ts';
import type { Store } from '#engine/store/index.ts';
import { checksIdentity } from './checks-identity.ts';
import { entryVerifier } from './entry-verifier.ts';
import type { CatalogueRun, EntryRef, Round, Runner, StartRunners, Verdict, VerificationService } from './types.ts';

/** The last run, whichever process did it. */
const SETTING = 'verification.run';
/** Releases handed to a runner at once: few, so that a run can be ended soon, and progress is seen. */
const CHUNK = 4;

export const verificationService = (store: Store, clock: ClockPort, start: StartRunners): VerificationService => {
  let underWay: { run: CatalogueRun; readonly finished: Promise<CatalogueRun>; cancelled: boolean } | undefined;

  const roundOf = async (all: boolean): Promise<Round> => {
    const now = clock.now();
    return { today: localDate(now), now, checks: await checksIdentity(), all };
  };

  const basis = async (): Promise<string> => {
    const now = clock.now();
    const [version, entries, people, checks] = await Promise.all([
      store.catalogueVersion(),
      store.catalogue.allInForce(now),
      store.people.held(localDate(now)),
      checksIdentity(),
    ]);
    return jsonHash([version, entries.map(({ code, number }) => `${code} ${String(number)}`), people, checks]);
  };

  const begin: VerificationService['begin'] = async ({ all = false, onVerdicts } = {}) => {
    if (underWay) return underWay;
    const began = performance.now();
    const round = await roundOf(all);
    const entries = await store.catalogue.allInForce(round.now);
    const none = { verified: 0, reused: 0, withErrors: 0, withWarnings: 0, ms: 0 };
    const first: CatalogueRun = {
      status: 'running',
      startedAt: round.now,
      total: entries.length,
      ...none,
      basis: await basis(),
    };
    // Two asked at the same moment: the first one's run is the second's too.
    if (underWay) return underWay;
    const state = { run: first, cancelled: false };
    const heard = (verdicts: readonly Verdict[]): void => {
      state.run = { ...counted(state.run, verdicts), ms: Math.round(performance.now() - began) };
      onVerdicts?.(verdicts, state.run);
    };
    const work = async (): Promise<CatalogueRun['status']> => {
      await inRunners(await start(round), entries, heard, () => state.cancelled);
      return state.cancelled ? 'cancelled' : 'done';
    };
    const finish = async (status: CatalogueRun['status']): Promise<CatalogueRun> => {
      state.run = { ...state.run, status, endedAt: clock.now(), ms: Math.round(performance.now() - began) };
      underWay = undefined;
      await store.settings.put(SETTING, state.run);
      return state.run;
    };
    const finished = work().then(finish, async (error: unknown) => {
      await finish('failed');
      throw error;
    });
    // Whoever asked may not wait for it; the run itself says that it failed.
    finished.catch(() => undefined);
    underWay = Object.assign(state, { finished });
    return underWay;
  };

  return {
    begin,
    cancel: () => {
      if (underWay) underWay.cancelled = true;
    },
    run: async () => {
      const run = underWay?.run ?? ((await store.settings.get(SETTING)) as CatalogueRun | undefined);
      return run && { run, changed: run.status !== 'running' && run.basis !== (await basis()) };
    },
    findings: async () => {
      const [entries, rows] = await Promise.all([store.catalogue.allInForce(clock.now()), store.verifications.all()]);
      const known = new Map(rows.map((row) => [`${row.code} ${String(row.number)}`, row]));
      return entries.map((entry) => {
        const verification = known.get(`${entry.code} ${String(entry.number)}`);
        return { entry, ...(verification ? { verification } : {}) };
      });
    },
    ofProcedure: async (code) => {
      const entry = await store.catalogue.inForce(code, clock.now());
      if (!entry) return undefined;
      await (
        await entryVerifier(store, await roundOf(false))
      )([entry]);
      const verification = await store.verifications.of(code, entry.number);
      return verification && { entry, verification };
    },
  };
};

/** Every runner takes the next few releases as soon as it is free. */
const inRunners = async (
  runners: readonly Runner[],
  entries: readonly EntryRef[],
  heard: (verdicts: readonly Verdict[]) => void,
  cancelled: () => boolean,
): Promise<void> => {
  let next = 0;
  const take = async (runner: Runner): Promise<void> => {
    while (next < entries.length && !cancelled()) {
      const chunk = entries.slice(next, next + CHUNK);
      next += chunk.length;
      heard(await runner.verify(chunk));
    }
  };
  try {
    await Promise.all(runners.map(take));
  } finally {
    await Promise.all(runners.map((runner) => runner.close()));
  }
};

const counted = (run: CatalogueRun, verdicts: readonly Verdict[]): CatalogueRun => ({
  ...run,
  verified: run.verified + verdicts.filter(({ reused }) => !reused).length,
  reused: run.reused + verdicts.filter(({ reused }) => reused).length,
  withErrors: run.withErrors + verdicts.filter(({ errors }) => errors > 0).length,
  withWarnings: run.withWarnings + verdicts.filter(({ warnings }) => warnings > 0).length,
});
