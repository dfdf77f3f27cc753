import type { Graph, GraphNode } from '#engine/process/index.ts';

/**
 * Nodes that some run can reach after `from` was left: along its flows, into what an activity holds
 * and out of it again, and by what is attached to an activity on the way. Whatever conditions say.
 */
export const reachableFrom = (graph: Graph, from: GraphNode): ReadonlySet<number> => {
  const reached = new Set<number>(next(graph, from));
  // What is added while going through it is gone through as well.
  for (const index of reached) {
    const node = graph.nodes[index];
    if (!node) continue;
    for (const other of [...next(graph, node), ...within(graph, node), ...node.boundary]) reached.add(other);
  }
  return reached;
};

/** Where its flows lead; from the end of an inside, where the activity around it leads. */
const next = (graph: Graph, node: GraphNode): readonly number[] => {
  const targets = node.outgoing.flatMap((flow) => graph.flows[flow]?.target ?? []);
  if (node.outgoing.length > 0) return targets;
  const host = graph.scopes[node.scope]?.node;
  const around = host === undefined ? undefined : graph.nodes[host];
  return around ? next(graph, around) : [];
};

const within = (graph: Graph, node: GraphNode): readonly number[] =>
  node.inner === undefined ? [] : (graph.scopes[node.inner]?.starts ?? []);
