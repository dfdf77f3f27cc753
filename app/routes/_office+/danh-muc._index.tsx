import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link } from '@remix-run/react';
import { localDate } from '#engine/clock/index.ts';
import { EmptyState } from '#app/components/empty-state.tsx';
import { Field } from '#app/components/field.tsx';
import { Notice } from '#app/components/notice.tsx';
import { DecisionLink } from '#app/components/office/decision-link.tsx';
import { Hash } from '#app/components/office/hash.tsx';
import { Pagination } from '#app/components/pagination.tsx';
import { formatDate, formatDay, formatTime } from '#app/i18n/format.ts';
import { officeTextsFor } from '#app/i18n/office-texts-for.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useOfficeText } from '#app/i18n/use-office-text.ts';
import { useText } from '#app/i18n/use-text.ts';
import { authorizeActor, may } from '#app/server/access/index.ts';
import { catalogueList, PAGE, readOfficeFilter } from '#app/server/office/catalogue-list.ts';
import { SORTS } from '#app/server/office/sorts.ts';
import { numberToSlug } from '#app/server/staff/decision-number.ts';
import { useLoaded } from '#app/use-loaded.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { actor, locale } = await authorizeActor({ request, context }, '/danh-muc');
  const now = context.clock.now();
  const filter = readOfficeFilter(new URL(request.url).searchParams, now);
  const { rows, ...list } = await catalogueList(context, filter);
  return {
    title: textsFor(locale).common.titled(officeTextsFor(locale).catalogue.title),
    filter,
    today: localDate(now),
    ...list,
    rows: rows.map((row) => ({ ...row, slug: numberToSlug(row.decision) })),
    pageSize: PAGE,
    seesNational: may(actor, '/danh-muc/dong-bo', 'read'),
  };
};

type Data = ReturnType<typeof useLoaded<typeof loader>>;

const moment = (at: string): string => `${formatTime(at)} ${formatDay(at)}`;

/** The conditions as they go on in links: without the page. */
const conditions = ({ filter }: Data): URLSearchParams => {
  const search = new URLSearchParams();
  if (filter.text) search.set('tim', filter.text);
  if (filter.field) search.set('linh-vuc', filter.field);
  if (filter.level) search.set('cap', filter.level);
  if (filter.day) search.set('ngay', filter.day);
  if (filter.known) search.set('biet', filter.known);
  if (filter.sort) search.set('sap', filter.sort);
  return search;
};

const Conditions = ({ data }: { readonly data: Data }) => {
  const { catalogue: words } = useOfficeText();
  const { common } = useText();
  const { filter } = data;
  const fields = [
    ...data.fields,
    ...(filter.field && !data.fields.some((each) => each.field === filter.field)
      ? [{ field: filter.field, count: 0 }]
      : []),
  ];
  return (
    <Form className="card ofilter" method="get" action="/danh-muc" key={conditions(data).toString()}>
      <Field id="tim" label={words.search}>
        <input id="tim" type="search" name="tim" defaultValue={filter.text} maxLength={200} data-focus-key="/" />
      </Field>
      <Field id="linh-vuc" label={words.field}>
        <select id="linh-vuc" name="linh-vuc" defaultValue={filter.field ?? ''}>
          <option value="">{words.anyField}</option>
          {fields.map((each) => (
            <option key={each.field} value={each.field}>
              {words.withCount(each.field, each.count)}
            </option>
          ))}
        </select>
      </Field>
      <Field id="cap" label={words.level}>
        <select id="cap" name="cap" defaultValue={filter.level ?? ''}>
          <option value="">{words.anyLevel}</option>
          {data.levels.map((each) => (
            <option key={each.level} value={each.level}>
              {words.withCount(common.levels[each.level], each.count)}
            </option>
          ))}
        </select>
      </Field>
      <Field
        id="ngay"
        name="ngay"
        label={words.asOf}
        hint={words.asOfHint}
        inputMode="numeric"
        defaultValue={filter.day ? formatDate(filter.day) : ''}
        placeholder={formatDate(data.today)}
      />
      <Field
        id="biet"
        name="biet"
        label={words.knownAt}
        hint={words.knownHint}
        defaultValue={filter.known ? moment(filter.known) : ''}
      />
      <Field id="sap" label={words.sort}>
        <select id="sap" name="sap" defaultValue={filter.sort ?? ''}>
          <option value="">{filter.text ? words.sortHit : words.sorts.ten}</option>
          {SORTS.filter((sort) => filter.text !== '' || sort !== 'ten').map((sort) => (
            <option key={sort} value={sort}>
              {words.sorts[sort]}
            </option>
          ))}
        </select>
      </Field>
      <span className="ogo">
        <button className="btn">{words.show}</button>
        {conditions(data).size > 0 ? <Link to="/danh-muc">{words.clear}</Link> : null}
      </span>
    </Form>
  );
};

