import type { Graph, GraphNode, TaskAct } from '#engine/process/index.ts';
import type { Problem } from '#engine/result/index.ts';
import { both, error } from '../describe.ts';
import { fails, passes, usual } from '../example.ts';
import * as say from '../messages.ts';
import { holdersOf, placeOf, receivingUnits } from '../people.ts';
import { elementPath, isHumanStep, stepName } from '../steps.ts';
import { shownAtUnit, withWitness } from '../shown-by-run.ts';
import type { Check, Subject } from '../subject.ts';

const commune = { code: 'H02.1', level: 'commune', counter: true } as const;

/** A step and the step that approves it never fall to one and the same person only. */
export const separation: Check = {
  name: 'separation',
  part: 'people',
  proves: both(
    'Ở mọi đơn vị tiếp nhận, người ký hoặc trình không buộc phải là chính người đã làm bước trước đó.',
    'At every receiving unit, whoever signs or submits need not be the very person who did the work before.',
  ),
  findings: {
    'process.people.same-person': error(
      'Một bước và bước duyệt nó chỉ có thể do cùng một người làm.',
      'A step and the step that approves it can only fall to one and the same person.',
    ),
  },
  examples: [
    passes('Hai người ở hai vai trò', 'Two people in the two roles', {
      process: usual,
      context: {
        units: [commune],
        people: [
          { unit: 'H02.1', role: 'officer', person: 'a' },
          { unit: 'H02.1', role: 'leader', person: 'b' },
        ],
      },
    }),
    passes('Một người giữ cả hai vai trò, nhưng còn người khác', 'One person in both roles, and another one', {
      process: usual,
      context: {
        units: [commune],
        people: [
          { unit: 'H02.1', role: 'officer', person: 'a' },
          { unit: 'H02.1', role: 'leader', person: 'a' },
          { unit: 'H02.1', role: 'leader', person: 'b' },
        ],
      },
    }),
    fails('process.people.same-person', 'Chỉ một người giữ cả hai vai trò', 'One person alone in both roles', {
      process: usual
        .replace('id="receive" name="receive"', 'id="receive" name="receive" mc:form=""')
        .replace('mc:act="receive" mc:produces="receipt"', 'mc:act="examine"'),
      context: {
        units: [commune],
        people: [
          { unit: 'H02.1', role: 'officer', person: 'a' },
          { unit: 'H02.1', role: 'leader', person: 'a' },
        ],
      },
    }),
  ],
  run: (subject) => {
    const { graph } = subject.process;
    if (!graph || !subject.context.people || !subject.context.units) return [];
    return graph.nodes
      .filter((node) => isHumanStep(node) && (node.settings.act === 'sign' || node.settings.act === 'submit'))
      .flatMap((approver) => workBefore(graph, approver).flatMap((worker) => sameAt(subject, worker, approver)));
  },
};

/** Handing a dossier over is no work that a signature approves. */
const HANDLING: readonly (TaskAct | undefined)[] = ['receive', 'assign', 'enter-result', 'hand-out'];

/** The last work of people on every way that leads there. */
const workBefore = (graph: Graph, approver: GraphNode): readonly GraphNode[] => {
  const found: GraphNode[] = [];
  const seen = new Set<number>([approver.index]);
  const open = [approver];
  for (let node = open.pop(); node; node = open.pop()) {
    const before = [
      ...node.incoming.map((flow) => graph.flows[flow]?.source ?? -1),
      ...(node.attachedTo === undefined ? [] : [node.attachedTo]),
    ];
    for (const index of before) {
      const source = graph.nodes[index];
      if (!source || seen.has(index)) continue;
      seen.add(index);
      if (isHumanStep(source) && !HANDLING.includes(source.settings.act)) found.push(source);
      else open.push(source);
    }
  }
  return found.sort((one, other) => one.index - other.index);
};

const sameAt = (subject: Subject, worker: GraphNode, approver: GraphNode): readonly Problem[] => {
  const { release, context } = subject;
  const { procedure } = release;
  const units = receivingUnits(procedure, context.units ?? []).filter((from) => {
    const [one, other] = [worker, approver].map(({ settings: { role, unit } }) => {
      const place = unit === undefined ? undefined : placeOf(unit, from, procedure);
      return place === undefined || role === undefined ? undefined : holdersOf(context.people ?? [], place, role);
    });
    return one?.size === 1 && other?.size === 1 && [...one][0] === [...other][0] && !one.has(undefined);
  });
  return units.length > 0
    ? [
        withWitness(
          say.samePerson(
            elementPath(approver),
            stepName(worker),
            stepName(approver),
            units.map(({ code }) => code),
          ),
          shownAtUnit(subject, approver, units[0]),
        ),
      ]
    : [];
};
