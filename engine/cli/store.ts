import path from 'node:path';
import { parseInstant, type ClockPort } from '#engine/clock/index.ts';
import { fail, ok, type Result } from '#engine/result/index.ts';
import { createService, demoClock, runInThreads, systemClock, type Service } from '#engine/service/index.ts';
import { openSqliteStore } from '#engine/store/index.ts';
import { exists } from './files.ts';
import * as say from './messages.ts';

/** Where a data folder keeps its parts; the server uses the same names. */
export const storeFile = (data: string): string => path.join(data, 'motcua.sqlite');
export const filesFolder = (data: string): string => path.join(data, 'files');

export const dataFolder = (flag: string | undefined): string => flag ?? process.env['MOTCUA_DATA'] ?? '.data';

export interface Opened {
  readonly service: Service;
  readonly data: string;
  close(): Promise<void>;
}

interface StoreFlags {
  readonly data?: string;
  readonly now?: string;
}

/**
 * Opens the store of `--data` with the clock of `--now` (else $MOTCUA_NOW, else where the demo's
 * clock stands, else the computer's). A store that is not there is not made: a typing mistake in
 * --data must not look like an empty province.
 */
export const openStore = async (flags: StoreFlags): Promise<Result<Opened>> => {
  const data = dataFolder(flags.data);
  if (!(await exists(storeFile(data)))) return fail(say.noStore(storeFile(data)));
  const asked = flags.now ?? process.env['MOTCUA_NOW'];
  const at = asked === undefined ? undefined : parseInstant(asked);
  if (asked !== undefined && at === undefined) return fail(say.badInstant(asked));
  const place = { path: storeFile(data), filesDir: filesFolder(data) };
  const store = await openSqliteStore(place);
  const demo = await store.settings.get('demo.clock');
  const clock: ClockPort =
    at !== undefined ? { now: () => at } : demo === undefined ? systemClock() : await demoClock(store);
  const service = await createService({ store, clock, runners: runInThreads(place) });
  return ok({ service, data, close: () => store.close() });
};
