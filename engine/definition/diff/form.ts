import type { Localized } from '#engine/result/index.ts';
import type { Change } from '../difference.ts';
import type { FormDefinition, FormPage, Question } from '../schema/form.ts';
import { added, changed, code, english, fieldChanges, match, removed, same, text, type Field } from './compare.ts';

interface Placed {
  readonly id: string;
  /** `child/birthDate`: through groups and repeats. */
  readonly path: string;
  readonly page: string;
  readonly question: Question;
}

/** Questions are matched by the path their answer is stored under, wherever their page is. */
export const formChanges = (
  before: FormDefinition | undefined,
  after: FormDefinition | undefined,
): readonly Change[] => {
  if (before === undefined && after === undefined) return [];
  if (before === undefined)
    return [
      added(
        'form',
        '/form',
        text(
          'Biểu mẫu riêng thay cho biểu mẫu được tạo tự động',
          'A form of its own takes the place of the generated one',
        ),
        after,
      ),
    ];
  if (after === undefined)
    return [
      removed(
        'form',
        '/form',
        text('Biểu mẫu được tạo tự động thay cho biểu mẫu riêng', 'The generated form takes the place of its own one'),
        before,
      ),
    ];
  if (before.kind !== 'pages' || after.kind !== 'pages') {
    return same(before, after)
      ? []
      : [
          changed(
            'form',
            '/form',
            text('Biểu mẫu JSON Schema được sửa', 'The JSON Schema form changed'),
            before,
            after,
          ),
        ];
  }
  const pages = match<FormPage>(before.pages, after.pages, ({ id }) => id);
  const questions = match(placed(before.pages), placed(after.pages), ({ path }) => path);
  return [
    ...pages.added.map((page) =>
      added(
        'form',
        `/pages/${page.id}`,
        text(`Thêm trang: ${page.title.vi}`, `New page: ${english(page.title)}`),
        page.id,
      ),
    ),
    ...pages.removed.map((page) =>
      removed(
        'form',
        `/pages/${page.id}`,
        text(`Bỏ trang: ${page.title.vi}`, `Page removed: ${english(page.title)}`),
        page.id,
      ),
    ),
    ...pages.both.flatMap(([old, now]) =>
      fieldChanges(
        'form',
        `/pages/${now.id}`,
        text(`Trang “${now.title.vi}”`, `Page “${english(now.title)}”`),
        old,
        now,
        pageFields,
      ),
    ),
    ...questions.added.map((one) =>
      added(
        'form',
        pathOf(one),
        text(`Thêm câu hỏi: ${one.question.label.vi}`, `New question: ${english(one.question.label)}`),
        one.question,
      ),
    ),
    ...questions.removed.map((one) =>
      removed(
        'form',
        pathOf(one),
        text(`Bỏ câu hỏi: ${one.question.label.vi}`, `Question removed: ${english(one.question.label)}`),
        one.question,
      ),
    ),
    ...questions.both.flatMap(([old, now]) => questionChanges(old, now)),
    ...(pages.reordered || questions.reordered
      ? [
          {
            ...changed(
              'form',
              '/form',
              text('Thứ tự câu hỏi thay đổi', 'The questions stand in another order'),
              paths(before.pages),
              paths(after.pages),
            ),
            kind: 'moved' as const,
          },
        ]
      : []),
  ];
};

const paths = (pages: readonly FormPage[]): readonly string[] => placed(pages).map(({ path }) => path);

const placed = (pages: readonly FormPage[]): readonly Placed[] =>
  pages.flatMap((page) => page.questions.flatMap((question) => inside(question, page.id, '')));

const inside = (question: Question, page: string, under: string): readonly Placed[] => {
  const path = under === '' ? question.id : `${under}/${question.id}`;
  const nested: readonly Question[] =
    question.type === 'group' || question.type === 'repeat' ? (question.questions ?? []) : [];
  return [{ id: question.id, path, page, question }, ...nested.flatMap((inner) => inside(inner, page, path))];
};

const pathOf = ({ path }: Placed): string => `/questions/${path}`;

const pageFields: readonly Field<FormPage>[] = [
  { key: 'title', label: text('tiêu đề', 'title'), show: ({ title }) => title },
  { key: 'intro', label: text('lời dẫn', 'introduction'), show: ({ intro }) => intro ?? { vi: '' } },
  { key: 'when', label: text('chỉ hiện khi', 'shown only when'), show: ({ when }) => code(when) },
];

