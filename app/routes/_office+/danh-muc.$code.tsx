import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link } from '@remix-run/react';
import { localDate, startOfDay } from '#engine/clock/index.ts';
import { describeLimit, diffReleases } from '#engine/definition/index.ts';
import { DiagramLegend, diagramView, ProcessDiagram } from '#app/components/diagram/index.ts';
import { Breadcrumb } from '#app/components/breadcrumb.tsx';
import { ChangeList } from '#app/components/staff/change-list.tsx';
import { usePageData } from '#app/components/staff/use-page-data.ts';
import { VersionPicture } from '#app/components/staff/version-picture.tsx';
import { readTypedDate } from '#app/forms/typed-date.ts';
import { formatDate, formatDay, formatTime } from '#app/i18n/format.ts';
import { pick } from '#app/i18n/pick.ts';
import { staffTextsFor } from '#app/i18n/staff-texts-for.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useStaffText } from '#app/i18n/use-staff-text.ts';
import { authorizeActor } from '#app/server/access/index.ts';
import { numberToSlug } from '#app/server/staff/decision-number.ts';
import { endOfDay } from '#app/server/staff/end-of-day.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

export const loader = async ({ request, context, params }: LoaderFunctionArgs) => {
  const { locale } = await authorizeActor({ request, context }, '/danh-muc/:code');
  const { catalogue } = context.service;
  const code = params['code'] ?? '';
  const search = new URL(request.url).searchParams;
  const now = context.clock.now();
  const today = localDate(now);
  const asOfDay = readTypedDate(search.get('ngay') ?? '') ?? today;
  const knownDay = readTypedDate(search.get('biet') ?? '') ?? today;
  const asOf = asOfDay === today ? now : startOfDay(asOfDay);
  const rows = await catalogue.history(code, knownDay < today ? endOfDay(knownDay) : undefined);
  const latest = rows.at(-1) ?? (await catalogue.history(code)).at(-1);
  if (!latest) throw new Response(null, { status: 404, statusText: 'Not Found' });
  const inForce = rows.find((row) => row.effectiveFrom <= asOf && (row.effectiveTo === undefined || row.effectiveTo > asOf));
  const shown = await catalogue.release((inForce ?? latest).hash);
  const { procedure } = shown.release;
  const text = (value: { readonly vi: string; readonly en?: string | undefined }) => pick({ vi: value.vi, ...(value.en ? { en: value.en } : {}) }, locale);
  const from = rows.find((row) => row.number === Number(search.get('tu')));
  const to = rows.find((row) => row.number === Number(search.get('den')));
  const difference = from && to ? diffReleases((await catalogue.release(from.hash)).release, (await catalogue.release(to.hash)).release) : undefined;
  return {
    title: textsFor(locale).common.titled(text(procedure.name)),
    code,
    name: text(procedure.name),
    asOf: asOfDay,
    knownAt: knownDay,
    today,
    inForce: inForce?.number ?? 0,
    facts: {
      limits: procedure.timeLimits.map((row) => ({ id: row.id, legal: pick(describeLimit(row.legal), locale), promised: row.promised ? pick(describeLimit(row.promised), locale) : '' })),
      deciding: text(procedure.authority.deciding.name),
      basis: procedure.legalBasis.map((each) => each.number),
      papers: procedure.checklist?.length ?? 0,
      generated: shown.processGenerated,
      hash: shown.release.hash,
    },
    diagram: diagramView(shown, staffTextsFor(locale).diagram),
    rows: [...rows].reverse().map((row) => ({
      number: row.number,
      hash: row.hash,
      from: row.effectiveFrom,
      to: row.effectiveTo ?? '',
      recordedAt: row.recordedAt,
      decision: row.decision,
      slug: numberToSlug(row.decision),
      endedBy: row.endedBy ?? '',
      replacedBy: row.replacedBy ?? '',
    })),
    difference: difference ? { from: from?.number ?? 0, to: to?.number ?? 0, changes: difference.changes.map((change) => ({ part: change.part, kind: change.kind, sentence: change.sentence })) } : null,
  };
};

type Data = Exclude<Awaited<ReturnType<typeof loader>>, Response>;

const seal = (hash: string): string => `${hash.slice(0, 4)} ${hash.slice(4, 8)}`;

