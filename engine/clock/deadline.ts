import type { Limit } from '#engine/definition/index.ts';
import { unreachable, type Localized } from '#engine/result/index.ts';
import { calendarDay, type WorkingCalendar } from './calendar.ts';
import { addMonths, dayNumber } from './days.ts';
import { dayRuns, derivation, reasonOf } from './lines.ts';
import { amount, dayReasons, lineReasons, summaries } from './messages.ts';
import { localDate, startOfDay, type Instant } from './time.ts';
import type { Deadline } from './types.ts';
import {
  addWorkingMinutes,
  endOfWork,
  instantAt,
  nextWorkingDay,
  startOfWork,
  touchesProvisional,
  workingDayAt,
  workingDaysBefore,
  workingMinutesBetween,
} from './working-time.ts';

export type DurationLimit = Extract<Limit, { readonly value: number }>;

interface Segment {
  readonly limit: DurationLimit;
  readonly agency?: Localized;
}

/** Where the counting stands: the last day used up, and the instant within it. */
interface Cursor {
  readonly day: number;
  /** The day on which `time` lies; 24:00 of a day off is still that day. */
  readonly on: number;
  readonly time: Instant;
  /** Part of the next working day already used (half days), 0 ≤ part < 1. */
  readonly part: number;
  /** Months are always counted from where months began, so that 31/01 + 1 + 1 is 31/03. */
  readonly months?: { readonly from: number; readonly count: number };
}

const MINUTE = 60_000;
/** Guards against 0.1 + 0.2: no limit is finer than this. */
const TINY = 1e-6;

const msOfDay = (instant: Instant): number => Date.parse(instant) - Date.parse(startOfDay(localDate(instant)));

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** Half a day is a session (buổi) where the day has two; any other part is taken of its minutes. */
const partOfDay = (calendar: WorkingCalendar, day: number, part: number): Instant => {
  const { sessions, minutes } = calendarDay(calendar, day).hours;
  const [morning, afternoon] = sessions;
  if (morning && afternoon && Math.abs(part - 0.5) < TINY) return instantAt(day, morning.to * MINUTE);
  return addWorkingMinutes(calendar, instantAt(day, 0), minutes * part);
};

type Derivation = ReturnType<typeof derivation>;

const countWorkingDays = (
  calendar: WorkingCalendar,
  cursor: Cursor,
  { limit, agency }: Segment,
  into: Derivation,
): Cursor => {
  const used = cursor.part + limit.value;
  const full = Math.floor(used + TINY);
  const part = used - full < TINY ? 0 : used - full;
  const touched = full + (part > 0 ? 1 : 0);
  if (touched === 0) return cursor;
  const last = workingDayAt(calendar, workingDaysBefore(calendar, cursor.day + 1) + touched - 1, cursor.day);
  let alreadyUsed = cursor.part;
  for (const run of dayRuns(calendar, cursor.day + 1, last)) {
    if (!run.counted) {
      into.add('skipped', run.from, run.to, run.reason ?? dayReasons.weekend);
      continue;
    }
    const count = run.workingDays - alreadyUsed - (run.to === last && part > 0 ? 1 - part : 0);
    alreadyUsed = 0;
    const counted = lineReasons.counted(count, 'working-day', agency);
    into.add('counted', run.from, run.to, run.reason ? summaries.note(counted, run.reason) : counted, count);
  }
  return {
    // A day only partly used stays open for the next phase.
    day: part > 0 ? last - 1 : last,
    on: last,
    time: part > 0 ? partOfDay(calendar, last, part) : endOfWork(calendar, last),
    part,
  };
};

const countDays = (calendar: WorkingCalendar, cursor: Cursor, { limit, agency }: Segment, into: Derivation): Cursor => {
  const from = cursor.on;
  const last = from + Math.ceil(limit.value - TINY);
  if (last > from) into.add('counted', from + 1, last, lineReasons.calendarDays(limit.value, agency), limit.value);
  return { day: last, on: last, time: endOfWork(calendar, last), part: 0 };
};

