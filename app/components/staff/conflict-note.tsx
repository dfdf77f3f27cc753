import { formatDay, formatTime } from '#app/i18n/format.ts';
import { useStaffText } from '#app/i18n/use-staff-text.ts';
import type { Typed } from './command-form.tsx';
import type { HistoryRow } from '#app/server/staff/dossier-model.ts';

const CARRIED = new Set(['viec', 'key', 'seq', 'task', 'cho', 'khoan', 'cach', 'ket-luan', 'ket-qua']);

interface ConflictNoteProps {
  readonly rows: readonly HistoryRow[];
  /** What was typed, when the form it stood in is gone; otherwise it is still there. */
  readonly typed?: Typed | undefined;
}

/** Who did what while this page was open; what was typed is still in its form, or told here. */
export const ConflictNote = ({ rows, typed = {} }: ConflictNoteProps) => {
  const kept = Object.entries(typed)
    .filter(([name]) => !CARRIED.has(name) && !name.startsWith('q['))
    .flatMap(([, values]) => values.filter((value) => value.trim() !== ''));
  const { frame } = useStaffText();
  // The answer comes a moment before what has happened meanwhile: it is told whole, or not yet.
  if (rows.length === 0) return null;
  return (
    <div className="note warn" role="alert">
      <p className="notetitle">{frame.conflict.title}</p>
      {kept.length === 0 ? <p>{frame.conflict.text}</p> : null}
      <ul>
        {rows.map((row) => (
          <li key={row.seq}>
            {row.sentence} · {[row.actor, row.unit].filter(Boolean).join(', ')} · {formatTime(row.recordedAt)}{' '}
            {formatDay(row.recordedAt)}
          </li>
        ))}
      </ul>
      {kept.length > 0 ? (
        <>
          <p>{frame.conflict.typed}</p>
          {kept.map((value, index) => (
            <blockquote key={index}>{value}</blockquote>
          ))}
        </>
      ) : null}
    </div>
  );
};
