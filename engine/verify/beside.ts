import type { Graph, GraphNode } from '#engine/process/index.ts';
import { reachableFrom } from './reach-from.ts';

/**
 * Whether some run can be at both nodes at once: a split whose one branch leads to the one and whose
 * other branch leads to the other, before the branches come together again. What both branches lead to
 * comes after them (the process is sound: that is another check's).
 */
export const isBeside = (graph: Graph, one: GraphNode, other: GraphNode): boolean =>
  graph.nodes.some((split) => {
    const branches = branchesOf(graph, split);
    if (branches.length < 2) return false;
    const cut = { ...graph, nodes: graph.nodes.map((node) => (node === split ? closed(node) : node)) };
    const reached = branches.map((from) => {
      const node = cut.nodes[from];
      return node && from !== split.index ? new Set([from, ...reachableFrom(cut, node)]) : new Set<number>();
    });
    return reached.some((first, at) =>
      reached.some(
        (second, place) =>
          at !== place &&
          first.has(one.index) &&
          !second.has(one.index) &&
          second.has(other.index) &&
          !first.has(other.index),
      ),
    );
  });

/** Loops that come back to the split begin it anew: they are not followed. */
const closed = (node: GraphNode): GraphNode => ({ ...node, outgoing: [], boundary: [] });

/** First nodes of what can run at the same time behind a node. */
const branchesOf = (graph: Graph, node: GraphNode): readonly number[] => {
  const targets = node.outgoing.flatMap((flow) => graph.flows[flow]?.target ?? []);
  const beside = node.boundary.filter((index) => graph.nodes[index]?.interrupting === false);
  if (node.kind === 'exclusiveGateway' || node.kind === 'eventBasedGateway') return [];
  return [...targets, ...beside];
};
