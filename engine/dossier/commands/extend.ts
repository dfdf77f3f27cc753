import {
  dayInfo,
  deadline,
  at,
  isLocalDate,
  isWorkingDay,
  localDate,
  type Deadline,
  type Instant,
} from '#engine/clock/index.ts';
import { fail, ok, type Result } from '#engine/result/index.ts';
import type { CommandContext } from '../context.ts';
import { newEvent } from '../event.ts';
import type { NewEvent } from '../events.ts';
import { dateReasons } from '../messages.ts';
import { problems } from '../problems.ts';
import type { DossierCommand, DossierState } from '../types.ts';
import { limitOf } from './reception.ts';

type Extend = Extract<DossierCommand, { type: 'extend' }>;

/** The latest date an extension may reach, where the procedure says how long one may be. */
const furthest = (state: DossierState, due: Instant, context: CommandContext): Instant | undefined => {
  const extension = limitOf(state, context)?.extension;
  return extension && deadline(context.calendar, { from: due, limit: extension }).due;
};

/** `extend` → `extended`: apology, reason and one new date (NĐ 61/2018 Điều 19 khoản 9). The legal date stays. */
export const extend = (
  state: DossierState,
  { newDue, reason }: Extend,
  context: CommandContext,
): Result<readonly NewEvent[]> => {
  const { calendar } = context;
  const { promised } = state;
  if (promised?.due === undefined) return fail(problems.noDue());
  if (reason.trim() === '')
    return fail(problems.text('/reason', { vi: 'lý do xin lỗi và hẹn lại', en: 'the reason for the new date' }));
  if (!isLocalDate(newDue)) return fail(problems.extendNoDate());
  if (!isWorkingDay(calendar, newDue)) return fail(problems.extendDayOff(newDue));
  const due = at(newDue, dayInfo(calendar, newDue).sessions.at(-1)?.to ?? '17:00');
  if (due <= promised.due) return fail(problems.extendNotLater(promised.due));
  const latest = furthest(state, promised.due, context);
  if (latest !== undefined && due > latest) return fail(problems.extendTooFar(latest));
  const total = promised.lines.at(-1)?.total ?? 0;
  const extended: Deadline = {
    due,
    lines: [
      ...promised.lines,
      {
        from: localDate(promised.due),
        to: newDue,
        kind: 'extended',
        reason: dateReasons.extended(reason),
        count: 0,
        total,
      },
      { from: newDue, to: newDue, kind: 'due', reason: dateReasons.due(due), count: 0, total },
    ],
    provisional: promised.provisional || dayInfo(calendar, newDue).provisional,
    summary: dateReasons.extendedSummary(due),
  };
  return ok([newEvent(context, 'extended', { from: promised.due, promised: extended, reason })]);
};
