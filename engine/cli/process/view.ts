import type { Graph, GraphNode, ProcessState } from '#engine/process/index.ts';

/** What one sees of a state from outside: waiting tasks and events, sorted, with repetitions. */
export interface StateView {
  readonly waiting: readonly string[];
  readonly events: readonly string[];
}

const byText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/**
 * `waiting`: tasks of people, services and messages; `events`: catch events, those behind an
 * event-based gateway too. While an incident stands nothing is awaited: everything has stopped.
 */
export const viewOf = (graph: Graph, state: ProcessState): StateView => {
  if (state.status === 'incident') return { waiting: [], events: [] };
  const node = (id: string): GraphNode | undefined => graph.nodes[graph.nodeOf[id] ?? -1];
  const waiting = state.tokens.filter((token) => token.kind === 'task').map((token) => token.element);
  const events = state.tokens.flatMap((token) => {
    if (token.kind === 'catch') return [token.element];
    if (token.kind !== 'gate') return [];
    return (node(token.element)?.outgoing ?? []).flatMap(
      (flow) => graph.nodes[graph.flows[flow]?.target ?? -1]?.id ?? [],
    );
  });
  return { waiting: waiting.sort(byText), events: events.sort(byText) };
};

export const sorted = (ids: readonly string[]): readonly string[] => [...ids].sort(byText);
