import type { Question } from '#engine/definition/index.ts';
import type { Problem } from '#engine/result/index.ts';
import * as say from '../messages.ts';
import type { Check } from '../subject.ts';

const QUESTIONS = 500;
const ELEMENTS = 2000;

/** A release stays small enough to be shown, filled in and stepped through quickly. Foreign schemas are measured by `engine/form`. */
export const sizes: Check = {
  name: 'sizes',
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
    return problems;
  },
};

const count = (questions: readonly Question[]): number =>
  questions.reduce(
    (sum, question) =>
      sum + 1 + (question.type === 'group' || question.type === 'repeat' ? count(question.questions ?? []) : 0),
    0,
  );
