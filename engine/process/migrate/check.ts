import type { Problem } from '#engine/result/index.ts';
import type { Graph, GraphNode } from '../graph.ts';
import type { Compensable, JoinArrivals, ProcessState, Token } from '../state.ts';
import { nodeOf } from './mapping.ts';
import { migrateSaid } from './messages.ts';
import type { Mapping } from './model.ts';

/** Tokens that stand somewhere themselves; a `scope` token only says that its inside goes on. */
export const isLeaf = (token: Token): boolean => token.kind !== 'scope';

/** Everything that stands in the way of the move, token by token; nothing has moved yet. */
export const checkMove = (from: Graph, to: Graph, state: ProcessState, mapping: Mapping): readonly Problem[] => [
  ...state.tokens.flatMap((token) => checkToken(from, to, token, mapping)),
  ...state.joins.flatMap((join) => checkJoin(from, to, join, mapping)),
  ...state.scopes.flatMap(({ compensable = [] }) => compensable.flatMap((one) => checkCompensable(one, to, mapping))),
];

const checkToken = (from: Graph, to: Graph, token: Token, mapping: Mapping): readonly Problem[] => {
  const node = nodeOf(from, token.element);
  const counterpart = mapping[token.element];
  const target = nodeOf(to, counterpart?.to);
  // A sub-process may be dissolved: what is inside then stands in the scope around it.
  if (!target || !node || !counterpart) return isLeaf(token) ? [migrateSaid.unmapped(token.element)] : [];
  const pending = (token.pending ?? [])
    .map((one) => (typeof one === 'string' ? one : one.handler))
    .filter((id) => !nodeOf(to, mapping[id]?.to));
  return [
    ...(node.kind === target.kind ? [] : [migrateSaid.kind(node.id, target.id)]),
    ...(node.event?.type === target.event?.type ? [] : [migrateSaid.event(node.id, target.id)]),
    ...(sameLoop(node, target) ? [] : [migrateSaid.loop(node.id, target.id)]),
    ...pending.map(migrateSaid.handler),
    ...(token.compensable ?? []).flatMap((one) => checkCompensable(one, to, mapping)),
    ...(outcomesOf(node) === outcomesOf(target) ? [] : [migrateSaid.outcomes(node.id)]),
    ...(counterpart.by === 'place' ? [migrateSaid.byPlace(node.id, target.id)] : []),
  ];
};

const sameLoop = ({ loop: one }: GraphNode, { loop: other }: GraphNode): boolean =>
  (one?.type ?? 'none') === (other?.type ?? 'none');

const outcomesOf = ({ settings }: GraphNode): string => settings.outcomes.map(({ id }) => id).join(' ');

const checkJoin = (from: Graph, to: Graph, join: JoinArrivals, mapping: Mapping): readonly Problem[] => {
  const node = nodeOf(from, join.element);
  const target = nodeOf(to, mapping[join.element]?.to);
  if (!node || !target) return [migrateSaid.unmapped(join.element)];
  if (node.kind !== target.kind) return [migrateSaid.kind(node.id, target.id)];
  const lost = Object.keys(join.flows).filter((flow) => flowFor(from, to, target, flow, mapping) === undefined);
  return [
    ...(target.incoming.length < node.incoming.length ? [migrateSaid.joinNarrower(node.id)] : []),
    ...lost.map((flow) => migrateSaid.join(node.id, flow)),
  ];
};

/** The incoming flow of the new join that stands for an old one: by id, else by where it comes from. */
export const flowFor = (
  from: Graph,
  to: Graph,
  target: GraphNode,
  flow: string,
  mapping: Mapping,
): string | undefined => {
  const incoming = target.incoming.flatMap((index) => to.flows[index] ?? []);
  const same = incoming.find(({ id }) => id === flow);
  if (same) return same.id;
  const source = from.nodes[from.flows[from.flowOf[flow] ?? -1]?.source ?? -1];
  const wanted = to.nodeOf[mapping[source?.id ?? '']?.to ?? ''];
  const there = incoming.filter((one) => one.source === wanted);
  return there.length === 1 ? there[0]?.id : undefined;
};

const checkCompensable = (one: Compensable, to: Graph, mapping: Mapping): readonly Problem[] => {
  const isThere = (id: string | undefined): boolean => id === undefined || nodeOf(to, mapping[id]?.to) !== undefined;
  return [
    ...(isThere(one.element) && isThere(one.handler) ? [] : [migrateSaid.handler(one.element)]),
    ...(one.inner ?? []).flatMap((inner) => checkCompensable(inner, to, mapping)),
  ];
};
