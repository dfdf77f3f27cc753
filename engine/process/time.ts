import type { Graph, GraphNode } from './graph.ts';

/** How the working time of a process is spent; minutes, and indexes of the graph's nodes. */
export interface WorkingTime {
  /** Of the slowest way. */
  readonly minutes: number;
  /** What the slowest way passes, in order. */
  readonly slowest: readonly number[];
  /** For each node that is passed at all: the slowest way that passes it. */
  readonly through: ReadonlyMap<number, number>;
}

/**
 * The slowest way through the process: alternatives by the longer one, parallel branches by the
 * longest, each loop gone through once. Tasks without a time count nothing. Linear in the graph, but
 * for loops.
 */
export const workingTimeOf = (graph: Graph): WorkingTime => timeOfScope(graph, 0, new Set());

const NONE: WorkingTime = { minutes: 0, slowest: [], through: new Map() };

const timeOfScope = (graph: Graph, scope: number, calling: ReadonlySet<number>): WorkingTime => {
  const definition = graph.scopes[scope];
  // A process that calls itself is counted once.
  if (!definition || calling.has(scope)) return NONE;
  const inside = new Set([...calling, scope]);
  const insides = new Map<number, WorkingTime>();
  const ways = new Map<number, readonly number[]>();
  const longest = new Map<number, number>();
  const settled: number[] = [];
  const open = new Set<number>();
  const own = (node: GraphNode): number => {
    if (node.inner === undefined || node.byEvent) return node.settings.minutes ?? 0;
    const inner = insides.get(node.index) ?? timeOfScope(graph, node.inner, inside);
    insides.set(node.index, inner);
    return (node.settings.minutes ?? 0) + inner.minutes;
  };
  // Depth first; a node that is still open closes a loop and adds nothing more. Boundary events leave from their host.
  const from = (index: number): number => {
    const known = longest.get(index);
    const node = graph.nodes[index];
    if (known !== undefined) return known;
    if (!node || open.has(index)) return 0;
    open.add(index);
    const next = nextOf(graph, node);
    // Where the only way on is back to the loop's beginning, the loop's exits come after it.
    const all = next.length > 0 && next.every((target) => open.has(target)) ? loopExits(graph, index) : next;
    const onward = all.filter((target) => !open.has(target));
    const total = own(node) + Math.max(0, ...onward.map(from));
    open.delete(index);
    longest.set(index, total);
    ways.set(index, onward);
    settled.push(index);
    return total;
  };
  const starts = definition.nodes.filter((index) => {
    const node = graph.nodes[index];
    return node?.incoming.length === 0 && node.attachedTo === undefined;
  });
  const minutes = Math.max(0, ...starts.map(from));
  const slowerOf = (all: readonly number[]): number | undefined =>
    all.reduce<number | undefined>(
      (slowest, each) =>
        slowest === undefined || (longest.get(each) ?? 0) > (longest.get(slowest) ?? 0) ? each : slowest,
      undefined,
    );

  const slowest: number[] = [];
  for (let at = slowerOf(starts); at !== undefined; at = slowerOf(ways.get(at) ?? []))
    slowest.push(at, ...(insides.get(at)?.slowest ?? []));

  const before = new Map<number, number>();
  const through = new Map<number, number>();
  // What was settled last comes first on every way.
  for (const index of settled.reverse()) {
    const head = before.get(index) ?? 0;
    const rest = longest.get(index) ?? 0;
    through.set(index, head + rest);
    const node = graph.nodes[index];
    const after = head + (node ? own(node) : 0);
    for (const way of ways.get(index) ?? []) before.set(way, Math.max(before.get(way) ?? 0, after));
    const inner = insides.get(index);
    for (const [each, time] of inner?.through ?? []) through.set(each, head + rest - (inner?.minutes ?? 0) + time);
  }
  return { minutes, slowest, through };
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
