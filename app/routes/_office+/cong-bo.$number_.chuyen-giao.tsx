import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { Breadcrumb } from '#app/components/breadcrumb.tsx';
import { EmptyState } from '#app/components/empty-state.tsx';
import { Pagination } from '#app/components/pagination.tsx';
import { usePageData } from '#app/components/staff/use-page-data.ts';
import { formatDay, formatTime } from '#app/i18n/format.ts';
import { officeTextsFor } from '#app/i18n/office-texts-for.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useOfficeText } from '#app/i18n/use-office-text.ts';
import { useStaffText } from '#app/i18n/use-staff-text.ts';
import { authorizeActor } from '#app/server/access/index.ts';
import { numberToSlug, slugToNumber } from '#app/server/staff/decision-number.ts';
import { transferRows } from '#app/server/staff/transfer-view.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

export const loader = async ({ request, context, params }: LoaderFunctionArgs) => {
  const { locale } = await authorizeActor({ request, context }, '/cong-bo/:number/chuyen-giao');
  const number = slugToNumber(params['number'] ?? '');
  const view = await transferRows(context, number, new URL(request.url).searchParams, locale);
  if (!view) throw new Response(null, { status: 404, statusText: 'Not Found' });
  return {
    title: textsFor(locale).common.titled(`${officeTextsFor(locale).organisation.transfers.title}, ${number}`),
    number,
    slug: numberToSlug(number),
    view,
  };
};

export default function Transfers() {
  const { number, slug, view } = usePageData<typeof loader>();
  const { transfers: words } = useOfficeText().organisation;
  const { office } = useStaffText();
  const { columns } = words;
  const filters = [
    { value: '', label: words.all, count: view.counts.reduce((sum, { count }) => sum + count, 0) },
    ...view.counts
      .filter(({ count }) => count > 0)
      .map(({ state, count }) => ({ value: state, label: words[state], count })),
  ];
  return (
    <>
      <Breadcrumb
        items={[
          { to: '/cong-bo', label: office.decisions.title },
          { to: `/cong-bo/${slug}`, label: number },
          { label: words.title },
        ]}
      />
      <div className="ptitle">
        <h1>{words.title}</h1>
      </div>
      <section className="card flush">
        <nav className="views pad" aria-label={columns.state}>
          {filters.map(({ value, label, count }) => (
            <Link
              key={value}
              to={value === '' ? '?' : `?loc=${value}`}
              aria-current={view.state === value ? 'page' : undefined}
              preventScrollReset
            >
              {label} <b>{count}</b>
            </Link>
          ))}
        </nav>
        {view.rows.length === 0 ? (
          <EmptyState title={words.none} />
        ) : (
          <table className="rc">
            <caption className="vh">{words.title}</caption>
            <thead>
              <tr>
                <th scope="col">{columns.dossier}</th>
                <th scope="col">{columns.from}</th>
                <th scope="col">{columns.to}</th>
                <th scope="col">{columns.state}</th>
                <th scope="col">{columns.at}</th>
              </tr>
            </thead>
            <tbody>
              {view.rows.map((row) => (
                <tr key={row.dossier}>
                  <th scope="row" className="mono nowrap">
                    {row.code}
                  </th>
                  <td data-l={columns.from}>{row.from}</td>
                  <td data-l={columns.to}>{row.to}</td>
                  <td data-l={columns.state}>
                    {words[row.state]}
                    {row.why ? <small className="muted"> {row.why}</small> : null}
                  </td>
                  <td data-l={columns.at} className="num">
                    {formatTime(row.at)} {formatDay(row.at)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {view.pages > 1 ? (
          <div className="pager">
            <Pagination page={view.page} pages={view.pages} />
          </div>
        ) : null}
      </section>
    </>
  );
}
