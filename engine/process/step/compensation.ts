import type { GraphNode } from '../graph.ts';
import type { Compensable, PendingHandler, ScopeInstance, Token } from '../state.ts';
import { leave } from './flows.ts';
import {
  addToken,
  changeScope,
  changeToken,
  dropToken,
  nodeAt,
  nodeById,
  scopeById,
  scopesAround,
  tokenById,
  trace,
  type Run,
} from './run.ts';
import { compensationStart, openScope } from './scopes.ts';
import { transactionCancelled } from './transaction-end.ts';

/** A completed activity is remembered when it, or something inside it, can be undone (BPMN 2.0 §10.7). */
export const remember = (run: Run, node: GraphNode, scopeId: string, inside?: ScopeInstance): void => {
  const done = doneOf(run, node, inside);
  if (done) rememberTurns(run, scopeId, [done]);
};

/** An iteration can be undone once the whole activity is completed; until then its loop keeps it. */
export const rememberTurn = (run: Run, node: GraphNode, loopId: string, inside?: ScopeInstance): void => {
  const done = doneOf(run, node, inside);
  if (done) changeToken(run, loopId, { compensable: [...(tokenById(run, loopId)?.compensable ?? []), done] });
};

/** Every iteration is undone by itself, the last one first. */
export const rememberTurns = (run: Run, scopeId: string, done: readonly Compensable[] = []): void => {
  const scope = scopeById(run, scopeId);
  if (scope && done.length > 0) changeScope(run, scopeId, { compensable: [...(scope.compensable ?? []), ...done] });
};

const doneOf = (run: Run, node: GraphNode, inside?: ScopeInstance): Compensable | undefined => {
  const event = node.boundary
    .map((index) => nodeAt(run, index))
    .find((boundary) => boundary?.event?.type === 'compensate');
  const handler = nodeAt(run, event?.handler) ?? compensatingInside(run, node);
  const inner = inside?.compensable ?? [];
  if (!handler && inner.length === 0) return undefined;
  return {
    element: node.id,
    ...(handler ? { handler: handler.id } : {}),
    ...(inner.length > 0 ? { inner } : {}),
  };
};

/** The event sub-process of a sub-process that is started by its compensation (BPMN 2.0 §10.7.1). */
const compensatingInside = (run: Run, node: GraphNode): GraphNode | undefined =>
  node.inner === undefined
    ? undefined
    : run.graph.scopes[node.inner]?.eventSubs
        .map((index) => nodeAt(run, index))
        .find((eventSub) => compensationStart(run, eventSub) !== undefined);

/**
 * Handlers of what was done, last done first; a sub-process with no handler of its own is undone from
 * inside, one with a compensation event sub-process by that, which decides what of the inside is undone.
 */
const handlersOf = (run: Run, done: readonly Compensable[]): readonly PendingHandler[] =>
  done.toReversed().flatMap((one): readonly PendingHandler[] => {
    if (one.handler === undefined) return handlersOf(run, one.inner ?? []);
    return nodeById(run, one.handler)?.byEvent ? [{ handler: one.handler, inner: one.inner ?? [] }] : [one.handler];
  });

/**
 * A compensation event: undoes the named activity, or everything the scope has completed, and goes on
 * when the handlers are done. Thrown in an event sub-process, it undoes the scope around it too; in a
 * compensation event sub-process, the inside of the activity that it belongs to (BPMN 2.0 §10.7.1).
 */
export const throwCompensation = (run: Run, node: GraphNode, scopeId: string): void => {
  const activity = node.event?.type === 'compensate' ? node.event.activity : undefined;
  const chosen: Compensable[] = [];
  for (const scope of compensatedScopes(run, scopeId)) {
    const all = scope.compensable ?? [];
    const here = activity === undefined ? all : all.filter((one) => one.element === activity);
    // What the scope around has done came before what is done in here, and is undone after it.
    chosen.unshift(...here);
    if (here.length > 0) changeScope(run, scope.id, { compensable: all.filter((one) => !here.includes(one)) });
  }
  runHandlers(
    run,
    addToken(run, { element: node.id, scope: scopeId, kind: 'throw', pending: handlersOf(run, chosen) }),
  );
};

/** Everything completed in the scope is undone in the name of the element. */
export const compensateScope = (run: Run, scope: ScopeInstance, element: string): void => {
  changeScope(run, scope.id, { compensable: [] });
  runHandlers(
    run,
    addToken(run, { element, scope: scope.id, kind: 'throw', pending: handlersOf(run, scope.compensable ?? []) }),
  );
};

/** The scope itself, and those around it as long as it is an event sub-process that is not itself a compensation. */
const compensatedScopes = (run: Run, scopeId: string): readonly ScopeInstance[] => {
  const around = scopesAround(run, scopeId);
  const last = around.findIndex(({ element }) => {
    const owner = nodeById(run, element);
    return owner?.byEvent !== true || compensationStart(run, owner) !== undefined;
  });
  return last < 0 ? around : around.slice(0, last + 1);
};

/** One handler after the other; after the last one the event is left. */
const runHandlers = (run: Run, token: Token): void => {
  const [first, ...rest] = token.pending ?? [];
  const handler = first === undefined ? undefined : nodeById(run, typeof first === 'string' ? first : first.handler);
  if (handler) {
    changeToken(run, token.id, { pending: rest });
    trace(run, 'entered', handler.id);
    if (typeof first === 'object') return undoInside(run, handler, token, first.inner);
    return void run.queue.push({ to: 'work', node: handler, scope: token.scope, of: token.id });
  }
  dropToken(run, token.id);
  const event = nodeById(run, token.element);
  if (event?.event?.type === 'cancel') return transactionCancelled(run, token.scope);
  if (event) leave(run, event, token.scope);
};

/** A compensation event sub-process runs with what it may undo: the inside of the activity that it belongs to. */
const undoInside = (run: Run, handler: GraphNode, token: Token, inner: readonly Compensable[]): void => {
  if (handler.inner === undefined) return;
  const host = addToken(run, { element: handler.id, scope: token.scope, kind: 'scope', of: token.id });
  const scope = openScope(run, handler.inner, token.scope, host, compensationStart(run, handler));
  if (scope) changeScope(run, scope.id, { compensable: inner });
};

export const handlerDone = (run: Run, handler: GraphNode, owner: Token): void => {
  trace(run, 'left', handler.id);
  runHandlers(run, owner);
};
