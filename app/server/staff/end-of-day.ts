import { addDays, startOfDay, type Instant, type LocalDate } from '#engine/clock/index.ts';

/** The last millisecond of a Vietnamese day: "as known on" includes all of that day. */
export const endOfDay = (date: LocalDate): Instant => new Date(Date.parse(startOfDay(addDays(date, 1))) - 1).toISOString();
