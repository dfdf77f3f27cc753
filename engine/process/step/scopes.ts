import type { ScopeInstance, Token } from '../state.ts';
import type { GraphNode } from '../graph.ts';
import { leave } from './flows.ts';
import { keysOf } from './message-keys.ts';
import { newId, nodeAt, trace, type Run } from './run.ts';
import { armTimer } from './timers.ts';

/** Begins the inside of an activity (or, without a host, the process): its start events, or the one `at`. */
export const openScope = (
  run: Run,
  definition: number,
  parent: string | undefined,
  host?: Token,
  at?: GraphNode,
  locals?: ScopeInstance['locals'],
): ScopeInstance | undefined => {
  const inside = run.graph.scopes[definition];
  if (!inside) return undefined;
  const scope: ScopeInstance = {
    id: newId(run),
    element: inside.id,
    ...(parent === undefined ? {} : { parent }),
    ...(host === undefined ? {} : { host: host.id }),
    ...(locals === undefined ? {} : { locals }),
    ...(inside.eventSubs.length === 0
      ? {}
      : keysOf(
          run,
          inside.eventSubs.map((index) => startOf(run, nodeAt(run, index))),
        )),
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
