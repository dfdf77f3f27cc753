import type { Channel, Level, Procedure } from '#engine/definition/index.ts';
import { evaluate, type Scope } from '#engine/expression/index.ts';
import type { Graph, GraphFlow, GraphNode } from '#engine/process/index.ts';
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

/** The graph without the flows that such a dossier can never take, whatever is answered. */
export const restrict = (graph: Graph, way: Way): Graph => {
  const closed = new Set(
    graph.nodes.flatMap((node) => closedFlows(graph, node, { case: way.case?.id ?? null, channel: way.channel })),
  );
  if (closed.size === 0) return graph;
  const open = (flows: readonly number[]): readonly number[] => flows.filter((flow) => !closed.has(flow));
  const nodes = graph.nodes.map((node): GraphNode => {
    const incoming = open(node.incoming);
    return incoming.length === 0 && node.incoming.length > 0
      ? dead(node)
      : { ...node, incoming, outgoing: open(node.outgoing) };
  });
  return { ...graph, nodes };
};

/** Nothing leads there any more: it takes no time and leads nowhere, so that it is not taken for a beginning. */
const dead = ({ inner: _inner, ...node }: GraphNode): GraphNode => {
  const { minutes: _minutes, ...settings } = node.settings;
  return { ...node, settings, incoming: [], outgoing: [], boundary: [] };
};

/**
 * Flows whose condition is surely false; and, where one is surely true, the default flow, and after
 * an exclusive gateway also the conditions that would be asked after it.
 */
const closedFlows = (graph: Graph, node: GraphNode, scope: Scope): readonly number[] => {
  const asked = node.outgoing.filter((flow) => flow !== node.defaultFlow);
  const answers = asked.map((flow) => answerOf(graph.flows[flow], scope));
  const taken = answers.indexOf(true);
  const isChoice = node.kind === 'exclusiveGateway';
  const shut = asked.filter((_, place) => answers[place] === false || (isChoice && taken >= 0 && place > taken));
  return taken >= 0 && node.defaultFlow !== undefined ? [...shut, node.defaultFlow] : shut;
};

/** A condition over case and channel alone is answered before anything else is known. */
const answerOf = (flow: GraphFlow | undefined, scope: Scope): boolean | undefined => {
  const condition = flow?.condition;
  if (
    !condition ||
    condition.reads.length === 0 ||
    !condition.reads.every((path) => path === 'case' || path === 'channel')
  )
    return undefined;
  return evaluate(condition, scope) === true;
};
