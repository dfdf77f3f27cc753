import { fail, ok, type Problem, type Result } from '#engine/result/index.ts';
import { compact } from '../compact.ts';
import { happenedAt, type CommandContext } from '../context.ts';
import { afterPause, afterSupplement } from '../dates.ts';
import { newEvent } from '../event.ts';
import type { NewEvent } from '../events.ts';
import { factsOf } from '../facts.ts';
import { acceptAnswers, checkPapers } from '../intake.ts';
import { problems } from '../problems.ts';
import type { DossierCommand, DossierState } from '../types.ts';
import { limitOf } from './reception.ts';

type Of<Type extends DossierCommand['type']> = Extract<DossierCommand, { type: Type }>;

/** `ask-supplement` → `supplement-asked`: once, fully, only published papers (NĐ 61/2018 Điều 17, 19 khoản 4). */
export const askSupplement = (
  { papers, reason }: Of<'ask-supplement'>,
  context: CommandContext,
): Result<readonly NewEvent[]> => {
  const found: Problem[] = [
    ...(papers.length === 0 ? [problems.noPapersAsked()] : []),
    ...checkPapers(context.prepared, papers),
    ...(reason.trim() === '' ? [problems.text('/reason', { vi: 'lý do yêu cầu bổ sung', en: 'the reason' })] : []),
  ];
  return found.length > 0 ? fail(...found) : ok([newEvent(context, 'supplement-asked', { papers, reason })]);
};

/** `supply-supplement` → `supplement-supplied`: all that was asked for; the legal limit begins anew. */
export const supplySupplement = (
  state: DossierState,
  command: Of<'supply-supplement'>,
  context: CommandContext,
): Result<readonly NewEvent[]> => {
  const { prepared, calendar } = context;
  const names = new Map((prepared.release.procedure.checklist ?? []).map(({ id, name }) => [id, name]));
  const given = new Set(command.papers.map(({ paper }) => paper));
  const found = [
    ...checkPapers(prepared, command.papers),
    ...(state.supplement?.papers ?? [])
      .filter(({ paper }) => !given.has(paper))
      .map(({ paper, what }) => problems.paperNotSupplied(names.get(paper) ?? { vi: what })),
  ];
  if (found.length > 0) return fail(...found);
  const answers = command.answers
    ? acceptAnswers(prepared, factsOf({ ...state, answers: { ...state.answers, ...command.answers } }, context))
    : undefined;
  if (answers && !answers.ok) return answers;
  return ok([
    newEvent(context, 'supplement-supplied', {
      papers: command.papers,
      ...compact({ answers: answers?.value }),
      ...afterSupplement(state, calendar, happenedAt(context), limitOf(state, context)),
    }),
  ]);
};

const isAmount = (amount: number): boolean => Number.isSafeInteger(amount) && amount > 0;

const checkPayment = (fee: string, amount: number, { prepared }: CommandContext): readonly Problem[] => [
  ...((prepared.release.procedure.fees ?? []).some(({ id }) => id === fee) ? [] : [problems.feeUnknown(fee)]),
  ...(isAmount(amount) ? [] : [problems.amount()]),
];

/** `ask-payment` → `payment-asked`: a published fee or tax; the clock stands still until it is paid. */
export const askPayment = (
  { fee, amount, reason }: Of<'ask-payment'>,
  context: CommandContext,
): Result<readonly NewEvent[]> => {
  const found = checkPayment(fee, amount, context);
  return found.length > 0 ? fail(...found) : ok([newEvent(context, 'payment-asked', { fee, amount, reason })]);
};

/** `record-payment` → `payment-recorded`: work goes on when what was asked for is paid in full. */
export const recordPayment = (
  state: DossierState,
  command: Of<'record-payment'>,
  context: CommandContext,
): Result<readonly NewEvent[]> => {
  const { fee, amount, method, reference } = command;
  const found = checkPayment(fee, amount, context);
  if (found.length > 0) return fail(...found);
  const { obligation } = state;
  const since = state.payments
    .filter((payment) => payment.fee === fee && obligation !== undefined && payment.at >= obligation.askedAt)
    .reduce((sum, payment) => sum + payment.amount, amount);
  const settles = state.status === 'obligation' && obligation?.fee === fee && since >= obligation.amount;
  return ok([
    newEvent(context, 'payment-recorded', {
      fee,
      amount,
      method,
      settles,
      ...compact({ reference }),
      ...(settles ? afterPause(state, context.calendar, happenedAt(context)) : {}),
    }),
  ]);
};

/** `suspend` → `suspended`: with its ground; it explains lateness, it moves no date of the law. */
export const suspend = ({ ground }: Of<'suspend'>, context: CommandContext): Result<readonly NewEvent[]> =>
  ground.trim() === ''
    ? fail(problems.text('/ground', { vi: 'căn cứ tạm dừng', en: 'the ground' }))
    : ok([newEvent(context, 'suspended', { ground })]);

/** `resume` → `resumed`. */
export const resume = (state: DossierState, context: CommandContext): Result<readonly NewEvent[]> =>
  ok([newEvent(context, 'resumed', afterPause(state, context.calendar, happenedAt(context)))]);
