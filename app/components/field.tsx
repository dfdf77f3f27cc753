import type { InputHTMLAttributes, ReactNode } from 'react';

interface FieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'children'> {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  /** Shown after the label where most fields are required. */
  readonly optionalText?: string | undefined;
  readonly children?: ReactNode;
}

/** Ids of what describes a control, in reading order; undefined when nothing does. */
export const describedBy = (id: string, hint: unknown, error: unknown): string | undefined =>
  [hint ? `${id}-goi-y` : '', error ? `${id}-loi` : ''].filter(Boolean).join(' ') || undefined;

/** Label above, hint before, error at the field; `children` replaces the plain input. */
export const Field = ({ id, label, hint, error, optionalText, children, ...input }: FieldProps) => (
  <div className={error ? 'field err' : 'field'}>
    <label htmlFor={id}>
      {label}
      {optionalText ? <span className="muted"> {optionalText}</span> : null}
    </label>
    {hint ? (
      <p className="hint" id={`${id}-goi-y`}>
        {hint}
      </p>
    ) : null}
    {error ? (
      <p className="msg" id={`${id}-loi`}>
        {error}
      </p>
    ) : null}
    {children ?? (
      <input
        id={id}
        type="text"
        aria-describedby={describedBy(id, hint, error)}
        aria-invalid={error ? true : undefined}
        {...input}
      />
    )}
  </div>
);
