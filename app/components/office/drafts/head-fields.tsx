import { Field } from '#app/components/field.tsx';
import { useOfficeText } from '#app/i18n/use-office-text.ts';

/** The fields of `decisionHead` that every decision has, by their names in the form. */
export const HEAD_FIELDS = ['so', 'trich-yeu', 'nguoi-ky', 'chuc-vu', 'ngay-ky', 'hieu-luc'] as const;
export type TypedHead = Readonly<Partial<Record<(typeof HEAD_FIELDS)[number], string>>>;

/** Number, subject, signer and days of a decision; `typed`: what a refused form brought. */
export const HeadFields = ({
  typed = {},
  wholeDay = false,
}: {
  readonly typed?: TypedHead;
  readonly wholeDay?: boolean;
}) => {
  const { drafts: words } = useOfficeText();
  const field = (name: (typeof HEAD_FIELDS)[number]) => ({ id: name, name, defaultValue: typed[name] ?? '' });
  return (
    <>
      <Field {...field('so')} label={words.number} maxLength={60} required />
      <Field {...field('trich-yeu')} label={words.titleText} maxLength={500} />
      <Field {...field('nguoi-ky')} label={words.signer} maxLength={200} required />
      <Field {...field('chuc-vu')} label={words.position} maxLength={200} />
      <Field {...field('ngay-ky')} label={words.signedOn} hint={words.dayHint} inputMode="numeric" required />
      <Field
        {...field('hieu-luc')}
        label={words.effective}
        hint={wholeDay ? words.dayHint : words.effectHint}
        {...(wholeDay ? { inputMode: 'numeric' as const } : {})}
        required
      />
    </>
  );
};
