import { localDate, type Deadline, type DerivationLine } from '#engine/clock/index.ts';
import { formatDate, weekday } from '#app/i18n/format.ts';
import { usePick, useText } from '#app/i18n/use-text.ts';

const short = (date: string): string => formatDate(date).slice(0, 5);

const rowClass = (line: DerivationLine): string | undefined =>
  line.kind === 'skipped' ? 'skip0' : line.kind === 'due' ? 'end' : line.kind === 'paused' ? 'stop' : undefined;

/** The ledger of a due date: date, reason, count; skipped days grey, the result green. */
export const Derivation = ({ deadline, caption }: { readonly deadline: Deadline; readonly caption?: string }) => {
  const { common } = useText();
  const pick = usePick();
  const words = common.deadline;
  return (
    <>
      <table className="count">
        <caption>{caption ?? words.why}</caption>
        <thead className="vh">
          <tr>
            <th scope="col">{words.day}</th>
            <th scope="col">{words.how}</th>
            <th scope="col">{words.count}</th>
          </tr>
        </thead>
        <tbody>
          {deadline.lines.map((line, index) => (
            <tr key={index} className={rowClass(line)}>
              <td className="dt">
                <b>{line.from === line.to ? short(line.from) : `${short(line.from)} – ${short(line.to)}`}</b>{' '}
                {line.from === line.to ? common.weekdaysShort[weekday(line.from)] : null}
              </td>
              <td>{pick(line.reason)}</td>
              <td className="n">
                {line.kind === 'skipped'
                  ? words.notCounted
                  : line.count === 0
                    ? ''
                    : `+${String(line.count).replace('.', ',')}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="rule">{pick(deadline.summary)}</p>
      {deadline.provisional ? <p className="rule">{words.provisional}</p> : null}
    </>
  );
};

/** "Thứ Tư, 25/11/2026", or that the law sets none. */
export const DueDate = ({ deadline }: { readonly deadline: Deadline }) => {
  const { common } = useText();
  if (!deadline.due) return <>{common.deadline.noDate}</>;
  const day = localDate(deadline.due);
  return (
    <>
      {common.weekdays[weekday(day)]}, <time dateTime={day}>{formatDate(day)}</time>
    </>
  );
};
