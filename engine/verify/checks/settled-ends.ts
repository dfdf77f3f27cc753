import type { Graph } from '#engine/process/index.ts';
import type { Problem } from '#engine/result/index.ts';
import { both, error, law } from '../describe.ts';
import { enter, fails, flow, passes, path, receive, sign, task, usual } from '../example.ts';
import * as say from '../messages.ts';
import { reachableWithout } from '../reach-without.ts';
import { elementPath, stepName } from '../steps.ts';
import { hasPassed, shownByRun, withWitness } from '../shown-by-run.ts';
import type { Check, Subject } from '../subject.ts';

/**
 * Where a process has a step that enters the result, no run ends without it: a step that leads
 * nowhere ends its way too (BPMN 2.0, 13.5.6), and the dossier would stay unsettled for ever.
 */
export const settledEnds: Check = {
  name: 'settled-ends',
  part: 'process',
  proves: both(
    'Quy trình có bước nhập kết quả thì không kết thúc trước bước đó.',
    'A process with a step that enters the result does not end before it.',
  ),
  findings: {
    'process.end.not-settled': error(
      'Quy trình có thể kết thúc khi chưa nhập kết quả.',
      'The process can end before the result was entered.',
      law.result,
    ),
  },
  examples: [
    passes('Nhập rồi kết thúc', 'Entered, then ended', { process: usual }),
    fails('process.end.not-settled', 'Một bước không dẫn đi đâu', 'A step that leads nowhere', {
      process:
        path('receive which sign enter') +
        receive +
        '<exclusiveGateway id="which" default="which-sign"/>' +
        sign +
        enter +
        task('aside') +
        flow('which', 'aside', 'channel = "online"'),
    }),
  ],
  run: (subject) => (subject.process.graph ? unsettled(subject, subject.process.graph) : []),
};

const unsettled = (subject: Subject, graph: Graph): readonly Problem[] => {
  const entering = graph.nodes.filter(({ settings }) => settings.act === 'enter-result');
  if (entering.length === 0) return [];
  const without = reachableWithout(graph, ({ settings }) => settings.act === 'enter-result');
  return graph.nodes
    .filter(
      ({ index, scope, outgoing, kind, event, settings, byEvent, attachedTo, compensation }) =>
        scope === 0 &&
        outgoing.length === 0 &&
        settings.act !== 'enter-result' &&
        !byEvent &&
        attachedTo === undefined &&
        !compensation &&
        !(kind === 'endEvent' && (event?.type === 'error' || event?.type === 'cancel')) &&
        without.has(index),
    )
    .map((node) =>
      withWitness(
        say.endsUnsettled(elementPath(node), stepName(node)),
        shownByRun(subject, node, (run) => hasPassed(run, [node]) && !hasPassed(run, entering)),
      ),
    );
};
