import type { WidgetProps } from '@rjsf/utils';
import type { HTMLInputTypeAttribute } from 'react';
import { description } from '../described-by.ts';

interface Look {
  readonly type?: HTMLInputTypeAttribute;
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email';
  readonly className?: string;
  readonly maxLength?: number;
}

const autocompleteOf = (props: WidgetProps): string | undefined => {
  const token = props.uiSchema?.['ui:autocomplete'];
  return typeof token === 'string' ? token : undefined;
};

const input = (look: Look) =>
  function TextLike(props: WidgetProps) {
    const { id, htmlName, value, onChange, onBlur, readonly, disabled, options, schema } = props;
    const unit = options['unit'];
    const box = (
      <input
        id={id}
        name={htmlName ?? id}
        type={look.type ?? 'text'}
        inputMode={look.inputMode}
        className={look.className}
        maxLength={look.maxLength ?? (typeof schema.maxLength === 'number' ? schema.maxLength : undefined)}
        value={value === undefined || value === null ? '' : String(value)}
        readOnly={readonly}
        disabled={disabled}
        autoComplete={autocompleteOf(props)}
        spellCheck={look.inputMode === undefined ? undefined : false}
        onChange={(event) => {
          onChange(event.target.value === '' ? undefined : event.target.value);
        }}
        onBlur={(event) => {
          onBlur(id, event.target.value);
        }}
        {...description(props)}
      />
    );
    return typeof unit === 'string' ? (
      <span className="withunit">
        {box}
        <span className="unit">{unit}</span>
      </span>
    ) : (
      box
    );
  };

export const TextWidget = input({});
export const PhoneWidget = input({ type: 'tel', inputMode: 'tel', className: 'medium', maxLength: 20 });
export const EmailWidget = input({ type: 'email', inputMode: 'email' });
export const PersonalIdWidget = input({ inputMode: 'numeric', className: 'medium', maxLength: 20 });

export const TextareaWidget = (props: WidgetProps) => {
  const { id, htmlName, value, onChange, onBlur, readonly, disabled, schema } = props;
  return (
    <textarea
      id={id}
      name={htmlName ?? id}
      rows={5}
      maxLength={typeof schema.maxLength === 'number' ? schema.maxLength : undefined}
      value={value === undefined || value === null ? '' : String(value)}
      readOnly={readonly}
      disabled={disabled}
      onChange={(event) => {
        onChange(event.target.value === '' ? undefined : event.target.value);
      }}
      onBlur={(event) => {
        onBlur(id, event.target.value);
      }}
      {...description(props)}
    />
  );
};
