import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link } from '@remix-run/react';
import { ChevronDown, X } from 'lucide-react';
import { localDate } from '#engine/clock/index.ts';
import { Breadcrumb } from '#app/components/breadcrumb.tsx';
import { ButtonLink } from '#app/components/button.tsx';
import { EmptyState } from '#app/components/empty-state.tsx';
import { Notice } from '#app/components/notice.tsx';
import { Pagination } from '#app/components/pagination.tsx';
import { SearchBox } from '#app/components/search-box.tsx';
import { formatDate } from '#app/i18n/format.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useText } from '#app/i18n/use-text.ts';
import { authorize } from '#app/server/access/index.ts';
import { asOfDay, readFilter } from '#app/server/catalogue-filter.ts';
import { fieldNames } from '#app/server/views/field-names.ts';
import { procedureRows } from '#app/server/views/procedure-rows.ts';
import { useLoaded } from '#app/use-loaded.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

const PAGE = 20;

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { locale } = await authorize({ request, context }, '/thu-tuc');
  const { common, citizen } = textsFor(locale);
  const now = context.clock.now();
  const filter = readFilter(request.url, now);
  const { text, field, level, unit, onlineLevel, day, badDay, page } = filter;
  const found = await context.service.catalogue.search({
    ...(text ? { text } : {}),
    ...(field ? { field } : {}),
    ...(level ? { level } : {}),
    ...(unit ? { unit } : {}),
    ...(onlineLevel ? { onlineLevel } : {}),
    ...(day ? { asOf: asOfDay(day) } : {}),
    limit: PAGE,
    offset: (page - 1) * PAGE,
  });
  const units = (await context.service.units.all()).filter((each) => each.counter && each.level !== 'commune');
  const chosen = unit ? await context.service.units.byCode(unit) : undefined;
  const fields = [...new Set([...found.fields.map((each) => each.field), ...(field ? [field] : [])])];
  const names = await fieldNames(context, fields, locale);
  const shown = [
    ...(level ? [{ name: 'cap', label: common.levels[level] }] : []),
    ...(field ? [{ name: 'linh-vuc', label: names.get(field) ?? field }] : []),
    ...(onlineLevel ? [{ name: 'truc-tuyen', label: citizen.catalogue.onlineLevels[onlineLevel] ?? onlineLevel }] : []),
    ...(unit ? [{ name: 'don-vi', label: chosen?.name ?? unit }] : []),
    ...(day ? [{ name: 'ngay', label: formatDate(day) }] : []),
  ];
  return {
    title: common.titled(citizen.catalogue.title),
    filter,
    today: localDate(now),
    badDay,
    total: found.total,
    pages: Math.max(1, Math.ceil(found.total / PAGE)),
    rows: await procedureRows(context, found.entries, locale),
    fields: fields.map((each) => [each, names.get(each) ?? each] as const),
    units: units.map(({ code, name }) => ({ code, name })),
    shown,
  };
};

const without = (search: URLSearchParams, name: string): string => {
  const next = new URLSearchParams(search);
  next.delete(name);
  next.delete('trang');
  return `/thu-tuc?${next.toString()}`;
};

const Choose = ({
  id,
  label,
  any,
  value,
  options,
}: {
  readonly id: string;
  readonly label: string;
  readonly any: string;
  readonly value: string | undefined;
  readonly options: readonly (readonly [string, string])[];
}) => (
  <fieldset>
    <legend>
      <label htmlFor={id}>{label}</label>
    </legend>
    <select id={id} name={id} key={value} defaultValue={value ?? ''}>
      <option value="">{any}</option>
      {options.map(([option, text]) => (
        <option key={option} value={option}>
          {text}
        </option>
      ))}
    </select>
  </fieldset>
);

