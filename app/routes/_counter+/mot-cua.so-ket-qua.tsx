import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link } from '@remix-run/react';
import { Breadcrumb } from '#app/components/breadcrumb.tsx';
import { EmptyState } from '#app/components/empty-state.tsx';
import { Pagination } from '#app/components/pagination.tsx';
import { DossierCode } from '#app/components/staff/dossier-code.tsx';
import { usePageData } from '#app/components/staff/use-page-data.ts';
import { formatDate, formatDay } from '#app/i18n/format.ts';
import { staffTextsFor } from '#app/i18n/staff-texts-for.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useStaffText } from '#app/i18n/use-staff-text.ts';
import { authorizeActor } from '#app/server/access/index.ts';
import { resultsRegister, type ResultRow } from '#app/server/staff/results-register.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { actor, locale } = await authorizeActor({ request, context }, '/mot-cua/so-ket-qua');
  const search = new URL(request.url).searchParams;
  const text = search.get('tim')?.trim().slice(0, 100) ?? '';
  const page = Math.max(1, Math.trunc(Number(search.get('trang')) || 1));
  return {
    title: textsFor(locale).common.titled(staffTextsFor(locale).counter.results.title),
    ...(await resultsRegister(context, actor.unit ?? '', { text, page })),
    text,
    page,
  };
};

/** As a dossier's code: day and number bold, the unit's prefix small under it. */
const ResultCode = ({ code }: { readonly code: string }) => {
  const parts = code.split('-');
  return (
    <span className="code">
      <b>{parts.slice(-3).join('-')}</b>
      <small>{parts.slice(0, -3).join('-')}</small>
    </span>
  );
};

const Row = ({ row }: { readonly row: ResultRow }) => {
  const { results: words } = useStaffText().counter;
  return (
    <tr>
      <td>
        <ResultCode code={row.code} />
        {row.number === '' ? null : <span className="s">{words.number(row.number)}</span>}
      </td>
      <td data-l={words.columns.name}>
        {row.name}
        {row.corrected ? <span className="s">{words.corrected}</span> : null}
      </td>
      <td data-l={words.columns.dossier}>
        <DossierCode code={row.dossierCode} to={`/mot-cua/ho-so/${row.dossier}`} />
        <span className="s">{row.applicant}</span>
      </td>
      <td data-l={words.columns.signed}>
        {row.signedBy}
        {row.signedAt === '' ? null : <span className="s num">{formatDay(row.signedAt)}</span>}
      </td>
      <td data-l={words.columns.valid}>
        {row.validTo === '' ? words.always : formatDate(row.validTo)}
        {row.expired ? <span className="s">{words.expired}</span> : null}
      </td>
      <td data-l={words.columns.verify}>
        <a className="a44" href={row.verify}>
          {words.verify}
        </a>
      </td>
    </tr>
  );
};

export default function ResultsRegister() {
  const { rows, text, page, pages } = usePageData<typeof loader>();
  const { counter } = useStaffText();
  const { results: words } = counter;
  return (
    <>
      <Breadcrumb items={[{ to: '/mot-cua/so-theo-doi', label: counter.register.title }, { label: words.title }]} />
      <div className="ptitle">
        <h1>{words.title}</h1>
      </div>
      <Form className="sfilters" method="get">
        <input
          type="search"
          name="tim"
          defaultValue={text}
          key={text}
          aria-label={counter.lists.search}
          placeholder={counter.lists.search}
        />
        <button className="btn second s">{counter.register.show}</button>
        {text === '' ? null : <Link to="/mot-cua/so-ket-qua">{words.all}</Link>}
      </Form>
      {rows.length === 0 ? (
        <div className="card">
          <EmptyState title={words.empty} />
        </div>
      ) : (
        <div className="tasks">
          <table className="list rc">
            <caption className="vh">{words.title}</caption>
            <thead>
              <tr>
                <th scope="col">{words.columns.code}</th>
                <th scope="col">{words.columns.name}</th>
                <th scope="col">{words.columns.dossier}</th>
                <th scope="col">{words.columns.signed}</th>
                <th scope="col">{words.columns.valid}</th>
                <th scope="col" className="c-code">
                  {words.columns.verify}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Row key={row.key} row={row} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Pagination page={page} pages={pages} />
    </>
  );
}
