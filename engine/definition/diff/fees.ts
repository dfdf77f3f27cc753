import type { Localized } from '#engine/result/index.ts';
import { channelName, describeFee, listText } from '../describe.ts';
import type { Change } from '../difference.ts';
import type { Fee, Procedure } from '../schema/procedure.ts';
import { added, code, english, fieldChanges, match, removed, shorten, text, type Field } from './compare.ts';

const dueName = (due: Fee['due']): Localized =>
  due === 'submission'
    ? text('khi nộp hồ sơ', 'with the submission')
    : text('khi có thông báo nghĩa vụ tài chính', 'when the obligation is notified');

const amountText = (fee: Fee): Localized => {
  const words = describeFee(fee);
  return typeof fee.amount === 'string' && !/^\d+$/.test(fee.amount)
    ? {
        vi: `${words.vi}, công thức ${code(fee.amount).vi}`,
        en: `${english(words)}, formula ${english(code(fee.amount))}`,
      }
    : words;
};

const fields: readonly Field<Fee>[] = [
  { key: 'name', label: text('tên', 'name'), show: ({ name }) => name },
  { key: 'amount', label: text('mức thu', 'amount'), show: amountText },
  { key: 'unit', label: text('đơn vị tính', 'unit'), show: ({ unit }) => unit ?? { vi: '' } },
  { key: 'due', label: text('thời điểm nộp', 'due'), show: ({ due }) => dueName(due) },
  { key: 'when', label: text('chỉ khi', 'only when'), show: ({ when }) => code(when) },
  { key: 'cases', label: text('trường hợp', 'cases'), show: ({ cases }) => ({ vi: (cases ?? []).join(', ') }) },
  {
    key: 'channels',
    label: text('kênh', 'channels'),
    show: ({ channels }) => listText((channels ?? []).map(channelName)),
  },
  {
    key: 'exempt',
    label: text('đối tượng được miễn', 'exemptions'),
    show: ({ exempt }) => shorten(listText((exempt ?? []).map(({ reason }) => reason))),
  },
  {
    key: 'refundable',
    label: text('phần được hoàn', 'refundable'),
    show: ({ refundable }) => refundable ?? { vi: '' },
  },
  {
    key: 'reducedUntil',
    label: text('mức giảm áp dụng đến', 'reduced until'),
    show: ({ reducedUntil }) => ({ vi: reducedUntil ?? '' }),
  },
  {
    key: 'schedule',
    label: text('văn bản quy định mức thu', 'schedule'),
    show: ({ schedule }) => ({ vi: schedule ?? '' }),
  },
  { key: 'note', label: text('ghi chú', 'note'), show: ({ note }) => note ?? { vi: '' } },
];

/** Sentences such as "Lệ phí Lệ phí đăng ký: mức thu: 5.000 đồng → 8.000 đồng". */
export const feeChanges = (before: Procedure, after: Procedure): readonly Change[] => {
  const matched = match(before.fees ?? [], after.fees ?? [], ({ id }) => id);
  return [
    ...matched.added.map((fee) =>
      added(
        'fees',
        `/fees/${fee.id}`,
        text(
          `Thêm khoản thu: ${fee.name.vi}, ${describeFee(fee).vi}`,
          `New charge: ${english(fee.name)}, ${english(describeFee(fee))}`,
        ),
        fee,
      ),
    ),
    ...matched.removed.map((fee) =>
      removed(
        'fees',
        `/fees/${fee.id}`,
        text(`Bỏ khoản thu: ${fee.name.vi}`, `Charge removed: ${english(fee.name)}`),
        fee,
      ),
    ),
    ...matched.both.flatMap(([old, now]) => fieldChanges('fees', `/fees/${now.id}`, now.name, old, now, fields)),
  ];
};
