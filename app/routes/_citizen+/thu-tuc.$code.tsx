import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { Banknote, Check, ChevronDown, Clock, MapPin, MonitorSmartphone } from 'lucide-react';
import { localDate } from '#engine/clock/index.ts';
import { Breadcrumb } from '#app/components/breadcrumb.tsx';
import { ButtonLink } from '#app/components/button.tsx';
import { diagramView, ProcessDiagram } from '#app/components/diagram/index.ts';
import { FactsStrip } from '#app/components/facts-strip.tsx';
import { PaperList } from '#app/components/paper-list.tsx';
import { ProcedureNotices } from '#app/components/procedure-notices.tsx';
import { Tag } from '#app/components/state-badge.tsx';
import { readTypedDate } from '#app/forms/typed-date.ts';
import { formatDate } from '#app/i18n/format.ts';
import { staffTextsFor } from '#app/i18n/staff-texts-for.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useText } from '#app/i18n/use-text.ts';
import { authorize } from '#app/server/access/index.ts';
import { asOfDay } from '#app/server/catalogue-filter.ts';
import { procedureView } from '#app/server/views/procedure-view.ts';
import { dayOf, standingOf } from '#app/server/views/standing.ts';
import { useLoaded } from '#app/use-loaded.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

const FIRST_LAWS = 6;
const MOST_PLACES = 12;

export const loader = async ({ request, context, params }: LoaderFunctionArgs) => {
  const { locale } = await authorize({ request, context }, '/thu-tuc/:code');
  const code = params['code'] ?? '';
  const now = context.clock.now();
  const asked = readTypedDate(new URL(request.url).searchParams.get('ngay') ?? '');
  const day = asked && asked !== localDate(now) ? asked : undefined;
  const standing = await standingOf(context, code, day ? asOfDay(day) : now);
  if (!standing) throw new Response(null, { status: 404, statusText: 'Not Found' });
  const { entry, kind, next, history } = standing;
  const prepared = await context.service.catalogue.release(entry.hash);
  const replaced = entry.replacedBy ? await context.service.catalogue.history(entry.replacedBy) : [];
  const replacement = replaced.at(-1);
  const receiving = await context.service.units.receiving(prepared.release);
  const view = procedureView({ procedure: prepared.release.procedure, number: entry.number }, locale);
  return {
    title: textsFor(locale).common.titled(view.name),
    view,
    standing: {
      kind,
      from: dayOf(entry.effectiveFrom),
      to: entry.effectiveTo ? dayOf(entry.effectiveTo) : null,
      endedBy: entry.endedBy ?? null,
      replacement: replacement && entry.replacedBy ? { code: entry.replacedBy, name: replacement.name } : null,
      nextFrom: next ? dayOf(next.effectiveFrom) : null,
      day: day ?? null,
    },
    diagram: diagramView(prepared, staffTextsFor(locale).diagram),
    generatedProcess: prepared.processGenerated,
    places: receiving
      .slice(0, MOST_PLACES)
      .map((unit) => ({ code: unit.code, name: unit.name, address: unit.address ?? null })),
    placeCount: receiving.length,
    versions: [...history].reverse().map((row) => ({
      number: row.number,
      from: dayOf(row.effectiveFrom),
      to: row.effectiveTo ? dayOf(new Date(Date.parse(row.effectiveTo) - 1).toISOString()) : null,
      decision: row.decision,
      current: row.effectiveFrom <= now && (row.effectiveTo === undefined || row.effectiveTo > now),
    })),
  };
};

const Papers = () => {
  const { view } = useLoaded<typeof loader>();
  const words = useText().citizen.procedure;
  const none = view.submit.length + view.present.length + view.special.length === 0;
  return (
    <section id="giay-to">
      <h2>{words.papers}</h2>
      <p className="muted">{none ? words.noPapers : words.papersLead}</p>
      {view.submit.length > 0 ? (
        <>
          <h3>
            {words.submit} {view.sets ? <small>{words.sets(view.sets)}</small> : null}
          </h3>
          <PaperList entries={view.submit} />
        </>
      ) : null}
      {view.present.length > 0 ? (
        <>
          <h3>
            {words.present} <small>{words.presentNote}</small>
          </h3>
          <PaperList entries={view.present} />
        </>
      ) : null}
      {view.special.length > 0 ? (
        <>
          <h3>{words.special}</h3>
          <PaperList entries={view.special} />
        </>
      ) : null}
    </section>
  );
};

