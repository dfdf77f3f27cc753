import type { AppLoadContext } from '@remix-run/node';
import type { Service } from '#engine/service/index.ts';
import type { SeedClock } from '#seeds/index.ts';

/** What the office's views read of a request's context. */
export const contextOf = ({
  service,
  clock,
}: {
  readonly service: Service;
  readonly clock: SeedClock;
}): AppLoadContext => ({ service, clock }) as unknown as AppLoadContext;
