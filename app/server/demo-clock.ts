import type { Store } from '#engine/store/index.ts';
import type { AdjustableClock } from './clock.ts';

const SETTING = 'demo.clock';

/** Keeps where the demo's clock stands over a restart. */
export const saveClock = (store: Pick<Store, 'settings'>, clock: AdjustableClock): Promise<void> =>
  store.settings.put(SETTING, clock.offset());

/** Milliseconds ahead of the computer's clock, 0 when it was never moved. */
export const savedOffset = async (store: Pick<Store, 'settings'>): Promise<number> => {
  const value = await store.settings.get(SETTING);
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
};
