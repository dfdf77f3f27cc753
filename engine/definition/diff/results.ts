import type { Change } from '../difference.ts';
import type { Procedure, ProcedureResult } from '../schema/procedure.ts';
import { added, english, fieldChanges, match, removed, text, type Field } from './compare.ts';

const fields: readonly Field<ProcedureResult>[] = [
  { key: 'name', label: text('tên', 'name'), show: ({ name }) => name },
  { key: 'code', label: text('mã kết quả', 'code'), show: ({ code }) => ({ vi: code ?? '' }) },
  { key: 'template', label: text('mẫu', 'template'), show: ({ template }) => ({ vi: template ?? '' }) },
  {
    key: 'signedFile',
    label: text('tệp ký số', 'signed file'),
    show: ({ signedFile }) => (signedFile ? text('có', 'yes') : text('không', 'no')),
  },
  { key: 'validity', label: text('thời hạn hiệu lực', 'validity'), show: ({ validity }) => validity ?? { vi: '' } },
];

export const resultChanges = (before: Procedure, after: Procedure): readonly Change[] => {
  const matched = match(before.results ?? [], after.results ?? [], ({ id }) => id);
  return [
    ...matched.added.map((one) =>
      added(
        'results',
        `/results/${one.id}`,
        text(`Thêm kết quả: ${one.name.vi}`, `New result: ${english(one.name)}`),
        one,
      ),
    ),
    ...matched.removed.map((one) =>
      removed(
        'results',
        `/results/${one.id}`,
        text(`Bỏ kết quả: ${one.name.vi}`, `Result removed: ${english(one.name)}`),
        one,
      ),
    ),
    ...matched.both.flatMap(([old, now]) =>
      fieldChanges(
        'results',
        `/results/${now.id}`,
        text(`Kết quả “${now.name.vi}”`, `Result “${english(now.name)}”`),
        old,
        now,
        fields,
      ),
    ),
  ];
};
