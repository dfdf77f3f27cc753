import { ok, type Result } from '#engine/result/index.ts';
import { compact } from '../compact.ts';
import { happenedAt, type CommandContext } from '../context.ts';
import { datesFrom } from '../dates.ts';
import { newEvent } from '../event.ts';
import type { NewEvent } from '../events.ts';
import { startProcess } from '../process.ts';
import type { DossierCommand, DossierState } from '../types.ts';
import { limitOf } from './reception.ts';

type ReceiveTransfer = Extract<DossierCommand, { type: 'receive-transfer' }>;

/**
 * `receive-transfer` → `arrived`, `process-advanced`: the competent unit has the dossier that another counter took
 * in. Its process begins, and where the rule of the day of acceptance says so, its time (NĐ 309/2026/NĐ-CP Điều 17
 * khoản 3).
 */
export const receiveTransfer = (
  state: DossierState,
  { note }: ReceiveTransfer,
  context: CommandContext,
): Result<readonly NewEvent[]> => {
  const started = startProcess(state, context);
  if (!started.ok) return started;
  const row = state.nonTerritorial?.clockStart === 'arrival' ? limitOf(state, context) : undefined;
  return ok([
    newEvent(context, 'arrived', {
      ...(row ? { timeLimit: row.id, ...datesFrom(context.calendar, happenedAt(context), row) } : {}),
      ...compact({ note }),
    }),
    newEvent(context, 'process-advanced', started.value),
  ]);
};
