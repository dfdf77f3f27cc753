import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import {
  calendarSchema,
  compileCalendar,
  dayDate,
  dayInfo,
  deadline,
  at,
  isWorkingDay,
  lunarNewYear,
  lunarToDay,
  statutoryDays,
  weekdayOf,
  workingMinutesBetween,
  type CalendarDefinition,
} from '#engine/clock/index.ts';
import { calendar, compiled, definition, MAKE_UP, offDates, WORKING_DAYS } from './fixture.ts';

const YEARS = [2020, 2021, 2022, 2023, 2024, 2025, 2026];

describe('the Vietnamese lunar calendar', () => {
  // Mùng 1 Tết as kept in Vietnam; 2007 and 2030 are a day before China's.
  const TET =
    '2000-02-05 2001-01-24 2002-02-12 2003-02-01 2004-01-22 2005-02-09 2006-01-29 2007-02-17 2008-02-07 2009-01-26 ' +
    '2010-02-14 2011-02-03 2012-01-23 2013-02-10 2014-01-31 2015-02-19 2016-02-08 2017-01-28 2018-02-16 2019-02-05 ' +
    '2020-01-25 2021-02-12 2022-02-01 2023-01-22 2024-02-10 2025-01-29 2026-02-17 2027-02-06 2028-01-26 2029-02-13 ' +
    '2030-02-02 2031-01-23 2032-02-11 2033-01-31 2034-02-19 2035-02-08 2036-01-28 2037-02-15 2038-02-04 2039-01-24 ' +
    '2040-02-12 2041-02-01 2042-01-22 2043-02-10 2044-01-30 2045-02-17 2046-02-06 2047-01-26 2048-02-14 2049-02-02 2050-01-23';
  it.each(TET.split(' '))('Tết is on %s', (date) => {
    expect(dayDate(lunarNewYear(Number(date.slice(0, 4))))).toBe(date);
  });
  it('Vietnam kept Tết 1968 and 1985 on its own days', () => {
    expect(dayDate(lunarNewYear(1968))).toBe('1968-01-29');
    expect(dayDate(lunarNewYear(1985))).toBe('1985-01-21');
  });
  it.each([
    ['2020-04-02'],
    ['2021-04-21'],
    ['2022-04-10'],
    ['2023-04-29'],
    ['2024-04-18'],
    ['2025-04-07'],
    ['2026-04-26'],
  ])('Giỗ Tổ, 10/3, is on %s, in leap years too', (date) => {
    expect(dayDate(lunarToDay(Number(date.slice(0, 4)), 3, 10))).toBe(date);
  });
});

describe('statutory days', () => {
  it.each(YEARS)('of %i are what was decreed, but for the swapped days', (year) => {
    const swapped = new Set(Object.values(MAKE_UP));
    const computed = statutoryDays(year)
      .map(({ day }) => day)
      .filter((day) => weekdayOf(day) < 6)
      .map(dayDate);
    expect(new Set(computed)).toEqual(new Set(offDates(year).filter((date) => !swapped.has(date))));
  });
  it('make a year that is not decreed yet, and it says so', () => {
    const info = dayInfo(calendar, '2027-02-05');
    expect(info).toMatchObject({ working: false, kind: 'holiday', provisional: true });
    expect(info.name?.vi).toContain('Tết');
    expect(dayInfo(calendar, '2026-02-17').provisional).toBe(false);
  });
  it('are taken over by the decree when it comes', () => {
    const later: CalendarDefinition = {
      ...definition,
      years: [
        ...definition.years,
        { year: 2027, off: [{ date: '2027-01-01', name: { vi: 'Tết Dương lịch' } }], makeUp: [] },
      ],
    };
    const given = { from: at('2026-12-29', '09:00'), limit: { value: 5, unit: 'working-day' } } as const;
    expect(deadline(compiled(later), given).provisional).toBe(false);
    expect(dayInfo(compiled(later), '2027-02-05').working).toBe(true);
  });
});

