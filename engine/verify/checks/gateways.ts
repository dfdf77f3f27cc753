import { isTrue } from '#engine/expression/index.ts';
import type { Graph, GraphFlow, GraphNode } from '#engine/process/index.ts';
import type { Problem, Witness } from '#engine/result/index.ts';
import * as say from '../logic-messages.ts';
import {
  and,
  atomsOf,
  cellsOf,
  distinct,
  dossierContext,
  dossierOf,
  exploreRuns,
  modelOf,
  not,
  reduce,
  solve,
  witnessOf,
  worldOfSubject,
  type Atom,
  type Dossier,
  type Formula,
  type Run,
  type World,
} from '../reason/index.ts';
import { reachableFrom } from '../reach-from.ts';
import { reachableWithout } from '../reach-without.ts';
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
  if (!isChoice(node) || !flows.some((flow) => flow.condition)) return [];
  const world = worldAt(subject, graph, node);
  if (!world) return [];
  const asked = flows.filter((flow) => flow.index !== node.defaultFlow);
  const open = asked.map((flow) => (flow.condition ? world.translator.truth(flow.condition.code).yes : true));
  const choice: Choice = { subject, graph, node, world, asked, open };
  return [...noWay(choice), ...twoWays(choice), ...deadWays(choice)];
};

interface Choice {
  readonly subject: Subject;
  readonly graph: Graph;
  readonly node: GraphNode;
  readonly world: World;
  /** Its flows but the default, and when each is open. */
  readonly asked: readonly GraphFlow[];
  readonly open: readonly Formula[];
}

/** Outcomes of steps that are always done before are there; of those that cannot be done before, missing. */
const worldAt = (subject: Subject, graph: Graph, node: GraphNode): World | undefined =>
  worldOfSubject(subject, 'submitted', {
    outcome: (task) => {
      const step = graph.nodes[graph.nodeOf[task] ?? -1];
      if (!step || step.index === node.index) return step ? 'there' : 'unsure';
      if (!reachableWithout(graph, (other) => other.index === step.index).has(node.index)) return 'there';
      return 'unsure';
    },
  });

const noWay = (choice: Choice): readonly Problem[] => {
  const { node, open } = choice;
  if (node.defaultFlow !== undefined) return [];
  const stuck = and(...open.map(not));
  const shown = show(choice, stuck, (run) =>
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
    const shown = show(choice, both, (run, { scope }) => {
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

/** A dossier and a run of the engine that come to it; `never` when there is none. */
const show = (
  choice: Choice,
  formula: Formula,
  comes: (run: Run, dossier: Dossier) => boolean,
): Witness | 'never' | 'unproved' => {
  const { subject, graph, world } = choice;
  const answer = solve(world.table, [formula]);
  if (answer.verdict === 'unsat') return 'never';
  const asked = conditionsBefore(choice);
  const atoms = distinct(asked.flatMap(({ yes }) => atomsOf(yes)).filter((atom) => !isOutcome(world, atom)));
  const cells = cellsOf(world.table, [formula], atoms);
  let complete = cells !== undefined && !atoms.some((atom) => isOpaque(world, atom));
  for (const state of cells ?? (answer.verdict === 'sat' ? [answer.state] : [])) {
    const dossier = dossierOf(world, modelOf(world.table, state), dossierContext(subject));
    if (!dossier) {
      complete = false;
      continue;
    }
    // A dossier that turned out otherwise than its cell proves nothing about it.
    for (const { flow, yes } of asked) {
      const said = reduce(yes, state);
      if (
        typeof said === 'boolean' &&
        flow.condition &&
        said !== isTrue(flow.condition, dossier.scope) &&
        !readsOutcome(flow)
      )
        complete = false;
    }
    const explored = exploreRuns(graph, dossier.scope, (run) => comes(run, dossier));
    if (explored.found) return witnessOf(dossier, explored.found);
    if (!explored.complete) complete = false;
  }
  return complete ? 'never' : 'unproved';
};

const readsOutcome = ({ condition }: GraphFlow): boolean =>
  condition?.reads.some((read) => read === 'outcome' || read.startsWith('outcome.')) === true;

/** The conditions that decide how a dossier comes to the choice, and its own. */
const conditionsBefore = ({
  graph,
  node,
  world,
}: Choice): readonly { readonly flow: GraphFlow; readonly yes: Formula }[] =>
  graph.flows.flatMap((flow) => {
    if (!flow.condition) return [];
    const source = graph.nodes[flow.source];
    if (!source || (source !== node && !reachableFrom(graph, source).has(node.index))) return [];
    return [{ flow, yes: world.translator.truth(flow.condition.code).yes }];
  });

const keyOf = ({ table }: World, atom: Atom): readonly string[] => {
  switch (atom.op) {
    case 'in':
      return [table.discrete[atom.of]?.key ?? ''];
    case 'same':
      return [table.discrete[atom.of]?.key ?? '', table.discrete[atom.other]?.key ?? ''];
    case 'le':
      return [table.numbers[atom.x]?.key ?? '', table.numbers[atom.y]?.key ?? ''];
  }
};

const isOutcome = (world: World, atom: Atom): boolean => keyOf(world, atom).some((key) => key.startsWith('outcome.'));

const isOpaque = (world: World, atom: Atom): boolean =>
  keyOf(world, atom).some((key) => /^(opaque|truth|term):/.test(key));

/** A standard loop goes on while its condition holds (BPMN 2.0, 13.3.7). */
const loopProblems = (subject: Subject, graph: Graph, node: GraphNode): readonly Problem[] => {
  const { loop } = node;
  if (loop?.type !== 'standard' || loop.maximum !== undefined || !loop.condition) return [];
  const world = worldAt(subject, graph, node);
  if (!world) return [];
  const { yes } = world.translator.truth(loop.condition.code);
  return solve(world.table, [not(yes)]).verdict === 'unsat' ? [say.endlessLoop(elementPath(node), stepName(node))] : [];
};