export default function Catalogue() {
  const data = useLoaded<typeof loader>();
  const { common, citizen } = useText();
  const words = citizen.catalogue;
  const { filter } = data;
  const search = new URLSearchParams();
  const kept: (readonly [string, string])[] = [
    ...(filter.level ? [['cap', filter.level] as const] : []),
    ...(filter.field ? [['linh-vuc', filter.field] as const] : []),
    ...(filter.onlineLevel ? [['truc-tuyen', filter.onlineLevel] as const] : []),
    ...(filter.unit ? [['don-vi', filter.unit] as const] : []),
    ...(filter.day ? [['ngay', formatDate(filter.day)] as const] : []),
  ];
  if (filter.text) search.set('tim', filter.text);
  for (const [name, value] of kept) search.set(name, value);
  return (
    <div className="wrap">
      <Breadcrumb items={[{ to: '/', label: common.errors.toHome }, { label: common.masthead.procedures }]} />
      <div className="cathead">
        <h1>{words.title}</h1>
        <SearchBox medium label={words.search} button={words.find} value={filter.text} keep={kept} />
      </div>
      <div className="cat">
        <details className="filterbox" open={data.shown.length > 0 ? true : undefined}>
          <summary className="btn second">
            <ChevronDown className="i s" aria-hidden="true" />
            {words.openFilters(data.shown.length)}
          </summary>
          <Form className="filters" method="get" action="/thu-tuc" aria-label={words.filters}>
            {filter.text ? <input type="hidden" name="tim" value={filter.text} /> : null}
            <Choose
              id="cap"
              label={words.level}
              any={words.anyLevel}
              value={filter.level}
              options={(['province', 'district', 'commune'] as const).map(
                (level) => [level, common.levels[level]] as const,
              )}
            />
            <Choose id="linh-vuc" label={words.field} any={words.anyField} value={filter.field} options={data.fields} />
            <Choose
              id="don-vi"
              label={words.unit}
              any={words.anyUnit}
              value={filter.unit}
              options={data.units.map((unit) => [unit.code, unit.name] as const)}
            />
            <Choose
              id="truc-tuyen"
              label={words.online}
              any={words.anyOnline}
              value={filter.onlineLevel}
              options={Object.entries(words.onlineLevels)}
            />
            <fieldset>
              <legend>
                <label htmlFor="ngay">{words.day}</label>
              </legend>
              <input
                id="ngay"
                name="ngay"
                type="text"
                inputMode="numeric"
                key={filter.day}
                defaultValue={formatDate(filter.day ?? data.today)}
                aria-describedby="ngay-goi-y"
              />
              <p className="hint" id="ngay-goi-y">
                {words.dayHint}
              </p>
            </fieldset>
            <button className="btn second wide">{words.filter}</button>
          </Form>
        </details>
        <section>
          {data.badDay ? (
            <Notice kind="warn" live>
              <p>{words.badDay}</p>
            </Notice>
          ) : null}
          {filter.day ? (
            <Notice>
              <p>{words.asOf(formatDate(filter.day))}</p>
            </Notice>
          ) : null}
          <div className="rescount">
            <h2>{words.results(data.total, filter.text)}</h2>
          </div>
          {data.shown.length > 0 ? (
            <div className="picked">
              {data.shown.map((each) => (
                <Link key={each.name} className="pick" to={without(search, each.name)}>
                  {each.label}
                  <X className="i s" aria-hidden="true" />
                  <span className="vh">{words.remove}</span>
                </Link>
              ))}
              <Link
                className="a44 small"
                to={filter.text ? `/thu-tuc?tim=${encodeURIComponent(filter.text)}` : '/thu-tuc'}
              >
                {words.removeAll}
              </Link>
            </div>
          ) : null}
          {data.rows.length === 0 ? (
            <EmptyState title={words.empty}>
              <p>{words.emptyText}</p>
              <ButtonLink look="second" to="/thu-tuc">
                {words.showAll}
              </ButtonLink>
            </EmptyState>
          ) : (
            <ul className="res">
              {data.rows.map((row) => (
                <li key={row.code}>
                  <div>
                    <Link className="t" to={`/thu-tuc/${row.code}${filter.day ? `/ngay/${filter.day}` : ''}`}>
                      {row.name}
                    </Link>
                    <p className="sub">
                      {row.code} · {row.field} · {row.levels}
                    </p>
                  </div>
                  <dl>
                    <div>
                      <dt>{words.time}</dt>
                      <dd>{row.time}</dd>
                    </div>
                    <div>
                      <dt>{words.fee}</dt>
                      <dd>{row.fee}</dd>
                    </div>
                    <div>
                      <dt>{words.channels}</dt>
                      <dd>{row.channels}</dd>
                    </div>
                  </dl>
                </li>
              ))}
            </ul>
          )}
          <Pagination page={filter.page} pages={data.pages} />
        </section>
      </div>
    </div>
  );
}
