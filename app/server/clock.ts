import type { ClockPort, Instant } from '#engine/clock/index.ts';

/** The computer's clock, which the demo and the tests may move; it keeps running from where it was put. */
export interface AdjustableClock extends ClockPort {
  /** Milliseconds ahead of the computer's clock (negative: behind). */
  offset(): number;
  /** The computer's own time: sessions and one-time codes last as long as they last, wherever the demo stands. */
  wall(): Instant;
  /** Stand at that instant and run on; undefined: back to the computer's time. */
  set(instant: Instant | undefined): void;
}

export const adjustableClock = (offset = 0, read: () => number = Date.now): AdjustableClock => {
  let ahead = offset;
  return {
    now: () => new Date(read() + ahead).toISOString(),
    offset: () => ahead,
    wall: () => new Date(read()).toISOString(),
    set: (instant) => {
      ahead = instant === undefined ? 0 : Date.parse(instant) - read();
    },
  };
};
