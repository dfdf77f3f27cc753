import { both, error } from '../describe.ts';
import { choice, fails, passes, question } from '../example.ts';
import { withoutUnknown } from '../unknown.ts';
import type { Check } from '../subject.ts';

/** The form compiles: types, conditions, no condition that waits for itself. */
export const formCompiles: Check = {
  name: 'form',
  part: 'form',
  proves: both(
    'Tờ khai đọc được: điều kiện đúng kiểu, không vòng tròn; mẫu kiểm tra chạy nhanh với mọi câu trả lời; danh sách và lược đồ có giới hạn; danh mục còn hiệu lực.',
    'The form can be read: conditions typed, no circles; patterns fast on every answer; lists and schemas bounded; code lists in force.',
  ),
  findings: {
    'form.cycle': error('Điều kiện vòng tròn.', 'Conditions go round in a circle.'),
    'form.evil-pattern': error('Mẫu kiểm tra có thể chạy rất lâu (ReDoS).', 'A pattern can take very long (ReDoS).'),
    'form.expired-list': error('Danh mục đã hết hiệu lực.', 'A code list has ended.'),
    'form.future-list': error('Danh mục chưa có hiệu lực.', 'A code list has not begun.'),
    'form.schema-too-large': error('Lược đồ mang từ nơi khác quá lớn.', 'A foreign schema is too large.'),
    'form.schema-too-deep': error('Lược đồ mang từ nơi khác lồng quá sâu.', 'A foreign schema is too deep.'),
    'form.*': error('Điều khác mà phần đọc tờ khai nêu.', 'Whatever else the form’s reader says.'),
    'expression.*': error('Điều kiện hoặc công thức viết sai.', 'A condition or formula is wrong.'),
  },
  examples: [
    passes('Hai câu hỏi, một điều kiện', 'Two questions, one condition', {
      questions: [choice('kind', 'a b'), question('why', 'text', { when: 'form.kind = "a"' })],
    }),
    fails('form.cycle', 'Câu này chờ câu kia', 'Each waits for the other', {
      questions: [
        question('a', 'yes-no', { when: 'form.b = true' }),
        question('b', 'yes-no', { when: 'form.a = true' }),
      ],
    }),
    fails('form.evil-pattern', 'Dấu lặp lồng nhau', 'Nested repetition', {
      questions: [question('code', 'text', { pattern: '^(a+)+$', patternText: { vi: 'Chữ a' } })],
    }),
    fails('form.expired-list', 'Danh mục của năm trước', 'A list of the year before', {
      questions: [question('place', 'code-list', { list: 'places@1' })],
      shared: [
        {
          format: 'motcua/code-list@1',
          name: 'places@1',
          title: { vi: 'Nơi' },
          validTo: '2020-12-31',
          entries: [{ code: 'a', name: { vi: 'A' } }],
        },
      ],
      context: { asOf: '2021-07-01' },
    }),
    fails('form.future-list', 'Danh mục của năm sau', 'A list of the year to come', {
      questions: [question('place', 'code-list', { list: 'places@1' })],
      shared: [
        {
          format: 'motcua/code-list@1',
          name: 'places@1',
          title: { vi: 'Nơi' },
          validFrom: '2022-01-01',
          entries: [{ code: 'a', name: { vi: 'A' } }],
        },
      ],
      context: { asOf: '2021-07-01' },
    }),
    fails('form.schema-too-large', 'Danh sách 5.000 mục', 'A list of 5,000 items', {
      form: {
        format: 'motcua/form@1',
        kind: 'json-schema',
        schema: { type: 'object', properties: { list: { type: 'array', maxItems: 5000, items: { type: 'string' } } } },
      },
    }),
    fails('expression.unknown-name', 'Điều kiện nêu câu hỏi không có', 'A condition names no question', {
      questions: [question('why', 'text', { when: 'form.kind = "a"' })],
    }),
  ],
  run: ({ form }) => withoutUnknown(form.problems),
};
