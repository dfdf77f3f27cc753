import type { Localized } from '#engine/result/index.ts';
import { dayNumber, weekdayOf } from './days.ts';
import { lunarNewYear, lunarToDay } from './lunar.ts';
import { holidayNames as names } from './messages.ts';

/** A public holiday, or the day taken instead of one. */
export interface StatutoryDay {
  readonly day: number;
  readonly name: Localized;
}

const solar = (year: number, monthDay: string): number => dayNumber(`${String(year).padStart(4, '0')}-${monthDay}`);

const isWeekend = (day: number): boolean => weekdayOf(day) >= 6;

/**
 * Tết: five days since BLLĐ 2012 (four before). Which ones is the Prime Minister's choice; his
 * practice is two before and three after, and one before and four after when the year begins on a
 * Tuesday, so that the week is whole.
 */
const tet = (year: number): readonly StatutoryDay[] => {
  const first = lunarNewYear(year);
  const before = year < 2014 || weekdayOf(first) === 2 ? 1 : 2;
  const length = year < 2014 ? 4 : 5;
  return Array.from({ length }, (_, index) => ({ day: first - before + index, name: names.tet(index - before + 1) }));
};

/** 2 September, and since BLLĐ 2019 the day before or after it: the one that joins a weekend. */
const nationalDay = (year: number): readonly StatutoryDay[] => {
  const day = solar(year, '09-02');
  const own = { day, name: names.nationalDay };
  if (year < 2021) return [own];
  const next = [1, 4, 7].includes(weekdayOf(day));
  return [own, { day: next ? day + 1 : day - 1, name: names.nationalDayNext }];
};

/**
 * The holidays of a year as the law itself gives them (BLLĐ 2019 Điều 112; Ngày Văn hóa Việt Nam by
 * NQ 28/2026/QH16), without swaps. One that falls on the weekly day off is taken on the next working
 * day (Điều 111 khoản 3). Provisional by nature: the Prime Minister fixes Tết and National Day every year.
 */
export const statutoryDays = (year: number): readonly StatutoryDay[] => {
  const own: readonly StatutoryDay[] = [
    { day: solar(year, '01-01'), name: names.newYear },
    ...tet(year),
    ...(year >= 2007 ? [{ day: lunarToDay(year, 3, 10), name: names.hungKings }] : []),
    { day: solar(year, '04-30'), name: names.reunification },
    { day: solar(year, '05-01'), name: names.labour },
    ...nationalDay(year),
    ...(year >= 2026 ? [{ day: solar(year, '11-24'), name: names.culture }] : []),
  ];
  const ordered = [...own].sort((a, b) => a.day - b.day);
  const taken = new Set(ordered.map(({ day }) => day));
  const instead: StatutoryDay[] = [];
  const seen = new Set<number>();
  for (const holiday of ordered) {
    // Two holidays on one day (30/4 is Giỗ Tổ in some years) also give a day in lieu.
    if (!isWeekend(holiday.day) && !seen.has(holiday.day)) {
      seen.add(holiday.day);
      continue;
    }
    let day = holiday.day + 1;
    while (isWeekend(day) || taken.has(day)) day += 1;
    taken.add(day);
    instead.push({ day, name: names.inLieuOf(holiday.name) });
  }
  return [...ordered, ...instead].sort((a, b) => a.day - b.day);
};
