import type { ClockPort, Instant } from '#engine/clock/index.ts';
import type { Store } from '#engine/store/index.ts';

/** The computer's clock. */
export const systemClock = (): ClockPort => ({ now: () => new Date().toISOString() });

/** A clock that can be put at any instant and runs on from there. */
export interface DemoClock extends ClockPort {
  setNow(instant: Instant): Promise<void>;
}

const SETTING = 'demo.clock';

/**
 * A clock that runs at an offset to the computer's, kept in the store, so that the demo stands where
 * it stood after a restart. `startAt` holds only while nothing is kept.
 */
export const demoClock = async (store: Pick<Store, 'settings'>, startAt?: Instant): Promise<DemoClock> => {
  const kept = await store.settings.get(SETTING);
  let offset = typeof kept === 'number' ? kept : 0;
  const setNow = async (instant: Instant): Promise<void> => {
    offset = Date.parse(instant) - Date.now();
    await store.settings.put(SETTING, offset);
  };
  if (kept === undefined && startAt !== undefined) await setNow(startAt);
  return { now: () => new Date(Date.now() + offset).toISOString(), setNow };
};
