import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link } from '@remix-run/react';
import { localDate } from '#engine/clock/index.ts';
import { EmptyState } from '#app/components/empty-state.tsx';
import { Notice } from '#app/components/notice.tsx';
import { Pagination } from '#app/components/pagination.tsx';
import { CounterTable } from '#app/components/staff/counter-table.tsx';
import { usePageData } from '#app/components/staff/use-page-data.ts';
import { formatDate } from '#app/i18n/format.ts';
import { staffTextsFor } from '#app/i18n/staff-texts-for.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useStaffText } from '#app/i18n/use-staff-text.ts';
import { authorizeActor } from '#app/server/access/index.ts';
import { lineOf, registerOf } from '#app/server/staff/register.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

/** Rows of one page; what is printed or saved is always all of them. */
const PAGE = 100;

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { actor, locale } = await authorizeActor({ request, context }, '/mot-cua/so-theo-doi');
  const search = new URL(request.url).searchParams;
  const { query, rows } = await registerOf(context, actor.unit ?? '', search);
  const pages = Math.max(1, Math.ceil(rows.length / PAGE));
  const page = Math.min(pages, Math.max(1, Math.trunc(Number(search.get('trang')) || 1)));
  return {
    title: textsFor(locale).common.titled(staffTextsFor(locale).counter.register.title),
    query,
    rows: rows
      .slice((page - 1) * PAGE, page * PAGE)
      .map((row) => ({ ...row, line: lineOf(row, actor.unit ?? '', query) })),
    total: rows.length,
    page,
    pages,
    thisYear: Number(localDate(context.clock.now()).slice(0, 4)),
  };
};

export default function Register() {
  const { query, rows, total, page, pages, thisYear } = usePageData<typeof loader>();
  const { counter } = useStaffText();
  const words = counter.register;
  const search = new URLSearchParams({
    ...(query.year === undefined
      ? { tu: formatDate(query.from), den: formatDate(query.to) }
      : { nam: String(query.year) }),
    ...(query.text ? { tim: query.text } : {}),
  }).toString();
  return (
    <>
      <div className="ptitle">
        <h1>{words.title}</h1>
        <Link to="/mot-cua/so-ket-qua">{counter.results.link}</Link>
        <span className="sp">
          <a className="btn second s" href={`/mot-cua/so-theo-doi/csv?${search}`} download>
            {words.csv}
          </a>
          <a className="btn second s" href={`/mot-cua/so-theo-doi/in?${search}`}>
            {words.print}
          </a>
        </span>
      </div>
      {query.bad ? (
        <Notice kind="danger" live>
          <p>{words.badDate}</p>
        </Notice>
      ) : null}
      {query.backwards ? (
        <Notice kind="danger" live>
          <p>{words.backwards}</p>
        </Notice>
      ) : null}
      <nav className="views" aria-label={words.years}>
        {[0, 1, 2].map((back) => (
          <Link
            key={back}
            to={`/mot-cua/so-theo-doi?nam=${String(thisYear - back)}`}
            aria-current={query.year === thisYear - back ? 'page' : undefined}
          >
            {words.year(thisYear - back)}
          </Link>
        ))}
      </nav>
      <Form className="sfilters" method="get">
        {query.year === undefined ? null : <input type="hidden" name="nam" value={query.year} />}
        {query.year === undefined ? (
          <>
            <label htmlFor="tu">{words.from}</label>
            <input
              id="tu"
              type="text"
              name="tu"
              defaultValue={formatDate(query.from)}
              key={`tu ${query.from}`}
              placeholder={words.dateHint}
            />
            <label htmlFor="den">{words.to}</label>
            <input
              id="den"
              type="text"
              name="den"
              defaultValue={formatDate(query.to)}
              key={`den ${query.to}`}
              placeholder={words.dateHint}
            />
          </>
        ) : null}
        <input
          type="search"
          name="tim"
          defaultValue={query.text}
          key={`tim ${query.text}`}
          aria-label={counter.lists.search}
          placeholder={counter.lists.search}
        />
        <button className="btn second s">{words.show}</button>
      </Form>
      {rows.length === 0 ? (
        <div className="card">
          <EmptyState title={words.empty} />
        </div>
      ) : (
        <div className="tasks">
          <CounterTable rows={rows} columns={['line', 'accepted', 'due', 'status']} caption={words.title} />
          <div className="pager">{counter.lists.shown(rows.length, total)}</div>
          <Pagination page={page} pages={pages} />
        </div>
      )}
    </>
  );
}
