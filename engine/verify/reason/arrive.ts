import { isTrue, type ExpressionCode } from '#engine/expression/index.ts';
import type { Graph, GraphFlow, GraphNode } from '#engine/process/index.ts';
import type { Witness } from '#engine/result/index.ts';
import { reachableFrom } from '../reach-from.ts';
import { reachableWithout } from '../reach-without.ts';
import type { Subject } from '../subject.ts';
import { cellsOf, distinct } from './cells.ts';
import { dossierOf, type Dossier } from './dossier.ts';
import { exploreRuns, type Run } from './explore-runs.ts';
import { atomsOf, type Atom, type Formula } from './formula.ts';
import { modelOf } from './model.ts';
import { dossierContext, witnessOf, worldOfSubject } from './reasoning.ts';
import { reduce, solve } from './solve.ts';
import type { World } from './world.ts';

/** A node of the process, and what is known of a dossier that comes there. */
export interface At {
  readonly subject: Subject;
  readonly graph: Graph;
  readonly node: GraphNode;
  readonly world: World;
}

/** Outcomes of steps that are always done before are there, and so is what tables have decided; others may be. */
export const worldAt = (subject: Subject, graph: Graph, node: GraphNode): World | undefined => {
  const isSure = (step: GraphNode): boolean =>
    !reachableWithout(graph, (other) => other.index === step.index).has(node.index);
  return worldOfSubject(subject, 'submitted', {
    outcome: (task) => {
      const step = graph.nodes[graph.nodeOf[task] ?? -1];
      if (!step || step.index === node.index) return step ? 'there' : 'unsure';
      return isSure(step) ? 'there' : 'unsure';
    },
    results: Object.fromEntries(
      graph.nodes.flatMap((step) => {
        const table = tableOf(graph, step);
        return table && step.decision?.result !== undefined
          ? [[step.decision.result, { table, sure: isSure(step) }] as const]
          : [];
      }),
    ),
  });
};

/** A table written into a task whose inputs stay as they are: outcomes may have changed since. */
const tableOf = (graph: Graph, { decision }: GraphNode): ExpressionCode | undefined => {
  const logic = decision && graph.decisions[decision.id]?.logic;
  if (!logic || !('code' in logic) || logic.code[0] !== 'table') return undefined;
  return logic.reads.every((read) => STEADY.test(read)) ? logic.code : undefined;
};

/** A dossier and a run of the engine that come to it; `never` when there is none. */
export const arrive = (
  at: At,
  formula: Formula,
  comes: (run: Run, dossier: Dossier) => boolean,
): Witness | 'never' | 'unproved' => {
  const { subject, graph, world } = at;
  const answer = solve(world.table, [formula]);
  if (answer.verdict === 'unsat') return 'never';
  const asked = conditionsBefore(at);
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
        !readsHistory(flow)
      )
        complete = false;
    }
    const explored = exploreRuns(graph, dossier.scope, (run) => comes(run, dossier));
    if (explored.found) return witnessOf(dossier, explored.found);
    if (!explored.complete) complete = false;
  }
  return complete ? 'never' : 'unproved';
};

/** Names whose values stay the same while a dossier is carried on. */
const STEADY = /^(form|case|channel|unit|applicant|today)(\.|$)/;

/** What it says depends on what was done before. */
const readsHistory = ({ condition }: GraphFlow): boolean =>
  condition?.reads.some((read) => !STEADY.test(read)) === true;

/** The conditions that decide how a dossier comes to the choice, and its own. */
const conditionsBefore = ({ graph, node, world }: At): readonly { readonly flow: GraphFlow; readonly yes: Formula }[] =>
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

const isOutcome = (world: World, atom: Atom): boolean =>
  keyOf(world, atom).some((key) => /^(outcome\.|done:)/.test(key));

const isOpaque = (world: World, atom: Atom): boolean =>
  keyOf(world, atom).some((key) => /^(opaque|truth|term):/.test(key));
