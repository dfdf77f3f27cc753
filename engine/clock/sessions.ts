import { dayNumber } from './days.ts';
import type { CalendarHours } from './schema.ts';

/** Minutes after midnight in Vietnam. */
export interface Session {
  readonly from: number;
  readonly to: number;
}

export interface DayHours {
  readonly sessions: readonly Session[];
  /** Minutes of all sessions. */
  readonly minutes: number;
  /** false: no working day, though the counter may be open. */
  readonly counted: boolean;
}

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const CLOSED: DayHours = { sessions: [], minutes: 0, counted: false };

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

const week = (rules: CalendarHours['week']): readonly DayHours[] =>
  WEEKDAYS.map((weekday) => {
    const rule = rules.find(({ weekdays }) => weekdays.includes(weekday));
    if (!rule) return CLOSED;
    const sessions = rule.sessions.map(({ from, to }) => ({ from: minutesOf(from), to: minutesOf(to) }));
    const minutes = sessions.reduce((sum, { from, to }) => sum + to - from, 0);
    return { sessions, minutes, counted: rule.receptionOnly !== true };
  });

/** Hours worked on a day as if it were that weekday (1 Monday … 7 Sunday), by the rules in force then. */
export const compileHours = (hours: readonly CalendarHours[]): ((day: number, weekday: number) => DayHours) => {
  const periods = hours
    .map((entry) => ({ from: dayNumber(entry.from), week: week(entry.week) }))
    .sort((a, b) => a.from - b.from);
  return (day, weekday) => {
    const period = periods.findLast(({ from }) => from <= day) ?? periods[0];
    return period?.week[weekday - 1] ?? CLOSED;
  };
};
