import type { Change } from '../difference.ts';
import type { Procedure, ProcedureCase } from '../schema/procedure.ts';
import { added, code, english, fieldChanges, match, removed, text, type Field } from './compare.ts';

const fields: readonly Field<ProcedureCase>[] = [
  { key: 'name', label: text('tên', 'name'), show: ({ name }) => name },
  { key: 'when', label: text('điều kiện', 'condition'), show: ({ when }) => code(when) },
  { key: 'note', label: text('ghi chú', 'note'), show: ({ note }) => note ?? { vi: '' } },
];

export const caseChanges = (before: Procedure, after: Procedure): readonly Change[] => {
  const matched = match(before.cases ?? [], after.cases ?? [], ({ id }) => id);
  return [
    ...matched.added.map((one) =>
      added(
        'cases',
        `/cases/${one.id}`,
        text(`Thêm trường hợp: ${one.name.vi}`, `New case: ${english(one.name)}`),
        one,
      ),
    ),
    ...matched.removed.map((one) =>
      removed(
        'cases',
        `/cases/${one.id}`,
        text(`Bỏ trường hợp: ${one.name.vi}`, `Case removed: ${english(one.name)}`),
        one,
      ),
    ),
    ...matched.both.flatMap(([old, now]) =>
      fieldChanges(
        'cases',
        `/cases/${now.id}`,
        text(`Trường hợp “${now.name.vi}”`, `Case “${english(now.name)}”`),
        old,
        now,
        fields,
      ),
    ),
  ];
};