const Rows = ({ data }: { readonly data: Data }) => {
  const { catalogue: words } = useOfficeText();
  const { common } = useText();
  const { columns } = words;
  const axes = new URLSearchParams();
  if (data.filter.day) axes.set('ngay', data.filter.day);
  if (data.filter.known) axes.set('biet', data.filter.known);
  const query = axes.size > 0 ? `?${axes.toString()}` : '';
  return (
    <table className="rc">
      <caption className="vh">{words.title}</caption>
      <thead>
        <tr>
          <th scope="col">{columns.code}</th>
          <th scope="col">{columns.name}</th>
          <th scope="col">{columns.field}</th>
          <th scope="col">{columns.levels}</th>
          <th scope="col">{columns.release}</th>
          <th scope="col">{columns.since}</th>
          <th scope="col">{columns.decision}</th>
        </tr>
      </thead>
      <tbody>
        {data.rows.map((row) => (
          <tr key={row.code}>
            <td className="num">{row.code}</td>
            <td className="oname">
              <Link to={`/danh-muc/${row.code}${query}`}>{row.name}</Link>
            </td>
            <td data-l={columns.field}>{row.field}</td>
            <td data-l={columns.levels}>{row.levels.map((level) => common.levels[level]).join(', ')}</td>
            <td data-l={columns.release}>
              <b>{row.number}</b> <Hash hash={row.hash} />
            </td>
            <td data-l={columns.since}>
              <span className="num">{formatDate(row.from)}</span>
              {row.to ? <small className="osub">{words.until(formatDate(row.to))}</small> : null}
            </td>
            <td data-l={columns.decision}>
              <DecisionLink number={row.decision} slug={row.slug} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

export default function OfficeCatalogue() {
  const data = useLoaded<typeof loader>();
  const { catalogue: words, findings, layers } = useOfficeText();
  const { filter } = data;
  const first = (filter.page - 1) * data.pageSize + 1;
  return (
    <>
      <div className="ptitle">
        <h1>{words.title}</h1>
        <span className="muted">
          {words.lead(data.total, formatDate(filter.day ?? data.today))}
          {filter.known ? `, ${words.leadKnown(moment(filter.known))}` : ''}
        </span>
        <span className="sp">
          <Link className="btn second s" to="/danh-muc/kiem-tra">
            {findings.title}
          </Link>{' '}
          {data.seesNational ? (
            <>
              <Link className="btn second s" to="/danh-muc/dong-bo">
                {layers.list.link}
              </Link>{' '}
            </>
          ) : null}
          <a className="btn second s" href={`/danh-muc/csv?${conditions(data).toString()}`} download>
            {words.csv}
          </a>
        </span>
      </div>
      {filter.badDay || filter.badKnown ? (
        <Notice kind="danger" live>
          {filter.badDay ? <p>{words.badDay}</p> : null}
          {filter.badKnown ? <p>{words.badKnown}</p> : null}
        </Notice>
      ) : null}
      <Conditions data={data} />
      {data.rows.length === 0 ? (
        <div className="card">
          <EmptyState title={words.empty}>
            <p>{words.emptyText}</p>
            <p>
              <Link to="/danh-muc">{words.clear}</Link>
            </p>
          </EmptyState>
        </div>
      ) : (
        <section className="card flush">
          <Rows data={data} />
          <div className="pager">
            <span>{words.shown(first, first + data.rows.length - 1, data.total)}</span>
            <Pagination page={filter.page} pages={data.pages} />
          </div>
        </section>
      )}
    </>
  );
}