const Versions = ({ data }: { readonly data: Data }) => {
  const { versions: words } = useStaffText().office;
  const columns = words.columns;
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
            <th scope="col">{columns.recorded}</th>
            <th scope="col">{columns.decision}</th>
            <th scope="col">{columns.hash}</th>
          </tr>
        </thead>
        <tbody>
          {data.rows.map((row) => (
            <tr key={`${row.number} ${row.from}`}>
              <td>
                <b>{row.number}</b>
              </td>
              <td data-l={columns.effective} className="num">
                {row.to ? words.fromTo(`${formatTime(row.from)} ${formatDay(row.from)}`, `${formatTime(row.to)} ${formatDay(row.to)}`) : words.from(`${formatTime(row.from)} ${formatDay(row.from)}`)}
                {row.endedBy ? <span className="s muted small"> {words.ended(row.endedBy)}</span> : null}
                {row.replacedBy ? (
                  <span className="s small">
                    {' '}
                    {words.replacedBy} <Link to={`/danh-muc/${row.replacedBy}`}>{row.replacedBy}</Link>
                  </span>
                ) : null}
              </td>
              <td data-l={columns.recorded} className="num">
                {formatDay(row.recordedAt)}
              </td>
              <td data-l={columns.decision}>
                <Link to={`/cong-bo/${row.slug}`}>{row.decision}</Link>
              </td>
              <td data-l={columns.hash}>
                <code className="mono">{seal(row.hash)}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

const Compare = ({ data }: { readonly data: Data }) => {
  const { versions: words } = useStaffText().office;
  const numbers = [...new Set(data.rows.map((row) => row.number))].sort((a, b) => a - b);
  if (numbers.length < 2) return null;
  return (
    <section className="card" id="so-sanh">
      <h2>{words.compare}</h2>
      <Form method="get" className="sfilters" action="#so-sanh">
        {(['tu', 'den'] as const).map((name, index) => (
          <label key={name} className="checkline">
            {name === 'tu' ? words.compareFrom : words.compareTo}
            <select name={name} defaultValue={data.difference ? data.difference[name === 'tu' ? 'from' : 'to'] : numbers.at(index - 2)}>
              {numbers.map((number) => (
                <option key={number}>{number}</option>
              ))}
            </select>
          </label>
        ))}
        <button className="btn second s">{words.compareDo}</button>
      </Form>
      {data.difference ? (
        <>
          <h3>{words.differences(data.difference.from, data.difference.to)}</h3>
          {data.difference.changes.length === 0 ? <p className="muted">{words.noDifference}</p> : <ChangeList changes={data.difference.changes} />}
        </>
      ) : null}
    </section>
  );
};

export default function VersionsPage() {
  const data = usePageData<typeof loader>();
  const { office, diagram } = useStaffText();
  const words = office.versions;
  const { facts } = data;
  const spans = [...data.rows].reverse().map((row) => ({ number: row.number, from: localDate(row.from), to: row.to ? localDate(row.to) : '' }));
  return (
    <>
      <Breadcrumb items={[{ to: '/danh-muc', label: words.back }, { label: data.code }]} />
      <div className="ptitle">
        <h1>{data.name}</h1>
        <span className={`tag ${data.inForce ? 'ok' : ''}`}>{data.inForce ? words.inForce(data.inForce) : words.notInForce}</span>
      </div>
      <div className="stack">
        <section className="card">
          <Form method="get" className="sfilters">
            <label htmlFor="ngay">{office.catalogue.asOf}</label>
            <input id="ngay" name="ngay" type="text" defaultValue={formatDate(data.asOf)} key={`n ${data.asOf}`} />
            <label htmlFor="biet">{office.catalogue.knownAt}</label>
            <input id="biet" name="biet" type="text" defaultValue={formatDate(data.knownAt)} key={`b ${data.knownAt}`} />
            <button className="btn second s">{office.catalogue.show}</button>
            <Link to="?">{office.catalogue.today}</Link>
          </Form>
          <VersionPicture spans={spans} asOf={data.asOf} today={data.today} />
        </section>
        <section className="card">
          <h2>{words.facts}</h2>
          <dl className="pairs">
            <div>
              <dt>{words.limit}</dt>
              <dd>
                {facts.limits.map((limit) => (
                  <span key={limit.id}>
                    {limit.legal}
                    {limit.promised ? ` (${limit.promised})` : ''}
                    <br />
                  </span>
                ))}
              </dd>
            </div>
            <div>
              <dt>{words.deciding}</dt>
              <dd>{facts.deciding}</dd>
            </div>
            <div>
              <dt>{words.basis}</dt>
              <dd>{facts.basis.join('; ')}</dd>
            </div>
            <div>
              <dt>{words.papers}</dt>
              <dd>{words.paperCount(facts.papers)}</dd>
            </div>
          </dl>
        </section>
        <section className="card proc">
          <header>
            <h2>{words.process}</h2>
            <span className="muted">{facts.generated ? words.generated : words.given}</span>
            <DiagramLegend />
          </header>
          <ProcessDiagram view={data.diagram} title={diagram.title(data.name, data.diagram.steps.length, '')} />
        </section>
        <Compare data={data} />
        <Versions data={data} />
      </div>
    </>
  );
}