describe('the compiled calendar', () => {
  it.each(YEARS)('%i has the working days that were counted', (year) => {
    expect(workingMinutesBetween(calendar, at(`${year}-01-01`, '00:00'), at(`${year + 1}-01-01`, '00:00')) / 480).toBe(
      WORKING_DAYS[year],
    );
  });
  it('knows make-up Saturdays', () => {
    for (const date of Object.keys(MAKE_UP)) expect(isWorkingDay(calendar, date)).toBe(true);
    expect(dayInfo(calendar, '2024-05-04')).toMatchObject({ kind: 'make-up', weekday: 6, minutes: 480 });
  });
  it('closes one unit, and leaves the others open', () => {
    const closed: CalendarDefinition = {
      ...definition,
      closures: [
        {
          unit: 'H02.222',
          from: '2021-05-18',
          to: '2021-06-11',
          reason: { vi: 'Giãn cách xã hội huyện Việt Yên' },
          decision: 'QĐ 1065',
        },
      ],
    };
    expect(isWorkingDay(compiled(closed, 'H02.222'), '2021-06-01')).toBe(false);
    expect(isWorkingDay(compiled(closed, 'H02.213'), '2021-06-01')).toBe(true);
    expect(dayInfo(compiled(closed, 'H02.222'), '2021-06-01')).toMatchObject({ kind: 'closure' });
  });
  it('follows office hours from the day they hold', () => {
    const summer: CalendarDefinition = {
      ...definition,
      hours: [
        ...definition.hours,
        {
          from: '2021-05-01',
          week: [{ weekdays: ['mon', 'tue', 'wed', 'thu', 'fri'], sessions: [{ from: '06:30', to: '14:30' }] }],
        },
      ],
    };
    expect(dayInfo(compiled(summer), '2021-04-29').sessions).toHaveLength(2);
    expect(dayInfo(compiled(summer), '2021-05-04').sessions).toEqual([{ from: '06:30', to: '14:30' }]);
  });
  it('an open counter on Saturday morning is no working day', () => {
    const saturday: CalendarDefinition = {
      ...definition,
      hours: definition.hours.map((hours) => ({
        ...hours,
        week: [...hours.week, { weekdays: ['sat'], sessions: [{ from: '07:30', to: '11:00' }], receptionOnly: true }],
      })) as CalendarDefinition['hours'],
    };
    const info = dayInfo(compiled(saturday), '2021-07-03');
    expect(info).toMatchObject({ working: false, minutes: 0 });
    expect(info.sessions).toHaveLength(1);
  });
  it('goes far into the past and the future', () => {
    expect(isWorkingDay(calendar, '1986-12-15')).toBe(true);
    expect(isWorkingDay(calendar, '2095-09-02')).toBe(false);
  });
});

describe('the calendar format', () => {
  const ajv = new Ajv2020({ strict: true });
  formats.default(ajv);
  const validate = ajv.compile(calendarSchema);
  it('takes the calendar of these tests', () => {
    expect(validate(definition)).toBe(true);
  });
  it('refuses an unknown format and a time that does not exist', () => {
    expect(validate({ ...definition, format: 'motcua/calendar@9' })).toBe(false);
    expect(
      validate({
        ...definition,
        hours: [{ from: '2020-01-01', week: [{ weekdays: ['mon'], sessions: [{ from: '07:00', to: '25:00' }] }] }],
      }),
    ).toBe(false);
  });

  const codes = (given: CalendarDefinition): readonly string[] => {
    const result = compileCalendar(given);
    return result.ok ? [] : result.problems.map(({ code, path }) => `${code} ${path}`);
  };
  const year = (off: readonly string[], number = 2021): CalendarDefinition => ({
    ...definition,
    years: [{ year: number, off: off.map((date) => ({ date, name: { vi: 'x' } })), makeUp: [] }],
  });
  it('says where a date is wrong', () => {
    expect(codes(year(['2021-02-30']))).toEqual(['calendar.date.unknown /years/0/off/0/date']);
    expect(codes(year(['2022-01-03']))).toEqual(['calendar.date.other-year /years/0/off/0/date']);
    expect(codes(year(['2021-01-01', '2021-01-01']))).toEqual(['calendar.date.duplicate /years/0/off/1/date']);
    expect(codes({ ...definition, years: [...definition.years, { year: 2021, off: [], makeUp: [] }] })).toEqual([
      'calendar.year.duplicate /years/7',
    ]);
  });
  it('says where office hours are wrong', () => {
    const hours = (sessions: readonly { from: string; to: string }[]): CalendarDefinition =>
      ({
        ...definition,
        hours: [{ from: '2020-01-01', week: [{ weekdays: ['mon'], sessions }] }],
      }) as CalendarDefinition;
    expect(codes(hours([{ from: '11:30', to: '07:00' }]))).toEqual([
      'calendar.session.order /hours/0/week/0/sessions/0',
    ]);
    expect(
      codes(
        hours([
          { from: '07:00', to: '11:30' },
          { from: '11:00', to: '17:00' },
        ]),
      ),
    ).toEqual(['calendar.session.order /hours/0/week/0/sessions/1']);
  });
  it('refuses a week in which nobody works', () => {
    const idle = {
      ...definition,
      hours: [
        {
          from: '2020-01-01',
          week: [{ weekdays: ['sat'], sessions: [{ from: '07:00', to: '11:30' }], receptionOnly: true }],
        },
      ],
    } as CalendarDefinition;
    expect(codes(idle)).toEqual(['calendar.week.never-works /hours/0/week']);
  });
  it('refuses a closure that ends before it begins', () => {
    expect(codes({ ...definition, closures: [{ from: '2021-06-02', to: '2021-06-01', reason: { vi: 'x' } }] })).toEqual(
      ['calendar.closure.order /closures/0'],
    );
  });
});

const shared = new URL('../../../shared/data/holidays_vn_2020_2026.json', import.meta.url);

describe.skipIf(!existsSync(shared))('the collected holidays (skipped where the shared data is absent)', () => {
  it('are those of these tests', () => {
    const collected = JSON.parse(readFileSync(shared, 'utf8')) as Record<
      string,
      { off: { date: string }[]; makeUp: { date: string }[]; workingDays: number }
    >;
    for (const year of YEARS) {
      const entry = collected[String(year)];
      expect(entry?.off.map(({ date }) => date)).toEqual(offDates(year));
      expect(entry?.makeUp.map(({ date }) => date)).toEqual(
        Object.keys(MAKE_UP).filter((date) => date.startsWith(String(year))),
      );
      expect(entry?.workingDays).toBe(WORKING_DAYS[year]);
    }
  });
});
