import type { Graph, GraphNode } from '#engine/process/index.ts';
import type { Net } from './net.ts';
import type { Witness, WitnessStep } from './report.ts';

/** The transitions of a path, told as elements, flows, and what is done from outside. */
export const witnessOf = (graph: Graph, net: Net, path: readonly number[]): Witness => {
  const elements: string[] = [];
  const flows: string[] = [];
  const script: WitnessStep[] = [];
  for (const [position, index] of path.entries()) {
    const transition = net.transitions[index];
    const node = transition?.node === undefined ? undefined : graph.nodes[transition.node];
    if (!transition || !node) continue;
    elements.push(node.id);
    flows.push(...transition.taken.flatMap((flow) => graph.flows[flow]?.id ?? []));
    const step = stepOf(node, nextChoice(graph, net, node, path.slice(position + 1)));
    if (step) script.push(step);
  }
  return { elements, flows, script };
};

const stepOf = (node: GraphNode, outcome: string | undefined): WitnessStep | undefined => {
  switch (node.kind) {
    case 'userTask':
    case 'manualTask':
    case 'receiveTask':
      return outcome === undefined || node.settings.outcomes.length === 0
        ? { complete: node.id }
        : { complete: node.id, with: { outcome } };
    case 'serviceTask':
      return node.settings.connector === undefined ? undefined : { complete: node.id };
    case 'intermediateCatchEvent':
    case 'boundaryEvent':
      switch (node.event?.type) {
        case 'message':
          return { message: node.event.of.id ?? node.event.of.name };
        case 'signal':
          return { signal: node.event.of.id ?? node.event.of.name };
        case 'timer':
          return { timer: node.id };
        default:
          return undefined;
      }
    default:
      return undefined;
  }
};

/**
 * The outcome that leads a task's work the way the path goes: read from the condition
 * `outcome.<task> = "<outcome>"` of a flow taken later on; the first outcome when none is asked for,
 * and one that no condition names when the default is taken.
 */
const nextChoice = (graph: Graph, net: Net, task: GraphNode, later: readonly number[]): string | undefined => {
  if (task.settings.outcomes.length === 0) return undefined;
  const pattern = new RegExp(`^outcome\\.${task.id}\\s*=\\s*"([^"]*)"$`);
  const asked = (flow: number): readonly string[] =>
    pattern.exec(graph.flows[flow]?.condition?.source.trim() ?? '')?.slice(1, 2) ?? [];
  for (const index of later) {
    const transition = net.transitions[index];
    const named = graph.nodes[transition?.node ?? -1]?.outgoing.flatMap(asked) ?? [];
    if (!transition || named.length === 0) continue;
    return (
      transition.taken.flatMap(asked)[0] ??
      task.settings.outcomes.find((outcome) => !named.includes(outcome.id))?.id ??
      task.settings.outcomes[0]?.id
    );
  }
  return task.settings.outcomes[0]?.id;
};
