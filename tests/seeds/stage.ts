import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createService, type Service } from '#engine/service/index.ts';
import { openSqliteStore, type Store } from '#engine/store/index.ts';
import { demoInstant, loadDefinitions, seed, seedClock, type SeedClock, type SeedReport } from '#seeds/index.ts';

export const definitions = loadDefinitions();

export interface SeededStage {
  readonly store: Store;
  readonly service: Service;
  readonly clock: SeedClock;
  readonly report: SeedReport;
  close(): Promise<void>;
}

/** A demo province in a folder of its own, and a service whose clock can be put anywhere. */
export const seeded = async (dossiers: boolean): Promise<SeededStage> => {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-seeds-'));
  const store = await openSqliteStore({ path: join(folder, 'motcua.sqlite'), filesDir: join(folder, 'files') });
  const report = await seed({ store }, { dossiers, definitions, now: '2026-01-05T02:00:00.000Z' });
  const clock = seedClock(demoInstant);
  const service = await createService({ store, clock });
  return {
    store,
    service,
    clock,
    report,
    close: async () => {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
