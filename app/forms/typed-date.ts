import type { LocalDate } from '#engine/clock/index.ts';

/** Is there such a day? */
export const isRealDate = (date: LocalDate): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return false;
  const ms = Date.parse(`${date}T00:00:00.000Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().slice(0, 10) === date;
};

/** Reads `1/7/2021`, `01-07-2021`, `01 07 2021` or `2021-07-01`; undefined when it is no day of the calendar. */
export const readTypedDate = (text: string): LocalDate | undefined => {
  const typed = text.trim();
  const parts = /^(\d{1,2})[\s./-]+(\d{1,2})[\s./-]+(\d{4})$/.exec(typed);
  const date = parts ? `${parts[3]}-${(parts[2] ?? '').padStart(2, '0')}-${(parts[1] ?? '').padStart(2, '0')}` : typed;
  return isRealDate(date) ? date : undefined;
};
