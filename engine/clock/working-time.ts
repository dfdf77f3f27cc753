import type { Localized } from '#engine/result/index.ts';
import { calendarDay, type CalendarDay, type WorkingCalendar, type YearTable } from './calendar.ts';
import { dayDate, dayNumber, weekdayOf, yearOf } from './days.ts';
import { localDate, startOfDay, type Instant, type LocalDate } from './time.ts';

const MINUTE = 60_000;

/** Milliseconds since midnight in Vietnam. */
const timeOfDay = (instant: Instant): number => Date.parse(instant) - Date.parse(startOfDay(localDate(instant)));

/** The instant at `ms` after midnight of a day number. */
export const instantAt = (day: number, ms: number): Instant =>
  new Date(Date.parse(startOfDay(dayDate(day))) + ms).toISOString();

const worked = ({ hours }: CalendarDay, ms: number): number =>
  hours.counted
    ? hours.sessions.reduce((sum, { from, to }) => sum + Math.max(0, Math.min(ms, to * MINUTE) - from * MINUTE), 0)
    : 0;

export const isWorkingDay = (calendar: WorkingCalendar, date: LocalDate): boolean =>
  calendarDay(calendar, dayNumber(date)).hours.counted;

/** Working days before the day, counted from a fixed day: only differences mean something. O(1). */
export const workingDaysBefore = (calendar: WorkingCalendar, day: number): number => {
  const table = calendar.year(yearOf(day));
  return table.before.workingDays + (table.workingDays[day - table.first] ?? 0);
};

/** Working milliseconds before the instant, counted from a fixed one. O(1). */
const workedBefore = (calendar: WorkingCalendar, instant: Instant): number => {
  const day = dayNumber(localDate(instant));
  const table = calendar.year(yearOf(day));
  const minutes = table.before.minutes + (table.minutes[day - table.first] ?? 0);
  return minutes * MINUTE + worked(calendarDay(calendar, day), timeOfDay(instant));
};

/** First index in `1..length` whose running total is more than `count`; the day is the one before it. */
const search = (totals: Int32Array, count: number): number => {
  let low = 1;
  let high = totals.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((totals[middle] ?? 0) > count) high = middle;
    else low = middle + 1;
  }
  return low;
};

const yearHolding = (calendar: WorkingCalendar, near: number, holds: (table: YearTable) => -1 | 0 | 1): YearTable => {
  let year = near;
  for (;;) {
    const table = calendar.year(year);
    const side = holds(table);
    if (side === 0) return table;
    year += side;
  }
};

/** The working day that has exactly `ordinal` working days before it. O(log days + years). */
export const workingDayAt = (calendar: WorkingCalendar, ordinal: number, near: number): number => {
  const table = yearHolding(calendar, yearOf(near), ({ before, workingDays, length }) => {
    const offset = ordinal - before.workingDays;
    return offset < 0 ? -1 : offset >= (workingDays[length] ?? 0) ? 1 : 0;
  });
  return table.first + search(table.workingDays, ordinal - table.before.workingDays) - 1;
};

/** The first working day after `day`. */
export const nextWorkingDay = (calendar: WorkingCalendar, day: number): number =>
  workingDayAt(calendar, workingDaysBefore(calendar, day + 1), day);

/** End of the last session of a working day; of a day off, its last minute. */
export const endOfWork = (calendar: WorkingCalendar, day: number): Instant => {
  const last = calendarDay(calendar, day).hours.sessions.at(-1);
  return instantAt(day, (last?.to ?? 24 * 60) * MINUTE);
};

/** Start of the first session of a working day. */
export const startOfWork = (calendar: WorkingCalendar, day: number): Instant =>
  instantAt(day, (calendarDay(calendar, day).hours.sessions[0]?.from ?? 0) * MINUTE);

