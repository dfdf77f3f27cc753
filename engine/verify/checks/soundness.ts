import type { Graph } from '#engine/process/index.ts';
import type { Localized, Problem } from '#engine/result/index.ts';
import { both, error } from '../describe.ts';
import { chain, enter, fails, flow, passes, path, receive, sign, task, usual } from '../example.ts';
import { verifySoundness, type SoundnessFinding, type Witness } from '../process/index.ts';
import { movesOf, type Run } from '../reason/index.ts';
import { replayWitness } from '../replay.ts';
import { dossierOfWay, shownByRun } from '../shown-by-run.ts';
import type { Check, Subject } from '../subject.ts';

/** The process can always end, ends once, nothing waits for ever, nothing is dead; a fault comes with a run that shows it. */
export const soundness: Check = {
  name: 'soundness',
  part: 'process',
  proves: both(
    'Từ mọi trạng thái quy trình đều kết thúc được, kết thúc một lần, không nhánh nào chờ mãi, không bước nào bỏ không.',
    'From every state the process can end, it ends once, nothing waits for ever, nothing is dead.',
  ),
  findings: {
    'soundness.unreachable': error('Không có đường dẫn tới.', 'Nothing leads there.'),
    'soundness.no-end': error('Không có đường tới kết thúc.', 'No way leads to an end.'),
    'soundness.deadlock': error('Quy trình có thể dừng mãi.', 'The process can wait for ever.'),
    'soundness.unsafe': error('Một bước có thể chạy hai lần cùng lúc.', 'A step can run twice at once.'),
    'soundness.trap': error('Quy trình có thể quay vòng mãi.', 'The process can go round for ever.'),
    'soundness.dead': error('Phần tử không bao giờ được thực hiện.', 'An element can never happen.'),
    'soundness.*': error('Điều khác về cấu trúc.', 'Something else about the structure.'),
  },
  examples: [
    passes('Rẽ nhánh và nhập lại', 'Splits and joins', {
      process:
        path('receive fork sign join enter') +
        receive +
        sign +
        enter +
        task('check') +
        '<parallelGateway id="fork"/><parallelGateway id="join"/>' +
        chain('fork check join'),
    }),
    fails('soundness.deadlock', 'Chọn một nhánh, chờ cả hai', 'Takes one branch, waits for both', {
      process:
        path('receive fork sign join enter') +
        receive +
        sign +
        enter +
        task('check') +
        '<exclusiveGateway id="fork" default="fork-sign"/><parallelGateway id="join"/>' +
        flow('fork', 'check', 'channel = "online"') +
        flow('check', 'join'),
    }),
    fails('soundness.unsafe', 'Tách đôi mà không nhập lại', 'Splits and never joins', {
      process:
        path('receive fork sign join enter') +
        receive +
        sign +
        enter +
        task('check') +
        '<parallelGateway id="fork"/><exclusiveGateway id="join"/>' +
        chain('fork check join'),
    }),
    fails('soundness.unreachable', 'Một bước không ai dẫn tới', 'A step that nothing leads to', {
      process: `${usual}<subProcess id="sub"><startEvent id="in"/><endEvent id="out"/>${flow('in', 'out')}</subProcess>${task('alone')}${flow('alone', 'alone2')}${task('alone2')}${flow('alone2', 'alone')}${flow('alone2', 'sub')}`,
    }),
  ],
  run: (subject) => {
    const { form } = subject;
    const { graph } = subject.process;
    if (!graph) return [];
    // Where answers have types, the check of gateways knows whether a default is needed.
    const told = verifySoundness(graph).findings.filter(
      ({ code }) => code !== 'soundness.missing-default' || !form.compiled,
    );
    return told.map(({ code, element, severity, message, witness }) => ({
      code,
      path: `/process/${element}`,
      message,
      ...(witness ? { remedy: route(graph, witness) } : {}),
      severity,
      ...shownOf(subject, graph, { code, element, witness }),
    }));
  },
};

/**
 * A dossier that runs into it where one is found; else the run that the net gives, with the ways that
 * are chosen at its gateways, and the plainest dossier.
 */
const shownOf = (
  subject: Subject,
  graph: Graph,
  { code, element, witness }: Pick<SoundnessFinding, 'code' | 'element' | 'witness'>,
): Pick<Problem, 'witness'> => {
  const node = graph.nodes[graph.nodeOf[element] ?? -1];
  const comes = SEEN[code];
  const shown = node && comes && shownByRun(subject, node, (run) => comes(run, graph));
  if (shown) return { witness: shown };
  if (!witness) return {};
  const played = { ...dossierOfWay(subject), ...witness };
  const { run } = replayWitness(subject, played);
  if (!run || run.refusedStep) return {};
  const { elements, flows } = run;
  return { witness: { ...played, elements, flows } };
};

/** What is seen of a run that shows it. */
const SEEN: Readonly<Record<string, (run: Run, graph: Graph) => boolean>> = {
  'soundness.deadlock': ({ state }, graph) => state.status === 'active' && movesOf(graph, state).length === 0,
  'soundness.unsafe': ({ state }, graph) =>
    state.tokens.some(
      ({ element, id }) =>
        graph.nodes[graph.nodeOf[element] ?? -1]?.loop === undefined &&
        state.tokens.some((other) => other.element === element && other.id !== id),
    ),
};

/** The elements that a person knows by name, in the order in which the run passes them. */
const route = ({ nodes }: Graph, { elements }: Witness): Localized => {
  const names = elements.map((id) => nodes.find((node) => node.id === id)?.name || id).join(' → ');
  return { vi: `Một đường đi cho thấy lỗi: ${names}.`, en: `A run that shows it: ${names}.` };
};
