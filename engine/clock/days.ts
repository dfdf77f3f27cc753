import type { LocalDate } from './time.ts';

/**
 * Days as whole numbers (0 is 1970-01-01), so that a span of years is one subtraction. Gregorian,
 * without a time zone: a day number names a calendar day in Vietnam.
 */
const DAY_MS = 86_400_000;

/** Days of a 400-year cycle of the Gregorian calendar. */
const CYCLE = 146_097;

export const dayNumber = (date: LocalDate): number => Date.parse(`${date}T00:00:00.000Z`) / DAY_MS;

const pad = (value: number): string => (value < 10 ? `0${value}` : String(value));

/**
 * Written by arithmetic, since a derivation writes many: years are taken to begin in March, so that
 * the leap day is their last and months have a regular rhythm of 153 days in five.
 */
export const dayDate = (day: number): LocalDate => {
  const since = day + 719_468;
  const cycle = Math.floor(since / CYCLE);
  const inCycle = since - cycle * CYCLE;
  const yearOfCycle = Math.floor(
    (inCycle - Math.floor(inCycle / 1460) + Math.floor(inCycle / 36_524) - Math.floor(inCycle / 146_096)) / 365,
  );
  const inYear = inCycle - (365 * yearOfCycle + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100));
  const fromMarch = Math.floor((5 * inYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const year = yearOfCycle + cycle * 400 + (month <= 2 ? 1 : 0);
  if (year < 0 || year > 9999) return new Date(day * DAY_MS).toISOString().slice(0, 10);
  return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(inYear - Math.floor((153 * fromMarch + 2) / 5) + 1)}`;
};

/** 1 Monday … 7 Sunday (ISO 8601). */
export const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** The year a day lies in: guessed from the mean length of a year, then set right. Asked for every day of a derivation. */
export const yearOf = (day: number): number => {
  const guess = 1970 + Math.floor((day * 400) / CYCLE);
  if (day < firstDayOfYear(guess)) return guess - 1;
  return day >= firstDayOfYear(guess + 1) ? guess + 1 : guess;
};

/** 1 January: 365 days a year, and the leap days between. */
export const firstDayOfYear = (year: number): number => {
  const before = year - 1;
  const leapDays = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  return 365 * (year - 1970) + leapDays - 477;
};

export const addDays = (date: LocalDate, days: number): LocalDate => dayDate(dayNumber(date) + days);

/** The same day of the month `months` later, or that month's last day (BLDS 2015 Điều 148 khoản 3). */
export const addMonths = (day: number, months: number): number => {
  const from = new Date(day * DAY_MS);
  const first = new Date(0);
  first.setUTCFullYear(from.getUTCFullYear(), from.getUTCMonth() + months, 1);
  const lastDay = new Date(0);
  lastDay.setUTCFullYear(first.getUTCFullYear(), first.getUTCMonth() + 1, 0);
  return first.getTime() / DAY_MS + Math.min(from.getUTCDate(), lastDay.getUTCDate()) - 1;
};

/** `dd/MM/yyyy`, as Vietnamese papers write it. */
export const formatDate = (date: LocalDate): string => `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;

/** Is it a day of the calendar, written `yyyy-MM-dd`? */
export const isLocalDate = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const ms = Date.parse(`${text}T00:00:00.000Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().slice(0, 10) === text;
};
