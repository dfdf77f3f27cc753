import type { FieldTemplateProps } from '@rjsf/utils';
import { useText } from '#app/i18n/use-text.ts';
import { errorId, hintId, PREFIX } from '../ids.ts';

/** Widgets made of several controls: their question is a legend, not a label. */
const GROUPS = new Set(['radio', 'checkboxes', 'yesNo', 'date', 'partialDate', 'alt-date']);

const isGroup = (uiSchema: FieldTemplateProps['uiSchema']): boolean =>
  GROUPS.has(String(uiSchema?.['ui:widget'] ?? ''));

const hasParts = (props: FieldTemplateProps): boolean =>
  props.uiSchema?.['ui:field'] === undefined &&
  (props.schema.type === 'object' || (props.schema.type === 'array' && props.uiSchema?.['ui:widget'] === undefined));

/** One question: label above, hint before, error at the field. Questions with parts draw themselves. */
export const FieldTemplate = (props: FieldTemplateProps) => {
  const { forms } = useText();
  const { id, label, children, rawErrors = [], rawDescription, hidden, required, uiSchema } = props;
  if (hidden) return <div hidden>{children}</div>;
  if (id === PREFIX) return <>{children}</>;
  const errors = [...new Set(rawErrors)];
  const message =
    errors.length > 0 ? (
      <p className="msg" id={errorId(id)}>
        {errors.join(' ')}
      </p>
    ) : null;
  if (hasParts(props) || uiSchema?.['ui:field'] === 'address') {
    return (
      <div className={message ? 'field err' : 'field'}>
        {message}
        {children}
      </div>
    );
  }
  if (uiSchema?.['ui:widget'] === 'declaration') {
    return (
      <div className={message ? 'field err' : 'field'}>
        {message}
        {children}
      </div>
    );
  }
  const words = (
    <>
      {label}
      {required || uiSchema?.['ui:widget'] === 'computed' ? null : (
        <span className="muted optional"> {forms.optional}</span>
      )}
    </>
  );
  const hint = rawDescription ? (
    <p className="hint" id={hintId(id)}>
      {rawDescription}
    </p>
  ) : null;
  const className = message ? 'field err' : 'field';
  if (isGroup(uiSchema)) {
    const ids = [hint ? hintId(id) : '', message ? errorId(id) : ''].filter(Boolean).join(' ');
    return (
      <fieldset className={className} aria-describedby={ids || undefined}>
        <legend className="label">{words}</legend>
        {hint}
        {message}
        {children}
      </fieldset>
    );
  }
  return (
    <div className={className}>
      <label htmlFor={id}>{words}</label>
      {hint}
      {message}
      {children}
    </div>
  );
};
