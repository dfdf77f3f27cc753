import { useEffect, useRef, useState, type KeyboardEvent, type ClipboardEvent } from 'react';

interface Props {
  readonly id?: string;
  readonly value: string;
  readonly onCommit: (value: string) => void;
  readonly label?: string;
  readonly describedBy?: string;
  readonly disabled?: boolean;
  readonly onKey?: (event: KeyboardEvent<HTMLInputElement>) => void;
  readonly onPasted?: (event: ClipboardEvent<HTMLInputElement>) => void;
  readonly data?: Readonly<Record<`data-${string}`, string>>;
  readonly numeric?: boolean;
}

const COMMIT_AFTER_MS = 500;

/** A text box that takes what is typed at once and hands it on after a pause, on Enter, or when it is left. */
export const TextInput = ({
  id,
  value,
  onCommit,
  label,
  describedBy,
  disabled,
  onKey,
  onPasted,
  data,
  numeric,
}: Props) => {
  const [text, setText] = useState(value);
  const typing = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => {
    if (!typing.current) setText(value);
  }, [value]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const commit = (now: string): void => {
    clearTimeout(timer.current);
    typing.current = false;
    if (now !== value) onCommit(now);
  };
  return (
    <input
      {...data}
      id={id}
      type="text"
      inputMode={numeric ? 'decimal' : undefined}
      value={text}
      aria-label={label}
      aria-describedby={describedBy}
      disabled={disabled}
      maxLength={1000}
      onChange={(event) => {
        typing.current = true;
        const now = event.target.value;
        setText(now);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => commit(now), COMMIT_AFTER_MS);
      }}
      onBlur={() => {
        if (typing.current) commit(text);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && typing.current) commit(text);
        if (event.key === 'Escape') {
          clearTimeout(timer.current);
          typing.current = false;
          setText(value);
        }
        onKey?.(event);
      }}
      onPaste={onPasted}
    />
  );
};
