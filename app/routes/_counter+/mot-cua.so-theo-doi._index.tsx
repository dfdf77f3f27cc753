import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form } from '@remix-run/react';
import { EmptyState } from '#app/components/empty-state.tsx';
import { Notice } from '#app/components/notice.tsx';
import { CounterTable } from '#app/components/staff/counter-table.tsx';
import { usePageData } from '#app/components/staff/use-page-data.ts';
import { formatDate } from '#app/i18n/format.ts';
import { staffTextsFor } from '#app/i18n/staff-texts-for.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useStaffText } from '#app/i18n/use-staff-text.ts';
import { authorizeActor } from '#app/server/access/index.ts';
import { registerOf } from '#app/server/staff/register.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { actor, locale } = await authorizeActor({ request, context }, '/mot-cua/so-theo-doi');
  const { query, rows } = await registerOf(context, actor.unit ?? '', new URL(request.url).searchParams);
  return { title: textsFor(locale).common.titled(staffTextsFor(locale).counter.register.title), query, rows };
};

export default function Register() {
  const { query, rows } = usePageData<typeof loader>();
  const { counter } = useStaffText();
  const words = counter.register;
  const search = new URLSearchParams({
    tu: formatDate(query.from),
    den: formatDate(query.to),
    ...(query.text ? { tim: query.text } : {}),
  }).toString();
  return (
    <>
      <div className="ptitle">
        <h1>{words.title}</h1>
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
      <Form className="sfilters" method="get">
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
          <CounterTable rows={rows} columns={['accepted', 'due', 'status']} caption={words.title} />
          <div className="pager">{counter.lists.shown(rows.length, rows.length)}</div>
        </div>
      )}
    </>
  );
}
