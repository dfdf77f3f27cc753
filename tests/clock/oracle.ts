import { MAKE_UP, offDates } from './fixture.ts';

/**
 * The naive clock: one day after the other, one minute after the other, with nothing shared with the
 * engine but the law. Slow on purpose.
 */
const MINUTE = 60_000;
const DAY = 86_400_000;
const HANOI = 7 * 3_600_000;

/** Years whose holidays the tests know. */
const off = new Set([2020, 2021, 2022, 2023, 2024, 2025, 2026].flatMap(offDates));

const local = (ms: number): Date => new Date(ms + HANOI);
export const dateOf = (ms: number): string => local(ms).toISOString().slice(0, 10);
const midnight = (date: string): number => Date.parse(`${date}T00:00:00.000Z`) - HANOI;
const later = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00.000Z`) + days * DAY).toISOString().slice(0, 10);

/** Remembers answers by date: a million cases walk over the same few thousand days. */
const remembered = <Answer>(work: (date: string) => Answer): ((date: string) => Answer) => {
  const known = new Map<string, Answer>();
  return (date) => {
    const found = known.get(date);
    if (found !== undefined) return found;
    const answer = work(date);
    known.set(date, answer);
    return answer;
  };
};

const dayAfter = remembered((date) => later(date, 1));

export const isWorking = remembered((date: string): boolean => {
  if (MAKE_UP[date] !== undefined) return true;
  const weekday = new Date(`${date}T00:00:00.000Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !off.has(date);
});

/** Is the minute that begins `minute` minutes after midnight a minute of work? */
const isWorkingMinute = (date: string, minute: number): boolean =>
  isWorking(date) && ((minute >= 7 * 60 && minute < 11 * 60 + 30) || (minute >= 13 * 60 + 30 && minute < 17 * 60));

const endOfDay = (date: string): number => midnight(date) + 17 * 60 * MINUTE;

const nextWorking = (date: string): string => {
  let day = dayAfter(date);
  while (!isWorking(day)) day = dayAfter(day);
  return day;
};

/** Due after `n` whole or half working days; the day of acceptance is not counted. */
export const dueWorkingDays = (from: number, n: number): number => {
  let date = dateOf(from);
  if (n === 0) return isWorking(date) && from <= endOfDay(date) ? endOfDay(date) : endOfDay(nextWorking(date));
  let left = n;
  while (left >= 1) {
    date = nextWorking(date);
    left -= 1;
  }
  if (left === 0) return endOfDay(date);
  return midnight(nextWorking(date)) + (11 * 60 + 30) * MINUTE;
};

const moved = (date: string): number => endOfDay(isWorking(date) ? date : nextWorking(date));

/** Due after `n` calendar days; a last day off moves on. */
export const dueDays = (from: number, n: number): number => {
  let date = dateOf(from);
  for (let day = 0; day < n; day += 1) date = dayAfter(date);
  return moved(date);
};

/** Due after `n` months: the same day, or the month's last. */
export const dueMonths = (from: number, n: number): number => {
  const start = dateOf(from);
  const wanted = start.slice(8, 10);
  let [year, month] = start.split('-').map(Number) as [number, number];
  for (let passed = 0; passed < n; passed += 1) {
    month += 1;
    if (month > 12) {
      month = 1;
      year += 1;
    }
  }
  const prefix = `${year}-${String(month).padStart(2, '0')}`;
  let day = wanted;
  // Step back from the wished day to one the month has.
  while (Number.isNaN(Date.parse(`${prefix}-${day}`)) || later(`${prefix}-${day}`, 0) !== `${prefix}-${day}`)
    day = String(Number(day) - 1).padStart(2, '0');
  return moved(`${prefix}-${day}`);
};

/** The instant at which `minutes` whole minutes of work have passed since `from` (a whole minute). */
export const addMinutes = (from: number, minutes: number): number => {
  let now = from;
  let left = minutes;
  while (left > 0) {
    const date = dateOf(now);
    const minute = (now - midnight(date)) / MINUTE;
    if (isWorkingMinute(date, minute)) left -= 1;
    now += MINUTE;
  }
  return now;
};

/** Working minutes in `[from, to)`, both whole minutes. */
export const minutesBetween = (from: number, to: number): number => {
  let sum = 0;
  for (let now = from; now < to; now += MINUTE) {
    const date = dateOf(now);
    if (isWorkingMinute(date, (now - midnight(date)) / MINUTE)) sum += 1;
  }
  return sum;
};
