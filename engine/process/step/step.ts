import { fail, ok, type Problem } from '#engine/result/index.ts';
import type { Graph } from '../graph.ts';
import { said } from '../messages.ts';
import type { ProcessState, Token } from '../state.ts';
import type { ProcessInput, StepContext, StepResult } from '../types.ts';
import { finishActivity } from './activities.ts';
import { advance } from './advance.ts';
import { removeScope } from './cancel.ts';
import { assign } from './items.ts';
import { resume } from './resume.ts';
import { nodeById, openRun, closeRun, own, type Run } from './run.ts';
import { awaited, fire, keyAwaited, subscriptions } from './subscriptions.ts';
import { isCalled, throwErrorAt, throwSignal } from './throw.ts';
import { dropTimer, rearm } from './timers.ts';

/**
 * One step: pure, total, deterministic. The state given is not changed. Refused, with nothing
 * changed, when what is said to have happened is not awaited.
 */
export const stepProcess = (
  graph: Graph,
  state: ProcessState,
  input: ProcessInput,
  context: StepContext,
): StepResult => {
  if (input.type === 'start') return fail(said.started());
  if (state.status === 'ended') return fail(said.notActive());
  // An incident stops the whole process: nobody works on towards an end that may not be reached.
  const stuck = state.tokens.filter((token) => token.kind === 'incident');
  if (stuck.length > 0 && input.type !== 'retry' && input.type !== 'cancel')
    return fail(said.inIncident(stuck.map((token) => token.element)));
  const run = openRun(graph, state, context);
  const refused = apply(run, input);
  if (refused) return fail(refused);
  advance(run);
  return ok({ state: closeRun(run), effects: run.effects, trace: run.trace });
};

const apply = (run: Run, input: Exclude<ProcessInput, { type: 'start' }>): Problem | undefined => {
  switch (input.type) {
    case 'complete':
      return complete(run, input);
    case 'error': {
      const token = waitingTask(run, input.task);
      if (!token) return said.notWaiting(input.task);
      throwErrorAt(run, token, input.code);
      return undefined;
    }
    case 'timer':
      return timer(run, input.timer);
    case 'message':
      return message(run, input);
    case 'signal':
      throwSignal(run, { name: input.name });
      return undefined;
    case 'retry':
      return retry(run, input.variables);
    case 'cancel': {
      const [root] = run.scopes;
      if (root) removeScope(run, root.id);
      return undefined;
    }
  }
};

/** By token id, or the oldest waiting instance of the element. */
const waitingTask = (run: Run, task: string): Token | undefined =>
  run.tokens.find((token) => token.kind === 'task' && token.id === task) ??
  run.tokens.find((token) => token.kind === 'task' && token.element === task);

const complete = (run: Run, input: Extract<ProcessInput, { type: 'complete' }>): Problem | undefined => {
  const token = waitingTask(run, input.task);
  const node = token ? nodeById(run, token.element) : undefined;
  if (!token || !node) return received(run, input);
  const outcomes = node.settings.outcomes.map((outcome) => outcome.id);
  const given = record(input.variables?.['outcome']);
  const outcome = input.outcome ?? own(given, node.id);
  if (outcome === undefined && outcomes.length > 0) return said.outcomeMissing(node.id, outcomes);
  if (outcome !== undefined && (typeof outcome !== 'string' || !outcomes.includes(outcome)))
    return said.outcomeUnknown(node.id, String(outcome), outcomes);
  setVariables(run, token.scope, input.variables, outcome === undefined ? undefined : { [node.id]: outcome });
  finishActivity(run, token);
  return undefined;
};

/** A receive task behind an event-based gateway waits without a token of its own. */
const received = (run: Run, input: Extract<ProcessInput, { type: 'complete' }>): Problem | undefined => {
  const behind = subscriptions(run).find(
    (one) => one.by === 'gate' && one.node.kind === 'receiveTask' && one.node.id === input.task,
  );
  if (behind?.by !== 'gate') return said.notWaiting(input.task);
  setVariables(run, behind.token.scope, input.variables);
  fire(run, behind);
  return undefined;
};

const record = (given: unknown): Readonly<Record<string, unknown>> | undefined =>
  typeof given === 'object' && given !== null && !Array.isArray(given)
    ? (given as Readonly<Record<string, unknown>>)
    : undefined;

/** Later values stand over earlier ones, where the name lives; `outcome` keeps what other tasks have put there. */
const setVariables = (
  run: Run,
  scope: string,
  variables: Readonly<Record<string, unknown>> | undefined,
  outcome?: Readonly<Record<string, unknown>>,
): void => {
  if (!variables && !outcome) return;
  const outcomes = { ...record(run.variables['outcome']), ...record(variables?.['outcome']), ...outcome };
  const given = { ...variables, ...(Object.keys(outcomes).length > 0 ? { outcome: outcomes } : {}) };
  if (run.graph.hasItems) for (const [name, one] of Object.entries(given)) assign(run, scope, name, one);
  else run.variables = { ...run.variables, ...given };
  run.names = undefined;
  run.conditionsStale = true;
};

const timer = (run: Run, wanted: string): Problem | undefined => {
  const armed = run.timers.find((one) => one.id === wanted) ?? run.timers.find((one) => one.element === wanted);
  const node = armed ? nodeById(run, armed.element) : undefined;
  const subscription = armed
    ? subscriptions(run).find(
        (one) => one.node === node && (one.by === 'event-sub' ? one.scope : one.token.id) === armed.host,
      )
    : undefined;
  if (!armed || !node || !subscription) return said.timerNotArmed(wanted);
  dropTimer(run, armed.id);
  // An interrupting event takes its host away, and the next turn of its cycle with it.
  if (!node.interrupting) rearm(run, armed, node);
  fire(run, subscription);
  return undefined;
};

/**
 * The oldest that waits for the message gets it. A message with a key goes to who waits for that key,
 * else to who asks for none; one without a key to whoever waits for its name.
 */
const message = (run: Run, input: Extract<ProcessInput, { type: 'message' }>): Problem | undefined => {
  const named = subscriptions(run).filter((one) => {
    const event = awaited(one);
    return event?.type === 'message' && isCalled(event.of, { name: input.name });
  });
  const subscription =
    input.key === undefined
      ? named[0]
      : (named.find((one) => keyAwaited(run, one) === input.key) ??
        named.find((one) => keyAwaited(run, one) === undefined));
  if (!subscription) return said.messageNotAwaited(input.name);
  setVariables(run, subscription.by === 'event-sub' ? subscription.scope : subscription.token.scope, input.variables);
  fire(run, subscription);
  return undefined;
};

const retry = (run: Run, variables: Readonly<Record<string, unknown>> | undefined): Problem | undefined => {
  const stuck = run.tokens.filter((token) => token.kind === 'incident');
  if (stuck.length === 0) return said.noIncident();
  setVariables(run, run.scopes[0]?.id ?? '', variables);
  for (const token of stuck) resume(run, token);
  return undefined;
};
