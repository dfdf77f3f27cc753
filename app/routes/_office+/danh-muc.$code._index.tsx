import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link } from '@remix-run/react';
import { Check, Clock } from 'lucide-react';
import { Breadcrumb } from '#app/components/breadcrumb.tsx';
import { Field } from '#app/components/field.tsx';
import { Notice } from '#app/components/notice.tsx';
import { DecisionLink } from '#app/components/office/decision-link.tsx';
import { Hash } from '#app/components/office/hash.tsx';
import { TimelinePicture } from '#app/components/office/timeline.tsx';
import { ChangeList } from '#app/components/staff/change-list.tsx';
import { Tag } from '#app/components/state-badge.tsx';
import { formatDate, formatDay, formatTime } from '#app/i18n/format.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useOfficeText } from '#app/i18n/use-office-text.ts';
import { usePick } from '#app/i18n/use-text.ts';
import { authorizeActor, may } from '#app/server/access/index.ts';
import { askedDay, askedKnown } from '#app/server/day.ts';
import { releasesView, type ReleaseFacts } from '#app/server/office/releases.ts';
import { useLoaded } from '#app/use-loaded.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

export const loader = async ({ request, context, params }: LoaderFunctionArgs) => {
  const { actor, locale } = await authorizeActor({ request, context }, '/danh-muc/:code');
  const search = new URL(request.url).searchParams;
  const now = context.clock.now();
  const { day, bad: badDay } = askedDay(search.get('ngay'), now);
  const { known, bad: badKnown } = askedKnown(search.get('biet'), now);
  const view = await releasesView(
    context,
    params['code'] ?? '',
    { ...(day ? { day } : {}), ...(known ? { known } : {}) },
    locale,
  );
  if (!view) throw new Response(null, { status: 404, statusText: 'Not Found' });
  const [national] = may(actor, '/danh-muc/:code/ba-tang', 'read')
    ? await context.service.store.national.heads([view.code])
    : [];
  return {
    title: textsFor(locale).common.titled(view.name),
    view,
    badDay,
    badKnown,
    national: national !== undefined && view.then !== undefined,
  };
};

type View = ReturnType<typeof useLoaded<typeof loader>>['view'];
type Row = View['rows'][number];

const moment = (at: string): string => `${formatTime(at)} ${formatDay(at)}`;

const Facts = ({ facts }: { readonly facts: ReleaseFacts }) => {
  const { versions: words } = useOfficeText();
  return (
    <dl className="ofacts">
      <div>
        <dt>{words.facts.limit}</dt>
        <dd>{facts.limit}</dd>
      </div>
      <div>
        <dt>{words.facts.deciding}</dt>
        <dd>{facts.deciding}</dd>
      </div>
      <div>
        <dt>{words.facts.fee}</dt>
        <dd>{facts.fee}</dd>
      </div>
      <div>
        <dt>{words.facts.papers}</dt>
        <dd>{words.paperCount(facts.papers)}</dd>
      </div>
      <div>
        <dt>{words.facts.process}</dt>
        <dd>{facts.generated ? words.generated : words.given}</dd>
      </div>
      <div>
        <dt>{words.facts.basis}</dt>
        <dd>{facts.basis.join('; ')}</dd>
      </div>
      <div>
        <dt>{words.facts.decision}</dt>
        <dd>
          <DecisionLink number={facts.decision} slug={facts.slug} />
        </dd>
      </div>
      <div>
        <dt>{words.facts.hash}</dt>
        <dd>
          <Hash hash={facts.hash} />
        </dd>
      </div>
    </dl>
  );
};

const Axes = ({ view }: { readonly view: View }) => {
  const { catalogue, versions: words } = useOfficeText();
  return (
    <section className="card flush">
      <h2 className="vh">{words.picture}</h2>
      <Form className="oaxes" method="get" key={`${view.day} ${view.known}`}>
        <Field
          id="ngay"
          name="ngay"
          label={catalogue.asOf}
          hint={catalogue.asOfHint}
          inputMode="numeric"
          defaultValue={formatDate(view.day)}
        />
        <Field
          id="biet"
          name="biet"
          label={catalogue.knownAt}
          hint={catalogue.knownHint}
          defaultValue={view.earlier ? moment(view.known) : ''}
        />
        <span className="ogo">
          <button className="btn second">{catalogue.show}</button>
          {view.day !== view.today || view.earlier ? (
            <Link to={`/danh-muc/${view.code}`}>{catalogue.clear}</Link>
          ) : null}
        </span>
      </Form>
      <TimelinePicture timeline={view.timeline} day={view.day} />
    </section>
  );
};

const Cards = ({ view }: { readonly view: View }) => {
  const { versions: words } = useOfficeText();
  const { nowOther } = view;
  return (
    <div className="otwo">
      <section className="card ochosen">
        <div className="cardtitle">
          <h2>{words.at(formatDate(view.day), moment(view.known))}</h2>
          {view.then ? <Tag tone="action">{words.release(view.then.number)}</Tag> : null}
        </div>
        {view.then ? <Facts facts={view.then} /> : <p>{words.nothingAt}</p>}
        {view.then ? (
          <p className="osub">
            <Link to={`/thu-tuc/${view.code}/ngay/${view.day}`}>{words.publicPage}</Link>
          </p>
        ) : null}
      </section>
      <section className="card">
        <h2>{nowOther ? words.nowOther : words.nowSame}</h2>
        {nowOther ? (
          <>
            <p>
              {nowOther.facts ? words.nowRelease(nowOther.facts.number, nowOther.facts.decision) : words.nowNothing}
            </p>
            {nowOther.changes.length > 0 ? (
              <ChangeList changes={nowOther.changes.slice(0, 12)} />
            ) : nowOther.facts ? (
              <Facts facts={nowOther.facts} />
            ) : null}
          </>
        ) : (
          <p>{words.nowSameText}</p>
        )}
        <Compare view={view} />
      </section>
    </div>
  );
};

