import { DataTable } from '#app/components/data-table.tsx';
import { StateBadge } from '#app/components/state-badge.tsx';
import { formatDay, formatTime } from '#app/i18n/format.ts';
import { useStaffText } from '#app/i18n/use-staff-text.ts';
import type { TogetherView } from '#app/server/staff/together-view.ts';
import { DossierCode } from '../dossier-code.tsx';

/** Dossiers that were handed in together: where each stands, and what waits for what. */
export const VisitTable = ({
  together,
  address,
}: {
  readonly together: TogetherView;
  readonly address: (id: string) => string;
}) => {
  const { visit: words } = useStaffText().counter;
  return (
    <DataTable
      caption={together.group ?? words.together}
      rows={together.rows}
      keyOf={(row) => row.id}
      columns={[
        {
          id: 'code',
          label: words.columns.code,
          cell: (row) => (
            <DossierCode code={row.code} {...(row.current || !row.opens ? {} : { to: address(row.id), row: false })} />
          ),
        },
        {
          id: 'procedure',
          label: words.columns.procedure,
          cell: (row) => (
            <>
              {row.procedure}
              {row.leads ? ` (${words.leads})` : ''}
              {row.current ? <span className="muted small"> · {words.self}</span> : null}
              {row.waits.map((each) => (
                <span key={each.paper} className="small muted block">
                  {words.waits(each.paper, each.code)}
                </span>
              ))}
            </>
          ),
        },
        { id: 'agency', label: words.columns.agency, cell: (row) => row.agency },
        {
          id: 'due',
          label: words.columns.due,
          cell: (row) => (row.due === '' ? '–' : `${formatTime(row.due)} ${formatDay(row.due)}`),
        },
        { id: 'status', label: words.columns.status, cell: (row) => <StateBadge status={row.status} /> },
      ]}
    />
  );
};

/** On a dossier's page: what was handed in with it. */
export const VisitCard = ({
  together,
  address,
}: {
  readonly together: TogetherView;
  readonly address: (id: string) => string;
}) => {
  const { visit: words } = useStaffText().counter;
  const { group, whole } = together;
  return (
    <section className="card flush">
      <div className="cardtitle">
        <h2>{group === undefined ? words.together : words.linked}</h2>
        {group === undefined ? null : <span className="muted">{group}</span>}
      </div>
      <VisitTable together={together} address={address} />
      {group !== undefined && whole !== '' ? (
        <p className="pad small">
          {words.whole}: <b className="num">{`${formatTime(whole)} ${formatDay(whole)}`}</b>
        </p>
      ) : null}
    </section>
  );
};
