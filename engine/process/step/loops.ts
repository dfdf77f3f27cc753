import type { GraphNode } from '../graph.ts';
import type { Token } from '../state.ts';
import { armBoundary, beginWork, finishActivity } from './activities.ts';
import { cancelToken } from './cancel.ts';
import { addToken, changeToken, holds, incident, nodeById, tokenById, value, type Run } from './run.ts';

/** More iterations than this at once is a mistake of the model, not work. */
const MAX_ITERATIONS = 1_000;

type LoopCount = NonNullable<Token['loop']>;

/** An activity that is done several times: one token for the whole, one for each iteration. */
export const beginLoop = (run: Run, node: GraphNode, scope: string): void => {
  const { loop } = node;
  if (!loop) return;
  const total = loop.type === 'standard' ? loop.maximum : iterations(value(run, loop.cardinality));
  if (loop.type !== 'standard' && total === undefined) return incident(run, node.id, scope, 'process.loop.cardinality');
  const token = addToken(run, { element: node.id, scope, kind: 'loop', loop: { started: 0, done: 0, ...(total === undefined ? {} : { total }) } });
  armBoundary(run, node, token);
  if (loop.type === 'standard') {
    if (loop.testBefore && !again(run, node, token)) return finishActivity(run, token);
    return startIteration(run, token);
  }
  if (total === 0) return finishActivity(run, token);
  const first = loop.type === 'sequential' ? 1 : (total ?? 0);
  for (let at = 0; at < first; at += 1) startIteration(run, token);
};

/** A whole number, or one for each entry of a list. */
const iterations = (given: unknown): number | undefined => {
  const count = Array.isArray(given) ? given.length : given;
  return typeof count === 'number' && Number.isInteger(count) && count >= 0 && count <= MAX_ITERATIONS ? count : undefined;
};

const startIteration = (run: Run, loop: Token): void => void run.queue.push({ to: 'iteration', loop: loop.id, scope: loop.scope });

/** Taken from the queue: the next iteration begins. */
export const nextIteration = (run: Run, loopId: string): void => {
  const token = tokenById(run, loopId);
  const node = token ? nodeById(run, token.element) : undefined;
  if (!token?.loop || !node) return;
  changeToken(run, token.id, { loop: { ...token.loop, started: token.loop.started + 1 } });
  beginWork(run, node, token.scope, token.id);
};

/** One iteration is over: the whole may be done, another may begin. */
export const iterationDone = (run: Run, node: GraphNode, before: Token): void => {
  if (!before.loop || !node.loop) return;
  const count: LoopCount = { ...before.loop, done: before.loop.done + 1 };
  changeToken(run, before.id, { loop: count });
  const token: Token = { ...before, loop: count };
  if (node.loop.type === 'standard') return again(run, node, token) ? startIteration(run, token) : finishActivity(run, token);
  if (count.done === count.total || (node.loop.until && holds(run, node.loop.until, counters(count)))) return finishLoop(run, token);
  if (node.loop.type === 'sequential') startIteration(run, token);
};

/** The remaining iterations are called off when the completion condition holds. */
const finishLoop = (run: Run, token: Token): void => {
  run.queue = run.queue.filter((moving) => moving.to !== 'iteration' || moving.loop !== token.id);
  for (const iteration of run.tokens.filter((other) => other.of === token.id)) cancelToken(run, iteration.id);
  finishActivity(run, token);
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
