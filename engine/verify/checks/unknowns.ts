import type { CompiledExpression } from '#engine/expression/index.ts';
import type { Problem } from '#engine/result/index.ts';
import { both, warning } from '../describe.ts';
import { fails, passes, question } from '../example.ts';
import * as say from '../logic-messages.ts';
import { and, ask, concerned, not, witnessOf, worldOfSubject, type Formula, type World } from '../reason/index.ts';
import { reachableWithout } from '../reach-without.ts';
import type { Check, Subject } from '../subject.ts';

/**
 * Conditions that are asked after the answers were checked have a truth value: an answer that may be
 * missing is not compared by accident. Conditions of the form are asked while it is being filled in,
 * where an unanswered question hides what hangs on it; they are looked at for answers that are complete.
 */
export const unknowns: Check = {
  name: 'unknowns',
  part: 'information',
  proves: both(
    'Không điều kiện nào bị bỏ trống vì một câu trả lời có thể không có.',
    'No condition is unknown because an answer may be missing.',
  ),
  findings: {
    'expression.may-be-null': warning('Điều kiện có thể không xác định.', 'A condition may be unknown.'),
  },
  examples: [
    passes('Câu trả lời bắt buộc', 'A required answer', {
      questions: [question('age', 'number', { required: true }), question('why', 'text', { when: 'form.age > 3' })],
    }),
    fails('expression.may-be-null', 'Câu trả lời có thể để trống', 'An answer that may be left out', {
      questions: [question('age', 'number'), question('why', 'text', { when: 'form.age > 3' })],
    }),
  ],
  run: (subject) => [...inForm(subject), ...inProcedure(subject), ...inProcess(subject)],
};

const look = (
  subject: Subject,
  world: World | undefined,
  where: (world: World) => Formula,
  condition: CompiledExpression,
  path: string,
): readonly Problem[] => {
  if (!world || !('nullable' in condition.type) || condition.type.nullable !== true) return [];
  const { yes, no } = world.translator.truth(condition.code);
  const found = ask(subject, world, [and(where(world), not(yes), not(no))], () => true);
  return found.verdict === 'shown' ? [say.mayBeUnknown(path, witnessOf(found.dossier))] : [];
};

const inForm = (subject: Subject): readonly Problem[] => {
  const form = subject.form.compiled;
  if (form?.kind !== 'pages') return [];
  const world = (list?: string): World | undefined =>
    worldOfSubject(subject, 'submitted', list === undefined ? {} : { item: list });
  const places = [...(world()?.places.values() ?? [])];
  return [
    ...form.pages.flatMap((page, index) =>
      page.when ? look(subject, world(), () => true, page.when, `/form/pages/${index}/when`) : [],
    ),
    ...places.flatMap((place) => {
      const { question, pointer, parent, page, list } = place;
      const above = (at: World): Formula =>
        parent ? at.shown(parent) : page.when ? at.translator.truth(page.when.code).yes : true;
      return [
        ...(question.when ? look(subject, world(list?.key), above, question.when, `${pointer}/when`) : []),
        ...(typeof question.required === 'boolean'
          ? []
          : look(subject, world(list?.key), (at) => at.shown(place), question.required, `${pointer}/required`)),
      ];
    }),
  ];
};

const inProcedure = (subject: Subject): readonly Problem[] => {
  if (!subject.conditions?.ok) return [];
  const { caseConditions, paperConditions, fees } = subject.conditions.value;
  const { procedure } = subject.release;
  const world = (): World | undefined => worldOfSubject(subject, 'submitted');
  const ofRows = (
    rows: readonly { readonly id: string; readonly cases?: readonly string[] | undefined }[],
    conditions: Readonly<Record<string, CompiledExpression>>,
    at: string,
  ): readonly Problem[] =>
    rows.flatMap((row, index) => {
      const condition = conditions[row.id];
      return condition
        ? look(subject, world(), (each) => concerned(each, row), condition, `/procedure/${at}/${index}/when`)
        : [];
    });
  return [
    ...ofRows(procedure.cases ?? [], caseConditions, 'cases'),
    ...ofRows(procedure.checklist ?? [], paperConditions, 'checklist'),
    ...fees.flatMap(({ fee, when, exempt }, index) => {
      const concerns = (each: World): Formula => concerned(each, fee);
      const due = (each: World): Formula => and(concerns(each), when ? each.translator.truth(when.code).yes : true);
      return [
        ...(when ? look(subject, world(), concerns, when, `/procedure/fees/${index}/when`) : []),
        ...exempt.flatMap((condition, place) =>
          condition ? look(subject, world(), due, condition, `/procedure/fees/${index}/exempt/${place}/when`) : [],
        ),
      ];
    }),
  ];
};

/** An outcome that may be missing is compared on purpose: a step that was not done has none, and `=` says so. */
const inProcess = (subject: Subject): readonly Problem[] => {
  const { graph } = subject.process;
  if (!graph) return [];
  return graph.flows.flatMap((flow) => {
    const { condition } = flow;
    if (!condition) return [];
    const done = (task: string): boolean => {
      const step = graph.nodes[graph.nodeOf[task] ?? -1];
      return step !== undefined && !reachableWithout(graph, ({ index }) => index === step.index).has(flow.source);
    };
    const world = worldOfSubject(subject, 'submitted', { outcome: (task) => (done(task) ? 'there' : 'unsure') });
    return look(subject, world, () => true, condition, `/process/${flow.id}`);
  });
};
