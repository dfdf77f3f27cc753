import type { GraphFlow, GraphNode } from '../graph.ts';

/**
 * For each incoming flow of an inclusive join, the nodes from which that flow can be reached without
 * passing the gateway (BPMN 2.0 table 13.4). A boundary event is reached from its host.
 */
export const reachOf = (
  gateway: GraphNode,
  nodes: readonly GraphNode[],
  flows: readonly GraphFlow[],
): readonly ReadonlySet<number>[] =>
  gateway.incoming.map((incoming) => {
    const reached = new Set<number>();
    const waiting = [flows[incoming]?.source];
    while (waiting.length > 0) {
      const index = waiting.pop();
      const node = index === undefined ? undefined : nodes[index];
      if (!node || node.index === gateway.index || reached.has(node.index)) continue;
      reached.add(node.index);
      for (const flow of node.incoming) waiting.push(flows[flow]?.source);
      waiting.push(node.attachedTo);
    }
    return reached;
  });
