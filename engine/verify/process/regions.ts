import type { Graph, GraphNode } from '#engine/process/index.ts';

/** A piece of a process that is looked at by itself: one flow of one scope. */
export interface Region {
  /** Element it is told by: the process, a sub-process, a non-interrupting event. */
  readonly id: string;
  readonly nodes: ReadonlySet<number>;
  /** Alternatives of how it begins; each begins at all its nodes at once. */
  readonly entries: readonly (readonly number[])[];
}

/** Nodes that follow by sequence flow, or by an interrupting boundary event. */
const followers = (graph: Graph, node: GraphNode): readonly number[] => [
  ...node.outgoing.flatMap((flow) => graph.flows[flow]?.target ?? []),
  ...node.boundary.filter(
    (index) => graph.nodes[index]?.interrupting === true && graph.nodes[index].event?.type !== 'compensate',
  ),
];

export const reachableFrom = (graph: Graph, starts: readonly number[]): ReadonlySet<number> => {
  const found = new Set(starts);
  for (const index of found) {
    const node = graph.nodes[index];
    for (const next of node ? followers(graph, node) : []) found.add(next);
  }
  return found;
};

/**
 * The main flow of each scope (process, sub-process, event sub-process, called process), and each
 * branch that a non-interrupting boundary event starts beside it.
 */
export const regionsOf = (graph: Graph): readonly Region[] =>
  graph.scopes.flatMap((scope): readonly Region[] => {
    // An empty inside is over as soon as it begins.
    if (scope.nodes.length === 0) return [];
    const triggered = scope.nodes.filter((index) => {
      const node = graph.nodes[index];
      return node?.kind === 'startEvent' && !scope.starts.includes(index);
    });
    const entries = [...(scope.starts.length > 0 ? [scope.starts] : []), ...triggered.map((index) => [index])];
    const main: Region = { id: scope.id, nodes: reachableFrom(graph, entries.flat()), entries };
    const regions: Region[] = [main];
    const seen = new Set(main.nodes);
    for (const index of seen) {
      for (const at of graph.nodes[index]?.boundary ?? []) {
        const event = graph.nodes[at];
        if (!event || event.interrupting || seen.has(at)) continue;
        const nodes = reachableFrom(graph, [at]);
        regions.push({ id: event.id, nodes, entries: [[at]] });
        for (const node of nodes) seen.add(node);
      }
    }
    return regions;
  });
