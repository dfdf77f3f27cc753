import type { Logger } from 'pino';
import type { Service } from '#engine/service/index.ts';
import type { AdjustableClock } from './clock.ts';
import type { Config } from './config.ts';
import type { RateLimits } from './rate-limits.ts';

/** What every loader and action is given; made once per request by `http.ts`. */
export interface MotCuaContext {
  readonly service: Service;
  readonly clock: AdjustableClock;
  readonly config: Config;
  readonly limits: RateLimits;
  readonly log: Logger;
  /** For the Content-Security-Policy of this answer. */
  readonly nonce: string;
  /** Network address of the visitor. */
  readonly address: string;
}

declare module '@remix-run/server-runtime' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- adds to the framework's own interface
  interface AppLoadContext extends MotCuaContext {}
}

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true;
  }
}
