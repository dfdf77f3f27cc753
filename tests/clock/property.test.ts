import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addWorkingMinutes,
  deadline,
  isWorkingDay,
  localDate,
  workingMinutesBetween,
  type DerivationLine,
} from '#engine/clock/index.ts';
import type { DurationLimit } from '#engine/clock/index.ts';
import { calendar } from './fixture.ts';
import * as oracle from './oracle.ts';

const MINUTE = 60_000;
const iso = (ms: number): string => new Date(ms).toISOString();

/** Any minute of 2020–2025, with more weight on midnights, year's ends and make-up Saturdays. */
const corner = fc
  .tuple(
    fc.constantFrom(
      '2020-12-31',
      '2021-01-01',
      '2022-12-30',
      '2024-04-26',
      '2024-05-03',
      '2024-05-04',
      '2025-04-25',
      '2025-04-26',
      '2021-02-09',
      '2024-02-29',
    ),
    fc.constantFrom(0, 1, 419, 420, 421, 689, 690, 691, 810, 899, 900, 901, 1019, 1020, 1021, 1439),
  )
  .map(([date, minute]) => Date.parse(`${date}T00:00:00.000Z`) - 7 * 3_600_000 + minute * MINUTE);
const anywhere = fc
  .integer({ min: Date.parse('2020-01-01T00:00:00Z') / MINUTE, max: Date.parse('2025-06-30T00:00:00Z') / MINUTE })
  .map((minute) => minute * MINUTE);
const instant = fc.oneof(corner, anywhere);

const dueOf = (from: number, limit: DurationLimit): number =>
  Date.parse(deadline(calendar, { from: iso(from), limit }).due ?? '');

describe('against the naive day-by-day, minute-by-minute clock', () => {
  it('working days and half days agree', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 0, max: 120 }), fc.boolean(), (from, whole, half) => {
        const value = whole + (half ? 0.5 : 0);
        expect(dueOf(from, { value, unit: 'working-day' })).toBe(oracle.dueWorkingDays(from, value));
      }),
      { numRuns: 400 },
    );
  });
  it('calendar days agree', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 1, max: 200 }), (from, value) => {
        expect(dueOf(from, { value, unit: 'day' })).toBe(oracle.dueDays(from, value));
      }),
      { numRuns: 400 },
    );
  });
  it('months agree', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 1, max: 15 }), (from, value) => {
        expect(dueOf(from, { value, unit: 'month' })).toBe(oracle.dueMonths(from, value));
      }),
      { numRuns: 300 },
    );
  });
  it('working minutes agree, forwards', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 1, max: 4000 }), (from, minutes) => {
        expect(Date.parse(addWorkingMinutes(calendar, iso(from), minutes))).toBe(oracle.addMinutes(from, minutes));
      }),
      { numRuns: 80 },
    );
  });
  it('working minutes agree, between two instants', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 0, max: 20_000 }), (from, length) => {
        const to = from + length * MINUTE;
        expect(workingMinutesBetween(calendar, iso(from), iso(to))).toBe(oracle.minutesBetween(from, to));
        expect(workingMinutesBetween(calendar, iso(to), iso(from))).toBe(0 - oracle.minutesBetween(from, to));
      }),
      { numRuns: 60 },
    );
  });
});

describe('laws of the arithmetic', () => {
  it('what is added is what lies between', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 1, max: 3_000_000 }), (from, tenths) => {
        const minutes = tenths / 10;
        const to = addWorkingMinutes(calendar, iso(from), minutes);
        expect(workingMinutesBetween(calendar, iso(from), to)).toBeCloseTo(minutes, 6);
      }),
    );
  });
  it('a longer limit is never due earlier', () => {
    fc.assert(
      fc.property(
        instant,
        fc.constantFrom('working-day', 'day', 'month', 'working-hour' as const),
        fc.integer({ min: 0, max: 60 }),
        (from, unit, value) => {
          expect(dueOf(from, { value: value + 1, unit })).toBeGreaterThanOrEqual(dueOf(from, { value, unit }));
        },
      ),
    );
  });
  it('the due date is a working day', () => {
    fc.assert(
      fc.property(
        instant,
        fc.constantFrom('working-day', 'day', 'month', 'working-hour' as const),
        fc.integer({ min: 0, max: 90 }),
        (from, unit, value) => {
          expect(isWorkingDay(calendar, localDate(iso(dueOf(from, { value, unit }))))).toBe(true);
        },
      ),
    );
  });
});

describe('the derivation adds up to the date', () => {
  const covering = (lines: readonly DerivationLine[]): readonly DerivationLine[] =>
    lines.filter(({ kind }) => kind === 'counted' || kind === 'skipped' || kind === 'moved');

  it('every day from the first after acceptance to the due date stands in exactly one line', () => {
    fc.assert(
      fc.property(
        instant,
        fc.constantFrom('working-day', 'day', 'month' as const),
        fc.integer({ min: 1, max: 40 }),
        (from, unit, value) => {
          const { lines, due } = deadline(calendar, { from: iso(from), limit: { value, unit } });
          let next = addDays(localDate(iso(from)), 1);
          for (const line of covering(lines)) {
            expect(line.from).toBe(next);
            expect(line.to >= line.from).toBe(true);
            next = addDays(line.to, 1);
          }
          expect(next).toBe(addDays(localDate(due ?? ''), 1));
        },
      ),
    );
  });
  it('the counts sum to the limit, and each total is the sum so far', () => {
    fc.assert(
      fc.property(
        instant,
        fc.constantFrom('working-day', 'day', 'month', 'working-hour' as const),
        fc.integer({ min: 0, max: 100 }).map((halves) => halves / 2),
        (from, unit, value) => {
          const { lines } = deadline(calendar, { from: iso(from), limit: { value, unit } });
          let total = 0;
          for (const line of lines) {
            total += line.count;
            expect(line.total).toBeCloseTo(total, 3);
          }
          expect(total).toBeCloseTo(value, 3);
        },
      ),
    );
  });
});
