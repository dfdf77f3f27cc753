import type { Graph, GraphNode, ProcessState, StateCheck } from '#engine/process/index.ts';
import { problem, type Problem } from '#engine/result/index.ts';
import { buildNet } from './build-net.ts';
import { explore } from './explore.ts';
import { said } from './messages.ts';
import type { Net } from './net.ts';
import { regionsOf, type Region } from './regions.ts';

/** Markings looked at for one scope of one instance. */
const MAX_MARKINGS = 50_000;

/**
 * Whether the process can still end properly from where this state stands: each scope's net, begun at
 * its tokens instead of at its start. A sound process can be unsound from a marking that its own
 * runs never reach; a migration can put an instance there (the "dynamic change bug").
 */
export const checkState: StateCheck = (graph, state) => {
  const regions = regionsOf(graph);
  return state.scopes.flatMap((scope) =>
    regions.flatMap((region): readonly Problem[] => {
      const standing = [...standingIn(graph, state, scope.id, region)];
      if (standing.length === 0 || regionScope(graph, region) !== graph.scopeOf[scope.element]) return [];
      const built = buildNet(graph, region.nodes, region.entries);
      if (!built.ok) return [];
      const initial = standing.flatMap((at) => placeOf(graph, built.net, at) ?? []);
      if (initial.length < standing.length || new Set(initial).size < initial.length) return [];
      const { sound, places } = explore({ ...built.net, initial }, MAX_MARKINGS);
      if (sound !== false) return [];
      const stuck = places.flatMap((place) => nodeAt(graph, built.net, place) ?? [])[0];
      const at = stuck?.id ?? region.id;
      return [problem('process.migrate.no-end', at, said.cannotEnd(stuck?.name || at), said.cannotEndRemedy())];
    }),
  );
};

/** A node whose work is waited for, or a flow whose token waits at a join. */
type Standing = { readonly node: GraphNode } | { readonly flow: string };

const regionScope = (graph: Graph, region: Region): number | undefined => {
  const [first] = region.nodes;
  return graph.nodes[first ?? -1]?.scope;
};

function* standingIn(graph: Graph, state: ProcessState, scope: string, region: Region): Generator<Standing> {
  for (const token of state.tokens) {
    const node = graph.nodes[graph.nodeOf[token.element] ?? -1];
    if (node && token.scope === scope && token.of === undefined && region.nodes.has(node.index)) yield { node };
  }
  for (const join of state.joins) {
    const node = graph.nodeOf[join.element];
    if (join.scope !== scope || node === undefined || !region.nodes.has(node)) continue;
    for (const [flow, count] of Object.entries(join.flows)) for (let one = 0; one < count; one += 1) yield { flow };
  }
}

const placeOf = (graph: Graph, net: Net, at: Standing): number | undefined => {
  if ('flow' in at) return place(net, at.flow);
  const arrivals = at.node.incoming.flatMap((flow) => place(net, graph.flows[flow]?.id ?? '') ?? []);
  const own = net.places.findLastIndex((name, index) => name === at.node.id && !net.finals.includes(index));
  return arrivals.length === 1 || own < 0 ? (arrivals[0] ?? (own < 0 ? undefined : own)) : own;
};

const place = (net: Net, name: string): number | undefined => {
  const index = net.places.indexOf(name);
  return index < 0 ? undefined : index;
};

const nodeAt = (graph: Graph, net: Net, index: number): GraphNode | undefined => {
  const name = net.places[index] ?? '';
  const flow = graph.flows[graph.flowOf[name] ?? -1];
  return graph.nodes[flow ? flow.target : (graph.nodeOf[name] ?? -1)];
};
