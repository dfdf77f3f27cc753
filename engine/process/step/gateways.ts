import type { GraphFlow, GraphNode } from '../graph.ts';
import type { JoinArrivals } from '../state.ts';
import { leaveByAll, leaveByFirst, leaveByOpen } from './flows.ts';
import { localsOf } from './items.ts';
import { keysOf } from './message-keys.ts';
import { addToken, nodeAt, nodeById, own, trace, type Run } from './run.ts';
import { armTimer } from './timers.ts';

/** A token reaches a gateway. */
export const enterGateway = (run: Run, node: GraphNode, scope: string, flow: GraphFlow | undefined): void => {
  switch (node.kind) {
    case 'exclusiveGateway':
      trace(run, 'entered', node.id);
      return leaveByFirst(run, node, scope);
    case 'eventBasedGateway':
      return openGate(run, node, scope);
    case 'parallelGateway':
      if (flow && node.incoming.length > 1) {
        arrive(run, node, scope, flow);
        if (!isFull(run, node, scope)) return;
        consume(run, node, scope);
      }
      trace(run, 'entered', node.id);
      return leaveByAll(run, node, scope);
    default:
      if (flow && node.incoming.length > 1) return arrive(run, node, scope, flow);
      trace(run, 'entered', node.id);
      return leaveByOpen(run, node, scope);
  }
};

/** Waits for the first of the events behind it; its timers live with its token. */
const openGate = (run: Run, node: GraphNode, scope: string): void => {
  trace(run, 'entered', node.id);
  const targets = node.outgoing.map((index) => nodeAt(run, run.graph.flows[index]?.target));
  const gate = addToken(run, {
    element: node.id,
    scope,
    kind: 'gate',
    ...keysOf(run, targets, () => localsOf(run, scope)),
  });
  for (const target of targets) {
    if (target) armTimer(run, target, gate.id, scope);
  }
  run.conditionsStale = true;
};

const joinOf = (run: Run, node: GraphNode, scope: string): JoinArrivals | undefined =>
  run.joins.find((join) => join.element === node.id && join.scope === scope);

const arrive = (run: Run, node: GraphNode, scope: string, flow: GraphFlow): void => {
  const join = joinOf(run, node, scope);
  if (!join) run.joins.push({ scope, element: node.id, flows: { [flow.id]: 1 } });
  else
    run.joins = run.joins.map((other) =>
      other === join ? { ...join, flows: { ...join.flows, [flow.id]: (own(join.flows, flow.id) ?? 0) + 1 } } : other,
    );
};

const hasArrived = (run: Run, join: JoinArrivals | undefined, flow: number): boolean =>
  (own(join?.flows, run.graph.flows[flow]?.id ?? '') ?? 0) > 0;

const isFull = (run: Run, node: GraphNode, scope: string): boolean => {
  const join = joinOf(run, node, scope);
  return node.incoming.every((index) => hasArrived(run, join, index));
};

/** Takes one token from each flow that has any. */
const consume = (run: Run, node: GraphNode, scope: string): void => {
  run.joins = run.joins.flatMap((join) => {
    if (join.element !== node.id || join.scope !== scope) return [join];
    const left = Object.entries(join.flows).flatMap(([flow, count]) => (count > 1 ? [[flow, count - 1] as const] : []));
    return left.length > 0 ? [{ ...join, flows: Object.fromEntries(left) }] : [];
  });
};

/**
 * Inclusive joins (BPMN 2.0 table 13.4), looked at when nothing else moves: a join goes on unless some
 * token can still reach one of its empty flows without passing the join, and could not just as well
 * reach a flow that has its token already. One at a time, in document order; true if one went on.
 */
export const releaseInclusiveJoin = (run: Run): boolean => {
  const waiting = run.joins
    .flatMap((join) => {
      const node = nodeById(run, join.element);
      return node?.kind === 'inclusiveGateway' ? [{ join, node }] : [];
    })
    .sort((one, other) => one.node.index - other.node.index);
  for (const { join, node } of waiting) {
    if (isAwaited(run, node, join)) continue;
    consume(run, node, join.scope);
    trace(run, 'entered', node.id);
    leaveByOpen(run, node, join.scope);
    return true;
  }
  return false;
};

const isAwaited = (run: Run, node: GraphNode, join: JoinArrivals): boolean => {
  const has = node.incoming.map((index) => hasArrived(run, join, index));
  const reaches = (place: number, filled: boolean): boolean =>
    node.reach?.some((nodes, at) => has[at] === filled && nodes.has(place)) ?? false;
  return placesOf(run, node, join.scope).some((place) => reaches(place, false) && !reaches(place, true));
};

/** Nodes of the scope at which tokens stand, the join itself left out. */
const placesOf = (run: Run, node: GraphNode, scope: string): readonly number[] => {
  const elements = [
    ...run.tokens.filter((token) => token.scope === scope && token.of === undefined).map((token) => token.element),
    ...run.joins.filter((join) => join.scope === scope && join.element !== node.id).map((join) => join.element),
  ];
  return elements.flatMap((element) => run.graph.nodeOf[element] ?? []);
};
