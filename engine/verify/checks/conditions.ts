import { both, error } from '../describe.ts';
import { fails, fee, passes, question } from '../example.ts';
import { withoutUnknown } from '../unknown.ts';
import type { Check } from '../subject.ts';

/** Conditions of cases, papers and fees, and the amounts, are FEEL over the form's own names and types. */
export const conditions: Check = {
  name: 'conditions',
  part: 'information',
  proves: both(
    'Điều kiện của trường hợp, giấy tờ, lệ phí và công thức tính tiền đều đúng kiểu.',
    'Conditions of cases, papers and fees, and amounts, are typed.',
  ),
  findings: {
    'expression.*': error('Điều kiện hoặc công thức viết sai.', 'A condition or formula is wrong.'),
    'fee.*': error('Số tiền không phải là số.', 'An amount is no number.'),
  },
  examples: [
    passes('Lệ phí tính theo câu trả lời', 'A fee by an answer', {
      questions: [question('pages', 'number', { required: true, minimum: 1, maximum: 100, decimals: 0 })],
      procedure: { fees: [fee({ amount: 'form.pages * 1000' })] },
    }),
    fails('expression.unknown-name', 'Câu hỏi không có', 'No such question', {
      procedure: { fees: [fee({ amount: 'form.sheets * 1000' })] },
    }),
  ],
  run: ({ conditions: compiled }) => {
    if (!compiled) return [];
    const problems = compiled.ok ? (compiled.warnings ?? []) : compiled.problems;
    return withoutUnknown(problems).map((found) => ({ ...found, path: `/procedure${found.path}` }));
  },
};
