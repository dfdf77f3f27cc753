import {
  addDays,
  addWorkingMinutes,
  at,
  dayInfo,
  deadline,
  isWorkingDay,
  localDate,
  nextWorkingInstant,
  startOfDay,
  workingMinutesBetween,
  type Deadline,
  type DerivationLine,
  type Instant,
  type WorkingCalendar,
} from '#engine/clock/index.ts';
import type { Limit, OneStopPeriod } from '#engine/definition/index.ts';
import type { Localized } from '#engine/result/index.ts';
import type { Closed, Resumed } from './events.ts';
import { compact } from './compact.ts';
import { dateReasons } from './messages.ts';
import { clockStartedAt } from './non-territorial.ts';
import type { DossierState } from './types.ts';

/** Legal and promised dates as acceptance (or a full supplement) at `from` sets them. */
export const datesFrom = (
  calendar: WorkingCalendar,
  from: Instant,
  limits: { readonly legal: Limit; readonly promised?: Limit },
): { readonly legal: Deadline; readonly promised: Deadline } => ({
  legal: deadline(calendar, { from, limit: limits.legal }),
  promised: deadline(calendar, { from, limit: limits.promised ?? limits.legal }),
});

const line = (kind: DerivationLine['kind'], from: Instant, to: Instant, reason: Localized): DerivationLine => ({
  from: localDate(from),
  to: localDate(to),
  kind,
  reason,
  count: 0,
  total: 0,
});

/** The limit begins anew after a full supplement (NĐ 61/2018 Điều 19 khoản 4); the pause is shown before it. */
export const restarted = (given: Deadline, askedAt: Instant, suppliedAt: Instant): Deadline => ({
  ...given,
  lines: [
    line('paused', askedAt, suppliedAt, dateReasons.supplement),
    line('reset', suppliedAt, suppliedAt, dateReasons.reset),
    ...given.lines,
  ],
});

/** The date moves by the working time that was paused; the derivation says so. */
export const movedBy = (calendar: WorkingCalendar, given: Deadline, from: Instant, to: Instant): Deadline => {
  if (given.due === undefined) return given;
  const minutes = workingMinutesBetween(calendar, from, to);
  if (minutes <= 0) return given;
  const due = addWorkingMinutes(calendar, given.due, minutes);
  const total = given.lines.at(-1)?.total ?? 0;
  return {
    ...given,
    due,
    lines: [
      ...given.lines,
      { ...line('paused', from, to, dateReasons.obligation(minutes)), total },
      { ...line('due', due, due, dateReasons.due(due)), total },
    ],
    summary: dateReasons.movedSummary(due),
  };
};

/** The steps' own dates move by the working time in which nobody could work on them. */
const tasksMoved = (
  state: DossierState,
  calendar: WorkingCalendar,
  from: Instant,
  to: Instant,
): Readonly<Record<string, Instant>> => {
  const minutes = workingMinutesBetween(calendar, from, to);
  return Object.fromEntries(
    state.tasks.flatMap(({ token, dueAt }) =>
      dueAt === undefined || minutes <= 0 ? [] : [[token, addWorkingMinutes(calendar, dueAt, minutes)] as const],
    ),
  );
};

/** Open pause of a state, if it has one. */
export const openPause = (state: Pick<DossierState, 'pauses'>): DossierState['pauses'][number] | undefined =>
  state.pauses.find(({ to }) => to === undefined);

/**
 * Dates after a pause. An obligation's time is not counted; a suspension moves no date of the law, it
 * only explains lateness (domain 2.3); of either, the steps' own dates move on.
 */
export const afterPause = (state: DossierState, calendar: WorkingCalendar, until: Instant): Resumed => {
  const pause = openPause(state);
  if (!pause) return {};
  const taskDue = tasksMoved(state, calendar, pause.from, until);
  if (pause.ground !== 'obligation') return { taskDue };
  return {
    taskDue,
    ...compact({
      legal: state.legal && movedBy(calendar, state.legal, pause.from, until),
      promised: state.promised && movedBy(calendar, state.promised, pause.from, until),
    }),
  };
};