/** Half a month is fifteen days, a month's part is taken of thirty (BLDS 2015 Điều 146 khoản 1). */
const countMonths = (
  calendar: WorkingCalendar,
  cursor: Cursor,
  { limit, agency }: Segment,
  into: Derivation,
): Cursor => {
  const current = cursor.on;
  const base = cursor.months ?? { from: current, count: 0 };
  const total = base.count + limit.value;
  const full = Math.floor(total + TINY);
  const last = addMonths(base.from, full) + Math.round((total - full) * 30);
  if (last > current)
    into.add('counted', current + 1, last, lineReasons.counted(limit.value, 'month', agency), limit.value);
  return { day: last, on: last, time: endOfWork(calendar, last), part: 0, months: { from: base.from, count: total } };
};

const countHours = (
  calendar: WorkingCalendar,
  cursor: Cursor,
  { limit, agency }: Segment,
  into: Derivation,
): Cursor => {
  const due = addWorkingMinutes(calendar, cursor.time, limit.value * 60);
  const from = cursor.on;
  const last = dayNumber(localDate(due));
  for (const run of dayRuns(calendar, from, last)) {
    if (!run.counted) {
      into.add('skipped', run.from, run.to, run.reason ?? dayReasons.weekend);
      continue;
    }
    const start = run.from === from ? cursor.time : instantAt(run.from, 0);
    const end = run.to === last ? due : instantAt(run.to + 1, 0);
    const hours = workingMinutesBetween(calendar, start, end) / 60;
    const counted = lineReasons.counted(hours, 'working-hour', agency);
    into.add('counted', run.from, run.to, run.reason ? summaries.note(counted, run.reason) : counted, hours);
  }
  return { day: last, on: last, time: due, part: 0 };
};

const count = (calendar: WorkingCalendar, cursor: Cursor, segment: Segment, into: Derivation): Cursor => {
  switch (segment.limit.unit) {
    case 'working-day':
      return countWorkingDays(calendar, cursor, segment, into);
    case 'day':
      return countDays(calendar, cursor, segment, into);
    case 'month':
      return countMonths(calendar, cursor, segment, into);
    case 'working-hour':
      return countHours(calendar, cursor, segment, into);
    default:
      return unreachable(segment.limit.unit);
  }
};

/** "Ngay trong ngày làm việc": that day while work goes on, else the next working day. */
const sameDay = (calendar: WorkingCalendar, from: Instant, into: Derivation): Instant => {
  const day = dayNumber(localDate(from));
  const { hours } = calendarDay(calendar, day);
  if (hours.counted && from <= endOfWork(calendar, day)) {
    into.add('counted', day, day, lineReasons.sameDay);
    return endOfWork(calendar, day);
  }
  const next = nextWorkingDay(calendar, day);
  into.add('moved', hours.counted ? day + 1 : day, next, lineReasons.afterHours);
  return endOfWork(calendar, next);
};

/** The last day of a limit in days or months that is a day off moves on (BLDS 2015 Điều 148 khoản 5). */
const moveToWork = (calendar: WorkingCalendar, day: number, into: Derivation): number => {
  const entry = calendarDay(calendar, day);
  if (entry.hours.counted) return day;
  const next = nextWorkingDay(calendar, day);
  into.add('moved', day + 1, next, lineReasons.movedFrom(reasonOf(entry) ?? dayReasons.weekend));
  return next;
};

/** The result is due one working day later: a date at its end of work, an hour at the same hour. */
const oneDayLater = (calendar: WorkingCalendar, due: Instant, byHour: boolean): Instant => {
  const next = nextWorkingDay(calendar, dayNumber(localDate(due)));
  const ms = msOfDay(due);
  const inSession = calendarDay(calendar, next).hours.sessions.some(
    ({ from, to }) => from * MINUTE < ms && ms <= to * MINUTE,
  );
  return byHour && inSession ? instantAt(next, ms) : endOfWork(calendar, next);
};

const describe = (segments: readonly Segment[]): Localized =>
  segments.length === 1 && segments[0]?.limit.value === 0
    ? summaries.sameDay
    : summaries.phases(segments.map(({ limit }) => amount(limit.value, limit.unit)));

