import type { Token } from '../state.ts';
import { takeOutgoing } from './flows.ts';
import { dropToken, nodeById, type Run } from './run.ts';
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
      return throwError(run, node.id, token.scope, node.event?.type === 'error' ? node.event.code : undefined);
    case 'process.timer.no-time': {
      const host = run.tokens.find(
        (other) =>
          other.scope === token.scope &&
          (other.element === node.id || nodeById(run, other.element)?.boundary.includes(node.index)),
      );
      return armTimer(run, node, host?.id ?? token.scope, token.scope);
    }
    default: {
      // Gateways, loops and whatever a livelock was moving: entered once more, by the flow it came by.
      const flow = token.flow === undefined ? undefined : run.graph.flows[run.graph.flowOf[token.flow] ?? -1];
      run.queue.push({ to: 'node', node, scope: token.scope, ...(flow ? { flow } : {}) });
    }
  }
};
