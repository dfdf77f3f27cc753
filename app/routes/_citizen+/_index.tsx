import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link } from '@remix-run/react';
import { FieldIcon } from '#app/components/field-icon.tsx';
import { LifeIcon } from '#app/components/life-icon.tsx';
import { SearchBox } from '#app/components/search-box.tsx';
import { Tag } from '#app/components/state-badge.tsx';
import { toneOfChange } from '#app/components/tone-of-change.ts';
import { formatDate } from '#app/i18n/format.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useText } from '#app/i18n/use-text.ts';
import { authorize } from '#app/server/access/index.ts';
import { publicDecisions } from '#app/server/views/changes.ts';
import { fieldNames } from '#app/server/views/field-names.ts';
import { lifeEvents } from '#app/server/views/life-events.ts';
import { procedureRows } from '#app/server/views/procedure-rows.ts';
import { useLoaded } from '#app/use-loaded.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

const FIELDS = 8;
const ROWS = 5;
const CHANGES = 4;

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { locale } = await authorize({ request, context }, '/');
  const page = await context.service.catalogue.search({ limit: ROWS });
  const decisions = await publicDecisions(context, locale);
  const events = await lifeEvents(context, locale);
  // Where nobody has sorted procedures by occasion, by field.
  const largest =
    events.length > 0 ? [] : [...page.fields].sort((left, right) => right.count - left.count).slice(0, FIELDS);
  const names = await fieldNames(
    context,
    largest.map(({ field }) => field),
    locale,
  );
  return {
    title: textsFor(locale).citizen.home.title,
    total: page.total,
    rows: await procedureRows(context, page.entries, locale),
    events,
    fields: largest.map(({ field, count }) => ({ field, count, name: names.get(field) ?? field })),
    changes: decisions.slice(0, CHANGES).map(({ number, title, from, kinds }) => ({ number, title, from, kinds })),
  };
};

const OFTEN = ['khai sinh', 'kết hôn', 'giấy phép xây dựng', 'hộ kinh doanh'];

export default function Home() {
  const { total, rows, events, fields, changes } = useLoaded<typeof loader>();
  const { citizen } = useText();
  const words = citizen.home;
  return (
    <>
      <div className="hero">
        <div className="wrap">
          <div>
            <h1>{words.question}</h1>
            <p className="lead">{words.lead}</p>
            <SearchBox label={words.search} placeholder={words.placeholder} button={words.find} />
            <div className="tryout">
              <span>{words.often}</span>
              {OFTEN.map((text) => (
                <Link key={text} to={`/thu-tuc?tim=${encodeURIComponent(text)}`} lang="vi">
                  {text}
                </Link>
              ))}
            </div>
          </div>
          <Form className="look" action="/ho-so" method="get" role="search" aria-label={words.look.title}>
            <h2>{words.look.title}</h2>
            <label htmlFor="ma">{words.look.label}</label>
            <p className="hint" id="ma-goi-y">
              {words.look.hint} <span className="nw">000.00.16.H02-210701-0042</span>
            </p>
            <input id="ma" name="ma" type="text" autoComplete="off" spellCheck={false} aria-describedby="ma-goi-y" />
            <button className="btn second">{words.look.show}</button>
          </Form>
        </div>
      </div>
      <div className="wrap home-sections">
        <section className="sec">
          <div className="h2row">
            <h2>{events.length > 0 ? words.events : words.fields}</h2>
            <Link className="a44" to="/thu-tuc">
              {words.all}
            </Link>
          </div>
          {events.length > 0 ? (
            <ul className="life">
              {events.map((event) => (
                <li key={event.id} className="event">
                  <LifeIcon icon={event.icon} />
                  <h3>{event.name}</h3>
                  <ul>
                    {event.procedures.map((procedure) => (
                      <li key={procedure.code}>
                        <Link to={`/thu-tuc/${procedure.code}`}>{procedure.name}</Link>
                      </li>
                    ))}
                  </ul>
                </li>
              ))}
            </ul>
          ) : (
            <ul className="life">
              {fields.map(({ field, name, count }) => (
                <li key={field}>
                  <Link to={`/thu-tuc?linh-vuc=${encodeURIComponent(field)}`}>
                    <FieldIcon field={field} />
                    <b>{name}</b>
                    <span>{words.count(count)}</span>
                  </Link>
                </li>
              ))}
            </ul>
          )}
        </section>
        <div className="split sec">
          <section>
            <div className="h2row">
              <h2>{words.inForce}</h2>
              <Link className="a44" to="/thu-tuc">
                {words.count(total)}
              </Link>
            </div>
            <ul className="rowlist">
              {rows.map((row) => (
                <li key={row.code}>
                  <Link className="t" to={`/thu-tuc/${row.code}`}>
                    {row.name}
                  </Link>
                  <div className="meta">
                    <span>{row.time}</span>
                    <span>{row.fee}</span>
                  </div>
                </li>
              ))}
            </ul>
          </section>
          <section>
            <div className="h2row">
              <h2>{words.changes}</h2>
              <Link className="a44" to="/quyet-dinh">
                {words.allDecisions}
              </Link>
            </div>
            {changes.length === 0 ? <p className="muted">{words.noChanges}</p> : null}
            <ul className="rowlist">
              {changes.map((change) => (
                <li key={change.number}>
                  <div className="top">
                    {change.kinds.map((kind) => (
                      <Tag key={kind} tone={toneOfChange[kind]}>
                        {words.kinds[kind]}
                      </Tag>
                    ))}
                    <span>{words.from(formatDate(change.from))}</span>
                  </div>
                  <Link className="t" to={`/quyet-dinh#${encodeURIComponent(change.number)}`}>
                    {change.title}
                  </Link>
                  <div className="meta">
                    <span>{words.decision(change.number)}</span>
                  </div>
                </li>
              ))}
            </ul>
          </section>
        </div>
      </div>
    </>
  );
}
