import type { Deadline } from '#engine/clock/index.ts';
import { fail, ok, type Result } from '#engine/result/index.ts';
import { limitOf } from '../commands/reception.ts';
import { compact } from '../compact.ts';
import { happenedAt, type CommandContext } from '../context.ts';
import { datesFrom, movedBy, restarted } from '../dates.ts';
import { clockStartedAt } from '../non-territorial.ts';
import { problems } from '../problems.ts';
import type { DossierState } from '../types.ts';

export type Dates = Pick<DossierState, 'timeLimit' | 'legal' | 'promised'>;

/**
 * The clock under the new release. The legal date is what it would be had the dossier been taken in
 * under it: same beginning, same pauses. The promised date is never later than the one on the receipt.
 * Refused where the new limit would make the dossier late at once although it is in time now.
 */
export const convertedDates = (state: DossierState, context: CommandContext): Result<Dates> => {
  if (clockStartedAt(state) === undefined) return ok({});
  const row = limitOf(state, context);
  if (!row) return ok({});
  const fresh = freshDates(state, context, row);
  const now = happenedAt(context);
  const promised = state.extension ? state.promised : earlier(state.promised, fresh.promised);
  const isLate = (due: Deadline | undefined): boolean => due?.due !== undefined && due.due < now;
  if (isLate(promised) && !isLate(state.promised)) return fail(problems.lateAtOnce(promised?.due ?? now));
  return ok({ timeLimit: row.id, legal: fresh.legal, ...compact({ promised }) });
};

/** Dates of a dossier that was taken in under this release when this one was, and stood still when it did. */
export const freshDates = (
  state: DossierState,
  { calendar }: CommandContext,
  row: NonNullable<ReturnType<typeof limitOf>>,
): { readonly legal: Deadline; readonly promised: Deadline } => {
  const { supplement } = state;
  const start = clockStartedAt(state) ?? state.submittedAt;
  const suppliedAt = supplement?.suppliedAt;
  const begins = suppliedAt !== undefined && suppliedAt > start ? suppliedAt : start;
  const dates = datesFrom(calendar, begins, row);
  const again = (given: Deadline): Deadline => {
    const from = begins === suppliedAt && supplement ? restarted(given, supplement.askedAt, suppliedAt) : given;
    return state.pauses
      .filter(({ ground, from: at }) => ground === 'obligation' && at >= begins)
      .reduce((moved, { from: at, to }) => (to === undefined ? moved : movedBy(calendar, moved, at, to)), from);
  };
  return { legal: again(dates.legal), promised: again(dates.promised) };
};

const earlier = (left: Deadline | undefined, right: Deadline): Deadline =>
  left?.due !== undefined && (right.due === undefined || left.due <= right.due) ? left : right;
