import type { Localized } from '#engine/result/index.ts';
import { channelName, describeCopies, listText } from '../describe.ts';
import type { Change } from '../difference.ts';
import type { Paper, Procedure } from '../schema/procedure.ts';
import { added, arrow, changed, code, english, fieldChanges, match, removed, text, type Field } from './compare.ts';

const kindName = (kind: Paper['kind']): Localized =>
  kind === 'submit' ? text('nộp', 'to hand in') : text('xuất trình', 'to show');

const copiesOf = (paper: Paper): Localized => {
  const copies = describeCopies(paper);
  return copies.vi === '' ? text('không ghi số bản', 'no number set') : copies;
};

const caseName = ({ cases }: Procedure, id: string): Localized | undefined => cases?.find((one) => one.id === id)?.name;

/** "Giấy chứng sinh, 1 bản chính". */
const paperText = (paper: Paper): Localized => {
  const copies = describeCopies(paper);
  return copies.vi === ''
    ? paper.name
    : { vi: `${paper.name.vi}, ${copies.vi}`, en: `${english(paper.name)}, ${english(copies)}` };
};

const alternatives = (paper: Paper, papers: readonly Paper[]): Localized => {
  const others = papers.filter(({ id, oneOf }) => oneOf === paper.oneOf && id !== paper.id);
  return text(
    `thay được bằng ${others.map(({ name }) => name.vi).join(', ')}`,
    `or ${others.map(({ name }) => english(name)).join(', ')}`,
  );
};

const fieldsFor = (before: Procedure, after: Procedure): readonly Field<Paper>[] => [
  { key: 'name', label: text('tên', 'name'), show: ({ name }) => name },
  { key: 'kind', label: text('hình thức', 'kind'), show: ({ kind }) => kindName(kind) },
  {
    key: 'cases',
    label: text('trường hợp', 'cases'),
    show: (paper) =>
      listText((paper.cases ?? []).map((id) => caseName(after, id) ?? caseName(before, id) ?? { vi: id })),
  },
  {
    key: 'channels',
    label: text('kênh', 'channels'),
    show: ({ channels }) => listText((channels ?? []).map(channelName)),
  },
  { key: 'when', label: text('chỉ nộp khi', 'only when'), show: ({ when, whenText }) => whenText ?? code(when) },
  {
    key: 'whenText',
    label: text('diễn giải điều kiện', 'words of the condition'),
    show: ({ whenText }) => whenText ?? { vi: '' },
  },
  {
    key: 'required',
    label: text('bắt buộc', 'required'),
    show: ({ required }) => (required === false ? text('không', 'no') : text('có', 'yes')),
  },
  {
    key: 'filledOnline',
    label: text('điền trên mạng', 'filled in online'),
    show: ({ filledOnline }) => (filledOnline === true ? text('có', 'yes') : text('không', 'no')),
  },
  {
    key: 'oneOf',
    label: text('giấy tờ thay thế', 'alternatives'),
    show: (paper) =>
      alternatives(
        paper,
        (before.checklist ?? []).includes(paper) ? (before.checklist ?? []) : (after.checklist ?? []),
      ),
  },
  {
    key: 'substitutableBy',
    label: text('khai thác thay từ', 'replaced by data of'),
    show: ({ substitutableBy }) => substitutableBy?.database ?? { vi: '' },
  },
  { key: 'template', label: text('mẫu', 'form'), show: ({ template }) => template?.name ?? { vi: '' } },
  { key: 'accept', label: text('loại tệp', 'file types'), show: ({ accept }) => ({ vi: (accept ?? []).join(', ') }) },
  {
    key: 'maxBytes',
    label: text('dung lượng tối đa (byte)', 'size at most (bytes)'),
    show: ({ maxBytes }) => ({ vi: String(maxBytes ?? '') }),
  },
  { key: 'note', label: text('ghi chú', 'note'), show: ({ note }) => note ?? { vi: '' } },
];

/** Sentences such as "Thêm giấy tờ: Giấy chứng sinh, 1 bản chính". */
export const checklistChanges = (before: Procedure, after: Procedure): readonly Change[] => {
  const matched = match(before.checklist ?? [], after.checklist ?? [], ({ id }) => id);
  const fields = fieldsFor(before, after);
  return [
    ...matched.added.map((paper) =>
      added(
        'checklist',
        `/checklist/${paper.id}`,
        text(`Thêm giấy tờ: ${paperText(paper).vi}`, `New paper: ${english(paperText(paper))}`),
        paper,
      ),
    ),
    ...matched.removed.map((paper) =>
      removed(
        'checklist',
        `/checklist/${paper.id}`,
        text(`Bỏ giấy tờ: ${paper.name.vi}`, `Paper no longer asked for: ${english(paper.name)}`),
        paper,
      ),
    ),
    ...matched.both.flatMap(([old, now]) => paperChanges(old, now, fields)),
    ...(matched.reordered
      ? [
          {
            ...changed(
              'checklist',
              '/checklist',
              text('Thứ tự giấy tờ trong thành phần hồ sơ thay đổi', 'The papers are listed in another order'),
              ids(before),
              ids(after),
            ),
            kind: 'moved' as const,
          },
        ]
      : []),
  ];
};

const ids = ({ checklist }: Procedure): readonly string[] => (checklist ?? []).map(({ id }) => id);

const paperChanges = (old: Paper, now: Paper, fields: readonly Field<Paper>[]): readonly Change[] => {
  const path = `/checklist/${now.id}`;
  const about = text(`Giấy tờ “${now.name.vi}”`, `Paper “${english(now.name)}”`);
  const changes = fieldChanges('checklist', path, about, old, now, fields);
  const before = copiesOf(old);
  const after = copiesOf(now);
  const label = text(`${about.vi}: số bản`, `${english(about)}: copies`);
  const copies =
    before.vi === after.vi
      ? []
      : [changed('checklist', `${path}/copies`, arrow(label, before, after), numbersOf(old), numbersOf(now))];
  // A condition and its words read as one: it is told once.
  const conditionTold = changes.some((change) => change.path === `${path}/when`);
  return [...copies, ...changes.filter((change) => !(conditionTold && change.path === `${path}/whenText`))];
};

const numbersOf = ({ originals, copies, certifiedCopies }: Paper): unknown => ({ originals, copies, certifiedCopies });
