import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link } from '@remix-run/react';
import { localDate, startOfDay } from '#engine/clock/index.ts';
import type { Level } from '#engine/definition/browser.ts';
import { EmptyState } from '#app/components/empty-state.tsx';
import { Pagination } from '#app/components/pagination.tsx';
import { usePageData } from '#app/components/staff/use-page-data.ts';
import { readTypedDate } from '#app/forms/typed-date.ts';
import { formatDate, formatDay } from '#app/i18n/format.ts';
import { staffTextsFor } from '#app/i18n/staff-texts-for.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useStaffText } from '#app/i18n/use-staff-text.ts';
import { useText } from '#app/i18n/use-text.ts';
import { authorizeActor } from '#app/server/access/index.ts';
import { numberToSlug } from '#app/server/staff/decision-number.ts';
import { endOfDay } from '#app/server/staff/end-of-day.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

const PAGE = 50;
const LEVELS: readonly Level[] = ['ministry', 'province', 'district', 'commune'];

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { locale } = await authorizeActor({ request, context }, '/danh-muc');
  const search = new URL(request.url).searchParams;
  const now = context.clock.now();
  const today = localDate(now);
  const asOf = readTypedDate(search.get('ngay') ?? '');
  const knownAt = readTypedDate(search.get('biet') ?? '');
  const text = search.get('tim')?.trim().slice(0, 100) ?? '';
  const field = search.get('linh-vuc') ?? '';
  const level = LEVELS.find((each) => each === search.get('cap'));
  const page = Math.max(1, Number.parseInt(search.get('trang') ?? '1', 10) || 1);
  const found = await context.service.catalogue.search({
    // Today means now: a change of this afternoon is in force this afternoon, not at midnight.
    asOf: asOf && asOf !== today ? startOfDay(asOf) : now,
    ...(knownAt && knownAt < today ? { knownAt: endOfDay(knownAt) } : {}),
    ...(text ? { text } : {}),
    ...(field ? { field } : {}),
    ...(level ? { level } : {}),
    limit: PAGE,
    offset: (page - 1) * PAGE,
  });
  return {
    title: textsFor(locale).common.titled(staffTextsFor(locale).office.catalogue.title),
    asOf: asOf ?? today,
    knownAt: knownAt ?? today,
    text,
    field,
    level: level ?? '',
    total: found.total,
    fields: found.fields,
    page,
    pages: Math.max(1, Math.ceil(found.total / PAGE)),
    entries: found.entries.map((entry) => ({
      code: entry.code,
      name: entry.name,
      field: entry.field,
      levels: entry.levels,
      number: entry.number,
      since: entry.effectiveFrom,
      decision: entry.decision,
      slug: numberToSlug(entry.decision),
    })),
  };
};

export default function Catalogue() {
  const data = usePageData<typeof loader>();
  const { office } = useStaffText();
  const { common } = useText();
  const words = office.catalogue;
  const columns = words.columns;
  return (
    <>
      <div className="ptitle">
        <h1>{words.title}</h1>
        <span className="muted">{words.count(data.total)}</span>
      </div>
      <Form method="get" className="sfilters">
        <label htmlFor="ngay">{words.asOf}</label>
        <input id="ngay" name="ngay" type="text" defaultValue={formatDate(data.asOf)} key={`n ${data.asOf}`} placeholder={words.dateHint} />
        <label htmlFor="biet">{words.knownAt}</label>
        <input id="biet" name="biet" type="text" defaultValue={formatDate(data.knownAt)} key={`b ${data.knownAt}`} placeholder={words.dateHint} />
        <select name="cap" defaultValue={data.level} key={`c ${data.level}`} aria-label={words.levelLabel}>
          <option value="">{words.level}</option>
          {LEVELS.map((level) => (
            <option key={level} value={level}>
              {common.levels[level]}
            </option>
          ))}
        </select>
        <select name="linh-vuc" defaultValue={data.field} key={`l ${data.field}`} aria-label={words.fieldLabel}>
          <option value="">{words.field}</option>
          {data.fields.map((each) => (
            <option key={each.field} value={each.field}>
              {each.field} ({each.count})
            </option>
          ))}
        </select>
        <input type="search" name="tim" defaultValue={data.text} key={`t ${data.text}`} aria-label={words.search} placeholder={words.search} data-focus-key="/" />
        <button className="btn second s">{words.show}</button>
        <Link to="/danh-muc">{words.today}</Link>
      </Form>
      {data.entries.length === 0 ? (
        <div className="card">
          <EmptyState title={words.empty} />
        </div>
      ) : (
        <div className="tasks">
          <table className="rc">
            <caption className="vh">{words.title}</caption>
            <thead>
              <tr>
                <th scope="col">{columns.code}</th>
                <th scope="col">{columns.name}</th>
                <th scope="col">{columns.field}</th>
                <th scope="col">{columns.levels}</th>
                <th scope="col" className="num">
                  {columns.release}
                </th>
                <th scope="col">{columns.since}</th>
                <th scope="col">{columns.decision}</th>
              </tr>
            </thead>
            <tbody>
              {data.entries.map((entry) => (
                <tr key={entry.code}>
                  <td className="num">{entry.code}</td>
                  <td>
                    <Link to={`/danh-muc/${entry.code}`} data-row-link="">
                      {entry.name}
                    </Link>
                  </td>
                  <td data-l={columns.field}>{entry.field}</td>
                  <td data-l={columns.levels}>{entry.levels.map((level) => common.levels[level]).join(', ')}</td>
                  <td data-l={columns.release} className="num">
                    {entry.number}
                  </td>
                  <td data-l={columns.since} className="num">
                    {formatDay(entry.since)}
                  </td>
                  <td data-l={columns.decision}>
                    <Link to={`/cong-bo/${entry.slug}`}>{entry.decision}</Link>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <div className="pager">
            <Pagination page={data.page} pages={data.pages} />
          </div>
        </div>
      )}
    </>
  );
}
