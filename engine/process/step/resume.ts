import type { GraphNode } from '../graph.ts';
import type { Token } from '../state.ts';
import { takeOutgoing } from './flows.ts';
import { dropToken, nodeById, tokenById, type Run } from './run.ts';
import { throwError } from './throw.ts';
import { armTimer } from './timers.ts';

/** A token that was stuck tries again what it could not do. */
export const resume = (run: Run, token: Token): void => {
  const node = nodeById(run, token.element);
  if (!node) return;
  dropToken(run, token.id);
  switch (token.code) {
    case 'process.activity.no-way':
      return takeOutgoing(run, node, token.scope);
    case 'process.error.uncaught':
      // Raised by a task's own work: the task is still there, and can be done again.
      return node.event?.type === 'error' ? throwError(run, node.id, token.scope, node.event.code) : undefined;
    case 'process.timer.no-time': {
      const host = run.tokens.find(
        (other) =>
          other.scope === token.scope &&
          waitsFor(run, other, node) &&
          !run.timers.some((timer) => timer.host === other.id && timer.element === node.id),
      );
      return armTimer(run, node, host?.id ?? token.scope, token.scope);
    }
    default: {
      if (token.of !== undefined) return again(run, token, node);
      // Gateways, loops and whatever a livelock was moving: entered once more, by the flow it came by.
      const flow = token.flow === undefined ? undefined : run.graph.flows[run.graph.flowOf[token.flow] ?? -1];
      run.queue.push({ to: 'node', node, scope: token.scope, ...(flow ? { flow } : {}) });
    }
  }
};

/** The event itself, the activity it is attached to, or the event-based gateway before it. */
const waitsFor = (run: Run, token: Token, event: GraphNode): boolean => {
  const node = nodeById(run, token.element);
  return (
    node === event ||
    node?.boundary.includes(event.index) === true ||
    (token.kind === 'gate' && event.incoming.some((index) => run.graph.flows[index]?.source === node?.index))
  );
};

/** One iteration, or the handler of a compensation; without a turn it had not begun. */
const again = (run: Run, { of, turn, scope }: Token, node: GraphNode): void => {
  if (of === undefined) return;
  const isIteration = tokenById(run, of)?.kind === 'loop' && turn === undefined;
  run.queue.push(
    isIteration
      ? { to: 'iteration', loop: of, scope }
      : { to: 'work', node, scope, of, ...(turn === undefined ? {} : { turn }) },
  );
};
