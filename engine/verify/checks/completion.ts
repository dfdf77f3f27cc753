import type { ProcedureCase } from '#engine/definition/index.ts';
import { acceptsAnswers, possibleCases, validateAnswers, type CompiledForm, type Facts } from '#engine/form/index.ts';
import type { Problem } from '#engine/result/index.ts';
import { both, error, warning } from '../describe.ts';
import { choice, fails, passes, question } from '../example.ts';
import * as say from '../logic-messages.ts';
import {
  ask,
  fillAnswers,
  isOneOf,
  leavesOf,
  pickOf,
  plainest,
  SOME_DAY,
  witnessOf,
  worldOfSubject,
} from '../reason/index.ts';
import type { Check, Subject } from '../subject.ts';

/** In every case somebody can complete the form. */
export const completion: Check = {
  name: 'completion',
  part: 'form',
  proves: both(
    'Trong mỗi trường hợp đều có người khai xong được tờ khai.',
    'In every case somebody can complete the form.',
  ),
  findings: {
    'form.nobody-can-complete': error('Các điều bắt buộc mâu thuẫn nhau.', 'What is required contradicts itself.'),
    'form.completion-unproved': warning('Chưa dựng được bộ câu trả lời hợp lệ.', 'No valid set of answers was found.'),
  },
  examples: [
    passes('Khai được', 'It can be filled in', { questions: [choice('kind', 'a b')] }),
    fails(
      'form.nobody-can-complete',
      'Bắt buộc một câu không nhận giá trị nào',
      'A required question without a value',
      {
        questions: [question('count', 'number', { required: true, minimum: 0.2, maximum: 0.8, decimals: 0 })],
      },
    ),
  ],
  run: (subject) => {
    const form = subject.form.compiled;
    if (form?.kind !== 'pages') return [];
    const { cases } = subject.release.procedure;
    return (cases?.length ? cases : [undefined]).flatMap((one) => ofCase(subject, form, one));
  },
};

/** Different fillings that are tried before the reasoner is asked. */
const TRIES = 6;

const ofCase = (subject: Subject, form: CompiledForm, one: ProcedureCase | undefined): readonly Problem[] => {
  const { shared, conditions } = subject;
  const facts = emptyFacts(subject, one);
  const caseConditions = conditions?.ok ? conditions.value.caseConditions : {};
  const isValid = (filled: Facts): boolean =>
    acceptsAnswers(form, filled, shared) &&
    (!one || possibleCases(subject.release.procedure, caseConditions, filled).some(({ id }) => id === one.id));
  for (let seed = 0; seed < TRIES; seed += 1) {
    const filling = seed === 0 ? plainest : { pick: pickOf(seed), answers: () => seed % 2 === 1 };
    if (isValid({ ...facts, answers: fillAnswers(form, facts, { ...filling, shared }) })) return [];
  }
  return prove(subject, form, one, facts);
};

const prove = (
  subject: Subject,
  form: CompiledForm,
  one: ProcedureCase | undefined,
  facts: Facts,
): readonly Problem[] => {
  const world = worldOfSubject(subject, 'submitted');
  if (!world) return [];
  // What the form asks of each answer is said when it is first spoken of.
  for (const place of world.places.values())
    if (!place.parent) leavesOf(place).forEach((leaf) => leaf.list ?? world.missing(leaf));
  const chosen = one
    ? world.translator
        .terms(['get', 'case'])
        .map(({ term }) => (term.is === 'variable' ? isOneOf(term.of, one.id) : true))
    : [];
  const found = ask(subject, world, chosen, () => true);
  if (found.verdict === 'shown') return [];
  const filled: Facts = { ...facts, answers: fillAnswers(form, facts, { ...plainest, shared: subject.shared }) };
  if (found.verdict === 'never') return [say.nobodyCanComplete(one?.name, witnessOf({ facts: filled, scope: {} }))];
  const [first] = validateAnswers(form, filled, subject.shared);
  return [say.completionUnproved(first ? `/form${first.path}` : '/form', one?.name)];
};

const emptyFacts = ({ release: { procedure }, context }: Subject, one: ProcedureCase | undefined): Facts => {
  const [place] = procedure.authority.receiving;
  return {
    answers: {},
    ...(one ? { case: one.id } : {}),
    channel: procedure.channels[0] ?? 'counter',
    unit: { code: place?.unit ?? 'H02', level: place?.level ?? procedure.levels[0] ?? 'commune' },
    applicant: { kind: 'citizen' },
    today: context.asOf ?? SOME_DAY,
  };
};
