import { fail, ok, type Result } from '#engine/result/index.ts';
import { compact } from '../compact.ts';
import { happenedAt, type CommandContext } from '../context.ts';
import { closing } from '../dates.ts';
import { newEvent } from '../event.ts';
import type { NewEvent } from '../events.ts';
import { oneStopOf } from '../one-stop-rules.ts';
import { problems } from '../problems.ts';
import { advance } from '../process.ts';
import type { DossierCommand, DossierState } from '../types.ts';

type Of<Type extends DossierCommand['type']> = Extract<DossierCommand, { type: Type }>;

/** Whatever still waits in the process is taken off everybody's list. */
const cancelled = (state: DossierState, context: CommandContext): Result<readonly NewEvent[]> => {
  if (state.process === undefined || state.process.status === 'ended') return ok([]);
  const next = advance(state, { type: 'cancel' }, context);
  return next.ok ? ok([newEvent(context, 'process-advanced', next.value)]) : next;
};

/** `withdraw` → `withdrawn`, by the applicant alone. */
export const withdraw = (
  state: DossierState,
  { reason }: Of<'withdraw'>,
  context: CommandContext,
): Result<readonly NewEvent[]> => {
  const rest = cancelled(state, context);
  if (!rest.ok) return rest;
  const data = {
    ...compact({ reason }),
    ...closing(state, context.calendar, happenedAt(context), oneStopOf(context).closing),
  };
  return ok([newEvent(context, 'withdrawn', data), ...rest.value]);
};

/** `stop` → `stopped`: with its reason (Thông báo dừng giải quyết hồ sơ, TT 03/2025/TT-VPCP). */
export const stop = (
  state: DossierState,
  { reason }: Of<'stop'>,
  context: CommandContext,
): Result<readonly NewEvent[]> => {
  if (reason.trim() === '')
    return fail(problems.text('/reason', { vi: 'lý do dừng giải quyết', en: 'the reason for stopping' }));
  const rest = cancelled(state, context);
  if (!rest.ok) return rest;
  return ok([
    newEvent(context, 'stopped', {
      reason,
      ...closing(state, context.calendar, happenedAt(context), oneStopOf(context).closing),
    }),
    ...rest.value,
  ]);
};

/** `fire-timer` → `process-advanced`: time went by. A timer that is gone, or not due yet, is refused. */
export const fireTimer = (
  state: DossierState,
  { token }: Of<'fire-timer'>,
  context: CommandContext,
): Result<readonly NewEvent[]> => {
  const timer = state.timers.find((each) => each.token === token);
  if (!timer) return fail(problems.timerGone(token));
  if (happenedAt(context) < timer.due) return fail(problems.timerEarly(timer.due));
  const next = advance(state, { type: 'timer', timer: token }, context);
  return next.ok ? ok([newEvent(context, 'process-advanced', next.value)]) : next;
};

/** `hear-signal` → `process-advanced`: another dossier said something. Where nothing waits for it, it is refused. */
export const hearSignal = (
  state: DossierState,
  { name }: Of<'hear-signal'>,
  context: CommandContext,
): Result<readonly NewEvent[]> => {
  const next = advance(state, { type: 'signal', name }, context);
  if (!next.ok) return next;
  return JSON.stringify(next.value.process) === JSON.stringify(state.process)
    ? fail(problems.signalNotAwaited(name))
    : ok([newEvent(context, 'process-advanced', next.value)]);
};
