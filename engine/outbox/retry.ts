import type { Instant } from '#engine/clock/index.ts';

const MINUTE_MS = 60_000;
/** Waits after the first, second … failure; after the last of them the message is a dead letter. */
const WAITS_MINUTES: readonly number[] = [1, 2, 5, 15, 60, 240, 720, 1440];

/** When to try again after `attempts` failures; undefined: never, it becomes a dead letter. */
export const retryAt = (attempts: number, now: Instant): Instant | undefined => {
  const minutes = WAITS_MINUTES[attempts - 1];
  return minutes === undefined ? undefined : later(now, minutes * MINUTE_MS);
};

/** The instant `ms` milliseconds later. */
export const later = (instant: Instant, ms: number): Instant => new Date(Date.parse(instant) + ms).toISOString();
