import type { AppLoadContext } from '@remix-run/node';
import { compileCalendar, dayDate, type CalendarDefinition } from '#engine/clock/index.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { pick } from '#app/i18n/pick.ts';

export type DayKind = 'working' | 'make-up' | 'weekend' | 'holiday' | 'closure';

export interface YearDay {
  readonly date: string;
  readonly kind: DayKind;
  readonly name: string;
}

export interface YearMonth {
  readonly month: number;
  readonly working: number;
  /** Whole weeks, Monday first; null where the day belongs to another month. */
  readonly weeks: readonly (readonly (YearDay | null)[])[];
}

/** Names of the calendars that are kept, as `putCalendar` files them. */
export const calendarNames = async (context: AppLoadContext): Promise<readonly string[]> => {
  const names = await context.service.store.settings.get('calendars');
  return Array.isArray(names) ? names.filter((name): name is string => typeof name === 'string') : [];
};

const weekdayOf = (date: string): number => (new Date(`${date}T00:00:00.000Z`).getUTCDay() + 6) % 7;

/** Days of one month in weeks. */
export const weeksOf = (days: readonly YearDay[]): readonly (readonly (YearDay | null)[])[] => {
  const first = days[0];
  const cells: (YearDay | null)[] = [...Array.from({ length: first ? weekdayOf(first.date) : 0 }, () => null), ...days];
  while (cells.length % 7 !== 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
};

/** A year of a calendar as the engine counts it; undefined when there is no such calendar. */
export const calendarYear = async (context: AppLoadContext, name: string, year: number, locale: Locale) => {
  const definition = (await context.service.store.settings.get(`calendar.${name}`)) as CalendarDefinition | undefined;
  const compiled = definition ? compileCalendar(definition) : undefined;
  if (!definition || !compiled?.ok) return undefined;
  const table = compiled.value.year(year);
  const days = table.days.map((day, index): YearDay => ({
    date: dayDate(table.first + index),
    kind: day.kind,
    name: day.name && day.kind !== 'weekend' ? pick(day.name, locale) : '',
  }));
  const hours = definition.hours.findLast((rule) => rule.from <= `${year}-12-31`) ?? definition.hours[0];
  const source = definition.years.find((entry) => entry.year === year)?.source;
  return {
    name,
    title: pick(definition.title, locale),
    year,
    provisional: table.provisional,
    source: source ?? '',
    working: table.workingDays[table.length] ?? 0,
    hoursFrom: hours?.from ?? '',
    hours: (hours?.week ?? []).map((rule) => ({
      weekdays: rule.weekdays,
      sessions: rule.sessions.map((session) => `${session.from}–${session.to}`),
      receptionOnly: rule.receptionOnly === true,
    })),
    months: Array.from({ length: 12 }, (_, index): YearMonth => {
      const own = days.filter((day) => Number(day.date.slice(5, 7)) === index + 1);
      return {
        month: index + 1,
        working: own.filter((day) => day.kind === 'working' || day.kind === 'make-up').length,
        weeks: weeksOf(own),
      };
    }),
    special: days.filter((day) => day.kind === 'holiday' || day.kind === 'make-up' || day.kind === 'closure'),
  };
};
