import type { GraphNode } from '../graph.ts';
import type { Token } from '../state.ts';
import { cancelToken } from './cancel.ts';
import { keysOfActivity } from './message-keys.ts';
import { collect } from './items.ts';
import { addToken, changeToken, holds, incident, value, type Run } from './run.ts';
import { armBoundary } from './timers.ts';

/** More iterations than this at once is a mistake of the model, not work. */
const MAX_ITERATIONS = 1_000;

type LoopCount = NonNullable<Token['loop']>;

/** An activity that is done several times: one token for the whole, one for each iteration. `finished`: not even once. */
export const beginLoop = (
  run: Run,
  node: GraphNode,
  scope: string,
): { readonly token: Token; readonly finished: boolean } | undefined => {
  const { loop } = node;
  if (!loop) return undefined;
  const total = loop.type === 'standard' ? loop.maximum : iterations(value(run, loop.cardinality));
  if (loop.type !== 'standard' && total === undefined) {
    incident(run, node.id, scope, 'process.loop.cardinality');
    return undefined;
  }
  const token = addToken(run, {
    element: node.id,
    scope,
    kind: 'loop',
    ...keysOfActivity(run, node),
    loop: { started: 0, done: 0, ...(total === undefined ? {} : { total }) },
  });
  armBoundary(run, node, token);
  const finished = loop.type === 'standard' ? loop.testBefore && !again(run, node, token) : total === 0;
  const first = finished ? 0 : loop.type === 'parallel' ? (total ?? 0) : 1;
  for (let at = 0; at < first; at += 1) startIteration(run, token);
  return { token, finished };
};

/** A whole number, or one for each entry of a list. */
const iterations = (given: unknown): number | undefined => {
  const count = Array.isArray(given) ? given.length : given;
  return typeof count === 'number' && Number.isInteger(count) && count >= 0 && count <= MAX_ITERATIONS
    ? count
    : undefined;
};

const startIteration = (run: Run, loop: Token): void =>
  void run.queue.push({ to: 'iteration', loop: loop.id, scope: loop.scope });

/** One iteration is over: another may begin. true when the whole is done; iterations still going are called off. */
export const iterationDone = (run: Run, node: GraphNode, before: Token, turn?: number): boolean => {
  if (!before.loop || !node.loop) return true;
  collect(run, node, turn);
  const count: LoopCount = { ...before.loop, done: before.loop.done + 1 };
  changeToken(run, before.id, { loop: count });
  const token: Token = { ...before, loop: count };
  const finished =
    node.loop.type === 'standard'
      ? !again(run, node, token)
      : count.done === count.total || (node.loop.until !== undefined && holds(run, node.loop.until, counters(count)));
  if (finished) callOff(run, token);
  else if (node.loop.type !== 'parallel') startIteration(run, token);
  return finished;
};

const callOff = (run: Run, token: Token): void => {
  run.queue = run.queue.filter((moving) => moving.to !== 'iteration' || moving.loop !== token.id);
  for (const iteration of run.tokens.filter((other) => other.of === token.id)) cancelToken(run, iteration.id);
};

const again = (run: Run, node: GraphNode, token: Token): boolean => {
  if (node.loop?.type !== 'standard' || !token.loop) return false;
  const { maximum, condition } = node.loop;
  if (maximum !== undefined && token.loop.done >= maximum) return false;
  return condition ? holds(run, condition, counters(token.loop)) : maximum !== undefined;
};

/** BPMN's own names for the counters, and Camunda's. */
const counters = ({ total, started, done }: LoopCount): Readonly<Record<string, unknown>> => ({
  loopCounter: done,
  numberOfInstances: total ?? null,
  numberOfActiveInstances: started - done,
  numberOfCompletedInstances: done,
  nrOfInstances: total ?? null,
  nrOfActiveInstances: started - done,
  nrOfCompletedInstances: done,
});
