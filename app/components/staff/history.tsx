import type { Instant } from '#engine/clock/index.ts';
import { formatDay, formatTime } from '#app/i18n/format.ts';
import { useStaffText } from '#app/i18n/use-staff-text.ts';
import type { HistoryRow } from '#app/server/staff/dossier-model.ts';

/** Recorded more than this after it happened: said so. */
const LATE_MINUTES = 15;

const when = (at: Instant): string => `${formatDay(at)} ${formatTime(at)}`;

/** What happened, newest first, with both times; an amber note where it was recorded late. */
export const History = ({ rows }: { readonly rows: readonly HistoryRow[] }) => {
  const { dossier: words } = useStaffText().agency;
  const columns = words.historyColumns;
  const lagOf = (row: HistoryRow): string => {
    const minutes = Math.round((Date.parse(row.recordedAt) - Date.parse(row.occurredAt)) / 60_000);
    if (minutes < LATE_MINUTES) return '';
    return words.recordedLate(words.lag(Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60));
  };
  return (
    <table className="hist rc">
      <caption className="vh">{words.history}</caption>
      <thead>
        <tr>
          <th scope="col">{columns.what}</th>
          <th scope="col" className="c-time">
            {columns.occurred}
          </th>
          <th scope="col" className="c-rec">
            {columns.recorded}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.seq}>
            <td>
              {row.sentence}
              {row.note ? <span className="s">“{row.note}”</span> : null}
              <span className="s">{[row.actor || words.system, row.unit].filter(Boolean).join(', ')}</span>
            </td>
            <td className="nowrap" data-l={columns.occurred}>
              {when(row.occurredAt)}
            </td>
            <td className="nowrap" data-l={columns.recorded}>
              {when(row.recordedAt)}
              {lagOf(row) ? <span className="lag">{lagOf(row)}</span> : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
