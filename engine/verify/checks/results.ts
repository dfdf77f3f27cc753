import type { Graph } from '#engine/process/index.ts';
import type { Problem } from '#engine/result/index.ts';
import { both, error, law } from '../describe.ts';
import { enter, fails, passes, path, receive, sign, task, usual } from '../example.ts';
import * as say from '../messages.ts';
import { reachableFrom } from '../reach-from.ts';
import { reachableWithout } from '../reach-without.ts';
import { elementPath, makesResult, stepName } from '../steps.ts';
import { hasPassed, shownByRun, standsAt, withWitness } from '../shown-by-run.ts';
import type { Check, Subject } from '../subject.ts';

/** Before a result is entered or handed out, one was signed, or a refusal was; and nothing is signed after it was entered. */
export const results: Check = {
  name: 'results',
  part: 'process',
  proves: both(
    'Trước khi nhập hoặc trả kết quả đã có văn bản được ký; sau khi nhập không còn bước ký.',
    'Before a result is entered or handed out one was signed; nothing is signed after.',
  ),
  findings: {
    'process.result.missing': error(
      'Nhập hoặc trả kết quả khi chưa có gì được ký.',
      'A result is entered or handed out with nothing signed.',
    ),
    'process.result.signed-after-entry': error(
      'Bước ký có thể đến sau bước nhập kết quả.',
      'A signing step can come after the entry of the result.',
      law.result,
    ),
  },
  examples: [
    passes('Ký rồi nhập', 'Signed, then entered', { process: usual }),
    fails('process.result.missing', 'Nhập khi chưa ký', 'Entered with nothing signed', {
      process: path('receive enter') + receive + enter,
    }),
    fails('process.result.signed-after-entry', 'Ký lại sau khi nhập', 'Signed again after the entry', {
      process:
        path('receive sign enter again') + receive + sign + enter + task('again', 'mc:act="sign" mc:role="leader"'),
    }),
  ],
  run: (subject): readonly Problem[] => {
    const { graph } = subject.process;
    return graph ? [...withoutResult(subject, graph), ...signedLater(subject, graph)] : [];
  },
};

const withoutResult = (subject: Subject, graph: Graph): readonly Problem[] => {
  const makers = graph.nodes.filter(makesResult);
  const without = reachableWithout(graph, makesResult);
  return graph.nodes
    .filter(
      ({ index, settings }) => (settings.act === 'enter-result' || settings.act === 'hand-out') && without.has(index),
    )
    .map((node) =>
      withWitness(
        say.noResultPath(elementPath(node), stepName(node)),
        shownByRun(subject, node, (run) => standsAt(run, node) && !hasPassed(run, makers)),
      ),
    );
};

/** Entering the result ends the measured time (NĐ 61/2018 Điều 20): a step that signs after it could never be carried out. */
const signedLater = (subject: Subject, graph: Graph): readonly Problem[] => {
  const entering = graph.nodes.filter(({ settings }) => settings.act === 'enter-result');
  return graph.nodes
    .filter(({ settings }) => settings.act === 'sign')
    .flatMap((node) => {
      const before = entering.find((one) => reachableFrom(graph, one).has(node.index));
      if (!before) return [];
      const shown = shownByRun(subject, node, (run) => standsAt(run, node) && hasPassed(run, [before]));
      return [withWitness(say.signedAfterEntry(elementPath(node), stepName(node), stepName(before)), shown)];
    });
};
