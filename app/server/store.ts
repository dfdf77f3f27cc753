import { mkdirSync, rmSync } from 'node:fs';
import { createService, type Service } from '#engine/service/index.ts';
import { openSqliteStore } from '#engine/store/index.ts';
import { seed } from '#seeds/index.ts';
import { adjustableClock, type AdjustableClock } from './clock.ts';
import type { Config } from './config.ts';
import { saveClock, savedOffset } from './demo-clock.ts';

const SEEDED = 'demo.seeded';

export interface Opened {
  readonly service: Service;
  readonly clock: AdjustableClock;
  /** The demo was loaded just now. */
  readonly seeded: boolean;
}

/** Throws the data away. */
export const removeData = (folder: string): void => {
  rmSync(folder, { recursive: true, force: true });
};

/** Opens the database, migrates it, loads the demo where it is empty, and sets the clock. */
export const openService = async (config: Config): Promise<Opened> => {
  mkdirSync(config.data, { recursive: true });
  const store = await openSqliteStore(config.data);
  const clock = adjustableClock(await savedOffset(store));
  const service = createService({ store, clock });
  const seeded = (await store.settings.get(SEEDED)) === undefined;
  if (seeded) {
    await seed(service);
    await store.settings.put(SEEDED, true);
  }
  if (config.now) {
    clock.set(config.now);
    await saveClock(store, clock);
  } else if (seeded) {
    const offset = await savedOffset(store);
    clock.set(offset === 0 ? undefined : new Date(Date.now() + offset).toISOString());
  }
  return { service, clock, seeded };
};
