import { useEffect, useRef } from 'react';
import { useText } from '#app/i18n/use-text.ts';

export interface SummaryLine {
  /** Id of the control the line leads to; absent: the line stands for the page. */
  readonly target?: string;
  readonly text: string;
}

/** What is not right yet, each line a link to its field; takes the focus when it appears. */
export const ErrorSummary = ({ lines, title }: { readonly lines: readonly SummaryLine[]; readonly title?: string }) => {
  const { common } = useText();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (lines.length > 0) box.current?.focus();
  }, [lines]);
  if (lines.length === 0) return null;
  return (
    <div className="summary" role="alert" tabIndex={-1} ref={box}>
      <h2>{title ?? common.summary.title(lines.length)}</h2>
      <ul className="plain">
        {lines.map((line) => (
          <li key={`${line.target ?? ''} ${line.text}`}>
            {line.target ? <a href={`#${line.target}`}>{line.text}</a> : line.text}
          </li>
        ))}
      </ul>
    </div>
  );
};
