import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { Breadcrumb } from '#app/components/breadcrumb.tsx';
import { DataTable } from '#app/components/data-table.tsx';
import { EmptyState } from '#app/components/empty-state.tsx';
import { usePageData } from '#app/components/staff/use-page-data.ts';
import { formatDay, formatTime } from '#app/i18n/format.ts';
import { staffTextsFor } from '#app/i18n/staff-texts-for.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useStaffText } from '#app/i18n/use-staff-text.ts';
import { authorizeActor } from '#app/server/access/index.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { actor, locale } = await authorizeActor({ request, context }, '/cong-viec/nhac-viec');
  const now = context.clock.now();
  return {
    title: textsFor(locale).common.titled(staffTextsFor(locale).work.reminders.title),
    rows: (await context.service.reminders.standing(actor.id)).map((row) => ({ ...row, late: row.due < now })),
  };
};

export default function Reminders() {
  const { rows } = usePageData<typeof loader>();
  const { reminders: words, absence } = useStaffText().work;
  return (
    <>
      <Breadcrumb items={[{ to: '/cong-viec', label: absence.back }, { label: words.title }]} />
      <div className="ptitle">
        <h1>{words.title}</h1>
      </div>
      <p className="lead">{words.text}</p>
      {rows.length === 0 ? (
        <EmptyState title={words.none}>
          <Link to="/cong-viec">{words.toTasks}</Link>
        </EmptyState>
      ) : (
        <section className="card flush">
          <DataTable
            caption={words.title}
            rows={rows}
            keyOf={(row) => `${row.task} ${row.due}`}
            columns={[
              {
                id: 'dossier',
                label: words.columns.dossier,
                cell: (row) => (
                  <Link to={`/cong-viec/${row.dossier}`} className="num">
                    {row.code}
                  </Link>
                ),
              },
              { id: 'step', label: words.columns.step, cell: (row) => (row.free ? words.free(row.step) : row.step) },
              { id: 'applicant', label: words.columns.applicant, cell: (row) => row.applicant },
              {
                id: 'due',
                label: words.columns.due,
                cell: (row) => {
                  const due = `${formatTime(row.due)} ${formatDay(row.due)}`;
                  return row.late ? <b>{words.late(due)}</b> : due;
                },
              },
              { id: 'at', label: words.columns.at, cell: (row) => `${formatTime(row.at)} ${formatDay(row.at)}` },
            ]}
          />
        </section>
      )}
    </>
  );
}
