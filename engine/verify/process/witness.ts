import type { Graph, GraphNode } from '#engine/process/index.ts';
import type { Witness, WitnessStep } from '#engine/result/index.ts';
import { buildNet } from './build-net.ts';
import type { Net } from './net.ts';
import type { Region } from './regions.ts';
import { wayTo, wayToEnd } from './route.ts';
import { choiceOf, outcomeFor, stepsOf, turnsOf } from './witness-steps.ts';

/** Sub-processes in sub-processes that a witness goes into. */
const MAX_DEPTH = 20;

interface Told {
  readonly elements: string[];
  readonly flows: string[];
  readonly choices: WitnessStep[];
  readonly actions: WitnessStep[];
}

/** Makes runs that begin with the process and show something; `process run` plays their scripts. */
export interface Witnesses {
  /** The path of the region's whole net, with what comes before the region begins. */
  readonly along: (region: Region, net: Net, path: readonly number[]) => Witness;
  /** A run to where the node can begin; null when nothing leads there. */
  readonly upTo: (node: GraphNode) => Witness | null;
  /** A whole run: what is never passed by it need not be passed. */
  readonly whole: () => Witness | null;
}

export const witnessesOf = (graph: Graph, regions: readonly Region[]): Witnesses => {
  const nets = new Map<string, Net | undefined>();
  const netOf = (region: Region): Net | undefined => {
    if (!nets.has(region.id)) {
      const built = buildNet(graph, region.nodes, region.entries);
      nets.set(region.id, built.ok ? built.net : undefined);
    }
    return nets.get(region.id);
  };
  const regionOf = (node: number): Region | undefined => regions.find((region) => region.nodes.has(node));

  /** Tells a path; what is inside a sub-process on it is told too, from its beginning to its end. */
  const tell = (told: Told, net: Net, path: readonly number[], depth: number): void => {
    for (const [position, index] of path.entries()) {
      const transition = net.transitions[index];
      const node = graph.nodes[transition?.node ?? -1];
      if (!transition || !node) {
        const entry = graph.nodes[graph.nodeOf[net.places[transition?.outputs[0] ?? -1] ?? ''] ?? -1];
        if (entry && isTriggered(entry)) told.actions.unshift({ start: entry.id });
        continue;
      }
      told.elements.push(node.id);
      told.flows.push(...transition.taken.flatMap((flow) => graph.flows[flow]?.id ?? []));
      if (node.inner !== undefined) tellInside(told, node, node.inner, depth);
      else if (node.attachedTo !== undefined) tellThrower(told, node, depth);
      told.actions.push(...stepsOf(graph, node, outcomeFor(graph, net, node, path.slice(position + 1))));
      const choice = choiceOf(graph, node, transition.taken);
      if (choice !== undefined) told.choices.push({ choose: choice });
    }
  };

  const tellInside = (told: Told, node: GraphNode, inner: number, depth: number): void => {
    const region = regions.find(({ id }) => id === graph.scopes[inner]?.id);
    const net = region && depth < MAX_DEPTH ? netOf(region) : undefined;
    const path = net && wayToEnd(net);
    if (net && path) for (let turn = 0; turn < turnsOf(node); turn += 1) tell(told, net, path, depth + 1);
  };

  /** An error, escalation or cancel caught on a sub-process is thrown inside it first. */
  const tellThrower = (told: Told, event: GraphNode, depth: number): void => {
    const inner = graph.nodes[event.attachedTo ?? -1]?.inner;
    if (inner === undefined || depth >= MAX_DEPTH) return;
    const thrower = graph.nodes.find(
      (node) =>
        node.scope === inner &&
        (node.kind === 'endEvent' || node.kind === 'intermediateThrowEvent') &&
        node.event?.type === event.event?.type &&
        ['error', 'escalation', 'cancel'].includes(node.event?.type ?? ''),
    );
    const region = thrower && regionOf(thrower.index);
    const net = region && netOf(region);
    const path = net && wayTo(net, thrower.index);
    if (net && path) {
      tell(told, net, path, depth + 1);
      told.elements.push(thrower.id);
    }
  };

  /** What happens before the region begins. */
  const tellBefore = (told: Told, region: Region, depth: number): boolean => {
    if (region.id === graph.scopes[0]?.id) return true;
    if (depth > MAX_DEPTH) return false;
    const event = graph.nodes[graph.nodeOf[region.id] ?? -1];
    if (event?.kind === 'boundaryEvent') return tellUpTo(told, event.attachedTo ?? -1, depth + 1);
    const host = graph.nodes.find(({ inner }) => graph.scopes[inner ?? -1]?.id === region.id);
    if (!host) return false;
    if (!host.byEvent) return tellUpTo(told, host.index, depth + 1);
    // An event sub-process starts while something else waits in its scope.
    const around = regions.find(({ id }) => id === graph.scopes[host.scope]?.id);
    const waiting = [...(around?.nodes ?? [])].find((index) => graph.nodes[index]?.kind === 'userTask');
    return waiting !== undefined && tellUpTo(told, waiting, depth + 1);
  };

  const tellUpTo = (told: Told, node: number, depth: number): boolean => {
    const region = regionOf(node);
    const net = region && netOf(region);
    const path = net && wayTo(net, node);
    if (!region || !net || !path || !tellBefore(told, region, depth)) return false;
    tell(told, net, path, depth);
    return true;
  };

  const begin = (): Told => ({ elements: [], flows: [], choices: [], actions: [] });
  return {
    along: (region, net, path) => {
      const told = begin();
      tellBefore(told, region, 0);
      tell(told, net, path, 0);
      return finished(told);
    },
    upTo: (node) => {
      const told = begin();
      return tellUpTo(told, node.index, 0) ? finished(told) : null;
    },
    whole: () => {
      const told = begin();
      const root = regions.find(({ id }) => id === graph.scopes[0]?.id);
      const net = root && netOf(root);
      const path = net && wayToEnd(net);
      if (!net || !path) return null;
      tell(told, net, path, 0);
      return finished(told);
    },
  };
};

const isTriggered = (node: GraphNode): boolean =>
  node.kind === 'startEvent' && node.scope === 0 && node.event !== undefined && node.event.type !== 'none';

/**
 * Choices come first: they wait for their element, while whatever needs nobody has already moved on
 * before the next action.
 */
const finished = ({ elements, flows, choices, actions }: Told): Witness => {
  const [first, ...rest] = actions;
  const script = first && 'start' in first ? [first, ...choices, ...rest] : [...choices, ...actions];
  return { elements, flows, script };
};
