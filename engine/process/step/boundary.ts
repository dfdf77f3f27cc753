import type { GraphNode } from '../graph.ts';
import type { Token } from '../state.ts';
import { cancelToken, emptyScope } from './cancel.ts';
import { leave } from './flows.ts';
import { addToken, changeScope, nodeAt, scopeById, trace, type Run } from './run.ts';
import { openScope, startsOf } from './scopes.ts';
import { disarmHostedBy } from './timers.ts';

/** The token that carries an activity's boundary events: the loop's, when it is one iteration of several. */
export const outermost = (run: Run, token: Token | undefined): Token | undefined => {
  const owner = token?.of === undefined ? undefined : run.tokens.find((other) => other.id === token.of);
  return owner ?? token;
};

/** A boundary event happens: its host ends, unless the event only goes on beside it. */
export const fireBoundary = (run: Run, event: GraphNode, host: Token): void => {
  trace(run, 'entered', event.id);
  if (event.interrupting || event.event?.type === 'error' || event.event?.type === 'cancel') cancelToken(run, host.id);
  leave(run, event, host.scope);
};

/** An event sub-process starts in the scope it listens in; interrupting, it takes the scope over. */
export const fireEventSub = (run: Run, eventSub: GraphNode, start: GraphNode, scopeId: string): void => {
  const scope = scopeById(run, scopeId);
  if (!scope || eventSub.inner === undefined) return;
  if (start.interrupting || start.event?.type === 'error') {
    emptyScope(run, scopeId);
    disarmHostedBy(run, scopeId);
    changeScope(run, scopeId, { interrupted: true });
  }
  trace(run, 'entered', eventSub.id);
  const token = addToken(run, { element: eventSub.id, scope: scopeId, kind: 'scope' });
  openScope(run, eventSub.inner, scopeId, token, start);
};

/** Event sub-processes that can still start in the scope, with their start events. */
export const listeningIn = (
  run: Run,
  scopeId: string,
): readonly { readonly eventSub: GraphNode; readonly start: GraphNode }[] => {
  const scope = scopeById(run, scopeId);
  const index = scope ? run.graph.scopeOf[scope.element] : undefined;
  if (!scope || scope.interrupted || index === undefined) return [];
  return (run.graph.scopes[index]?.eventSubs ?? []).flatMap((at) => {
    const eventSub = nodeAt(run, at);
    return eventSub ? startsOf(run, eventSub).map((start) => ({ eventSub, start })) : [];
  });
};
