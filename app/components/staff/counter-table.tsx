import { formatDay, formatTime } from '#app/i18n/format.ts';
import { useStaffText } from '#app/i18n/use-staff-text.ts';
import type { CounterRow } from '#app/server/staff/counter-lists.ts';
import { StateBadge } from '../state-badge.tsx';
import { DossierCode } from './dossier-code.tsx';
import { TimeState } from './time-state.tsx';

type ColumnName = 'line' | 'submitted' | 'accepted' | 'due' | 'finished' | 'status';

const when = (at: string | undefined): string => (at ? `${formatDay(at)} ${formatTime(at)}` : '–');

/** Dossiers at the counter, a row each; the columns beside code, procedure and applicant are chosen by the page. */
export const CounterTable = ({
  rows,
  columns,
  caption,
  to = (row) => `/mot-cua/ho-so/${row.id}`,
}: {
  readonly rows: readonly (CounterRow & { readonly line?: string })[];
  readonly columns: readonly ColumnName[];
  readonly caption: string;
  readonly to?: (row: CounterRow) => string;
}) => {
  const { counter, reception } = useStaffText();
  const words = counter.lists.columns;
  const { origin } = reception;
  const cell = (row: CounterRow & { readonly line?: string }, column: ColumnName) => {
    switch (column) {
      case 'line':
        return row.line || '–';
      case 'submitted':
        return when(row.submittedAt);
      case 'accepted':
        return when(row.acceptedAt);
      case 'finished':
        return when(row.finishedAt);
      case 'status':
        return <StateBadge status={row.status} />;
      case 'due':
        return row.promisedDue ? (
          <>
            <TimeState time={row.time} />
            <span className="s num">{when(row.promisedDue)}</span>
          </>
        ) : (
          '–'
        );
    }
  };
  return (
    <table className="list rc">
      <caption className="vh">{caption}</caption>
      <thead>
        <tr>
          <th scope="col" className="c-code">
            {words.code}
          </th>
          <th scope="col">{words.procedure}</th>
          <th scope="col" className="c-applicant">
            {words.applicant}
          </th>
          {columns.map((column) => (
            <th key={column} scope="col" className={column === 'due' || column === 'status' ? 'c-due' : 'c-day'}>
              {words[column]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>
              <DossierCode code={row.code} to={to(row)} />
            </td>
            <td>{row.procedureName}</td>
            <td data-l={words.applicant}>
              {row.applicant}
              {row.origin ? <span className="s muted">{origin.from(row.origin)}</span> : null}
            </td>
            {columns.map((column) => (
              <td
                key={column}
                data-l={words[column]}
                className={column === 'status' || column === 'due' ? undefined : 'nowrap'}
              >
                {cell(row, column)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};
