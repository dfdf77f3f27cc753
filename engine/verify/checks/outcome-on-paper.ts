import type { Graph } from '#engine/process/index.ts';
import type { Problem } from '#engine/result/index.ts';
import { both, error, law } from '../describe.ts';
import { chain, enter, fails, flow, passes, path, receive, sign, task, usual } from '../example.ts';
import * as say from '../messages.ts';
import { isBeside } from '../beside.ts';
import { reachableWithout } from '../reach-without.ts';
import { elementPath, makesResult, stepName } from '../steps.ts';
import { hasPassed, shownByRun, standsAt, withWitness } from '../shown-by-run.ts';
import type { Check, Subject } from '../subject.ts';

/** On every way to an end a result or a refusal exists on paper, and nothing is signed beside the entry of the result. */
export const outcomeOnPaper: Check = {
  name: 'outcome-on-paper',
  part: 'process',
  proves: both(
    'Mọi đường đi đến kết thúc đều có kết quả hoặc văn bản từ chối; không bước ký nào chạy song song với bước nhập kết quả.',
    'On every way to an end there is a result or a refusal; no signing step runs beside the entry of the result.',
  ),
  findings: {
    'process.end.without-result': error(
      'Có đường đi đến kết thúc mà không có kết quả, cũng không có văn bản từ chối.',
      'The process can end with neither a result nor a refusal.',
      law.result,
    ),
    'process.result.signed-beside-entry': error(
      'Bước ký chạy song song với bước nhập kết quả.',
      'A signing step runs beside the entry of the result.',
      law.result,
    ),
  },
  examples: [
    passes('Ký rồi mới kết thúc', 'Signed before the end', { process: usual }),
    passes('Thủ tục không có kết quả', 'A procedure without a result', {
      procedure: { results: [], none: ['conditions', 'results'] },
      process: path('receive') + receive,
    }),
    fails('process.end.without-result', 'Kết thúc ngay sau tiếp nhận', 'Ends after it was taken in', {
      process: path('receive') + receive,
    }),
    fails('process.result.signed-beside-entry', 'Ký và nhập kết quả cùng lúc', 'Signing and entering at once', {
      process:
        path('receive first fork sign join') +
        receive +
        task('first', 'mc:act="sign" mc:produces="result:certificate" mc:role="leader"') +
        '<parallelGateway id="fork"/><parallelGateway id="join"/>' +
        sign +
        enter +
        chain('fork enter join'),
    }),
    passes('Hai nhánh loại trừ nhau', 'Two branches, only one of which is taken', {
      process:
        path('receive which sign both enter') +
        receive +
        sign +
        task('refuse', 'mc:act="sign" mc:produces="refusal" mc:role="leader"') +
        enter +
        '<exclusiveGateway id="which" default="which-sign"/><exclusiveGateway id="both"/>' +
        flow('which', 'refuse', 'channel = "online"') +
        flow('refuse', 'both'),
    }),
  ],
  run: (subject) => {
    const { procedure } = subject.release;
    const { graph } = subject.process;
    if (!graph) return [];
    const hasResult = !(procedure.none ?? []).includes('results');
    return [...(hasResult ? emptyEnds(subject, graph) : []), ...signedBeside(subject, graph)];
  },
};

/** Where the result is entered without one, that step is told already. */
const emptyEnds = (subject: Subject, graph: Graph): readonly Problem[] => {
  const told = graph.nodes.filter(
    (node) => makesResult(node) || node.settings.act === 'enter-result' || node.settings.act === 'hand-out',
  );
  const without = reachableWithout(graph, (node) => told.includes(node));
  return graph.nodes
    .filter(
      ({ index, kind, scope, event }) =>
        kind === 'endEvent' && scope === 0 && event?.type !== 'error' && event?.type !== 'cancel' && without.has(index),
    )
    .map((node) =>
      withWitness(
        say.endsEmpty(elementPath(node), stepName(node)),
        shownByRun(subject, node, (run) => hasPassed(run, [node]) && !hasPassed(run, told)),
      ),
    );
};

const signedBeside = (subject: Subject, graph: Graph): readonly Problem[] => {
  const entering = graph.nodes.filter(({ settings }) => settings.act === 'enter-result');
  return graph.nodes
    .filter(({ settings }) => settings.act === 'sign')
    .flatMap((node) => {
      const entry = entering.find((one) => isBeside(graph, node, one));
      if (!entry) return [];
      const shown = shownByRun(subject, node, (run) => standsAt(run, node) && hasPassed(run, [entry]));
      return [withWitness(say.signedBeside(elementPath(node), stepName(node), stepName(entry)), shown)];
    });
};