const Compare = ({ view }: { readonly view: View }) => {
  const { versions: words } = useOfficeText();
  if (view.numbers.length < 2) return null;
  return (
    <Form className="ocompare" method="get" action={`/danh-muc/${view.code}/khac`}>
      <h3>{words.compare}</h3>
      {(['tu', 'den'] as const).map((name, index) => (
        <Field key={name} id={name} label={name === 'tu' ? words.compareFrom : words.compareTo}>
          <select id={name} name={name} defaultValue={view.numbers.at(index - 2)}>
            {view.numbers.map((number) => (
              <option key={number}>{number}</option>
            ))}
          </select>
        </Field>
      ))}
      <button className="btn second">{words.compareDo}</button>
    </Form>
  );
};

const ChangeCell = ({ row, code }: { readonly row: Row; readonly code: string }) => {
  const { versions: words } = useOfficeText();
  const pick = usePick();
  const { change } = row;
  if (change.kind === 'first') return <span>{words.first}</span>;
  if (change.kind === 'same') return <span>{words.sameContent(change.before)}</span>;
  return (
    <span>
      {change.sentences.map((sentence) => pick(sentence)).join('; ')}
      {change.more > 0 ? ` ${words.more(change.more)}` : ''}
      <small className="osub">
        <Link to={`/danh-muc/${code}/khac?tu=${change.before}&den=${row.number}`}>
          {words.compareWith(change.before)}
        </Link>
      </small>
    </span>
  );
};

const Rows = ({ view }: { readonly view: View }) => {
  const { versions: words } = useOfficeText();
  const { columns } = words;
  return (
    <section className="card flush">
      <div className="cardtitle">
        <h2>{words.list}</h2>
        <span className="muted">{words.listText}</span>
      </div>
      <table className="rc">
        <caption className="vh">{words.list}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.number}</th>
            <th scope="col">{columns.effective}</th>
            <th scope="col">{columns.known}</th>
            <th scope="col">{columns.change}</th>
            <th scope="col">{columns.decision}</th>
          </tr>
        </thead>
        <tbody>
          {view.rows.map((row) => (
            <tr
              key={`${row.number} ${row.from} ${row.recordedAt}`}
              className={`${row.chosen ? 'ohere' : ''}${row.supersededAt ? ' oold' : ''}`}
            >
              <td data-l={columns.number}>
                <b>{row.number}</b> <Hash hash={row.hash} />
                {row.supersededAt ? <small className="osub">{words.superseded}</small> : null}
              </td>
              <td data-l={columns.effective}>
                {row.to ? words.fromTo(formatDate(row.from), formatDate(row.to)) : words.from(formatDate(row.from))}
                {row.replacedBy ? (
                  <small className="osub">
                    {words.replacedBy} <Link to={`/danh-muc/${row.replacedBy}`}>{row.replacedBy}</Link>
                  </small>
                ) : null}
              </td>
              <td data-l={columns.known}>
                {row.supersededAt
                  ? words.knownFromTo(moment(row.recordedAt), moment(row.supersededAt))
                  : words.knownFrom(moment(row.recordedAt))}
              </td>
              <td data-l={columns.change} className="ochange">
                <ChangeCell row={row} code={view.code} />
              </td>
              <td data-l={columns.decision}>
                <DecisionLink number={row.decision} slug={row.slug} />
                {row.endedBy && row.endedBy !== row.decision ? (
                  <small className="osub">{words.endedBy(row.endedBy)}</small>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

export default function Releases() {
  const { view, badDay, badKnown, national } = useLoaded<typeof loader>();
  const { catalogue, layers, versions: words } = useOfficeText();
  const { standing } = view;
  return (
    <>
      <Breadcrumb
        items={[
          { to: '/danh-muc', label: catalogue.title },
          { to: `/danh-muc?linh-vuc=${encodeURIComponent(view.field)}`, label: view.field },
          { label: words.crumb },
        ]}
      />
      <div className="ptitle">
        <h1>{view.name}</h1>
        <span className="muted num">{view.code}</span>
        {standing.kind === 'in-force' ? (
          <Tag tone="ok" icon={Check}>
            {words.inForce(standing.number)}
          </Tag>
        ) : standing.kind === 'upcoming' ? (
          <Tag tone="action" icon={Clock}>
            {words.upcoming(formatDate(standing.day))}
          </Tag>
        ) : (
          <Tag tone="plain">{words.ended}</Tag>
        )}
        {national ? (
          <span className="sp">
            <Link className="btn second s" to={`/danh-muc/${view.code}/ba-tang`}>
              {layers.title}
            </Link>
          </span>
        ) : null}
      </div>
      {badDay || badKnown ? (
        <Notice kind="danger" live>
          {badDay ? <p>{catalogue.badDay}</p> : null}
          {badKnown ? <p>{catalogue.badKnown}</p> : null}
        </Notice>
      ) : null}
      <div className="stack">
        <Axes view={view} />
        <Cards view={view} />
        <Rows view={view} />
      </div>
    </>
  );
}
