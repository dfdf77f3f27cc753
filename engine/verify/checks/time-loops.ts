import type { GraphNode } from '#engine/process/index.ts';
import { both, law, warning } from '../describe.ts';
import { chain, enter, fails, flow, passes, path, receive, sign, task, usual } from '../example.ts';
import * as say from '../messages.ts';
import { reachableFrom } from '../reach-from.ts';
import { hasPassed, shownByRun, standsAt, withWitness } from '../shown-by-run.ts';
import { elementPath, stepName } from '../steps.ts';
import type { Check } from '../subject.ts';

const looped = (maximum: string): string =>
  path('receive sign enter') +
  receive +
  sign
    .replace(
      '/>',
      `><standardLoopCharacteristics ${maximum}><loopCondition xsi:type="tFormalExpression">outcome.sign = "again"</loopCondition></standardLoopCharacteristics></userTask>`,
    )
    .replace('mc:act="sign"', 'mc:act="sign" mc:outcomes="again: Làm lại | done: Xong"') +
  enter;

/** Time that is counted once is spent once: repeated work has a maximum, and the applicant is waited for once. */
export const timeLoops: Check = {
  name: 'time-loops',
  part: 'time',
  proves: both(
    'Việc lặp lại có số lần tối đa, và quy trình chỉ chờ người nộp bổ sung một lần.',
    'Work that repeats has a maximum, and the process waits for the applicant once.',
  ),
  findings: {
    'process.time.repeated-step': warning(
      'Bước có thời hạn lặp lại mà không có số lần tối đa.',
      'A step with a time allowance repeats without a maximum.',
      law.time,
    ),
    'process.loop.unbounded-supplement': warning(
      'Vòng lặp chờ người nộp không giới hạn số lần.',
      'A loop waits for the applicant any number of times.',
      law.supplement,
    ),
  },
  examples: [
    passes('Không có vòng lặp', 'No loop', { process: usual }),
    passes('Lặp tối đa ba lần', 'Three turns at most', { process: looped('loopMaximum="3"') }),
    fails('process.time.repeated-step', 'Lặp không giới hạn', 'Turns without a maximum', { process: looped('') }),
    fails('process.loop.unbounded-supplement', 'Chờ bổ sung rồi quay lại thẩm định', 'Waits and examines again', {
      process:
        path('receive again examine enough sign enter') +
        receive +
        sign +
        enter +
        task('examine', 'mc:act="examine" mc:outcomes="enough: Đủ | missing: Thiếu"') +
        '<exclusiveGateway id="again"/><exclusiveGateway id="enough" default="enough-sign"/>' +
        '<intermediateCatchEvent id="papers" name="Người nộp bổ sung"><messageEventDefinition messageRef="supplement"/></intermediateCatchEvent>' +
        flow('enough', 'papers', 'outcome.examine = "missing"') +
        chain('papers again'),
    }),
  ],
  run: (subject) => {
    const { graph } = subject.process;
    if (!graph) return [];
    /** Waiting there a second time. */
    const again = (node: GraphNode) =>
      shownByRun(subject, node, (run) => standsAt(run, node) && hasPassed(run, [node]));
    return graph.nodes.flatMap((node) => {
      const { loop, settings, kind, event } = node;
      const takesTime = (settings.minutes ?? 0) > 0;
      if (loop?.type === 'standard' && loop.maximum === undefined && takesTime)
        return [withWitness(say.repeatedWork(elementPath(node), stepName(node)), again(node))];
      const waits = kind === 'receiveTask' || (kind === 'intermediateCatchEvent' && event?.type === 'message');
      return waits && reachableFrom(graph, node).has(node.index)
        ? [withWitness(say.endlessSupplement(elementPath(node), stepName(node)), again(node))]
        : [];
    });
  },
};
