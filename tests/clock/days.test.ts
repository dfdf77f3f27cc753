import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayDate, dayNumber, formatDate, isLocalDate, weekdayOf } from '#engine/clock/index.ts';
import { firstDayOfYear, yearOf } from '#engine/clock/days.ts';

const day = fc.integer({ min: dayNumber('0001-01-01'), max: dayNumber('9998-12-31') });

describe('days as numbers', () => {
  it('agree with the Gregorian calendar of the platform', () => {
    fc.assert(
      fc.property(day, (number) => {
        const date = new Date(number * 86_400_000);
        expect(yearOf(number)).toBe(date.getUTCFullYear());
        expect(weekdayOf(number) % 7).toBe(date.getUTCDay());
        expect(dayDate(number)).toBe(date.toISOString().slice(0, 10));
        expect(dayNumber(dayDate(number))).toBe(number);
        expect(dayDate(firstDayOfYear(date.getUTCFullYear())).slice(5)).toBe('01-01');
      }),
      { numRuns: 2000 },
    );
  });
  it('at the turn of every year', () => {
    for (let year = 1600; year <= 2400; year += 1) {
      const first = dayNumber(`${year}-01-01`);
      expect([yearOf(first - 1), yearOf(first), firstDayOfYear(year)]).toEqual([year - 1, year, first]);
    }
  });
  it('are written as Vietnamese papers write them', () => {
    expect(formatDate(addDays('2021-02-28', 1))).toBe('01/03/2021');
  });
  it.each([
    ['2024-02-29', true],
    ['2023-02-29', false],
    ['2021-13-01', false],
    ['2021-1-1', false],
    ['hôm nay', false],
  ])('%s is a day: %s', (text, expected) => {
    expect(isLocalDate(text)).toBe(expected);
  });
});
