import type { LocalDate } from './time.ts';

/**
 * Days as whole numbers (0 is 1970-01-01), so that a span of years is one subtraction. Gregorian,
 * without a time zone: a day number names a calendar day in Vietnam.
 */
const DAY_MS = 86_400_000;

export const dayNumber = (date: LocalDate): number => Date.parse(`${date}T00:00:00.000Z`) / DAY_MS;

export const dayDate = (day: number): LocalDate => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** 1 Monday … 7 Sunday (ISO 8601). */
export const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

export const yearOf = (day: number): number => new Date(day * DAY_MS).getUTCFullYear();

export const firstDayOfYear = (year: number): number => {
  const date = new Date(0);
  date.setUTCFullYear(year, 0, 1);
  return date.getTime() / DAY_MS;
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
