import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createService, runInThreads, type Service } from '#engine/service/index.ts';
import { openSqliteStore } from '#engine/store/index.ts';
import { seed } from '#seeds/index.ts';
import { adjustableClock, type AdjustableClock } from './clock.ts';
import type { Config } from './config.ts';
import { portalPeer } from './portal-peer.ts';
import { populationPeer } from './population-peer.ts';
import { saveClock, savedOffset } from './demo-clock.ts';

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

/** Opens the database, migrates it, loads the demo where it is not there yet, and sets the clock. */
export const openService = async (config: Config): Promise<Opened> => {
  mkdirSync(config.data, { recursive: true });
  const place = { path: join(config.data, 'motcua.sqlite'), filesDir: join(config.data, 'files') };
  const store = await openSqliteStore(place);
  const seeded = config.demo && !(await seed({ store })).already;
  const clock = adjustableClock(config.demo ? await savedOffset(store) : 0);
  if (config.now) {
    clock.set(config.now === 'today' ? undefined : config.now);
    if (config.demo) await saveClock(store, clock);
  }
  const service: Service = await createService({
    store,
    clock,
    runners: runInThreads(place),
    population: populationPeer(config),
    peers: { 'portal-status': portalPeer(() => service.peers, config) },
  });
  return { service, clock, seeded };
};
