import { addDays, type Deadline, type DerivationLine, type LocalDate } from '#engine/clock/index.ts';

export interface CalendarDay {
  readonly date: LocalDate;
  readonly kind: 'blank' | 'start' | 'counted' | 'off' | 'holiday' | 'paused';
  /** The running count on a counted day. */
  readonly count?: number;
  readonly due: boolean;
  readonly today: boolean;
}

/** More weeks than this are a wall, not a picture: the ledger says it better. */
const MOST_WEEKS = 9;

const mondayOf = (date: LocalDate): LocalDate =>
  addDays(date, -((new Date(`${date}T00:00:00.000Z`).getUTCDay() + 6) % 7));

const weekend = (date: LocalDate): boolean => [0, 6].includes(new Date(`${date}T00:00:00.000Z`).getUTCDay());

const covers = (line: DerivationLine, date: LocalDate): boolean => line.from <= date && date <= line.to;

/** Days between two dates, both counted. */
const daysTo = (from: LocalDate, to: LocalDate): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;

const dayOf = (deadline: Deadline, date: LocalDate, due: LocalDate, today: LocalDate): CalendarDay => {
  const marks = { due: date === due, today: date === today };
  const lines = deadline.lines.filter((line) => covers(line, date));
  const counted = lines.find((line) => line.kind === 'counted' || line.kind === 'extended' || line.kind === 'moved');
  if (lines.some((line) => line.kind === 'skipped')) return { date, kind: weekend(date) ? 'off' : 'holiday', ...marks };
  if (lines.some((line) => line.kind === 'paused')) return { date, kind: 'paused', ...marks };
  if (counted && Number.isInteger(counted.total) && counted.count > 0) {
    const count = counted.total - counted.count + daysTo(counted.from, date);
    return { date, kind: 'counted', ...(count <= counted.total ? { count } : {}), ...marks };
  }
  if (lines.some((line) => line.kind === 'start' || line.kind === 'reset' || line.kind === 'cut-off'))
    return { date, kind: 'start', ...marks };
  return { date, kind: weekend(date) ? 'off' : 'blank', ...marks };
};

/** Whole weeks (Monday first) from the first line to the due day; empty when there is no date or too many weeks. */
export const calendarWeeks = (
  deadline: Deadline,
  due: LocalDate | undefined,
  today: LocalDate,
): readonly (readonly CalendarDay[])[] => {
  const first = deadline.lines[0]?.from;
  if (!first || !due || due < first) return [];
  const start = mondayOf(first);
  const weeks = Math.ceil(daysTo(start, due) / 7);
  if (weeks > MOST_WEEKS) return [];
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (__, day) => dayOf(deadline, addDays(start, week * 7 + day), due, today)),
  );
};
