import { fail, ok, problem, type Localized, type Problem, type Result } from '#engine/result/index.ts';
import { dayDate, dayNumber, firstDayOfYear, isLocalDate, weekdayOf, yearOf } from './days.ts';
import { calendarProblems as problems, dayReasons } from './messages.ts';
import type { CalendarDefinition } from './schema.ts';
import { compileHours, type DayHours } from './sessions.ts';
import { statutoryDays } from './statutory.ts';

/** What a day is, and why. */
export interface CalendarDay {
  readonly kind: 'working' | 'make-up' | 'weekend' | 'holiday' | 'closure';
  readonly name?: Localized;
  readonly hours: DayHours;
}

/** One year, with running totals: `workingDays[i]` and `minutes[i]` are those of the days before day `i`. */
export interface YearTable {
  readonly first: number;
  readonly length: number;
  readonly workingDays: Int32Array;
  readonly minutes: Int32Array;
  readonly provisional: boolean;
  readonly days: readonly CalendarDay[];
  /** Working days and minutes of all years from the anchor year to this one's start (negative before it). */
  readonly before: { readonly workingDays: number; readonly minutes: number };
}

/** A calendar compiled for constant-time arithmetic (prefix sums). Tables of years are made when first asked for. */
export interface WorkingCalendar {
  readonly name: string;
  readonly title: Localized;
  /** The unit whose closures are in it. */
  readonly unit?: string;
  /** First and last year whose holidays are decreed; undefined: none. */
  readonly decreed?: { readonly from: number; readonly to: number };
  readonly year: (year: number) => YearTable;
}

const ANCHOR = 2020;
const NOT_WORKED: DayHours = { sessions: [], minutes: 0, counted: false };

/** Checks what a schema cannot: dates that exist and belong to their year, sessions in order, nothing said twice. */
const check = (definition: CalendarDefinition): readonly Problem[] => {
  const found: Problem[] = [];
  const years = new Set<number>();
  definition.years.forEach((entry, index) => {
    const at = `/years/${index}`;
    if (years.has(entry.year)) found.push(problem('calendar.year.duplicate', at, problems.yearTwice(entry.year)));
    years.add(entry.year);
    const dates = new Set<string>();
    for (const part of ['off', 'makeUp'] as const) {
      entry[part].forEach(({ date }, item) => {
        const place = `${at}/${part}/${item}/date`;
        if (!isLocalDate(date)) found.push(problem('calendar.date.unknown', place, problems.noSuchDate(date)));
        else if (Number(date.slice(0, 4)) !== entry.year)
          found.push(problem('calendar.date.other-year', place, problems.otherYear(date, entry.year)));
        if (dates.has(date)) found.push(problem('calendar.date.duplicate', place, problems.dateTwice(date)));
        dates.add(date);
      });
    }
  });
  definition.hours.forEach(({ from, week }, index) => {
    if (!isLocalDate(from))
      found.push(problem('calendar.date.unknown', `/hours/${index}/from`, problems.noSuchDate(from)));
    if (week.every(({ receptionOnly }) => receptionOnly === true))
      found.push(problem('calendar.week.never-works', `/hours/${index}/week`, problems.neverWorks));
    const weekdays = new Set<string>();
    week.forEach((rule, place) => {
      for (const weekday of rule.weekdays) {
        if (weekdays.has(weekday))
          found.push(
            problem('calendar.weekday.duplicate', `/hours/${index}/week/${place}`, problems.weekdayTwice(weekday)),
          );
        weekdays.add(weekday);
      }
      rule.sessions.forEach((session, number) => {
        const earlier = rule.sessions[number - 1];
        if (session.from >= session.to || (earlier && session.from < earlier.to))
          found.push(
            problem(
              'calendar.session.order',
              `/hours/${index}/week/${place}/sessions/${number}`,
              problems.sessionOrder(session),
            ),
          );
      });
    });
  });
  (definition.closures ?? []).forEach(({ from, to }, index) => {
    for (const date of [from, to])
      if (!isLocalDate(date))
        found.push(problem('calendar.date.unknown', `/closures/${index}`, problems.noSuchDate(date)));
    if (from > to) found.push(problem('calendar.closure.order', `/closures/${index}`, problems.closureOrder(from, to)));
  });
  return found;
};

/**
 * Compiles a calendar for one unit (its closures and those of everybody). Errors: a date that is not
 * in the calendar or not in its year, a day or year said twice, sessions that overlap.
 */
