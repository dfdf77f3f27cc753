import type { Channel, Level, Procedure } from '#engine/definition/index.ts';
import { evaluate } from '#engine/expression/index.ts';
import type { Graph, GraphFlow } from '#engine/process/index.ts';
import type { Localized } from '#engine/result/index.ts';

/** One kind of dossier that the procedure offers, as far as conditions can tell before anything is answered. */
export interface Way {
  readonly case?: { readonly id: string; readonly name: Localized };
  readonly channel: Channel;
  readonly level: Level;
}

/** Every case × channel × level. */
export const waysOf = ({ cases, channels, levels }: Procedure): readonly Way[] => {
  const chosen = cases?.length ? cases : [undefined];
  return chosen.flatMap((one) =>
    channels.flatMap((channel) =>
      levels.map((level): Way => (one ? { case: one, channel, level } : { channel, level })),
    ),
  );
};

/** The graph without the flows that such a dossier can never take: their condition is false whatever is answered. */
export const restrict = (graph: Graph, way: Way): Graph => {
  const scope = { case: way.case?.id ?? null, channel: way.channel };
  const closed = new Set(graph.flows.filter((flow) => isClosed(flow, scope)).map(({ index }) => index));
  if (closed.size === 0) return graph;
  const open = (flows: readonly number[]): readonly number[] => flows.filter((flow) => !closed.has(flow));
  return {
    ...graph,
    nodes: graph.nodes.map((node) => ({ ...node, incoming: open(node.incoming), outgoing: open(node.outgoing) })),
  };
};

const isClosed = ({ condition }: GraphFlow, scope: Readonly<Record<string, unknown>>): boolean =>
  condition !== undefined &&
  condition.reads.length > 0 &&
  condition.reads.every((path) => path === 'case' || path === 'channel') &&
  evaluate(condition, scope) !== true;
