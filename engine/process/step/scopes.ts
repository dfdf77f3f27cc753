import type { ScopeInstance, Token } from '../state.ts';
import type { GraphNode } from '../graph.ts';
import { finishActivity } from './activities.ts';
import { leave } from './flows.ts';
import { newId, nodeAt, tokenById, trace, type Run } from './run.ts';
import { armTimer, disarmHostedBy } from './timers.ts';

/** Begins the inside of an activity (or, without a host, the process): its start events, or the one `at`. */
export const openScope = (run: Run, definition: number, parent: string | undefined, host?: Token, at?: GraphNode): ScopeInstance | undefined => {
  const inside = run.graph.scopes[definition];
  if (!inside) return undefined;
  const scope: ScopeInstance = {
    id: newId(run),
    element: inside.id,
    ...(parent === undefined ? {} : { parent }),
    ...(host === undefined ? {} : { host: host.id }),
  };
  run.scopes.push(scope);
  for (const index of inside.eventSubs) {
    const start = startOf(run, nodeAt(run, index));
    if (start?.event?.type === 'conditional') run.conditionsStale = true;
    if (start) armTimer(run, start, scope.id, scope.id);
  }
  const starts = at ? [at] : inside.starts.flatMap((index) => nodeAt(run, index) ?? []);
  for (const node of starts) run.queue.push({ to: 'node', node, scope: scope.id });
  return scope;
};

/** The start event of an event sub-process. */
export const startOf = (run: Run, eventSub: GraphNode | undefined): GraphNode | undefined => {
  const inside = eventSub?.inner === undefined ? undefined : run.graph.scopes[eventSub.inner];
  return inside?.nodes.map((index) => nodeAt(run, index)).find((node) => node?.kind === 'startEvent');
};

/** A start event is passed as soon as it is reached. */
export const passStart = (run: Run, node: GraphNode, scope: string): void => {
  trace(run, 'entered', node.id);
  leave(run, node, scope);
};

/**
 * Ends scopes in which nothing is left to do, inner ones first. Arrivals at a join keep a scope
 * alive: a join that waits for ever is a fault of the model, not an end. true if any ended.
 */
export const completeScopes = (run: Run): boolean => {
  const done = run.scopes.findLast((scope) => !isBusy(run, scope.id));
  if (!done) return false;
  run.scopes = run.scopes.filter((scope) => scope.id !== done.id);
  disarmHostedBy(run, done.id);
  const host = tokenById(run, done.host);
  if (host) finishActivity(run, host, done);
  return true;
};

const isBusy = (run: Run, scope: string): boolean =>
  run.tokens.some((token) => token.scope === scope) ||
  run.joins.some((join) => join.scope === scope) ||
  run.queue.some((moving) => moving.scope === scope);

