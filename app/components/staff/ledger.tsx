import type { Deadline, DerivationLine } from '#engine/clock/index.ts';
import { formatDate } from '#app/i18n/format.ts';
import { usePick, useText } from '#app/i18n/use-text.ts';

const short = (date: string): string => formatDate(date).slice(0, 5);
const span = (line: DerivationLine): string =>
  line.from === line.to ? short(line.from) : `${short(line.from)}–${short(line.to)}`;
const skipped = (line: DerivationLine): boolean => line.kind === 'skipped' || line.kind === 'paused';

/** How the due date comes about, a line each; the result last and bold. */
export const Ledger = ({ deadline }: { readonly deadline: Deadline }) => {
  const { common } = useText();
  const pick = usePick();
  return (
    <>
      <ol className="ledger">
        {deadline.lines.map((line, index) => (
          <li key={index} className={line.kind === 'due' ? 'tot' : skipped(line) ? 'skipd' : undefined}>
            <span>{span(line)}</span>
            <span>{pick(line.reason)}</span>
            <span className="num">
              {skipped(line)
                ? common.deadline.notCounted.toLowerCase()
                : line.count > 0
                  ? String(line.total).replace('.', ',')
                  : ''}
            </span>
          </li>
        ))}
      </ol>
      {deadline.provisional ? <p className="small muted">{common.deadline.provisional}</p> : null}
    </>
  );
};