const Limits = () => {
  const { view } = useLoaded<typeof loader>();
  const words = useText().citizen.procedure;
  return (
    <section id="thoi-han">
      <h2>{words.timeTable}</h2>
      <div className="tbl">
        <table>
          <thead>
            <tr>
              <th scope="col">{words.row}</th>
              <th scope="col">{words.where}</th>
              <th scope="col">{words.time}</th>
            </tr>
          </thead>
          <tbody>
            {view.limits.map((row) => (
              <tr key={row.id}>
                <th scope="row">{row.cases}</th>
                <td data-l={words.where}>
                  <span>{row.where}</span>
                </td>
                <td data-l={words.time}>
                  <span>
                    {row.promised ? words.promised(row.promised) : row.legal}
                    {row.promised ? <small>{words.legal(row.legal)}</small> : null}
                    {row.notes.map((note) => (
                      <small key={note}>{note}</small>
                    ))}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
};

const Fees = () => {
  const { view } = useLoaded<typeof loader>();
  const words = useText().citizen.procedure;
  return (
    <section id="le-phi">
      <h2>{words.fees}</h2>
      {view.fees.length === 0 ? (
        <p>{words.noFees}</p>
      ) : (
        <div className="tbl">
          <table>
            <thead>
              <tr>
                <th scope="col">{words.fee}</th>
                <th scope="col">{words.amount}</th>
              </tr>
            </thead>
            <tbody>
              {view.fees.map((fee) => (
                <tr key={fee.id}>
                  <th scope="row">{fee.name}</th>
                  <td data-l={words.amount}>
                    <span>
                      {fee.amount}
                      <small>{fee.due}</small>
                      {fee.exempt.map((text) => (
                        <small key={text}>{text}</small>
                      ))}
                      {fee.note ? <small>{fee.note}</small> : null}
                    </span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
};

const Steps = () => {
  const { view } = useLoaded<typeof loader>();
  const words = useText().citizen.procedure;
  if (view.steps.length === 0) return null;
  return (
    <section id="cac-buoc">
      <h2>{words.steps}</h2>
      <ol className="steps">
        {view.steps.map((step) => (
          <li key={step.text}>
            {step.cases.length > 0 ? <b>{words.stepsOf(step.cases.join(', '))}</b> : null}
            <p className="steptext">{step.text}</p>
          </li>
        ))}
      </ol>
    </section>
  );
};

const Law = () => {
  const { view } = useLoaded<typeof loader>();
  const words = useText().citizen.procedure;
  const line = (basis: (typeof view.law)[number]) => (
    <li key={basis.number + basis.article}>
      <b>{basis.number}</b>
      <span>{[basis.name, basis.article].filter(Boolean).join(', ')}</span>
    </li>
  );
  return (
    <section id="can-cu">
      <h2>{words.law}</h2>
      <ul className="law">{view.law.slice(0, FIRST_LAWS).map(line)}</ul>
      {view.law.length > FIRST_LAWS ? (
        <details className="more">
          <summary>
            <ChevronDown className="i s chev" aria-hidden="true" />
            {words.moreLaw(view.law.length)}
          </summary>
          <ul className="law">{view.law.slice(FIRST_LAWS).map(line)}</ul>
        </details>
      ) : null}
      {view.source ? <p className="small muted">{words.source(view.source)}</p> : null}
    </section>
  );
};

const Plain = ({
  id,
  title,
  lines,
  empty,
}: {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly string[];
  readonly empty: string;
}) => (
  <section id={id}>
    <h2>{title}</h2>
    {lines.length === 0 ? <p>{empty}</p> : null}
    {lines.length === 1 ? <p className="pre">{lines[0]}</p> : null}
    {lines.length > 1 ? (
      <ul className="pre">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    ) : null}
  </section>
);

const Versions = () => {
  const { view, versions } = useLoaded<typeof loader>();
  const words = useText().citizen.procedure;
  return (
    <section id="phien-ban">
      <h2>{words.versions}</h2>
      <p className="muted">{words.versionsLead}</p>
      <ul className="vers">
        {versions.map((version) => (
          <li key={`${version.number} ${version.from}`}>
            <span className="w">
              {version.to
                ? `${formatDate(version.from)} – ${formatDate(version.to)}`
                : words.versionFrom(formatDate(version.from))}
              <small>
                {words.versionNumber(version.number)}
                {version.current ? `, ${words.current}` : ''}
              </small>
            </span>
            <p>
              {words.decision(version.decision)}{' '}
              <Link to={`/thu-tuc/${view.code}?ngay=${version.from}`}>{words.see}</Link>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
};

export default function ProcedurePage() {
  const { view, standing, diagram, places, placeCount } = useLoaded<typeof loader>();
  const { common, citizen } = useText();
  const words = citizen.procedure;
  const open = standing.kind === 'in-force' && !standing.day;
  const start = open && view.online ? <ButtonLink to={`/nop/${view.code}`}>{words.start}</ButtonLink> : null;
  const contents: readonly (readonly [string, string])[] = [
    ['giay-to', words.papers],
    ...(view.cases.length > 0 ? [['truong-hop', words.cases] as const] : []),
    ...(view.steps.length > 0 ? [['cac-buoc', words.steps] as const] : []),
    ['thoi-han', words.time],
    ['le-phi', words.fees],
    ['noi-nop', words.places],
    ['so-do', words.diagram],
    ['can-cu', words.law],
    ['phien-ban', words.versions],
  ];
  return (
    <>
      <div className="wrap ph">
        <Breadcrumb
          items={[
            { to: '/thu-tuc', label: common.masthead.procedures },
            { to: `/thu-tuc?linh-vuc=${encodeURIComponent(view.fieldVi)}`, label: view.field },
          ]}
        />
        <h1>{view.name}</h1>
        <div className="meta">
          <span>{words.code(view.code)}</span>
          <span>{view.levels}</span>
          {view.results[0] ? <span>{words.result(view.results[0])}</span> : null}
          {standing.kind === 'in-force' ? (
            <Tag tone="ok" icon={Check}>
              {words.inForceFrom(formatDate(standing.from))}
            </Tag>
          ) : standing.kind === 'upcoming' ? (
            <Tag tone="warn" icon={Clock}>
              {words.upcoming(formatDate(standing.from))}
            </Tag>
          ) : (
            <Tag tone="danger">{words.repealed}</Tag>
          )}
        </div>
        <ProcedureNotices code={view.code} standing={standing} />
        <FactsStrip
          facts={[
            { icon: Clock, term: words.time, value: view.time, detail: view.timeDiffers ? words.timeTable : undefined },
            { icon: Banknote, term: words.fee, value: view.fee },
            { icon: MapPin, term: words.where, value: view.channels, detail: view.deciding },
            {
              icon: MonitorSmartphone,
              term: words.online,
              value: view.online ? words.onlineYes : words.onlineNo,
              detail: view.onlineLevel ?? undefined,
            },
          ]}
        />
        <div className="proc">
          <div>
            {view.description ? (
              <section>
                <p className="pre">{view.description}</p>
              </section>
            ) : null}
            <Papers />
            {view.cases.length > 0 ? (
              <section id="truong-hop">
                <h2>{words.cases}</h2>
                <p className="muted">{words.casesLead}</p>
                <ul className="rowlist">
                  {view.cases.map((each) => (
                    <li key={each.id}>
                      <b>{each.name}</b>
                      {each.note ? <p className="muted">{each.note}</p> : null}
                    </li>
                  ))}
                </ul>
              </section>
            ) : null}
            <Steps />
            <Limits />
            <Fees />
            <Plain id="yeu-cau" title={words.conditions} lines={view.conditions} empty={words.noConditions} />
            {view.results.length > 0 ? (
              <Plain id="ket-qua" title={words.results} lines={view.results} empty="" />
            ) : null}
            <section id="noi-nop">
              <h2>{words.places}</h2>
              <p className="muted">{words.placesCount(placeCount)}</p>
              <ul className="rowlist">
                {places.map((place) => (
                  <li key={place.code}>
                    <b>{place.name}</b>
                    {place.address ? <p className="muted">{place.address}</p> : null}
                  </li>
                ))}
              </ul>
              {placeCount > places.length ? <p className="small muted">…</p> : null}
            </section>
            <section id="so-do">
              <h2>{words.diagram}</h2>
              <p className="muted">{words.diagramLead}</p>
              <ProcessDiagram view={diagram} title={view.name} />
            </section>
            <Law />
            <Versions />
          </div>
          <aside className="side">
            <div className="card">
              <h2>{view.online ? words.startTitle : words.counterTitle}</h2>
              <p className="small muted">{view.online ? words.startText : words.counterText}</p>
              {start}
            </div>
            <nav className="toc" aria-label={words.onThisPage}>
              <h2>{words.onThisPage}</h2>
              {contents.map(([id, label]) => (
                <a key={id} href={`#${id}`}>
                  {label}
                </a>
              ))}
            </nav>
          </aside>
        </div>
      </div>
      {start ? <div className="stickbar">{start}</div> : null}
    </>
  );
}
