import { Link } from '@remix-run/react';
import { Banknote, Check, Clock, MapPin, MonitorSmartphone } from 'lucide-react';
import { Breadcrumb } from '#app/components/breadcrumb.tsx';
import { ButtonLink } from '#app/components/button.tsx';
import { ProcessDiagram } from '#app/components/diagram/index.ts';
import { FactsStrip } from '#app/components/facts-strip.tsx';
import { Tag } from '#app/components/state-badge.tsx';
import { formatDate } from '#app/i18n/format.ts';
import { useText } from '#app/i18n/use-text.ts';
import type { ProcedurePage } from '#app/server/views/procedure-page.ts';
import { NothingThen, ProcedureNotices, VersionBar } from './notices.tsx';
import { Fees, Law, Limits, Papers, Plain, Steps } from './sections.tsx';
import { Proof, Versions } from './versions.tsx';

/** The page of a procedure: what is in force now, or what an address that stays shows of it. */
export const ProcedureArticle = ({ page }: { readonly page: ProcedurePage }) => {
  const { common, citizen } = useText();
  const words = citizen.procedure;
  const { standing, content } = page;
  if (!content)
    return (
      <>
        <VersionBar page={page} />
        <div className="wrap ph">
          <Breadcrumb items={[{ to: '/thu-tuc', label: common.masthead.procedures }]} />
          <h1>{page.name}</h1>
          <div className="meta">
            <span>{words.code(page.code)}</span>
          </div>
          <ProcedureNotices page={page} />
          <NothingThen page={page} />
          <Versions page={page} />
        </div>
      </>
    );
  const { view, diagram, places, placeCount } = content;
  // A version of another day is read, not filed under.
  const now = page.shown === 'current';
  const open = now && standing?.kind === 'in-force' && !page.waits;
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
      <VersionBar page={page} />
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
          {!now || !standing ? (
            <Tag tone="plain">{words.versionNumber(content.number)}</Tag>
          ) : standing.kind === 'in-force' ? (
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
        <ProcedureNotices page={page} />
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
            <Papers view={view} />
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
            <Steps view={view} />
            <Limits view={view} />
            <Fees view={view} />
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
            {page.groups.length > 0 ? (
              <section id="lien-thong">
                <h2>{words.linked}</h2>
                <p className="muted">{words.linkedText}</p>
                <ul className="rowlist">
                  {page.groups.map((group) => (
                    <li key={group.code}>
                      <b>{group.name}</b>
                      {group.others.map((other) => (
                        <p key={other.code}>
                          <Link to={`/thu-tuc/${other.code}`}>{other.name}</Link>
                        </p>
                      ))}
                    </li>
                  ))}
                </ul>
              </section>
            ) : null}
            <section id="so-do">
              <h2>{words.diagram}</h2>
              <p className="muted">{words.diagramLead}</p>
              <ProcessDiagram view={diagram} title={view.name} />
            </section>
            <Law view={view} />
            <Versions page={page} />
            <Proof page={page} />
          </div>
          <aside className="side">
            {open ? (
              <div className="card">
                <h2>{view.online ? words.startTitle : words.counterTitle}</h2>
                <p className="small muted">{view.online ? words.startText : words.counterText}</p>
                {start}
              </div>
            ) : null}
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
};
