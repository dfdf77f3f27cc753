import type { ClockPort } from '#engine/clock/index.ts';
import { ok } from '#engine/result/index.ts';
import type { Store } from '#engine/store/index.ts';
import type { Intake } from './intake.ts';
import type { ReleaseCache } from './releases.ts';
import type { CatalogueService } from './types.ts';
import type { Organisation } from './units.ts';

type Reading = Pick<CatalogueService, 'inForce' | 'takesIn' | 'release' | 'search' | 'history'>;

const PAGE = 20;

/** Questions about the catalogue; "now" is the clock's. */
export const catalogueReading = (
  store: Store,
  clock: ClockPort,
  releases: ReleaseCache,
  intake: Intake,
  units: Organisation,
): Reading => ({
  inForce: (code, asOf) => intake.inForce(code, asOf ?? clock.now()),
  takesIn: async (code) => {
    const open = await intake.open(code, clock.now());
    return open.ok ? ok(undefined) : open;
  },
  release: (hash) => releases.byHash(hash),
  search: async (query) => {
    await units.refresh();
    const asOf = query.asOf ?? clock.now();
    const moved = query.unit === undefined ? [] : units.movedKeys(asOf);
    return store.catalogue.search({
      limit: PAGE,
      offset: 0,
      ...query,
      asOf,
      ...(moved.length > 0 ? { moved } : {}),
    });
  },
  history: (code, knownAt) => (knownAt === undefined ? intake.history(code) : store.catalogue.history(code, knownAt)),
});
