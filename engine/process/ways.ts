import type { Graph, GraphNode } from './graph.ts';

/** One way from the start to an end: what was chosen on it, and how long it takes. */
export interface Way {
  /** Names of the sequence flows chosen at gateways, or of what they lead to. */
  readonly choices: readonly string[];
  /** Working minutes of its steps. */
  readonly minutes: number;
  readonly elements: readonly string[];
}

/**
 * The ways straight through the process's own level, at most `most`, slowest first: each way passes an element
 * once, so returns for rework are not in it; of parallel branches the slowest counts, which is the way listed.
 */
export const waysThrough = (graph: Graph, most = 24): readonly Way[] => {
  const found: Way[] = [];
  const [top] = graph.scopes;
  const walk = (node: GraphNode, before: Way, seen: ReadonlySet<number>): void => {
    if (found.length >= most * 4) return;
    const here: Way = {
      choices: before.choices,
      minutes: before.minutes + (node.settings.minutes ?? 0),
      elements: [...before.elements, node.id],
    };
    const ahead = node.outgoing.flatMap((index) => {
      const flow = graph.flows[index];
      const target = flow && graph.nodes[flow.target];
      return flow && target && !seen.has(target.index) ? [{ flow, target }] : [];
    });
    if (node.outgoing.length === 0) found.push(here);
    const choosing = node.outgoing.length > 1 && node.kind !== 'parallelGateway';
    for (const { flow, target } of ahead)
      walk(
        target,
        choosing ? { ...here, choices: [...here.choices, flow.name || target.name || target.id] } : here,
        new Set([...seen, target.index]),
      );
  };
  for (const index of top?.starts ?? []) {
    const start = graph.nodes[index];
    if (start) walk(start, { choices: [], minutes: 0, elements: [] }, new Set([index]));
  }
  const slowest = new Map<string, Way>();
  for (const way of found) {
    const key = way.choices.join(' › ');
    const known = slowest.get(key);
    if (!known || known.minutes < way.minutes) slowest.set(key, way);
  }
  return [...slowest.values()].sort((one, other) => other.minutes - one.minutes).slice(0, most);
};
