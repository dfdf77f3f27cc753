import { at, type ClockPort, type Instant, type LocalDate } from '#engine/clock/index.ts';

/** A clock that stands where the story is. */
export interface SeedClock extends ClockPort {
  stand(instant: Instant): void;
}

export const seedClock = (start: Instant): SeedClock => {
  let now = start;
  return {
    now: () => now,
    stand: (instant) => {
      now = instant;
    },
  };
};

/** Thursday 15 July 2021, 09:00 in Vietnam: where the demo opens. */
export const demoDay: LocalDate = '2021-07-15';
export const demoInstant: Instant = at(demoDay, '09:00');
