import type { Graph, GraphNode } from '#engine/process/index.ts';
import type { Net, Transition } from './net.ts';
import { withReach } from './reach.ts';

/** An inclusive split with more branches than this has too many combinations to look at. */
const MAX_BRANCHES = 10;

export type NetResult = { readonly ok: true; readonly net: Net } | { readonly ok: false; readonly element: string };

/**
 * The net of the nodes of one scope that belong to one flow (`nodes`), begun at `entries`: one place
 * for each sequence flow; a task one transition; an exclusive or event-based gateway one for each way
 * through; a parallel gateway one altogether; a sub-process a single busy place, its inside being
 * looked at by itself. Conditions are left out: every way is possible.
 */
export const buildNet = (
  graph: Graph,
  nodes: ReadonlySet<number>,
  entries: readonly (readonly number[])[],
): NetResult => {
  const places: string[] = ['(start)'];
  const finals: number[] = [];
  const transitions: Transition[] = [];
  const ofFlow = new Map<number, number>();
  const ofEntry = new Map<number, number>();
  const add = (name: string): number => places.push(name) - 1;
  for (const flow of graph.flows)
    if (nodes.has(flow.source) && nodes.has(flow.target)) ofFlow.set(flow.index, add(flow.id));

  const entryOf = (index: number): number => {
    const known = ofEntry.get(index) ?? add(graph.nodes[index]?.id ?? '');
    ofEntry.set(index, known);
    return known;
  };
  for (const entry of entries) transitions.push({ inputs: [0], outputs: entry.map(entryOf), taken: [] });

  const context: Builder = { graph, nodes, ofFlow, add, finals, emit: (transition) => transitions.push(transition) };
  for (const index of nodes) {
    const node = graph.nodes[index];
    if (!node || node.compensation || node.byEvent) continue;
    const arrivals = [
      ...node.incoming.flatMap((flow) => ofFlow.get(flow) ?? []),
      ...(ofEntry.has(index) ? [entryOf(index)] : []),
    ];
    // Boundary events are told of by their host.
    if (node.attachedTo !== undefined && !ofEntry.has(index)) continue;
    if (!addNode(context, node, arrivals)) return { ok: false, element: node.id };
  }
  return { ok: true, net: { places, transitions: withReach(transitions, places.length), initial: [0], finals } };
};

interface Builder {
  readonly graph: Graph;
  readonly nodes: ReadonlySet<number>;
  readonly ofFlow: ReadonlyMap<number, number>;
  readonly add: (name: string) => number;
  readonly finals: number[];
  readonly emit: (transition: Transition) => void;
}

/** false: too many combinations. */
const addNode = (builder: Builder, node: GraphNode, arrivals: readonly number[]): boolean => {
  if (arrivals.length === 0) return true;
  if (node.kind === 'parallelGateway' && arrivals.length > 1) return addWays(builder, node, [arrivals]);
  if (node.kind === 'inclusiveGateway' && arrivals.length > 1) return addInclusiveJoin(builder, node, arrivals);
  const busy = busyPlace(builder, node, arrivals);
  if (
    !addWays(
      builder,
      node,
      busy.map((place) => [place]),
    )
  )
    return false;
  for (const index of node.boundary) {
    const event = builder.graph.nodes[index];
    // What goes on beside is looked at by itself; compensation runs only afterwards.
    if (!event || !event.interrupting || event.event?.type === 'compensate') continue;
    if (
      !addWays(
        builder,
        event,
        busy.map((place) => [place]),
      )
    )
      return false;
  }
  return true;
};

/** A node that can be left in several ways and reached in several has a place of its own to stand in. */
const busyPlace = ({ add, emit }: Builder, node: GraphNode, arrivals: readonly number[]): readonly number[] => {
  if (arrivals.length === 1 || (node.outgoing.length < 2 && node.boundary.length === 0)) return arrivals;
  const busy = add(node.id);
  for (const arrival of arrivals) emit({ inputs: [arrival], outputs: [busy], taken: [] });
  return [busy];
};

/** One transition for each set of inputs and each way of leaving. */
const addWays = (builder: Builder, node: GraphNode, inputSets: readonly (readonly number[])[]): boolean => {
  const ways = waysOf(builder, node);
  if (!ways) return false;
  const reset = endsScope(node);
  if (ways.length === 0) {
    const final = builder.add(node.id);
    builder.finals.push(final);
    for (const inputs of inputSets)
      builder.emit({ inputs, outputs: [final], node: node.index, taken: [], ...(reset ? { reset } : {}) });
    return true;
  }
  for (const inputs of inputSets)
    for (const way of ways)
      builder.emit({
        inputs,
        outputs: way.flatMap((flow) => builder.ofFlow.get(flow) ?? []),
        node: node.index,
        taken: way,
      });
  return true;
};

/** Terminate, error and cancel ends: whatever else runs in the scope is over too. */
export const endsScope = ({ kind, event }: GraphNode): true | undefined =>
  kind === 'endEvent' && (event?.type === 'terminate' || event?.type === 'error' || event?.type === 'cancel')
    ? true
    : undefined;

/** The sets of flows by which a node can be left; none: it ends. */
const waysOf = ({ graph, ofFlow }: Builder, node: GraphNode): readonly (readonly number[])[] | undefined => {
  const flows = node.outgoing.filter((flow) => ofFlow.has(flow));
  if (flows.length === 0) return [];
  switch (node.kind) {
    case 'exclusiveGateway':
    case 'eventBasedGateway':
      return flows.map((flow) => [flow]);
    case 'parallelGateway':
      return [flows];
    case 'inclusiveGateway':
      return flows.length === 1
        ? [flows]
        : someOf(
            flows.filter((flow) => flow !== node.defaultFlow),
            node.defaultFlow,
            [],
          );
    default: {
      const conditional = flows.filter((flow) => graph.flows[flow]?.condition && flow !== node.defaultFlow);
      if (conditional.length === 0) return [flows];
      const always = flows.filter((flow) => !conditional.includes(flow) && flow !== node.defaultFlow);
      return someOf(conditional, node.defaultFlow, always);
    }
  }
};

/** Every set of conditional flows that is not empty, or else the default; what is taken always comes with each. */
const someOf = (
  conditional: readonly number[],
  byDefault: number | undefined,
  always: readonly number[],
): readonly (readonly number[])[] | undefined => {
  if (conditional.length > MAX_BRANCHES) return undefined;
  const sets: (readonly number[])[] = [];
  for (let bits = 1; bits < 1 << conditional.length; bits += 1)
    sets.push([...always, ...conditional.filter((_, at) => (bits & (1 << at)) !== 0)]);
  if (byDefault !== undefined) sets.push([...always, byDefault]);
  else if (always.length > 0) sets.push(always);
  return sets;
};

const addInclusiveJoin = (builder: Builder, node: GraphNode, incoming: readonly number[]): boolean => {
  const through = builder.add(node.id);
  builder.emit({ inputs: [], outputs: [through], node: node.index, taken: [], join: { incoming, reach: [] } });
  return addWays(builder, node, [[through]]);
};