/** Working minutes from one instant to the other; negative when `to` is earlier. Seconds are fractions. */
export const workingMinutesBetween = (calendar: WorkingCalendar, from: Instant, to: Instant): number =>
  (workedBefore(calendar, to) - workedBefore(calendar, from)) / MINUTE;

/** The instant on a working day at which `ms` of its working time are over: the end of a session, not the start of the next. */
const afterWorked = (calendar: WorkingCalendar, day: number, ms: number): Instant => {
  let left = ms;
  for (const { from, to } of calendarDay(calendar, day).hours.sessions) {
    const length = (to - from) * MINUTE;
    if (left <= length) return instantAt(day, from * MINUTE + left);
    left -= length;
  }
  return endOfWork(calendar, day);
};

/**
 * The earliest instant at which `minutes` working minutes (≥ 0, fractions allowed) have passed since
 * `from`. Zero gives `from` itself inside a session, and the next opening outside.
 */
export const addWorkingMinutes = (calendar: WorkingCalendar, from: Instant, minutes: number): Instant => {
  const ms = Math.round(minutes * MINUTE);
  if (ms <= 0) return nextWorkingInstant(calendar, from);
  const target = workedBefore(calendar, from) + ms;
  // The day is the one in which the last of the milliseconds is worked.
  const last = target - 1;
  const table = yearHolding(calendar, yearOf(dayNumber(localDate(from))), (candidate) => {
    const offset = last - candidate.before.minutes * MINUTE;
    return offset < 0 ? -1 : offset >= (candidate.minutes[candidate.length] ?? 0) * MINUTE ? 1 : 0;
  });
  const inYear = Math.floor(last / MINUTE) - table.before.minutes;
  const index = search(table.minutes, inYear) - 1;
  const before = (table.before.minutes + (table.minutes[index] ?? 0)) * MINUTE;
  return afterWorked(calendar, table.first + index, target - before);
};

/** The instant itself when work is going on, else the next opening. */
export const nextWorkingInstant = (calendar: WorkingCalendar, instant: Instant): Instant => {
  const day = dayNumber(localDate(instant));
  const ms = timeOfDay(instant);
  const { hours } = calendarDay(calendar, day);
  if (hours.counted) {
    for (const { from, to } of hours.sessions) {
      if (ms < from * MINUTE) return instantAt(day, from * MINUTE);
      if (ms < to * MINUTE) return instant;
    }
  }
  return startOfWork(calendar, nextWorkingDay(calendar, day));
};

/** Everything a calendar picture shows of a day. */
export interface DayInfo {
  readonly date: LocalDate;
  /** 1 Monday … 7 Sunday. */
  readonly weekday: number;
  readonly working: boolean;
  readonly kind: CalendarDay['kind'];
  readonly name?: Localized;
  /** `HH:mm` in Vietnam. */
  readonly sessions: readonly { readonly from: string; readonly to: string }[];
  /** Working minutes. */
  readonly minutes: number;
  /** The year's holidays are not decreed yet. */
  readonly provisional: boolean;
}

const clockText = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

export const dayInfo = (calendar: WorkingCalendar, date: LocalDate): DayInfo => {
  const day = dayNumber(date);
  const { kind, name, hours } = calendarDay(calendar, day);
  return {
    date,
    weekday: weekdayOf(day),
    working: hours.counted,
    kind,
    ...(name ? { name } : {}),
    sessions: hours.sessions.map(({ from, to }) => ({ from: clockText(from), to: clockText(to) })),
    minutes: hours.counted ? hours.minutes : 0,
    provisional: calendar.year(yearOf(day)).provisional,
  };
};

/** Does any day from `from` to `to` (either order) lie in a year whose holidays are not decreed? */
export const touchesProvisional = (calendar: WorkingCalendar, from: number, to: number): boolean => {
  for (let year = yearOf(Math.min(from, to)); year <= yearOf(Math.max(from, to)); year += 1)
    if (calendar.year(year).provisional) return true;
  return false;
};
