import type { Graph, GraphNode } from '#engine/process/index.ts';
import type { Localized } from '#engine/result/index.ts';
import { endsScope } from './build-net.ts';
import { said } from './messages.ts';
import type { Region } from './regions.ts';
import type { SoundnessFinding } from './report.ts';

type Finder = (graph: Graph, regions: readonly Region[]) => readonly SoundnessFinding[];

const nameOf = (node: GraphNode): string => node.name || node.id;

const finding = (
  code: string,
  node: GraphNode,
  say: (at: string) => Localized,
  severity: SoundnessFinding['severity'] = 'error',
): SoundnessFinding => ({
  code,
  element: node.id,
  severity,
  message: say(nameOf(node)),
  witness: null,
});

const nothingLeadsThere: Finder = (graph, regions) => {
  const reached = new Set(regions.flatMap((region) => [...region.nodes]));
  const handlers = new Set(graph.nodes.flatMap((node) => node.handler ?? []));
  return graph.nodes
    .filter(
      (node) =>
        !reached.has(node.index) &&
        !node.byEvent &&
        !node.compensation &&
        !handlers.has(node.index) &&
        node.event?.type !== 'compensate',
    )
    .map((node) => finding('soundness.unreachable', node, said.unreachable));
};

/**
 * Backwards from everything that ends. Beside an end that stops the whole scope this is only a remark:
 * whether that end always comes, the exploration knows.
 */
const noWayToAnEnd: Finder = (graph, regions) => {
  const ends = new Set(graph.nodes.filter((node) => node.outgoing.length === 0).map((node) => node.index));
  for (const index of ends) {
    const node = graph.nodes[index];
    for (const flow of node?.incoming ?? []) ends.add(graph.flows[flow]?.source ?? index);
    if (node?.attachedTo !== undefined && node.interrupting) ends.add(node.attachedTo);
  }
  return regions.flatMap((region) => {
    const nodes = [...region.nodes].flatMap((index) => graph.nodes[index] ?? []);
    const severity = nodes.some(endsScope) ? 'warning' : 'error';
    return nodes
      .filter(({ index }) => !ends.has(index))
      .map((node) => finding('soundness.no-end', node, said.noEnd, severity));
  });
};

/** Conditions are abstracted from, so this is a remark: the check of conditions knows more. */
const missingDefault: Finder = (graph) =>
  graph.nodes
    .filter(
      (node) =>
        (node.kind === 'exclusiveGateway' || node.kind === 'inclusiveGateway') &&
        node.outgoing.length > 0 &&
        node.defaultFlow === undefined &&
        node.outgoing.every((flow) => graph.flows[flow]?.condition !== undefined),
    )
    .map((node) => finding('soundness.missing-default', node, said.missingDefault, 'warning'));

const neverTriggered: Finder = (graph) =>
  graph.nodes
    .filter((node) => {
      if (node.event?.type !== 'none') return false;
      const owner = graph.nodes[graph.scopes[node.scope]?.node ?? -1];
      return node.kind === 'boundaryEvent' || (node.kind === 'startEvent' && owner?.byEvent === true);
    })
    .map((node) => finding('soundness.no-trigger', node, said.noTrigger));

/** Errors go outwards through event sub-processes and boundary events, by code or by "every code". */
const uncaughtErrors: Finder = (graph) =>
  graph.nodes
    .filter(
      (node) =>
        node.kind === 'endEvent' &&
        node.event?.type === 'error' &&
        !isCaught(graph, node.scope, node.event.code, false),
    )
    .map((node) => finding('soundness.error-uncaught', node, said.uncaughtError));

const catches = (node: GraphNode | undefined, code: string | undefined): boolean =>
  node?.event?.type === 'error' && (node.event.code === undefined || node.event.code === code);

const isCaught = (graph: Graph, scope: number, code: string | undefined, fromEventSub: boolean): boolean => {
  const definition = graph.scopes[scope];
  if (!definition) return false;
  const inScope = definition.eventSubs.some((index) => {
    const inside = graph.scopes[graph.nodes[index]?.inner ?? -1];
    return inside?.nodes.some(
      (start) => graph.nodes[start]?.kind === 'startEvent' && catches(graph.nodes[start], code),
    );
  });
  if (!fromEventSub && inScope) return true;
  // A called process is caught for by those that call it.
  const hosts = graph.nodes.filter((node) => node.inner === scope);
  return (
    hosts.length > 0 &&
    hosts.every(
      (host) =>
        host.boundary.some((index) => catches(graph.nodes[index], code)) ||
        (host.scope !== scope && isCaught(graph, host.scope, code, host.byEvent)),
    )
  );
};

const cancelWithoutBoundary: Finder = (graph) =>
  graph.nodes
    .filter((node) => node.kind === 'endEvent' && node.event?.type === 'cancel')
    .filter((node) => {
      const host = graph.nodes[graph.scopes[node.scope]?.node ?? -1];
      return !host?.boundary.some((index) => graph.nodes[index]?.event?.type === 'cancel');
    })
    .map((node) => finding('soundness.no-cancel-boundary', node, said.noCancelBoundary));

/** A branch beside the main flow has to end by itself; the end event may be the same. */
const branchRejoins: Finder = (graph, regions) =>
  regions.flatMap((region) => {
    const event = graph.nodes[graph.nodeOf[region.id] ?? -1];
    if (event?.kind !== 'boundaryEvent') return [];
    const main = regions.find((other) => other !== region && other.nodes.has(event.attachedTo ?? -1));
    const shared = [...region.nodes]
      .filter((index) => main?.nodes.has(index))
      .flatMap((index) => graph.nodes[index] ?? []);
    return shared.some((node) => node.outgoing.length > 0 || node.kind.endsWith('Task') || node.inner !== undefined)
      ? [finding('soundness.branch-rejoins', event, said.rejoins)]
      : [];
  });

/** What can be said without running anything. */
export const lint = (graph: Graph, regions: readonly Region[]): readonly SoundnessFinding[] =>
  [
    nothingLeadsThere,
    noWayToAnEnd,
    missingDefault,
    neverTriggered,
    uncaughtErrors,
    cancelWithoutBoundary,
    branchRejoins,
  ].flatMap((find) => find(graph, regions));
