import type { Procedure } from '#engine/definition/index.ts';
import type { Graph, GraphNode } from '#engine/process/index.ts';
import type { Problem } from '#engine/result/index.ts';
import { both, error } from '../describe.ts';
import { enter, fails, fee, passes, path, receive, sign, task } from '../example.ts';
import * as say from '../messages.ts';
import { reachableWithout } from '../reach-without.ts';
import { elementPath, stepName } from '../steps.ts';
import { hasPassed, shownByRun, standsAt, withWitness } from '../shown-by-run.ts';
import type { Check, Subject } from '../subject.ts';

/** What steps produce and need are results and fees of the procedure, and is there when it is needed. */
export const products: Check = {
  name: 'products',
  part: 'process',
  proves: both(
    'Cái mà bước cần (kết quả, giấy tiếp nhận, khoản nộp) đã có trước bước đó trên mọi đường.',
    'What a step needs (a result, a receipt, a payment) is there before it, on every path.',
  ),
  findings: {
    'process.product.unknown': error(
      'Bước nêu một thứ mà thủ tục không có.',
      'A step names what the procedure does not have.',
    ),
    'process.requires.never-produced': error(
      'Có đường đến bước mà chưa ai tạo ra thứ bước cần.',
      'Some path leads there without what it needs.',
    ),
    'process.requires.payment-too-early': error(
      'Bước chờ khoản nộp trước khi hồ sơ được tiếp nhận.',
      'A step waits for a payment before the dossier was taken in.',
    ),
  },
  examples: [
    passes('Cần kết quả đã ký', 'Needs the signed result', {
      process:
        path('receive sign enter') +
        receive +
        sign +
        task('enter', 'mc:act="enter-result" mc:requires="result:certificate"'),
    }),
    fails('process.product.unknown', 'Kết quả không có', 'No such result', {
      process:
        path('receive sign enter') + receive + sign + task('enter', 'mc:act="enter-result" mc:produces="result:other"'),
    }),
    fails('process.requires.never-produced', 'Cần trước khi ký', 'Needed before it is signed', {
      process:
        path('receive sign enter') +
        task('receive', 'mc:act="receive" mc:requires="result:certificate"') +
        sign +
        enter,
    }),
    fails('process.requires.payment-too-early', 'Chờ thuế trước khi tiếp nhận', 'Waits for a tax before acceptance', {
      procedure: { fees: [fee({ due: 'obligation' })] },
      process: path('wait receive sign enter') + task('wait', 'mc:requires="payment:charge"') + receive + sign + enter,
    }),
  ],
  run: (subject) => {
    const { procedure } = subject.release;
    const { graph } = subject.process;
    if (!graph) return [];
    const known = knownProducts(procedure);
    return graph.nodes.flatMap((node) => [
      ...unknown(node, known).map((found) =>
        withWitness(
          found,
          shownByRun(subject, node, (run) => standsAt(run, node)),
        ),
      ),
      ...neverProduced(subject, graph, node),
      ...paidTooEarly(subject, graph, node),
    ]);
  },
};

const knownProducts = (procedure: Procedure): readonly string[] => [
  'receipt',
  'refusal',
  ...(procedure.results ?? []).map(({ id }) => `result:${id}`),
  ...(procedure.fees ?? []).map(({ id }) => `payment:${id}`),
];

const unknown = (node: GraphNode, known: readonly string[]): readonly Problem[] =>
  [...node.settings.produces, ...node.settings.requires]
    .filter((product) => !known.includes(product))
    .map((product) => say.unknownProduct(elementPath(node), product, known));

/** Payments come from outside the process; everything else must come from a step before. */
const neverProduced = (subject: Subject, graph: Graph, node: GraphNode): readonly Problem[] =>
  node.settings.requires
    .filter((product) => !product.startsWith('payment:'))
    .filter((product) => reachableWithout(graph, (other) => makes(other, product)).has(node.index))
    .map((product) => {
      const makers = graph.nodes.filter((other) => makes(other, product));
      return withWitness(
        say.requiredNeverProduced(elementPath(node), stepName(node), product),
        shownByRun(subject, node, (run) => standsAt(run, node) && !hasPassed(run, makers)),
      );
    });

/** An obligation is notified to somebody whose dossier was taken in: nothing before can wait for its payment. */
const paidTooEarly = (subject: Subject, graph: Graph, node: GraphNode): readonly Problem[] => {
  const { fees = [] } = subject.release.procedure;
  const receiving = graph.nodes.filter(({ settings }) => settings.act === 'receive');
  const due = fees.filter(
    ({ id, due: when }) => when === 'obligation' && node.settings.requires.includes(`payment:${id}`),
  );
  if (due.length === 0 || receiving.length === 0) return [];
  return reachableWithout(graph, ({ settings }) => settings.act === 'receive').has(node.index)
    ? due.map(({ name }) =>
        withWitness(
          say.paidTooEarly(elementPath(node), stepName(node), name.vi),
          shownByRun(subject, node, (run) => standsAt(run, node) && !hasPassed(run, receiving)),
        ),
      )
    : [];
};

const makes = ({ settings }: GraphNode, product: string): boolean =>
  settings.produces.includes(product) ||
  (product.startsWith('result:') && settings.act === 'sign') ||
  (product === 'receipt' && settings.act === 'receive');
