import type { Localized } from '#engine/result/index.ts';
import { calendarDay, type CalendarDay, type WorkingCalendar } from './calendar.ts';
import { dayDate, firstDayOfYear, yearOf } from './days.ts';
import { dayReasons, lineReasons } from './messages.ts';
import type { DerivationLine } from './types.ts';
import { workingDaysBefore } from './working-time.ts';

/** Spans longer than this are told by the year, not by the run of days. */
const DAYS_IN_DETAIL = 400;

/** A run of days that are counted, or that are not for one reason. */
export interface DayRun {
  readonly from: number;
  readonly to: number;
  readonly counted: boolean;
  readonly reason?: Localized;
  /** Working days in the run. */
  readonly workingDays: number;
}

/** Why a day is not counted; of a make-up day, why it is. */
export const reasonOf = ({ kind, name }: CalendarDay): Localized | undefined => {
  switch (kind) {
    case 'working':
      return undefined;
    case 'weekend':
      return dayReasons.weekend;
    case 'holiday':
      return name ? dayReasons.holiday(name) : dayReasons.weekend;
    case 'closure':
      return name ? dayReasons.closure(name) : dayReasons.weekend;
    case 'make-up':
      return name ? dayReasons.makeUp(name) : undefined;
  }
};

/** The days `from` to `to` (inclusive) in runs, without gap or overlap. */
export const dayRuns = (calendar: WorkingCalendar, from: number, to: number): readonly DayRun[] => {
  if (to < from) return [];
  if (to - from > DAYS_IN_DETAIL) return yearRuns(calendar, from, to);
  const runs: DayRun[] = [];
  for (let day = from; day <= to; day += 1) {
    const entry = calendarDay(calendar, day);
    const counted = entry.hours.counted;
    const reason = reasonOf(entry);
    const last = runs.at(-1);
    if (last && last.counted === counted && last.reason?.vi === reason?.vi)
      runs[runs.length - 1] = { ...last, to: day, workingDays: last.workingDays + (counted ? 1 : 0) };
    else runs.push({ from: day, to: day, counted, ...(reason ? { reason } : {}), workingDays: counted ? 1 : 0 });
  }
  return runs;
};

const yearRuns = (calendar: WorkingCalendar, from: number, to: number): readonly DayRun[] => {
  const runs: DayRun[] = [];
  for (let start = from; start <= to;) {
    const end = Math.min(to, firstDayOfYear(yearOf(start) + 1) - 1);
    const workingDays = workingDaysBefore(calendar, end + 1) - workingDaysBefore(calendar, start);
    const off = end - start + 1 - workingDays;
    runs.push({ from: start, to: end, counted: workingDays > 0, reason: lineReasons.yearOff(off), workingDays });
    start = end + 1;
  }
  return runs;
};

/** A derivation being written: keeps the running total. Counts are rounded to a ten-thousandth of the unit. */
export const derivation = (): {
  readonly add: (kind: DerivationLine['kind'], from: number, to: number, reason: Localized, count?: number) => void;
  readonly lines: readonly DerivationLine[];
} => {
  const lines: DerivationLine[] = [];
  const round = (value: number): number => Math.round(value * 10_000) / 10_000;
  return {
    lines,
    add: (kind, from, to, reason, count = 0) => {
      const total = round((lines.at(-1)?.total ?? 0) + count);
      lines.push({ from: dayDate(from), to: dayDate(to), kind, reason, count: round(count), total });
    },
  };
};
