import type { Question } from '#engine/definition/index.ts';
import type { Problem } from '#engine/result/index.ts';
import { both, error, warning } from '../describe.ts';
import { choice, enter, fails, passes, path, question, receive, sign, task, usual } from '../example.ts';
import * as say from '../messages.ts';
import { elementPath, humanSteps, stepName } from '../steps.ts';
import { questionsOfStep } from '../step-form.ts';
import type { Check, Subject } from '../subject.ts';

/** Names that mean something to every condition. */
const RESERVED = ['form', 'case', 'channel', 'unit', 'outcome', 'applicant', 'today', 'item', 'loopCounter'];

const asks = (questions: readonly unknown[]): string =>
  `mc:form="${JSON.stringify(questions).replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;

/** No two questions store the same: answers of one step do not overwrite those of another, and nothing is asked twice. */
export const storage: Check = {
  name: 'storage',
  part: 'form',
  proves: both(
    'Không có hai câu hỏi cùng ghi vào một chỗ, và không câu nào hỏi lại điều đã hỏi.',
    'No two questions store the same, and nothing is asked twice.',
  ),
  findings: {
    'process.questions.same-id': error(
      'Hai bước ghi câu trả lời khác loại vào cùng một mã.',
      'Two steps store answers of different types under one id.',
    ),
    'process.questions.reserved': error(
      'Mã câu hỏi của bước trùng với tên mà điều kiện dùng.',
      'The id of a step’s question is a name that conditions use.',
    ),
    'form.question.asked-twice': warning(
      'Hai câu hỏi cùng nhãn, cùng loại, cùng chỗ.',
      'Two questions of one type have the same label in the same place.',
    ),
  },
  examples: [
    passes('Các câu hỏi khác nhau', 'Different questions', {
      questions: [question('fullName', 'text'), question('reason', 'text')],
      process: usual,
    }),
    fails('form.question.asked-twice', 'Cùng một câu hỏi với hai mã', 'One question under two ids', {
      questions: [
        question('fullName', 'text', { label: { vi: 'Họ và tên' } }),
        question('name', 'text', { label: { vi: 'Họ và tên ' } }),
      ],
    }),
    passes('Hai câu cùng nhãn, mỗi câu cho một trường hợp', 'The same label under two conditions', {
      questions: [
        choice('kind', 'a b'),
        question('one', 'text', { label: { vi: 'Lý do' }, when: 'form.kind = "a"' }),
        question('two', 'text', { label: { vi: 'Lý do' }, when: 'form.kind = "b"' }),
      ],
    }),
    fails('process.questions.same-id', 'Hai bước cùng mã, khác loại', 'Two steps, one id, two types', {
      process:
        path('receive sign enter') +
        task('receive', `mc:act="receive" mc:produces="receipt" ${asks([question('area', 'number')])}`) +
        task(
          'sign',
          `mc:act="sign" mc:role="leader" mc:produces="result:certificate" ${asks([question('area', 'text')])}`,
        ) +
        enter,
    }),
    fails('process.questions.reserved', 'Mã “outcome”', 'The id “outcome”', {
      process:
        path('receive sign enter') +
        receive +
        sign +
        task('enter', `mc:act="enter-result" ${asks([question('outcome', 'text')])}`),
    }),
  ],
  run: (subject) => [...inSteps(subject), ...inForm(subject)],
};

const inSteps = (subject: Subject): readonly Problem[] => {
  const { graph } = subject.process;
  if (!graph) return [];
  const first = new Map<string, { readonly type: string; readonly step: string }>();
  return humanSteps(graph).flatMap((node) =>
    questionsOfStep(node, subject.shared).flatMap(({ id, type }): readonly Problem[] => {
      if (RESERVED.includes(id)) return [say.reservedQuestion(elementPath(node), stepName(node), id)];
      const before = first.get(id);
      if (!before) first.set(id, { type, step: stepName(node) });
      return before && before.type !== type
        ? [say.sameStorage(elementPath(node), before.step, stepName(node), id)]
        : [];
    }),
  );
};

const inForm = ({ release: { form } }: Subject): readonly Problem[] =>
  form?.kind === 'pages'
    ? form.pages.flatMap((page, index) => askedTwice(page.questions, `/form/pages/${String(index)}/questions`))
    : [];

const askedTwice = (questions: readonly Question[], path: string): readonly Problem[] => {
  const first = new Map<string, string>();
  return questions.flatMap((one, index): readonly Problem[] => {
    const at = `${path}/${String(index)}`;
    const inside =
      one.type === 'group' || one.type === 'repeat' ? askedTwice(one.questions ?? [], `${at}/questions`) : [];
    // Under conditions of their own only one of the two may be shown.
    if (one.when !== undefined || one.type === 'group' || one.type === 'repeat') return inside;
    const key = `${one.type} ${one.label.vi.trim().toLocaleLowerCase('vi')}`;
    const before = first.get(key);
    first.set(key, before ?? one.id);
    return before === undefined ? inside : [...inside, say.askedTwice(at, one.label, before, one.id)];
  });
};
