import type { DiagramStep } from '#app/components/diagram/index.ts';
import type { Graph } from '#engine/process/index.ts';

/** Steps from which every way on leads to a refusal, the refusing ones themselves too. */
const refusing = (graph: Graph): ReadonlySet<string> => {
  const refuses = (index: number): boolean => graph.nodes[index]?.settings.produces.includes('refusal') === true;
  // Backwards from the ends, never through a step that refuses: what is reached may end well.
  const well = new Set<number>();
  const waiting = graph.nodes
    .filter((node) => node.outgoing.length === 0 && !refuses(node.index))
    .map((node) => node.index);
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (well.has(at)) continue;
    well.add(at);
    for (const flow of graph.nodes[at]?.incoming ?? []) {
      const source = graph.flows[flow]?.source;
      if (source !== undefined && !refuses(source)) waiting.push(source);
    }
  }
  return new Set(graph.nodes.filter((node) => !well.has(node.index)).map((node) => node.id));
};

/**
 * The steps an applicant follows: those done and under way, and of those ahead the ones of an
 * application that goes well, while it is open.
 */
export const publicSteps = (graph: Graph, steps: readonly DiagramStep[], closed: boolean): readonly DiagramStep[] => {
  const unwelcome = refusing(graph);
  return steps.filter(
    ({ id, state }) => state === 'done' || state === 'current' || (!closed && state === 'ahead' && !unwelcome.has(id)),
  );
};
