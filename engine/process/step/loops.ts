import type { Scope } from '#engine/expression/index.ts';
import type { GraphLoop, GraphNode } from '../graph.ts';
import type { Token } from '../state.ts';
import { cancelToken } from './cancel.ts';
import { keysOfActivity } from './message-keys.ts';
import { beginCollection, collect, localsOf } from './items.ts';
import { addToken, changeToken, holds, incident, tokenById, value, type Run } from './run.ts';
import { armBoundary } from './timers.ts';

/** More iterations than this at once is a mistake of the model, not work. */
const MAX_ITERATIONS = 1_000;

type LoopCount = NonNullable<Token['loop']>;

/** An activity that is done several times: one token for the whole, one for each iteration. `finished`: not even once. */
export const beginLoop = (
  run: Run,
  node: GraphNode,
  scope: string,
  of?: string,
): { readonly token: Token; readonly finished: boolean } | undefined => {
  const { loop } = node;
  if (!loop) return undefined;
  const names = localsOf(run, scope);
  const total = loop.type === 'standard' ? loop.maximum : iterations(value(run, loop.cardinality, names));
  const hosted = of === undefined ? {} : { of };
  if (loop.type !== 'standard' && total === undefined) {
    incident(run, node.id, scope, 'process.loop.cardinality', hosted);
    return undefined;
  }
  beginCollection(run, node, scope);
  const token = addToken(run, {
    element: node.id,
    scope,
    kind: 'loop',
    ...hosted,
    ...keysOfActivity(run, node, () => names),
    loop: { started: 0, done: 0, ...(total === undefined ? {} : { total }) },
  });
  armBoundary(run, node, token);
  const finished = loop.type === 'standard' ? loop.testBefore && !again(run, node, token, names) : total === 0;
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

/** The iteration that is over, the scope it stood in, and the names it saw. */
interface Turn {
  readonly turn: number | undefined;
  readonly scope: string;
  readonly names: Scope;
}

/**
 * One iteration is over: another may begin. Gives the token of the whole when all is done; iterations
 * still going are called off.
 */
export const iterationDone = (run: Run, node: GraphNode, loopId: string, turn: Turn): Token | undefined => {
  const before = tokenById(run, loopId);
  if (!before?.loop || !node.loop) return before;
  collect(run, node, turn);
  const count: LoopCount = { ...before.loop, done: before.loop.done + 1 };
  changeToken(run, before.id, { loop: count });
  const token: Token = { ...before, loop: count };
  const finished =
    node.loop.type === 'standard'
      ? !again(run, node, token, turn.names)
      : count.done === count.total ||
        (node.loop.until !== undefined &&
          holds(run, node.loop.until, { ...counters(node.loop, count), ...turn.names }));
  if (finished) callOff(run, token);
  else if (node.loop.type !== 'parallel') startIteration(run, token);
  return finished ? token : undefined;
};

const callOff = (run: Run, token: Token): void => {
  run.queue = run.queue.filter((moving) => moving.to !== 'iteration' || moving.loop !== token.id);
  for (const iteration of run.tokens.filter((other) => other.of === token.id)) cancelToken(run, iteration.id);
};

const again = (run: Run, node: GraphNode, token: Token, names: Scope | undefined): boolean => {
  if (node.loop?.type !== 'standard' || !token.loop) return false;
  const { maximum, condition } = node.loop;
  if (maximum !== undefined && token.loop.done >= maximum) return false;
  return condition ? holds(run, condition, { ...names, ...counters(node.loop, token.loop) }) : maximum !== undefined;
};

/** BPMN's own names for the counters (table 10.30), and Camunda's. All of a parallel activity are active from its beginning. */
const counters = ({ type }: GraphLoop, { total, started, done }: LoopCount): Scope => {
  const active = (type === 'parallel' ? (total ?? started) : started) - done;
  return {
    loopCounter: done,
    numberOfInstances: total ?? null,
    numberOfActiveInstances: active,
    numberOfCompletedInstances: done,
    numberOfTerminatedInstances: 0,
    nrOfInstances: total ?? null,
    nrOfActiveInstances: active,
    nrOfCompletedInstances: done,
  };
};
