import type { Change } from '../difference.ts';
import type { Procedure } from '../schema/procedure.ts';
import { added, english, fieldChanges, match, removed, text, type Field } from './compare.ts';

type Basis = Procedure['legalBasis'][number];

const fields: readonly Field<Basis>[] = [
  { key: 'name', label: text('tên văn bản', 'name'), show: ({ name }) => name ?? { vi: '' } },
  { key: 'issuer', label: text('cơ quan ban hành', 'issuer'), show: ({ issuer }) => issuer ?? { vi: '' } },
  { key: 'article', label: text('điều khoản', 'articles'), show: ({ article }) => ({ vi: article ?? '' }) },
];

const title = ({ number, name }: Basis): string => (name ? `${number}, ${name.vi}` : number);

/** Documents are matched by their number, which is their name in law. */
export const legalBasisChanges = (before: Procedure, after: Procedure): readonly Change[] => {
  const matched = match(before.legalBasis, after.legalBasis, ({ number }) => number);
  return [
    ...matched.added.map((one) =>
      added(
        'legal-basis',
        `/legalBasis/${one.number}`,
        text(
          `Thêm căn cứ pháp lý: ${title(one)}`,
          `New legal basis: ${one.number}${one.name ? `, ${english(one.name)}` : ''}`,
        ),
        one,
      ),
    ),
    ...matched.removed.map((one) =>
      removed(
        'legal-basis',
        `/legalBasis/${one.number}`,
        text(`Bỏ căn cứ pháp lý: ${title(one)}`, `Legal basis removed: ${one.number}`),
        one,
      ),
    ),
    ...matched.both.flatMap(([old, now]) =>
      fieldChanges(
        'legal-basis',
        `/legalBasis/${now.number}`,
        text(`Căn cứ ${now.number}`, `Basis ${now.number}`),
        old,
        now,
        fields,
      ),
    ),
  ];
};
