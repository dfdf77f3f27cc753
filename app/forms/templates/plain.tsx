import type { MultiSchemaFieldTemplateProps } from '@rjsf/utils';
import { Notice } from '#app/components/notice.tsx';
import { useText } from '#app/i18n/use-text.ts';

/** Parts of the default theme that ours draws elsewhere. */
export const Nothing = () => null;

export const Unsupported = () => {
  const { forms } = useText();
  return (
    <Notice kind="warn">
      <p>{forms.unsupported}</p>
    </Notice>
  );
};

/** Forms from elsewhere with `oneOf`/`anyOf`: which kind, then its questions. */
export const MultiSchemaTemplate = ({ selector, optionSchemaField }: MultiSchemaFieldTemplateProps) => (
  <div className="group">
    {selector}
    {optionSchemaField}
  </div>
);
