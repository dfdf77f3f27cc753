import { compileCalendar, type CalendarDefinition, type WorkingCalendar } from '#engine/clock/index.ts';

/**
 * A calendar of 2020–2026 as the tests need it, written out here so that they do not move when the
 * province's own file does. Days off by their dates; make-up Saturdays with the day they stand for.
 */
const OFF: Readonly<Record<number, string>> = {
  2020: '01-01 01-23 01-24 01-27 01-28 01-29 04-02 04-30 05-01 09-02',
  2021: '01-01 02-10 02-11 02-12 02-15 02-16 04-21 04-30 05-03 09-02 09-03',
  2022: '01-03 01-31 02-01 02-02 02-03 02-04 04-11 05-02 05-03 09-01 09-02',
  2023: '01-02 01-20 01-23 01-24 01-25 01-26 05-01 05-02 05-03 09-01 09-04',
  2024: '01-01 02-08 02-09 02-12 02-13 02-14 04-18 04-29 04-30 05-01 09-02 09-03',
  2025: '01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 05-02 09-01 09-02',
  2026: '01-01 01-02 02-16 02-17 02-18 02-19 02-20 04-27 04-30 05-01 08-31 09-01 09-02 11-24',
};

/** Days off that a make-up Saturday pays for: they are no holidays of the law. */
export const MAKE_UP: Readonly<Record<string, string>> = {
  '2024-05-04': '2024-04-29',
  '2025-04-26': '2025-05-02',
  '2026-01-10': '2026-01-02',
  '2026-08-22': '2026-08-31',
};

export const WORKING_DAYS: Readonly<Record<number, number>> = {
  2020: 252,
  2021: 250,
  2022: 249,
  2023: 249,
  2024: 251,
  2025: 250,
  2026: 249,
};

export const offDates = (year: number): readonly string[] =>
  (OFF[year] ?? '').split(' ').map((day) => `${year}-${day}`);

export const definition: CalendarDefinition = {
  format: 'motcua/calendar@1',
  name: 'test',
  title: { vi: 'Lịch kiểm thử' },
  hours: [
    {
      from: '2020-01-01',
      week: [
        {
          weekdays: ['mon', 'tue', 'wed', 'thu', 'fri'],
          sessions: [
            { from: '07:00', to: '11:30' },
            { from: '13:30', to: '17:00' },
          ],
        },
      ],
    },
  ],
  years: Object.keys(OFF).map((year) => ({
    year: Number(year),
    off: offDates(Number(year)).map((date) => ({ date, name: { vi: 'Nghỉ lễ' } })),
    makeUp: Object.entries(MAKE_UP)
      .filter(([date]) => date.startsWith(year))
      .map(([date, insteadOf]) => ({ date, name: { vi: 'Làm bù' }, insteadOf })),
  })),
};

export const compiled = (given: CalendarDefinition = definition, unit?: string): WorkingCalendar => {
  const result = compileCalendar(given, unit === undefined ? {} : { unit });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
};

export const calendar = compiled();
