import { addWorkingMinutes, localDate, workingMinutesBetween, type Instant } from '#engine/clock/index.ts';
import { fail, ok, type Result } from '#engine/result/index.ts';
import { happenedAt, type CommandContext } from '../context.ts';
import { freshDates } from '../conversion/clock.ts';
import { newEvent } from '../event.ts';
import type { NewEvent } from '../events.ts';
import { dateReasons } from '../messages.ts';
import { problems } from '../problems.ts';
import { settingsOf } from '../process.ts';
import type { DossierCommand, DossierState } from '../types.ts';
import { limitOf } from './reception.ts';

type Recount = Extract<DossierCommand, { type: 'recount' }>;

/** Steps' own dates by the calendar as it is now, with the pauses that have ended since they opened. */
const stepDates = (state: DossierState, context: CommandContext): Readonly<Record<string, Instant>> => {
  const { calendar, prepared } = context;
  return Object.fromEntries(
    state.tasks.flatMap(({ token, element, openedAt, dueAt }) => {
      const { minutes } = settingsOf(prepared, element);
      if (minutes === undefined || dueAt === undefined) return [];
      const paused = state.pauses
        .filter(({ from, to }) => from >= openedAt && to !== undefined)
        .reduce((sum, { from, to }) => sum + workingMinutesBetween(calendar, from, to ?? from), 0);
      const due = addWorkingMinutes(calendar, openedAt, minutes + paused);
      return due === dueAt ? [] : [[token, due] as const];
    }),
  );
};

/**
 * `recount` → `recounted`: a holiday announced after the dossier was taken in is no working day of the law,
 * so the date of the law moves; the appointment on the receipt is kept. Refused where nothing changes.
 */
export const recount = (
  state: DossierState,
  { reason }: Recount,
  context: CommandContext,
): Result<readonly NewEvent[]> => {
  const row = limitOf(state, context);
  const before = state.legal?.due;
  if (!row || before === undefined) return fail(problems.sameDates());
  const { legal } = freshDates(state, context, row);
  const taskDue = stepDates(state, context);
  if (legal.due === undefined || (legal.due === before && Object.keys(taskDue).length === 0))
    return fail(problems.sameDates());
  const on = localDate(happenedAt(context));
  const told = { from: on, to: on, kind: 'reset', reason: dateReasons.recounted(reason), count: 0, total: 0 } as const;
  return ok([
    newEvent(context, 'recounted', {
      reason,
      from: before,
      legal: { ...legal, lines: [told, ...legal.lines] },
      taskDue,
    }),
  ]);
};
