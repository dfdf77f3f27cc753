import type { Question } from '#engine/definition/index.ts';
import { evaluate } from '#engine/expression/index.ts';
import type { GraphNode } from '#engine/process/index.ts';
import type { Problem } from '#engine/result/index.ts';
import { both, error } from '../describe.ts';
import { enter, fails, passes, path, question, receive, sign } from '../example.ts';
import * as say from '../messages.ts';
import { elementPath } from '../steps.ts';
import type { Check } from '../subject.ts';

const QUESTIONS = 500;
const ELEMENTS = 2000;
/** Of one step: as many entries as a list of the form may have. */
const TURNS = 200;

/** A release stays small enough to be shown, filled in and stepped through quickly. Foreign schemas are measured by `engine/form`. */
export const sizes: Check = {
  name: 'sizes',
  part: 'safety',
  proves: both(
    'Phiên bản đủ nhỏ để hiện, khai và chạy nhanh.',
    'The release is small enough to be shown, filled in and run quickly.',
  ),
  findings: {
    'release.size': error('Vượt giới hạn kích thước.', 'A limit of size is passed.'),
  },
  examples: [
    passes('Nhỏ', 'Small', { questions: [question('a', 'text')] }),
    fails('release.size', '501 câu hỏi', '501 questions', {
      form: {
        format: 'motcua/form@1',
        kind: 'pages',
        pages: [200, 200, 101].map((count, page) => ({
          id: `p${String(page)}`,
          title: { vi: 'Trang' },
          questions: Array.from({ length: count }, (_, at) => question(`q${String(page)}x${String(at)}`, 'text')),
        })),
      },
    }),
    fails('release.size', 'Một bước lặp 5.000 lần', 'A step that runs 5,000 times', {
      process:
        path('receive sign enter') +
        receive +
        sign +
        enter.replace(
          '/>',
          '><multiInstanceLoopCharacteristics><loopCardinality xsi:type="tFormalExpression">5000</loopCardinality></multiInstanceLoopCharacteristics></userTask>',
        ),
    }),
  ],
  run: ({ release: { form }, process }) => {
    const problems: Problem[] = [];
    const questions = form?.kind === 'pages' ? form.pages.reduce((sum, page) => sum + count(page.questions), 0) : 0;
    if (questions > QUESTIONS)
      problems.push(say.tooLarge('/form', { vi: 'Số câu hỏi', en: 'Questions' }, questions, QUESTIONS));
    const elements = (process.graph?.nodes.length ?? 0) + (process.graph?.flows.length ?? 0);
    if (elements > ELEMENTS)
      problems.push(
        say.tooLarge('/process', { vi: 'Số phần tử của quy trình', en: 'Elements of the process' }, elements, ELEMENTS),
      );
    for (const node of process.graph?.nodes ?? []) {
      const turns = turnsOf(node);
      if (turns > TURNS)
        problems.push(say.tooLarge(elementPath(node), { vi: 'Số lần lặp', en: 'Turns' }, turns, TURNS));
    }
    return problems;
  },
};

/** How often a step runs, where the model says it with a number. */
const turnsOf = ({ loop }: GraphNode): number => {
  if (!loop || loop.type === 'standard') return loop?.maximum ?? 0;
  const turns = loop.cardinality.reads.length === 0 ? evaluate(loop.cardinality, {}) : undefined;
  return typeof turns === 'number' ? turns : 0;
};

const count = (questions: readonly Question[]): number =>
  questions.reduce(
    (sum, question) =>
      sum + 1 + (question.type === 'group' || question.type === 'repeat' ? count(question.questions ?? []) : 0),
    0,
  );
