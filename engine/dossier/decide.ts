import { parseInstant } from '#engine/clock/index.ts';
import { fail, unreachable, type Problem, type Result } from '#engine/result/index.ts';
import { answerConversion, askConversion, convert, revertConversion } from './commands/convert.ts';
import { fireTimer, hearSignal, stop, withdraw } from './commands/endings.ts';
import { extend } from './commands/extend.ts';
import { askPayment, askSupplement, recordPayment, resume, supplySupplement, suspend } from './commands/pauses.ts';
import { recount } from './commands/recount.ts';
import { transfer } from './commands/transfer.ts';
import { accept, refuse } from './commands/reception.ts';
import { receiveTransfer } from './commands/receive-transfer.ts';
import { attachResult, finish, handOut, signResult } from './commands/results.ts';
import { askOpinion, comment, giveOpinion } from './commands/talk.ts';
import { confirm, propose, reject } from './commands/two-persons.ts';
import { submit } from './commands/submit.ts';
import { bringPaper } from './commands/bring-paper.ts';
import { assign, claim, complete, completeService } from './commands/tasks.ts';
import { happenedAt, type CommandContext } from './context.ts';
import type { NewEvent } from './events.ts';
import { problems } from './problems.ts';
import { refusal, rules } from './rules.ts';
import type { DossierCommand, DossierState } from './types.ts';

/** What happened is not in the future, and not before what was entered last. */
const checkTime = (state: DossierState | undefined, context: CommandContext): Problem | undefined => {
  const at = happenedAt(context);
  if (parseInstant(at) !== at) return problems.notInstant();
  if (at > context.now) return problems.future(at);
  return state && at < state.lastAt ? problems.beforeLast(at, state.lastAt) : undefined;
};

type OnState = Exclude<DossierCommand, { type: 'submit' }>;

const carryOut = (state: DossierState, command: OnState, context: CommandContext): Result<readonly NewEvent[]> => {
  const taskId = 'task' in command ? command.task : undefined;
  const task = state.tasks.find(({ id, token }) => id === taskId || token === taskId);
  if (
    command.type === 'complete' &&
    !task &&
    context.actor.kind === 'system' &&
    rules.complete.statuses.includes(state.status)
  )
    return completeService(state, command, context);
  const given = { command: command.type, state, context };
  if (taskId !== undefined && !task) {
    const { statuses } = rules[command.type];
    return fail(
      statuses.includes(state.status) ? problems.taskUnknown(taskId) : problems.status(command.type, state.status),
    );
  }
  const against = refusal(task ? { ...given, task } : given);
  if (against) return fail(against);

  switch (command.type) {
    case 'accept':
      return accept(state, command, context);
    case 'refuse':
      return refuse(command, context);
    case 'receive-transfer':
      return receiveTransfer(state, command, context);
    case 'claim':
      return task ? claim(task, context) : fail(problems.taskUnknown(command.task));
    case 'assign':
      return task ? assign(task, command, context) : fail(problems.taskUnknown(command.task));
    case 'complete':
      return task ? complete(state, task, command, context) : fail(problems.taskUnknown(command.task));
    case 'sign-result':
      return task ? signResult(state, task, command, context) : fail(problems.taskUnknown(command.task));
    case 'attach-result':
      return attachResult(state, command, context);
    case 'ask-supplement':
      return askSupplement(command, context);
    case 'supply-supplement':
      return supplySupplement(state, command, context);
    case 'bring-paper':
      return bringPaper(state, command, context);
    case 'ask-payment':
      return askPayment(command, context);
    case 'record-payment':
      return recordPayment(state, command, context);
    case 'extend':
      return extend(state, command, context);
    case 'suspend':
      return suspend(command, context);
    case 'resume':
      return resume(state, context);
    case 'withdraw':
      return withdraw(state, command, context);
    case 'finish':
      return finish(state, context);
    case 'hand-out':
      return handOut(state, command, context);
    case 'stop':
      return stop(state, command, context);
    case 'comment':
      return comment(command, context);
    case 'ask-opinion':
      return askOpinion(state, command, context);
    case 'give-opinion':
      return giveOpinion(state, command, context);
    case 'propose':
      return propose(state, command, context, decide);
    case 'confirm':
      return confirm(state, command, context, decide);
    case 'reject':
      return reject(state, command, context);
    case 'fire-timer':
      return fireTimer(state, command, context);
    case 'hear-signal':
      return hearSignal(state, command, context);
    case 'convert':
      return convert(state, command, context);
    case 'revert-conversion':
      return revertConversion(command, context);
    case 'ask-conversion':
      return askConversion(state, command, context);
    case 'answer-conversion':
      return answerConversion(state, command, context);
    case 'recount':
      return recount(state, command, context);
    case 'transfer':
      return transfer(state, command, context);
    default:
      return unreachable(command);
  }
};

/**
 * What comes of a command: events, or the problems that stand against it. Pure: state, command and
 * context are all it looks at. Status, person and law are judged by the table in `rules.ts`.
 */
export const decide = (
  state: DossierState | undefined,
  command: DossierCommand,
  context: CommandContext,
): Result<readonly NewEvent[]> => {
  const time = checkTime(state, context);
  if (time) return fail(time);
  if (command.type === 'submit') return state ? fail(problems.exists()) : submit(command, context);
  return state ? carryOut(state, command, context) : fail(problems.noDossier());
};
