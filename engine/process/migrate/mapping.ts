import type { Problem } from '#engine/result/index.ts';
import type { Graph, GraphNode } from '../graph.ts';
import { migrateSaid } from './messages.ts';
import type { Counterpart, Instructions, Mapping, MigrationPlan } from './model.ts';

/**
 * Which element of the new process each of the old one is: what a person says, else the same id, else
 * the only one of the same kind between the same neighbours or of the same name in the same scope.
 * Linear in both processes but for the last, which looks at what is left over.
 */
export const planMigration = (from: Graph, to: Graph, instructions: Instructions = {}): MigrationPlan => {
  const mapping: Record<string, Counterpart> = {};
  const problems: Problem[] = [];
  const taken = new Map<string, string>();
  const put = (id: string, counterpart: Counterpart): void => {
    const before = taken.get(counterpart.to);
    if (before !== undefined) problems.push(migrateSaid.twice(id, counterpart.to));
    taken.set(counterpart.to, id);
    mapping[id] = counterpart;
  };
  for (const [id, target] of Object.entries(instructions)) {
    if (from.nodeOf[id] === undefined) problems.push(migrateSaid.unknownSource(id));
    else if (target !== null && to.nodeOf[target] === undefined) problems.push(migrateSaid.unknownTarget(id, target));
    else if (target !== null) put(id, { to: target, by: 'given' });
  }
  const isSaid = (id: string): boolean => Object.hasOwn(instructions, id);
  for (const node of from.nodes) {
    const same = nodeOf(to, node.id);
    if (!isSaid(node.id) && same?.kind === node.kind && !taken.has(node.id)) put(node.id, { to: node.id, by: 'id' });
  }
  for (const node of from.nodes) {
    if (isSaid(node.id) || mapping[node.id]) continue;
    const found = byPlace(from, to, node, mapping, taken);
    if (found) put(node.id, { to: found.id, by: 'place' });
  }
  return { mapping, problems };
};

export const nodeOf = (graph: Graph, id: string | undefined): GraphNode | undefined =>
  graph.nodes[graph.nodeOf[id ?? ''] ?? -1];

/** Elements that a person would have to tell apart are left to the person. */
const byPlace = (
  from: Graph,
  to: Graph,
  node: GraphNode,
  mapping: Mapping,
  taken: ReadonlyMap<string, string>,
): GraphNode | undefined => {
  const isFree = (other: GraphNode): boolean =>
    other.kind === node.kind &&
    !taken.has(other.id) &&
    from.nodeOf[other.id] === undefined &&
    (other.loop?.type ?? '') === (node.loop?.type ?? '') &&
    (other.event?.type ?? '') === (node.event?.type ?? '');
  const free = to.nodes.filter(isFree);
  const place = neighbours(from, node).map((id) => mapping[id]?.to);
  const known = place.every((id) => id !== undefined) && place.length > 0;
  const there = known ? free.filter((other) => neighbours(to, other).join() === place.join()) : [];
  if (there.length === 1) return there[0];
  const named = node.name === '' ? [] : free.filter((other) => other.name === node.name);
  const rivals = from.nodes.filter(
    (other) => other.kind === node.kind && other.name === node.name && !mapping[other.id],
  );
  return named.length === 1 && rivals.length === 1 ? named[0] : undefined;
};

/** Elements before and after it, and its host. */
const neighbours = (graph: Graph, node: GraphNode): readonly string[] => [
  ...node.incoming.flatMap((flow) => graph.nodes[graph.flows[flow]?.source ?? -1]?.id ?? []),
  ...node.outgoing.flatMap((flow) => graph.nodes[graph.flows[flow]?.target ?? -1]?.id ?? []),
  ...(node.attachedTo === undefined ? [] : [graph.nodes[node.attachedTo]?.id ?? '']),
];
