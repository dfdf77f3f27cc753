import { fail, ok, type Result } from '#engine/result/index.ts';
import { checkAnswers, type Answers } from '#engine/form/index.ts';
import type { TaskSettings } from '#engine/process/index.ts';
import { compact } from '../compact.ts';
import { happenedAt, type CommandContext } from '../context.ts';
import { closing } from '../dates.ts';
import { newEvent } from '../event.ts';
import type { NewEvent } from '../events.ts';
import { factsOf } from '../facts.ts';
import { oneStopOf } from '../one-stop-rules.ts';
import { problems } from '../problems.ts';
import { advance, settingsOf } from '../process.ts';
import { requirementsMissing } from '../requirements.ts';
import { resultExists } from '../rules.ts';
import type { DossierCommand, DossierState, DossierTask, Role } from '../types.ts';

type Of<Type extends DossierCommand['type']> = Extract<DossierCommand, { type: Type }>;

/** `claim` → `task-claimed`. */
export const claim = (task: DossierTask, context: CommandContext): Result<readonly NewEvent[]> =>
  ok([newEvent(context, 'task-claimed', { task: task.id, element: task.element, name: task.name })]);

/** `assign` → `task-assigned`: by the leader, to somebody who holds the step's role there. */
export const assign = (
  task: DossierTask,
  { to, note }: Of<'assign'>,
  context: CommandContext,
): Result<readonly NewEvent[]> => {
  if (context.people && !context.people.holds(to.id, task.role as Role, task.unit))
    return fail(problems.assigneeRole(to.name, task.role));
  return ok([
    newEvent(context, 'task-assigned', {
      task: task.id,
      element: task.element,
      name: task.name,
      to: { id: to.id, name: to.name },
      ...compact({ note }),
    }),
  ]);
};

const checkOutcome = (settings: TaskSettings, outcome: string | undefined): Result<string | undefined> => {
  const names = settings.outcomes.map(({ name }) => name);
  if (settings.outcomes.length === 0)
    return outcome === undefined ? ok(undefined) : fail(problems.outcomeUnknown(outcome, names));
  if (outcome === undefined) return fail(problems.outcomeMissing(names));
  return settings.outcomes.some(({ id }) => id === outcome)
    ? ok(outcome)
    : fail(problems.outcomeUnknown(outcome, names));
};

const stepAnswers = (
  state: DossierState,
  element: string,
  answers: Answers | undefined,
  context: CommandContext,
): Result<Answers | undefined> => {
  const form = Object.hasOwn(context.prepared.stepForms, element) ? context.prepared.stepForms[element] : undefined;
  if (!form) return ok(undefined);
  return checkAnswers(form, factsOf({ ...state, answers: answers ?? {} }, context));
};

/** `task-completed`, the process's advance, and `finished` where the step is the one that ends the measured time. */
export const completed = (
  state: DossierState,
  task: Pick<DossierTask, 'id' | 'token' | 'element' | 'name'>,
  given: { readonly outcome?: string; readonly answers?: Answers; readonly note?: string },
  context: CommandContext,
): Result<readonly NewEvent[]> => {
  const settings = settingsOf(context.prepared, task.element);
  const outcome = checkOutcome(settings, given.outcome);
  if (!outcome.ok) return outcome;
  const ends = settings.act === 'enter-result' && state.status === 'processing';
  const noResult = ends ? resultExists(state, context) : undefined;
  if (noResult) return fail(noResult);
  const absent = requirementsMissing(state, settings.requires, context);
  if (absent.length > 0) return fail(...absent);
  const answers = stepAnswers(state, task.element, given.answers, context);
  if (!answers.ok) return answers;
  const next = advance(state, { type: 'complete', task: task.token, ...compact({ outcome: outcome.value }) }, context);
  if (!next.ok) return next;
  return ok([
    newEvent(context, 'task-completed', {
      task: task.id,
      element: task.element,
      name: task.name,
      ...compact({ act: settings.act, outcome: outcome.value, answers: answers.value, note: given.note }),
    }),
    newEvent(context, 'process-advanced', next.value),
    ...(ends
      ? [
          newEvent(
            context,
            'finished',
            closing(state, context.calendar, happenedAt(context), oneStopOf(context).closing),
          ),
        ]
      : []),
  ]);
};

/** `complete`: a signing step may only be sent back this way; signing is `sign-result`. */
export const complete = (
  state: DossierState,
  task: DossierTask,
  command: Of<'complete'>,
  context: CommandContext,
): Result<readonly NewEvent[]> => {
  const { act, outcomes } = settingsOf(context.prepared, task.element);
  if (act === 'sign' && command.outcome === outcomes[0]?.id) return fail(problems.otherAct('sign-result'));
  return completed(state, task, command, context);
};

/**
 * Work that no person does (a service, a message to receive): the machine says that it is done, by the
 * token the process waits at.
 */
export const completeService = (
  state: DossierState,
  command: Of<'complete'>,
  context: CommandContext,
): Result<readonly NewEvent[]> => {
  const token = command.task.startsWith(`${state.id}:`) ? command.task.slice(state.id.length + 1) : command.task;
  const waiting = state.process?.tokens.find(({ id, kind }) => id === token && kind === 'task');
  if (!waiting || state.tasks.some((task) => task.token === token)) return fail(problems.taskUnknown(command.task));
  const index = context.prepared.graph.nodeOf[waiting.element];
  const name = (index === undefined ? undefined : context.prepared.graph.nodes[index]?.name) ?? '';
  const task = {
    id: `${state.id}:${token}`,
    token,
    element: waiting.element,
    name: name === '' ? waiting.element : name,
  };
  return completed(state, task, command, context);
};