const ofSegments = (calendar: WorkingCalendar, from: Instant, segments: readonly Segment[]): Deadline => {
  const startDay = dayNumber(localDate(from));
  const into = derivation();
  const first = segments[0]?.limit;
  const byHour = segments.at(-1)?.limit.unit === 'working-hour';
  const immediate = segments.every(({ limit }) => limit.value === 0);

  into.add(
    'start',
    startDay,
    startDay,
    first?.unit === 'working-hour' || immediate ? lineReasons.startsAt(from) : lineReasons.notCounted,
  );
  let cursor: Cursor = { day: startDay, on: startDay, time: from, part: 0 };

  const cutOff = first?.cutOff;
  const isLate =
    cutOff !== undefined &&
    calendarDay(calendar, startDay).hours.counted &&
    msOfDay(from) > minutesOf(cutOff.at) * MINUTE;
  if (cutOff && isLate && cutOff.effect === 'forward-next-day')
    into.add('cut-off', startDay, startDay, lineReasons.cutOffForward(cutOff.at));
  if (cutOff && isLate && cutOff.effect === 'start-next-day') {
    const next = nextWorkingDay(calendar, startDay);
    into.add('cut-off', startDay, startDay, lineReasons.cutOff(cutOff.at));
    for (const run of dayRuns(calendar, startDay + 1, next - 1))
      into.add('skipped', run.from, run.to, run.reason ?? dayReasons.weekend);
    cursor = { day: next, on: next, time: startOfWork(calendar, next), part: 0 };
    if (!byHour || first?.unit !== 'working-hour')
      into.add('start', next, next, immediate ? lineReasons.startsAt(cursor.time) : lineReasons.startsHere);
  }
  const resultLater = cutOff !== undefined && isLate && cutOff.effect === 'next-working-day';

  let due: Instant;
  if (immediate && first?.unit !== 'working-hour') {
    // Late is late once: past the cut-off hour the next working day, whether or not the office has closed.
    due = resultLater ? endOfWork(calendar, startDay) : sameDay(calendar, cursor.time, into);
  } else {
    for (const segment of segments) cursor = count(calendar, cursor, segment, into);
    const last = cursor.on;
    const unit = segments.at(-1)?.limit.unit;
    const moved = unit === 'day' || unit === 'month' ? moveToWork(calendar, last, into) : last;
    due = moved === last ? cursor.time : endOfWork(calendar, moved);
  }
  if (cutOff && resultLater) {
    const before = dayNumber(localDate(due));
    due = oneDayLater(calendar, due, byHour);
    into.add('cut-off', before + 1, dayNumber(localDate(due)), lineReasons.cutOffResult(cutOff.at));
  }
  const dueDay = dayNumber(localDate(due));
  into.add('due', dueDay, dueDay, lineReasons.due(due));
  return {
    due,
    lines: into.lines,
    provisional: touchesProvisional(calendar, startDay, dueDay),
    summary: summaries.due(due, describe(segments), localDate(from)),
  };
};

/**
 * When what was accepted at `from` is due, with the lines that lead there.
 *
 * The day of acceptance is not counted (BLDS 2015 Điều 147 khoản 2); working days are those of the
 * calendar, make-up days included; a date is due at the end of the day's last session; the last day of
 * a limit in days or months that is a day off moves to the next working day (Điều 148 khoản 5); months
 * end on the same day of the month or on its last (Điều 148 khoản 3); hours run within sessions only.
 * Phases add up; of several outcomes the longest is promised; `none` and `scheduled` have no date.
 * A cut-off hour concerns what is accepted after it on a working day.
 */
export const deadline = (
  calendar: WorkingCalendar,
  given: { readonly from: Instant; readonly limit: Limit },
): Deadline => {
  const { from, limit } = given;
  switch (limit.kind) {
    case undefined:
    case 'duration':
      return ofSegments(calendar, from, [{ limit }]);
    case 'phases':
      return ofSegments(calendar, from, limit.phases);
    case 'by-outcome': {
      const all = limit.outcomes.map(({ outcome, limit: each }) => ({
        outcome,
        deadline: ofSegments(calendar, from, [{ limit: each }]),
      }));
      const longest = all.reduce((best, next) => ((next.deadline.due ?? '') > (best.deadline.due ?? '') ? next : best));
      return { ...longest.deadline, summary: summaries.longest(longest.outcome, longest.deadline.summary) };
    }
    case 'none':
      return { lines: [], provisional: false, summary: summaries.none };
    case 'scheduled':
      return { lines: [], provisional: false, summary: limit.text };
    default:
      return unreachable(limit);
  }
};
