import { formatDay, formatTime } from '#app/i18n/format.ts';
import { useStaffText } from '#app/i18n/use-staff-text.ts';
import type { HistoryRow } from '#app/server/staff/dossier-model.ts';

/** Who did what while this page was open; what was typed is still in the form. */
export const ConflictNote = ({ rows }: { readonly rows: readonly HistoryRow[] }) => {
  const { frame } = useStaffText();
  return (
    <div className="note warn" role="alert">
      <p className="notetitle">{frame.conflict.title}</p>
      <p>{frame.conflict.text}</p>
      <ul>
        {rows.map((row) => (
          <li key={row.seq}>
            {row.sentence} · {[row.actor, row.unit].filter(Boolean).join(', ')} · {formatTime(row.recordedAt)}{' '}
            {formatDay(row.recordedAt)}
          </li>
        ))}
      </ul>
    </div>
  );
};
