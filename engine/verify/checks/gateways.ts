import { isTrue } from '#engine/expression/index.ts';
import type { Graph, GraphFlow, GraphNode } from '#engine/process/index.ts';
import type { Problem } from '#engine/result/index.ts';
import { both, error } from '../describe.ts';
import { chain, choice, enter, fails, flow, passes, path, receive, sign, task } from '../example.ts';
import * as say from '../logic-messages.ts';
import { and, arrive, not, solve, worldAt, type At, type Formula } from '../reason/index.ts';
import { shownByRun, standsAt, withWitness } from '../shown-by-run.ts';
import { elementPath, stepName } from '../steps.ts';
import type { Check, Subject } from '../subject.ts';

/** Two ways from one choice, each with its condition. */
const forked = (one: string, other: string): string =>
  `<startEvent id="start"/><endEvent id="end"/>${chain('start receive which')}${chain('sign enter end')}` +
  `${receive}${sign}${enter}${task('check')}<exclusiveGateway id="which"/><exclusiveGateway id="met"/>` +
  `${flow('which', 'check', one)}${flow('which', 'met', other)}${chain('check met sign')}`;

/**
 * At each choice exactly one way is open for every valid dossier and all outcomes, or there is a
 * default; each way is open for some; loops end. Proved by reasoning over the typed answers; where a
 * proof fails, the engine itself carries dossiers there and shows it.
 */
export const gateways: Check = {
  name: 'gateways',
  part: 'process',
  proves: both(
    'Ở mỗi cổng, với mọi hồ sơ, đúng một luồng mở, hoặc có luồng mặc định.',
    'At each choice exactly one way is open for every dossier, or there is a default.',
  ),
  findings: {
    'process.gateway.no-way': error('Có hồ sơ mà không luồng nào mở.', 'For some dossier no way is open.'),
    'process.gateway.two-ways': error('Có hồ sơ mà hai luồng cùng mở.', 'For some dossier two ways are open.'),
    'process.gateway.unproved': error(
      'Chưa chứng minh được rằng luôn đúng một luồng mở.',
      'It is not proved that one way is always open.',
    ),
    'process.gateway.dead-way': error('Luồng không bao giờ được đi.', 'A way is never taken.'),
    'process.gateway.dead-default': error(
      'Luồng mặc định không bao giờ được đi; chỉ là cảnh báo khi các điều kiện đã bao trùm mọi hồ sơ.',
      'A default way is never taken; a warning only where the conditions cover everything.',
    ),
    'process.loop.endless': error('Bước lặp không bao giờ dừng.', 'A step repeats for ever.'),
  },
  examples: [
    passes('Hai luồng bù nhau', 'Two ways that complete each other', {
      questions: [choice('kind', 'a b')],
      process: forked('form.kind = "a"', 'form.kind = "b"'),
    }),
    fails('process.gateway.no-way', 'Thiếu c', 'c is missing', {
      questions: [choice('kind', 'a b c')],
      process: forked('form.kind = "a"', 'form.kind = "b"'),
    }),
    fails('process.gateway.two-ways', 'a mở cả hai', 'a opens both', {
      questions: [choice('kind', 'a b')],
      process: forked('form.kind = "a"', 'form.kind = "a" or form.kind = "b"'),
    }),
    fails('process.gateway.dead-default', 'Luồng kia mất điều kiện', 'The other way lost its condition', {
      process:
        path('receive which one') +
        receive +
        '<exclusiveGateway id="which" default="which-other"/>' +
        task('one') +
        task('other') +
        flow('which', 'other') +
        flow('other', 'end'),
    }),
    fails('process.gateway.dead-way', 'Vừa a vừa b', 'Both a and b', {
      questions: [choice('kind', 'a b')],
      process: forked('form.kind = "a" and form.kind = "b"', 'form.kind = "a" or form.kind = "b"'),
    }),
  ],
  run: (subject) => {
    const { graph } = subject.process;
    if (!graph || !subject.form.compiled) return [];
    return [
      ...graph.nodes.flatMap((node) => choiceProblems(subject, graph, node)),
      ...graph.nodes.flatMap((node) => loopProblems(subject, graph, node)),
    ];
  },
  fix: ({ code, path: place }, { process: { graph }, release }) => {
    const id = place.replace('/process/', '');
    const last = graph?.nodes[graph.nodeOf[id] ?? -1]?.outgoing.at(-1);
    const to = last === undefined ? undefined : graph?.flows[last]?.id;
    return code === 'process.gateway.no-way' && to !== undefined && release.process !== undefined
      ? {
          label: both('Đặt luồng cuối làm luồng mặc định.', 'Make the last flow the default.'),
          edits: [{ element: id, attribute: 'default', to }],
        }
      : undefined;
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
  return solve(world.table, [not(yes)]).verdict === 'unsat'
    ? [
        withWitness(
          say.endlessLoop(elementPath(node), stepName(node)),
          shownByRun(subject, node, (run) => standsAt(run, node)),
        ),
      ]
    : [];
};
