import { fail, ok, type Result } from '#engine/result/index.ts';
import { compact } from '../compact.ts';
import { happenedAt, type CommandContext } from '../context.ts';
import { datesFrom, forwardBy } from '../dates.ts';
import { newEvent } from '../event.ts';
import type { NewEvent } from '../events.ts';
import { mergePapers } from '../evolve.ts';
import { factsOf } from '../facts.ts';
import { checkComplete, checkPapers } from '../intake.ts';
import { competentUnit } from '../non-territorial.ts';
import { oneStopOf } from '../one-stop-rules.ts';
import { problems } from '../problems.ts';
import { startProcess } from '../process.ts';
import { limitFor } from '../time-limit.ts';
import { awaitedPapers, groupLimit } from '../together.ts';
import type { DossierCommand, DossierState } from '../types.ts';

type Of<Type extends DossierCommand['type']> = Extract<DossierCommand, { type: Type }>;

/** The time limit's row of a dossier: its group's, else by case, channel and level of the unit that is competent. */
export const limitOf = (
  state: Pick<DossierState, 'case' | 'channel' | 'receivingUnit' | 'nonTerritorial' | 'together'>,
  { prepared, units }: CommandContext,
) => {
  const group = state.together?.group;
  if (group?.limit) return { id: groupLimit(group.code), ...group.limit };
  const level = units.level(competentUnit(state));
  return limitFor(prepared.release.procedure, {
    channel: state.channel,
    ...compact({ case: state.case, level }),
  });
};

/**
 * `accept` → `accepted`, `process-advanced`. From here the time limit runs (NĐ 61/2018 Điều 17; NĐ
 * 309/2026: from when the dossier was taken in complete): the dates are worked out and kept. What is taken in for
 * another unit is sent there first: its process, and by the later rule its time, begin when it is received.
 */
export const accept = (
  state: DossierState,
  command: Of<'accept'>,
  context: CommandContext,
): Result<readonly NewEvent[]> => {
  const { prepared, calendar } = context;
  const more = command.papers ?? [];
  const papers = mergePapers(state.papers, more);
  const facts = factsOf(state, context);
  const paid = (command.feesPaid ?? []).map((id) => state.fees.find(({ fee }) => fee === id) ?? id);
  const found = [
    ...checkPapers(prepared, more),
    ...checkComplete(
      prepared,
      facts,
      papers,
      awaitedPapers({ ...state, papers }).map(({ paper }) => paper),
    ),
    ...paid.flatMap((line) => (typeof line === 'string' ? [problems.feeUnknown(line)] : [])),
  ];
  if (found.length > 0) return fail(...found);
  const elsewhere = state.nonTerritorial;
  const started = elsewhere ? undefined : startProcess(state, context);
  if (started?.ok === false) return started;
  const row = elsewhere?.clockStart === 'arrival' ? undefined : limitOf(state, context);
  return ok([
    newEvent(context, 'accepted', {
      papers: more,
      payments: paid.flatMap((line) => (typeof line === 'string' ? [] : [{ fee: line.fee, amount: line.amount }])),
      ...(row ? { timeLimit: row.id, ...datesFrom(calendar, happenedAt(context), row) } : {}),
      ...(elsewhere ? { sendBy: forwardBy(calendar, happenedAt(context), oneStopOf(context).forwarding) } : {}),
      ...compact({ register: context.register, note: command.note }),
    }),
    ...(started ? [newEvent(context, 'process-advanced', started.value)] : []),
  ]);
};

/** `refuse` → `refused`: not taken in, with the reason in writing (NĐ 61/2018 Điều 17 khoản 1). */
export const refuse = (command: Of<'refuse'>, context: CommandContext): Result<readonly NewEvent[]> =>
  command.reason.trim() === ''
    ? fail(problems.text('/reason', { vi: 'lý do từ chối', en: 'the reason for refusing' }))
    : ok([newEvent(context, 'refused', { reason: command.reason, ...compact({ elsewhere: command.elsewhere }) })]);