export const compileCalendar = (
  definition: CalendarDefinition,
  options?: { readonly unit?: string },
): Result<WorkingCalendar> => {
  const found = check(definition);
  if (found.length > 0) return fail(...found);
  const hoursOf = compileHours(definition.hours);
  const decreed = new Map(definition.years.map((entry) => [entry.year, entry]));
  const closures = (definition.closures ?? [])
    .filter(({ unit }) => unit === undefined || unit === options?.unit)
    .map(({ from, to, reason }) => ({ from: dayNumber(from), to: dayNumber(to), reason }));

  const tableOf = (
    year: number,
    before: YearTable['before'] | undefined,
    after: YearTable['before'] | undefined,
  ): YearTable => {
    const entry = decreed.get(year);
    const first = firstDayOfYear(year);
    const length = firstDayOfYear(year + 1) - first;
    const off = new Map(
      entry
        ? entry.off.map(({ date, name }) => [dayNumber(date), name])
        : statutoryDays(year).map(({ day, name }) => [day, name]),
    );
    const makeUp = new Map((entry?.makeUp ?? []).map((item) => [dayNumber(item.date), item]));
    const dayOf = (day: number): CalendarDay => {
      const closure = closures.find(({ from, to }) => from <= day && day <= to);
      if (closure) return { kind: 'closure', name: closure.reason, hours: NOT_WORKED };
      const made = makeUp.get(day);
      if (made) {
        const likeWeekday = made.insteadOf ? weekdayOf(dayNumber(made.insteadOf)) : 1;
        return { kind: 'make-up', name: made.name, hours: hoursOf(day, likeWeekday) };
      }
      const holiday = off.get(day);
      if (holiday) return { kind: 'holiday', name: holiday, hours: NOT_WORKED };
      const hours = hoursOf(day, weekdayOf(day));
      return hours.counted ? { kind: 'working', hours } : { kind: 'weekend', name: dayReasons.weekend, hours };
    };
    const days = Array.from({ length }, (_, index) => dayOf(first + index));
    const workingDays = new Int32Array(length + 1);
    const minutes = new Int32Array(length + 1);
    days.forEach(({ hours }, index) => {
      workingDays[index + 1] = (workingDays[index] ?? 0) + (hours.counted ? 1 : 0);
      minutes[index + 1] = (minutes[index] ?? 0) + (hours.counted ? hours.minutes : 0);
    });
    const start = before ?? {
      workingDays: (after?.workingDays ?? 0) - (workingDays[length] ?? 0),
      minutes: (after?.minutes ?? 0) - (minutes[length] ?? 0),
    };
    return { first, length, workingDays, minutes, provisional: !entry, days, before: start };
  };

  // Kept because they are worth making once; the same year always gives the same table.
  const tables = new Map<number, YearTable>([[ANCHOR, tableOf(ANCHOR, { workingDays: 0, minutes: 0 }, undefined)]]);
  let earliest = ANCHOR;
  let latest = ANCHOR;
  const known = (year: number): YearTable => {
    const table = tables.get(year);
    if (!table) throw new Error(`calendar year ${year} was not built`);
    return table;
  };
  const year = (wanted: number): YearTable => {
    while (latest < wanted) {
      const { before, workingDays, minutes, length } = known(latest);
      const start = {
        workingDays: before.workingDays + (workingDays[length] ?? 0),
        minutes: before.minutes + (minutes[length] ?? 0),
      };
      latest += 1;
      tables.set(latest, tableOf(latest, start, undefined));
    }
    while (earliest > wanted) {
      const { before } = known(earliest);
      earliest -= 1;
      tables.set(earliest, tableOf(earliest, undefined, before));
    }
    return known(wanted);
  };

  const numbers = [...decreed.keys()];
  return ok({
    name: definition.name,
    title: definition.title,
    ...(options?.unit !== undefined ? { unit: options.unit } : {}),
    ...(numbers.length > 0 ? { decreed: { from: Math.min(...numbers), to: Math.max(...numbers) } } : {}),
    year,
  });
};

/** The day's entry; O(1). */
export const calendarDay = (calendar: WorkingCalendar, day: number): CalendarDay => {
  const table = calendar.year(yearOf(day));
  const entry = table.days[day - table.first];
  if (!entry) throw new Error(`no such day in the calendar: ${dayDate(day)}`);
  return entry;
};