/** After a full supplement at `at`. Before acceptance no limit runs yet. */
export const afterSupplement = (
  state: DossierState,
  calendar: WorkingCalendar,
  suppliedAt: Instant,
  limits: { readonly legal: Limit; readonly promised?: Limit } | undefined,
): Resumed => {
  if (clockStartedAt(state) === undefined || !limits) return {};
  const askedAt = state.supplement?.askedAt ?? suppliedAt;
  const { legal, promised } = datesFrom(calendar, suppliedAt, limits);
  return {
    legal: restarted(legal, askedAt, suppliedAt),
    promised: restarted(promised, askedAt, suppliedAt),
    taskDue: tasksMoved(state, calendar, askedAt, suppliedAt),
  };
};

/**
 * Working minutes that count against the office: from when its time began until it finished (or `until`),
 * without the time of a supplement or an obligation (QĐ 766/QĐ-TTg 2022, index 2.1). Never negative.
 */
export const measuredMinutes = (
  state: Pick<DossierState, 'acceptedAt' | 'finishedAt' | 'pauses' | 'nonTerritorial'>,
  calendar: WorkingCalendar,
  until: Instant,
): number => {
  const { finishedAt } = state;
  const begun = clockStartedAt(state);
  if (begun === undefined) return 0;
  const end = finishedAt !== undefined && finishedAt < until ? finishedAt : until;
  if (end <= begun) return 0;
  const paused = state.pauses
    .filter(({ ground }) => ground !== 'suspended')
    .map(({ from, to }) => ({
      from: from > begun ? from : begun,
      to: to !== undefined && to < end ? to : end,
    }))
    .filter(({ from, to }) => from < to)
    .reduce((sum, { from, to }) => sum + workingMinutesBetween(calendar, from, to), 0);
  return Math.max(0, workingMinutesBetween(calendar, begun, end) - paused);
};

/**
 * By when what was taken in must be on its way to the deciding agency: the end of the same working day, or
 * the start of the next one when it came after `until` (15:00) or on a day off (NĐ 61/2018 Điều 18 khoản 2).
 */
export const forwardBy = (
  calendar: WorkingCalendar,
  acceptedAt: Instant,
  { until }: OneStopPeriod['forwarding'],
): Instant => {
  const today = localDate(acceptedAt);
  const { sessions } = dayInfo(calendar, today);
  const end = sessions.at(-1);
  if (isWorkingDay(calendar, today) && end && acceptedAt <= at(today, until)) return at(today, end.to);
  return nextWorkingInstant(calendar, startOfDay(addDays(today, 1)));
};

/** Start of the half-day session (buổi) in which the instant lies, or which it ends. */
const sessionStart = (calendar: WorkingCalendar, due: Instant): Instant => {
  const date = localDate(due);
  const session = dayInfo(calendar, date).sessions.find(({ from, to }) => at(date, from) < due && due <= at(date, to));
  return session ? at(date, session.from) : due;
};

/**
 * Early, on time or late, by the rule of the day (closing@1): compared with the promised date (NgayHenTra). Late after it;
 * early before the half-day session that it ends; on time within that session. No date: on time. A
 * dossier that ends while the clock stands still is judged at the instant it stopped.
 */
export const closing = (
  state: DossierState,
  calendar: WorkingCalendar,
  closedAt: Instant,
  { rule, earlyBefore }: OneStopPeriod['closing'],
): Closed => {
  if (state.acceptedAt === undefined) return {};
  const stood = openPause(state);
  const moment = stood !== undefined && stood.ground !== 'suspended' ? stood.from : closedAt;
  const due = state.promised?.due;
  const early = (promised: Instant): Instant =>
    earlyBefore === 'day' ? startOfDay(localDate(promised)) : sessionStart(calendar, promised);
  const classification =
    due === undefined ? 'on-time' : moment > due ? 'late' : moment < early(due) ? 'early' : 'on-time';
  return { outcome: { classification, rule } };
};
