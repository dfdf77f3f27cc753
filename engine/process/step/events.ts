import type { GraphNode } from '../graph.ts';
import { cancelTransaction } from './transactions.ts';
import { throwCompensation } from './compensation.ts';
import { emptyScope } from './cancel.ts';
import { leave, takeOutgoing } from './flows.ts';
import { localsOf } from './items.ts';
import { keyOf, keysOf } from './message-keys.ts';
import { addToken, scopeById, trace, type Run } from './run.ts';
import { throwError, throwEscalation, throwSignal } from './throw.ts';
import { armTimer } from './timers.ts';

/** A token reaches an intermediate catching event: it waits, except at a link's far end or at nothing. */
export const enterCatch = (run: Run, node: GraphNode, scope: string): void => {
  trace(run, 'entered', node.id);
  if (!node.event || node.event.type === 'link' || node.event.type === 'none') return leave(run, node, scope);
  const token = addToken(run, {
    element: node.id,
    scope,
    kind: 'catch',
    ...keysOf(run, [node], () => localsOf(run, scope)),
  });
  armTimer(run, node, token.id, scope);
  if (node.event.type === 'conditional') run.conditionsStale = true;
};

/** A token reaches an intermediate throwing event: something is said, and it goes on. */
export const enterThrow = (run: Run, node: GraphNode, scope: string): void => {
  trace(run, 'entered', node.id);
  if (node.event?.type === 'compensate') return throwCompensation(run, node, scope);
  trace(run, 'left', node.id);
  say(run, node, scope);
  // What was said may have ended this very scope.
  if (scopeById(run, scope) && !isInterrupted(run, scope)) takeOutgoing(run, node, scope);
};

/** A token reaches an end event. */
export const enterEnd = (run: Run, node: GraphNode, scope: string): void => {
  trace(run, 'entered', node.id);
  switch (node.event?.type) {
    case 'terminate':
      trace(run, 'left', node.id);
      return emptyScope(run, scope);
    case 'error':
      trace(run, 'left', node.id);
      return throwError(run, node.id, scope, node.event.code);
    case 'cancel':
      trace(run, 'left', node.id);
      return cancelTransaction(run, node, scope);
    case 'compensate':
      return throwCompensation(run, node, scope);
    default:
      trace(run, 'left', node.id);
      return say(run, node, scope);
  }
};

const say = (run: Run, node: GraphNode, scope: string): void => {
  switch (node.event?.type) {
    case 'message':
      return void run.effects.push({
        type: 'throw-message',
        element: node.id,
        name: node.event.of.name,
        ...keyOf(run, node, localsOf(run, scope)),
      });
    case 'signal':
      run.effects.push({ type: 'throw-signal', element: node.id, name: node.event.of.name });
      return throwSignal(run, node.event.of);
    case 'escalation':
      return throwEscalation(run, scope, node.event.code);
    default:
  }
};

const isInterrupted = (run: Run, scope: string): boolean => scopeById(run, scope)?.interrupted === true;
