import type { GraphFlow, GraphNode } from '../graph.ts';
import { localsOf } from './items.ts';
import { holds, incident, nodeAt, own, trace, type Run } from './run.ts';

const flowsOf = (run: Run, node: GraphNode): readonly GraphFlow[] =>
  node.outgoing.flatMap((index) => run.graph.flows[index] ?? []);

/** What a trial says the element takes this time; undefined: the model decides. */
const choiceOf = (run: Run, node: GraphNode): readonly GraphFlow[] | undefined => {
  const choices = run.context.choices;
  if (!choices || !Object.hasOwn(choices, node.id)) return undefined;
  const used = own(run.chosen, node.id) ?? 0;
  const wanted = choices[node.id]?.[used];
  if (!wanted) return undefined;
  run.chosen = { ...run.chosen, [node.id]: used + 1 };
  return flowsOf(run, node).filter((flow) => wanted.includes(flow.id));
};

/** Sends a token along the flow. */
export const take = (run: Run, flow: GraphFlow, scope: string): void => {
  trace(run, 'taken', flow.id);
  const node = nodeAt(run, flow.target);
  if (node) run.queue.push({ to: 'node', node, flow, scope });
};

/**
 * What leaves an activity or event: unconditional flows always; conditional ones when true; the
 * default only when no conditional one is (BPMN 2.0 §13.3.1). None at all: the token ends here.
 */
export const leave = (run: Run, node: GraphNode, scope: string): void => {
  trace(run, 'left', node.id);
  takeOutgoing(run, node, scope);
};

/** The same for what has already been left. */
export const takeOutgoing = (run: Run, node: GraphNode, scope: string): void => {
  const flows = flowsOf(run, node);
  if (flows.length === 0) return;
  const choice = choiceOf(run, node);
  if (choice) return takeAll(run, node, scope, choice);
  const chosen = flows.filter(
    (flow) => flow.index !== node.defaultFlow && (!flow.condition || holds(run, flow.condition, localsOf(run, scope))),
  );
  const conditional = chosen.some((flow) => flow.condition);
  const byDefault = conditional ? [] : flows.filter((flow) => flow.index === node.defaultFlow);
  takeAll(run, node, scope, [...chosen, ...byDefault]);
};

/** Every flow, whatever stands on it: parallel gateways. */
export const leaveByAll = (run: Run, node: GraphNode, scope: string): void => {
  trace(run, 'left', node.id);
  for (const flow of flowsOf(run, node)) take(run, flow, scope);
};

/** The first open way in document order, else the default: exclusive gateways. */
export const leaveByFirst = (run: Run, node: GraphNode, scope: string): void => {
  const flows = flowsOf(run, node);
  const open =
    choiceOf(run, node)?.[0] ??
    flows.find(
      (flow) =>
        flow.index !== node.defaultFlow && (!flow.condition || holds(run, flow.condition, localsOf(run, scope))),
    ) ??
    flows.find((flow) => flow.index === node.defaultFlow);
  if (!open && flows.length > 0) return incident(run, node.id, scope, 'process.gateway.no-way');
  trace(run, 'left', node.id);
  if (open) take(run, open, scope);
};

/** Every open way, else the default: inclusive gateways. */
export const leaveByOpen = (run: Run, node: GraphNode, scope: string): void => {
  const flows = flowsOf(run, node);
  const open =
    choiceOf(run, node) ??
    flows.filter(
      (flow) =>
        flow.index !== node.defaultFlow && (!flow.condition || holds(run, flow.condition, localsOf(run, scope))),
    );
  const chosen = open.length > 0 ? open : flows.filter((flow) => flow.index === node.defaultFlow);
  if (chosen.length === 0 && flows.length > 0) return incident(run, node.id, scope, 'process.gateway.no-way');
  trace(run, 'left', node.id);
  for (const flow of chosen) take(run, flow, scope);
};

const takeAll = (run: Run, node: GraphNode, scope: string, chosen: readonly GraphFlow[]): void => {
  if (chosen.length === 0) return incident(run, node.id, scope, 'process.activity.no-way');
  // In document order, whichever of them is the default.
  for (const flow of [...chosen].sort((one, other) => one.index - other.index)) take(run, flow, scope);
};
