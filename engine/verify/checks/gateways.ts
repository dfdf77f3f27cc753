import { isTrue } from '#engine/expression/index.ts';
import type { Graph, GraphFlow, GraphNode } from '#engine/process/index.ts';
import type { Problem } from '#engine/result/index.ts';
import * as say from '../logic-messages.ts';
import { and, arrive, not, solve, worldAt, type At, type Formula } from '../reason/index.ts';
import { elementPath, stepName } from '../steps.ts';
import type { Check, Subject } from '../subject.ts';

/**
 * At each choice exactly one way is open for every valid dossier and all outcomes, or there is a
 * default; each way is open for some; loops end. Proved by reasoning over the typed answers; where a
 * proof fails, the engine itself carries dossiers there and shows it.
 */
export const gateways: Check = {
  name: 'gateways',
  run: (subject) => {
    const { graph } = subject.process;
    if (!graph || !subject.form.compiled) return [];
    return [
      ...graph.nodes.flatMap((node) => choiceProblems(subject, graph, node)),
      ...graph.nodes.flatMap((node) => loopProblems(subject, graph, node)),
    ];
  },
};

const flowsOf = (graph: Graph, node: GraphNode): readonly GraphFlow[] =>
  node.outgoing.flatMap((index) => graph.flows[index] ?? []);

const isChoice = ({ kind }: GraphNode): boolean => kind !== 'parallelGateway' && kind !== 'eventBasedGateway';

const choiceProblems = (subject: Subject, graph: Graph, node: GraphNode): readonly Problem[] => {
  const flows = flowsOf(graph, node);
  if (!isChoice(node) || (node.defaultFlow === undefined && !flows.some((flow) => flow.condition))) return [];
  const world = worldAt(subject, graph, node);
  if (!world) return [];
  const asked = flows.filter((flow) => flow.index !== node.defaultFlow);
  const open = asked.map((flow) => (flow.condition ? world.translator.truth(flow.condition.code).yes : true));
  const choice: Choice = { subject, graph, node, world, asked, open };
  return [...noWay(choice), ...twoWays(choice), ...deadWays(choice), ...deadDefault(choice)];
};

interface Choice extends At {
  /** Its flows but the default, and when each is open. */
  readonly asked: readonly GraphFlow[];
  readonly open: readonly Formula[];
}

const noWay = (choice: Choice): readonly Problem[] => {
  const { node, open } = choice;
  if (node.defaultFlow !== undefined) return [];
  const stuck = and(...open.map(not));
  const shown = arrive(choice, stuck, (run) =>
    run.trace.some(({ type, element }) => type === 'incident' && element === node.id),
  );
  if (shown === 'never') return [];
  return shown === 'unproved'
    ? [say.gatewayUnproved(elementPath(node), stepName(node), 'no-way')]
    : [say.gatewayStuck(elementPath(node), stepName(node), shown)];
};

/** Pairs that are looked at: a gateway with more ways is looked at in part. */
const MOST_PAIRS = 60;

const twoWays = (choice: Choice): readonly Problem[] => {
  const { node, asked, open } = choice;
  if (node.kind !== 'exclusiveGateway') return [];
  const pairs = open.flatMap((_, at) => open.slice(at + 1).map((__, after) => [at, at + 1 + after] as const));
  for (const [one, other] of pairs.slice(0, MOST_PAIRS)) {
    const [first, second] = [asked[one], asked[other]];
    if (!first || !second) continue;
    const both = and(open[one] ?? true, open[other] ?? true);
    const shown = arrive(choice, both, (run, { scope }) => {
      if (!run.trace.some(({ type, element }) => type === 'left' && element === node.id)) return false;
      const names = { ...scope, ...run.state.variables };
      return [first, second].every(({ condition }) => !condition || isTrue(condition, names));
    });
    if (shown === 'never') continue;
    return shown === 'unproved'
      ? [say.gatewayUnproved(elementPath(node), stepName(node), 'two-ways')]
      : [say.gatewayTwoWays(elementPath(node), stepName(node), `${flowName(first)}, ${flowName(second)}`, shown)];
  }
  return [];
};

const flowName = ({ name, condition, id }: GraphFlow): string => name || (condition?.source ?? id);

const deadWays = ({ node, asked, open, world }: Choice): readonly Problem[] =>
  asked.flatMap((flow, at) =>
    flow.condition && solve(world.table, [open[at] ?? true]).verdict === 'unsat'
      ? [say.deadWay(`/process/${flow.id}`, stepName(node), flowName(flow))]
      : [],
  );

/** The default flow is taken where nothing else is open; where something always is, it never is. */
const deadDefault = ({ graph, node, asked, open, world }: Choice): readonly Problem[] => {
  const otherwise = node.defaultFlow === undefined ? undefined : graph.flows[node.defaultFlow];
  if (!otherwise || solve(world.table, [and(...open.map(not))]).verdict !== 'unsat') return [];
  const bare = asked.find(({ condition }) => !condition);
  const why = bare ? 'bare' : endsWithout(graph, node, otherwise) ? 'precaution' : 'endless';
  return [
    say.deadDefault(`/process/${otherwise.id}`, stepName(node), flowName(otherwise), why, bare && flowName(bare)),
  ];
};

/** Whether some end can still be reached from the gateway when a flow is never taken. */
const endsWithout = (graph: Graph, from: GraphNode, closed: GraphFlow): boolean => {
  const reached = new Set([from.index]);
  // What is added while going through it is gone through as well.
  for (const index of reached) {
    const node = graph.nodes[index];
    if (!node) continue;
    if (node.outgoing.length === 0) return true;
    for (const flow of flowsOf(graph, node)) if (flow.index !== closed.index) reached.add(flow.target);
    for (const attached of node.boundary) reached.add(attached);
  }
  return false;
};

/** A standard loop goes on while its condition holds (BPMN 2.0, 13.3.7). */
const loopProblems = (subject: Subject, graph: Graph, node: GraphNode): readonly Problem[] => {
  const { loop } = node;
  if (loop?.type !== 'standard' || loop.maximum !== undefined || !loop.condition) return [];
  const world = worldAt(subject, graph, node);
  if (!world) return [];
  const { yes } = world.translator.truth(loop.condition.code);
  return solve(world.table, [not(yes)]).verdict === 'unsat' ? [say.endlessLoop(elementPath(node), stepName(node))] : [];
};
