import { evaluate } from '#engine/expression/index.ts';
import type { Graph, GraphNode } from '#engine/process/index.ts';
import type { WitnessStep } from '#engine/result/index.ts';
import type { Net } from './net.ts';

/** More turns of one loop than this would hide the fault in the witness. */
const MAX_TURNS = 20;

/** What is done from outside so that the node is passed; nothing for what goes by itself. */
export const stepsOf = (graph: Graph, node: GraphNode, outcome: string | undefined): readonly WitnessStep[] => {
  switch (node.kind) {
    case 'userTask':
    case 'manualTask':
    case 'receiveTask':
    case 'serviceTask':
      if (node.kind === 'serviceTask' && node.settings.connector === undefined) return [];
      if (node.kind === 'receiveTask' && isBehindGate(graph, node) && node.message)
        return [{ message: node.message.id ?? node.message.name }];
      return Array.from({ length: turnsOf(node) }, () =>
        outcome === undefined || node.settings.outcomes.length === 0
          ? { complete: node.id }
          : { complete: node.id, with: { outcome } },
      );
    case 'startEvent':
    case 'intermediateCatchEvent':
    case 'boundaryEvent':
      return triggerOf(graph, node);
    default:
      return [];
  }
};

const triggerOf = (graph: Graph, node: GraphNode): readonly WitnessStep[] => {
  // A start event of the process itself is where the script begins.
  if (node.kind === 'startEvent' && node.scope === 0) return [];
  switch (node.event?.type) {
    case 'message':
      return [{ message: node.event.of.id ?? node.event.of.name }];
    case 'signal':
      return [{ signal: node.event.of.id ?? node.event.of.name }];
    case 'timer':
      return [{ timer: node.id }];
    case 'error': {
      const host = graph.nodes[node.attachedTo ?? -1];
      if (!host || host.inner !== undefined) return [];
      return [{ error: host.id, ...(node.event.code === undefined ? {} : { code: node.event.code }) }];
    }
    default:
      return [];
  }
};

const isBehindGate = (graph: Graph, node: GraphNode): boolean =>
  node.incoming.some((flow) => graph.nodes[graph.flows[flow]?.source ?? -1]?.kind === 'eventBasedGateway');

/** How often work is done that the model repeats a number of times known from the start. */
export const turnsOf = ({ loop }: GraphNode): number => {
  if (!loop || loop.type === 'standard') return 1;
  const count = loop.cardinality.reads.length === 0 ? evaluate(loop.cardinality, {}) : undefined;
  return typeof count === 'number' ? Math.max(0, Math.min(MAX_TURNS, count)) : 1;
};

/** The flows that the node has to be told to take; undefined where there is no choice, or an outcome makes it. */
export const choiceOf = (graph: Graph, node: GraphNode, taken: readonly number[]): string | undefined => {
  if (node.kind === 'parallelGateway' || node.kind === 'eventBasedGateway' || node.outgoing.length < 2)
    return undefined;
  const isGateway = node.kind === 'exclusiveGateway' || node.kind === 'inclusiveGateway';
  if (!isGateway && node.outgoing.every((flow) => graph.flows[flow]?.condition === undefined)) return undefined;
  if (isGateway && decidingTask(graph, node) !== undefined) return undefined;
  return taken.flatMap((flow) => graph.flows[flow]?.id ?? []).join(' ');
};

const BY_OUTCOME = /^outcome\.([\w.-]+)\s*=\s*"([^"]*)"$/u;

const askedOf = (graph: Graph, flow: number): { readonly task: string; readonly outcome: string } | undefined => {
  const [, task, outcome] = BY_OUTCOME.exec(graph.flows[flow]?.condition?.source.trim() ?? '') ?? [];
  return task === undefined || outcome === undefined ? undefined : { task, outcome };
};

/** The task whose outcome alone decides at the gateway. */
const decidingTask = (graph: Graph, gateway: GraphNode): string | undefined => {
  const asked = gateway.outgoing
    .filter((flow) => flow !== gateway.defaultFlow)
    .map((flow) => askedOf(graph, flow)?.task);
  return asked.length > 0 && asked.every((task) => task !== undefined && task === asked[0]) ? asked[0] : undefined;
};

/**
 * The outcome that leads a task's work the way the path goes: the one a flow taken later asks for; the
 * first when none is asked for, and one that no condition names when a default is taken.
 */
export const outcomeFor = (graph: Graph, net: Net, task: GraphNode, later: readonly number[]): string | undefined => {
  const { outcomes } = task.settings;
  if (outcomes.length === 0) return undefined;
  const asked = (flow: number): readonly string[] => {
    const of = askedOf(graph, flow);
    return of?.task === task.id ? [of.outcome] : [];
  };
  for (const index of later) {
    const transition = net.transitions[index];
    const named = graph.nodes[transition?.node ?? -1]?.outgoing.flatMap(asked) ?? [];
    if (!transition || named.length === 0) continue;
    return transition.taken.flatMap(asked)[0] ?? outcomes.find(({ id }) => !named.includes(id))?.id ?? outcomes[0]?.id;
  }
  return outcomes[0]?.id;
};
