import type { Release } from '#engine/definition/index.ts';
import type { FindRelease } from '#engine/process/index.ts';
import type { Store } from '#engine/store/index.ts';

/** Finds a release among those that a decision brings along, then among the stored ones. */
export const findBroughtOrStored =
  (store: Store, brought: readonly Release[]): FindRelease =>
  async (code, number) =>
    brought.find((release) => release.code === code && release.number === number) ??
    store.releases.byNumber(code, number);
