import type { Localized } from '#engine/result/index.ts';
import type { WorkingCalendar } from './calendar.ts';
import { dayDate, dayNumber } from './days.ts';
import type { CalendarDefinition } from './schema.ts';
import { statutoryDays } from './statutory.ts';
import type { LocalDate } from './time.ts';
import { dayInfo } from './working-time.ts';

/** A change of the calendar that is announced after time has been counted by it. */
export type Announcement =
  | { readonly kind: 'off'; readonly day: LocalDate; readonly name: Localized; readonly source: string }
  | {
      readonly kind: 'make-up';
      readonly day: LocalDate;
      readonly insteadOf?: LocalDate;
      readonly name: Localized;
      readonly source: string;
    }
  | {
      readonly kind: 'closure';
      readonly unit?: string;
      readonly day: LocalDate;
      /** Last day, included. */
      readonly to: LocalDate;
      readonly name: Localized;
      readonly source: string;
    };

type Year = CalendarDefinition['years'][number];

/** A year that no decree has fixed yet begins with the days the law itself gives. */
const yearOf = (definition: CalendarDefinition, year: number): Year =>
  definition.years.find((entry) => entry.year === year) ?? {
    year,
    off: statutoryDays(year).map(({ day, name }) => ({ date: dayDate(day), name })),
    makeUp: [],
  };

/** The calendar with the announced day; a day said before as the other kind is taken out of that. */
export const announced = (definition: CalendarDefinition, given: Announcement): CalendarDefinition => {
  if (given.kind === 'closure') {
    const { unit, day: from, to, name: reason, source: decision } = given;
    const closure = { ...(unit === undefined ? {} : { unit }), from, to, reason, decision };
    return { ...definition, closures: [...(definition.closures ?? []), closure] };
  }
  const number = Number(given.day.slice(0, 4));
  const year = yearOf(definition, number);
  const others = <Entry extends { readonly date: string }>(days: readonly Entry[]): Entry[] =>
    days.filter(({ date }) => date !== given.day);
  const inOrder = <Entry extends { readonly date: string }>(days: readonly Entry[]): Entry[] =>
    [...days].sort((a, b) => (a.date < b.date ? -1 : 1));
  const day = { date: given.day, name: given.name };
  const off = given.kind === 'off' ? inOrder([...others(year.off), day]) : others(year.off);
  const makeUp =
    given.kind === 'make-up'
      ? inOrder([
          ...others(year.makeUp),
          { ...day, ...(given.insteadOf === undefined ? {} : { insteadOf: given.insteadOf }) },
        ])
      : others(year.makeUp);
  const source = [year.source, given.source].filter((part) => part !== undefined && part !== '').join('; ');
  const changed: Year = { ...year, off, makeUp, ...(source === '' ? {} : { source }) };
  return {
    ...definition,
    years: [...definition.years.filter((entry) => entry.year !== number), changed].sort((a, b) => a.year - b.year),
  };
};

/** Days from … to … (both included) that are worked differently under the other calendar. */
export const changedDays = (
  before: WorkingCalendar,
  after: WorkingCalendar,
  from: LocalDate,
  to: LocalDate,
): readonly LocalDate[] => {
  const found: LocalDate[] = [];
  for (let day = dayNumber(from); day <= dayNumber(to); day += 1) {
    const date = dayDate(day);
    const [was, is] = [dayInfo(before, date), dayInfo(after, date)];
    if (was.working !== is.working || JSON.stringify(was.sessions) !== JSON.stringify(is.sessions)) found.push(date);
  }
  return found;
};
