import type { Graph, GraphNode } from '#engine/process/index.ts';

/**
 * Nodes that some run can reach before any node of `producers` has been carried out. Branches of an
 * exclusive choice are alternatives: one without the product is enough. At a parallel or inclusive
 * join the branches come together, so that one branch with the product is enough for what follows.
 * A token that leaves by a boundary event has not finished its activity.
 */
export const reachableWithout = (graph: Graph, produces: (node: GraphNode) => boolean): ReadonlySet<number> => {
  const flows = graph.flows.map(() => false);
  const entered = graph.nodes.map(() => false);
  const left = graph.nodes.map(() => false);
  for (let changed = true; changed;) {
    changed = false;
    for (const node of graph.nodes) {
      const arrives = entered[node.index] === true || arrivesWithout(graph, node, flows, entered);
      const leaves = arrives && !produces(node) && insideLeaves(graph, node, left);
      if (arrives !== entered[node.index] || leaves !== left[node.index]) changed = true;
      entered[node.index] = arrives;
      left[node.index] = leaves;
      for (const flow of node.outgoing) flows[flow] = leaves;
    }
  }
  return new Set(graph.nodes.filter(({ index }) => entered[index]).map(({ index }) => index));
};

const arrivesWithout = (
  graph: Graph,
  node: GraphNode,
  flows: readonly boolean[],
  entered: readonly boolean[],
): boolean => {
  if (node.attachedTo !== undefined) return entered[node.attachedTo] === true;
  if (node.incoming.length === 0) return beginsWithout(graph, node, entered);
  const joins = (node.kind === 'parallelGateway' || node.kind === 'inclusiveGateway') && node.incoming.length > 1;
  return joins ? node.incoming.every((flow) => flows[flow]) : node.incoming.some((flow) => flows[flow]);
};

/** What begins a scope begins as the scope was entered; the process itself begins with nothing. */
const beginsWithout = (graph: Graph, node: GraphNode, entered: readonly boolean[]): boolean => {
  const host = graph.scopes[node.scope]?.node;
  const hostNode = host === undefined ? undefined : graph.nodes[host];
  if (host === undefined || hostNode === undefined) return true;
  return hostNode.byEvent ? beginsWithout(graph, hostNode, entered) : entered[host] === true;
};

/** An activity with an inside leaves without the product when its inside can end without it. */
const insideLeaves = (graph: Graph, node: GraphNode, left: readonly boolean[]): boolean => {
  if (node.inner === undefined) return true;
  return graph.nodes.some(
    (inner) =>
      inner.scope === node.inner && inner.outgoing.length === 0 && !inner.byEvent && left[inner.index] === true,
  );
};