const requiredText = (required: Question['required']): Localized =>
  typeof required === 'string'
    ? { vi: `khi ${code(required).vi}`, en: `when ${english(code(required))}` }
    : required
      ? text('có', 'yes')
      : text('không', 'no');

const commonFields: readonly Field<Question>[] = [
  { key: 'label', label: text('nhãn', 'label'), show: ({ label }) => label },
  { key: 'type', label: text('kiểu', 'type'), show: ({ type }) => ({ vi: type }) },
  { key: 'hint', label: text('hướng dẫn', 'hint'), show: ({ hint }) => hint ?? { vi: '' } },
  { key: 'required', label: text('bắt buộc', 'required'), show: ({ required }) => requiredText(required) },
  { key: 'when', label: text('chỉ hỏi khi', 'asked only when'), show: ({ when }) => code(when) },
  { key: 'prefill', label: text('điền sẵn từ', 'prefilled from'), show: ({ prefill }) => ({ vi: prefill ?? '' }) },
];

const told = new Set<string>(['id', 'questions', 'options', ...commonFields.map(({ key }) => key)]);

const questionChanges = (old: Placed, now: Placed): readonly Change[] => {
  const about = text(`Câu hỏi “${now.question.label.vi}”`, `Question “${english(now.question.label)}”`);
  const path = pathOf(now);
  const before: Readonly<Record<string, unknown>> = { ...old.question };
  const after: Readonly<Record<string, unknown>> = { ...now.question };
  const limits = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (key) => !told.has(key) && !same(before[key], after[key]),
  );
  return [
    ...fieldChanges('form', path, about, old.question, now.question, commonFields),
    ...limits.map((key) =>
      changed('form', `${path}/${key}`, limitSentence(about, key, before[key], after[key]), before[key], after[key]),
    ),
    ...optionChanges(old.question, now.question, about, path),
    ...(old.page === now.page
      ? []
      : [
          {
            ...changed(
              'form',
              path,
              text(`${about.vi}: chuyển sang trang khác`, `${english(about)}: moved to another page`),
              old.page,
              now.page,
            ),
            kind: 'moved' as const,
          },
        ]),
  ];
};

const limitSentence = (about: Localized, key: string, before: unknown, after: unknown): Localized => {
  const shown = (value: unknown): string =>
    value === undefined ? '-' : typeof value === 'object' ? JSON.stringify(value) : String(value);
  const name = limitNames[key] ?? text(key, key);
  return {
    vi: `${about.vi}: ${name.vi}: ${shown(before)} → ${shown(after)}`,
    en: `${english(about)}: ${english(name)}: ${shown(before)} → ${shown(after)}`,
  };
};

const limitNames: Readonly<Record<string, Localized>> = {
  minLength: text('độ dài ít nhất', 'minimum length'),
  maxLength: text('độ dài tối đa', 'maximum length'),
  minimum: text('giá trị nhỏ nhất', 'minimum'),
  maximum: text('giá trị lớn nhất', 'maximum'),
  earliest: text('ngày sớm nhất', 'earliest date'),
  latest: text('ngày muộn nhất', 'latest date'),
  pattern: text('mẫu', 'pattern'),
  value: text('cách tính', 'formula'),
  list: text('danh mục', 'code list'),
  use: text('nhóm câu hỏi chung', 'shared group'),
  minItems: text('số mục ít nhất', 'least items'),
  maxItems: text('số mục nhiều nhất', 'most items'),
};

const optionChanges = (old: Question, now: Question, about: Localized, path: string): readonly Change[] => {
  if (!('options' in old) || !('options' in now)) return [];
  const matched = match(old.options, now.options, ({ value }) => value);
  return [
    ...matched.added.map((one) =>
      added(
        'form',
        `${path}/options/${one.value}`,
        text(`${about.vi}: thêm lựa chọn ${one.label.vi}`, `${english(about)}: new option ${english(one.label)}`),
        one,
      ),
    ),
    ...matched.removed.map((one) =>
      removed(
        'form',
        `${path}/options/${one.value}`,
        text(`${about.vi}: bỏ lựa chọn ${one.label.vi}`, `${english(about)}: option removed ${english(one.label)}`),
        one,
      ),
    ),
    ...matched.both.flatMap(([before, after]) =>
      same(before, after)
        ? []
        : [
            changed(
              'form',
              `${path}/options/${after.value}`,
              text(
                `${about.vi}: lựa chọn ${before.label.vi} → ${after.label.vi}`,
                `${english(about)}: option ${english(before.label)} → ${english(after.label)}`,
              ),
              before,
              after,
            ),
          ],
    ),
  ];
};
