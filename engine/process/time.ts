import type { Graph, GraphNode } from './graph.ts';

/**
 * Working minutes of the slowest way through the process: alternatives by the longer one, parallel
 * branches by the longest, each loop gone through once. Tasks without a time count nothing.
 */
export const longestPathMinutes = (graph: Graph): number => scopeMinutes(graph, 0, new Set());

const scopeMinutes = (graph: Graph, scope: number, calling: ReadonlySet<number>): number => {
  const definition = graph.scopes[scope];
  // A process that calls itself is counted once.
  if (!definition || calling.has(scope)) return 0;
  const inside = new Set([...calling, scope]);
  const own = (node: GraphNode): number =>
    (node.settings.minutes ?? 0) +
    (node.inner === undefined || node.byEvent ? 0 : scopeMinutes(graph, node.inner, inside));

  const longest = new Map<number, number>();
  const open = new Set<number>();
  // Depth first; a node that is still open closes a loop and adds nothing more. Boundary events leave from their host.
  const from = (index: number): number => {
    const known = longest.get(index);
    const node = graph.nodes[index];
    if (known !== undefined) return known;
    if (!node || open.has(index)) return 0;
    open.add(index);
    const next = nextOf(graph, node);
    // Where the only way on is back to the loop's beginning, the loop's exits come after it.
    const ways = next.length > 0 && next.every((target) => open.has(target)) ? loopExits(graph, index) : next;
    const total = own(node) + Math.max(0, ...ways.map(from));
    open.delete(index);
    longest.set(index, total);
    return total;
  };
  const starts = definition.nodes.filter((index) => {
    const node = graph.nodes[index];
    return node?.incoming.length === 0 && node.attachedTo === undefined;
  });
  return Math.max(0, ...starts.map(from));
};

const nextOf = (graph: Graph, node: GraphNode): readonly number[] => [
  ...node.outgoing.flatMap((flow) => graph.flows[flow]?.target ?? []),
  ...node.boundary,
];

/** What follows the largest loop that the node is in. */
const loopExits = (graph: Graph, index: number): readonly number[] => {
  const ahead = reachable(index, (at) => (graph.nodes[at] ? nextOf(graph, graph.nodes[at]) : []));
  const behind = reachable(index, (at) => {
    const node = graph.nodes[at];
    const sources = node?.incoming.flatMap((flow) => graph.flows[flow]?.source ?? []) ?? [];
    return node?.attachedTo === undefined ? sources : [...sources, node.attachedTo];
  });
  const loop = new Set([...ahead].filter((at) => behind.has(at)));
  return [...loop]
    .flatMap((at) => (graph.nodes[at] ? nextOf(graph, graph.nodes[at]) : []))
    .filter((at) => !loop.has(at));
};

const reachable = (from: number, next: (index: number) => readonly number[]): ReadonlySet<number> => {
  const found = new Set([from]);
  for (const at of found) for (const target of next(at)) found.add(target);
  return found;
};
