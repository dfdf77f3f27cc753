import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { addDays, at, formatDate, localDate } from '#engine/clock/index.ts';
import { Breadcrumb } from '#app/components/breadcrumb.tsx';
import { DataTable } from '#app/components/data-table.tsx';
import { EmptyState } from '#app/components/empty-state.tsx';
import { formatDay } from '#app/i18n/format.ts';
import { officeTextsFor } from '#app/i18n/office-texts-for.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useOfficeText } from '#app/i18n/use-office-text.ts';
import { authorizeActor } from '#app/server/access/index.ts';
import { unitName, unitNames } from '#app/server/office/unit-names.ts';
import { watchedUnits } from '#app/server/office/watch-scope.ts';
import { useLoaded } from '#app/use-loaded.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

/** A quarter: long enough for a habit to show. */
const BACK_DAYS = 92;

/**
 * Dossiers that were taken in and then went without a result and without the one supplement that the law allows:
 * by counter, and those of one counter. Many of them may be a way around NĐ 61/2018 Điều 19 khoản 4.
 */
export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { actor, locale } = await authorizeActor({ request, context }, '/giam-sat/dau-hieu');
  const today = localDate(context.clock.now());
  const since = addDays(today, -BACK_DAYS);
  const span = { from: at(since, '00:00'), to: at(addDays(today, 1), '00:00') };
  const units = watchedUnits(actor);
  const names = await unitNames(context);
  const { overview } = context.service.store;
  const counts = await overview.turnedAway({ ...span, ...(units ? { units } : {}) });
  const asked = new URL(request.url).searchParams.get('don-vi') ?? '';
  const chosen = counts.find(({ unit }) => unit === asked);
  return {
    title: textsFor(locale).common.titled(officeTextsFor(locale).watch.signs.title),
    since,
    rows: counts
      .map((row) => ({ ...row, name: unitName(names, row.unit), away: row.withdrawn + row.refused + row.stopped }))
      .sort((a, b) => b.away / b.accepted - a.away / a.accepted || a.name.localeCompare(b.name, 'vi')),
    chosen: chosen
      ? { name: unitName(names, chosen.unit), dossiers: await overview.turnedAwayOf(chosen.unit, span) }
      : null,
  };
};

const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1).replace('.', ',')} %`;

export default function Signs() {
  const { since, rows, chosen } = useLoaded<typeof loader>();
  const { watch } = useOfficeText();
  const words = watch.signs;
  const { columns } = words;
  return (
    <>
      <Breadcrumb items={[{ to: '/giam-sat', label: watch.title }, { label: words.title }]} />
      <div className="ptitle">
        <h1>{words.title}</h1>
        <span className="muted">{words.since(formatDate(since))}</span>
      </div>
      <p className="lead">{words.text}</p>
      <div className="stack">
        <section className="card flush">
          <div className="cardtitle">
            <h2>{words.byUnit}</h2>
          </div>
          {rows.length === 0 ? (
            <EmptyState title={words.none} />
          ) : (
            <DataTable
              caption={words.byUnit}
              rows={rows}
              keyOf={(row) => row.unit}
              columns={[
                {
                  id: 'unit',
                  label: columns.unit,
                  cell: (row) => (
                    <Link to={`/giam-sat/dau-hieu?don-vi=${encodeURIComponent(row.unit)}`}>{row.name}</Link>
                  ),
                },
                { id: 'accepted', label: columns.accepted, numeric: true, cell: (row) => row.accepted },
                { id: 'withdrawn', label: columns.withdrawn, numeric: true, cell: (row) => row.withdrawn },
                { id: 'refused', label: columns.refused, numeric: true, cell: (row) => row.refused },
                { id: 'stopped', label: columns.stopped, numeric: true, cell: (row) => row.stopped },
                { id: 'share', label: columns.share, numeric: true, cell: (row) => percent(row.away, row.accepted) },
              ]}
            />
          )}
        </section>
        {chosen ? (
          <section className="card flush" id="ho-so">
            <div className="cardtitle">
              <h2>{words.of(chosen.name)}</h2>
              <Link to="/giam-sat/dau-hieu">{words.all}</Link>
            </div>
            <DataTable
              caption={words.of(chosen.name)}
              rows={chosen.dossiers}
              keyOf={(row) => row.id}
              columns={[
                {
                  id: 'code',
                  label: columns.code,
                  cell: (row) => <Link to={`/cong-viec/${row.id}`}>{row.code}</Link>,
                },
                { id: 'procedure', label: columns.procedure, cell: (row) => row.procedureName ?? row.procedure },
                { id: 'applicant', label: columns.applicant, cell: (row) => row.applicant },
                { id: 'accepted', label: columns.acceptedAt, cell: (row) => formatDay(row.acceptedAt) },
                { id: 'ended', label: columns.endedAt, cell: (row) => formatDay(row.endedAt) },
                {
                  id: 'how',
                  label: columns.how,
                  cell: (row) => [words.how[row.how], row.reason].filter(Boolean).join(': '),
                },
              ]}
            />
          </section>
        ) : null}
      </div>
    </>
  );
}
