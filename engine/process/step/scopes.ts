import type { ScopeInstance, Token } from '../state.ts';
import type { GraphNode } from '../graph.ts';
import { leave } from './flows.ts';
import { localsOf } from './items.ts';
import { keysOf } from './message-keys.ts';
import { changeScope, newId, nodeAt, trace, type Run } from './run.ts';
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
  };
  run.scopes.push(scope);
  if (inside.eventSubs.length > 0) {
    const listening = inside.eventSubs.flatMap((index) => startsOf(run, nodeAt(run, index)));
    changeScope(
      run,
      scope.id,
      keysOf(run, listening, () => localsOf(run, scope.id)),
    );
  }
  for (const index of inside.eventSubs) {
    for (const start of startsOf(run, nodeAt(run, index))) {
      if (start.event?.type === 'conditional') run.conditionsStale = true;
      armTimer(run, start, scope.id, scope.id);
    }
  }
  const starts = at ? [at] : inside.starts.flatMap((index) => nodeAt(run, index) ?? []);
  for (const node of starts) run.queue.push({ to: 'node', node, scope: scope.id });
  return scope;
};

/** The start event of an event sub-process; files from elsewhere may have several, each of which starts it. */
export const startsOf = (run: Run, eventSub: GraphNode | undefined): readonly GraphNode[] => {
  const inside = eventSub?.inner === undefined ? undefined : run.graph.scopes[eventSub.inner];
  return (inside?.nodes ?? []).flatMap((index) => {
    const node = nodeAt(run, index);
    return node?.kind === 'startEvent' ? [node] : [];
  });
};

/** The start event by which its scope's compensation starts an event sub-process. */
export const compensationStart = (run: Run, eventSub: GraphNode | undefined): GraphNode | undefined =>
  startsOf(run, eventSub).find(({ event }) => event?.type === 'compensate');

/** A start event is passed as soon as it is reached. */
export const passStart = (run: Run, node: GraphNode, scope: string): void => {
  trace(run, 'entered', node.id);
  leave(run, node, scope);
};
