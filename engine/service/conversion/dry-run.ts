import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import type { ClockPort } from '#engine/clock/index.ts';
import type { Store } from '#engine/store/index.ts';
import { Lru } from '../lru.ts';
import type { DecisionPackage } from '../types.ts';
import { foresee } from './outcome.ts';
import type { Subjects } from './subject.ts';
import type { ConversionService, DryRun, ForeseenDossier } from './types.ts';

const BATCH = 20;
const READ = 500;
const KEPT = 20;
/** A small decision is answered at once; for a larger one the page says how far it is. */
const PATIENCE_MS = 800;

/** What would become of each running dossier, without writing anything. */
export const dryRunner = (
  store: Store,
  clock: ClockPort,
  subjects: Subjects,
): Pick<ConversionService, 'dryRun' | 'dryRunUnderWay'> => {
  const look = async (given: DecisionPackage, tell: (run: DryRun) => void): Promise<DryRun> => {
    const startedAt = clock.now();
    const dossiers: ForeseenDossier[] = [];
    const counts = { keep: 0, convert: 0, ask: 0, stay: 0 };
    const all = await subjects.of(given);
    const running = await store.dossiers.running(all.map(({ procedure }) => procedure));
    const total = running.reduce((sum, { count }) => sum + count, 0);
    const soFar = (finished: boolean): DryRun => ({
      startedAt,
      done: dossiers.length,
      total: finished ? dossiers.length : total,
      counts: { ...counts },
      dossiers,
      finished,
    });
    tell(soFar(false));
    for (const { procedure, inFlight, target } of all) {
      const hashes = new Set(running.flatMap(({ code, releaseHash }) => (code === procedure ? [releaseHash] : [])));
      for (const hash of hashes)
        for await (const id of openOf(store, hash)) {
          const state = await store.dossiers.load(id);
          if (state?.procedure !== procedure) continue;
          const context = inFlight.policy === 'keep' ? undefined : await subjects.context(state);
          const found = context
            ? foresee(state, inFlight.policy, target, context)
            : { outcome: 'keep' as const, reasons: [] };
          dossiers.push({ dossier: id, procedure, ...found });
          counts[found.outcome] += 1;
          if (dossiers.length % BATCH === 0) {
            tell(soFar(false));
            await nextTurn();
          }
        }
    }
    return soFar(true);
  };

  const underWay = new Lru<string, { latest: DryRun | undefined; readonly end: Promise<DryRun> }>(KEPT);
  return {
    dryRun: (given) => look(given, () => undefined),
    dryRunUnderWay: async (key, given, anew = false) => {
      const known = underWay.get(key);
      if (known && !(anew && known.latest?.finished)) {
        const done = await Promise.race([known.end, pause(PATIENCE_MS)]);
        return done ?? known.latest ?? (await known.end);
      }
      const state: { latest: DryRun | undefined } = { latest: undefined };
      const end = look(given, (run) => {
        state.latest = run;
      }).then((run) => (state.latest = run));
      // A run that failed is begun anew by whoever asks next.
      end.catch(() => underWay.delete(key));
      const entry = Object.assign(state, { end });
      underWay.set(key, entry);
      return (await Promise.race([end, pause(PATIENCE_MS)])) ?? entry.latest ?? end;
    },
  };
};

async function* openOf(store: Store, hash: string): AsyncGenerator<string> {
  for (let after: string | undefined; ;) {
    const ids = await store.dossiers.openOfRelease(hash, after, READ);
    yield* ids;
    after = ids.at(-1);
    if (ids.length < READ) return;
  }
}
