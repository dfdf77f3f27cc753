import { Link } from '@remix-run/react';
import { localDate } from '#engine/clock/index.ts';
import { formatDate, formatDay, formatTime } from '#app/i18n/format.ts';
import { useOfficeText } from '#app/i18n/use-office-text.ts';
import { useStaffText } from '#app/i18n/use-staff-text.ts';
import type { DecisionView, DecisionViewItem } from '#app/server/staff/decision-view.ts';
import { REPORT_FILTERS } from '#app/server/staff/report-filter.ts';
import { Pagination } from '../pagination.tsx';
import { ChangeList } from './change-list.tsx';
import { DecisionGroups } from './decision-groups.tsx';
import { ProblemItems } from './problem-list.tsx';
import { TimeShape } from './time-state.tsx';

const SIGN = { add: '+', amend: '✎', replace: '→', repeal: '−' } as const;

const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

/** Kind, signer, dates, basis, and the days of the law on a line. */
export const DecisionFacts = ({ view }: { readonly view: DecisionView }) => {
  const { office } = useStaffText();
  const words = office.report;
  const { law } = view;
  const effectiveDay = localDate(view.effectiveFrom);
  const days = [
    { date: law.signed, label: words.law.signed, note: '' },
    ...(law.posted
      ? [
          {
            date: law.posted,
            label: words.law.posted,
            note: effectiveDay < law.posted ? `${words.law.postedText}; ${words.law.late}` : words.law.postedText,
          },
        ]
      : []),
    { date: effectiveDay, label: words.law.effective, note: formatTime(view.effectiveFrom) },
    { date: law.today, label: words.law.today, note: '' },
  ].sort((a, b) => a.date.localeCompare(b.date));
  return (
    <section className="card flush">
      <dl className="strip">
        <div>
          <dt>{words.kind}</dt>
          <dd>{office.decisions.kinds[view.kind]}</dd>
        </div>
        <div>
          <dt>{words.signer}</dt>
          <dd>
            {view.signer?.name ?? '–'}
            {view.signer?.title ? <small>{view.signer.title}</small> : null}
          </dd>
        </div>
        <div>
          <dt>{words.signedOn}</dt>
          <dd>{formatDate(law.signed)}</dd>
        </div>
        <div>
          <dt>{words.effective}</dt>
          <dd>
            {words.effectiveAt(formatTime(view.effectiveFrom), formatDay(view.effectiveFrom))}
            <small>{words.afterSigning(dayNumber(effectiveDay) - dayNumber(law.signed))}</small>
          </dd>
        </div>
      </dl>
      {view.basis.length > 0 ? (
        <p className="pad">
          <span className="muted">{words.basis}: </span>
          {view.basis.join('; ')}
        </p>
      ) : null}
      <ol className="lawline" aria-label={words.law.label}>
        {days.map((day) => (
          <li
            key={day.label}
            className={day.date <= law.today ? 'past' : day.label === words.law.posted ? 'wait' : undefined}
          >
            <b className="num">{formatDate(day.date)}</b>
            {day.label}
            {day.note ? <small className="muted"> · {day.note}</small> : null}
          </li>
        ))}
      </ol>
    </section>
  );
};

/** Derived, never typed. */
export const DecisionCounts = ({ view }: { readonly view: DecisionView }) => {
  const { report: words } = useStaffText().office;
  const net = view.counts.add - view.counts.repeal;
  return (
    <>
      <section className="card flush counts">
        {(['add', 'amend', 'replace', 'repeal'] as const).map((action) => (
          <div key={action}>
            <p className="k">
              {words.counts[action]}
              <span className={`act-sign ${action}`} aria-hidden="true">
                {SIGN[action]}
              </span>
            </p>
            <p className={view.counts[action] === 0 ? 'v zero' : 'v'}>{view.counts[action]}</p>
          </div>
        ))}
        <div className="all">
          <p className="k">{words.total(view.total)}</p>
          <b>{words.net(net)}</b>
          <small className="muted"> {words.derived}</small>
        </div>
      </section>
      <DecisionGroups groups={view.groups} />
    </>
  );
};

const Item = ({
  item,
  findings,
  compare,
}: {
  readonly item: DecisionViewItem;
  readonly findings?: string;
  readonly compare?: (item: DecisionViewItem) => string;
}) => {
  const { report: words } = useStaffText().office;
  const { compare: compared } = useOfficeText();
  const about = [
    item.code,
    item.release > 0 ? words.release(item.release) : '',
    item.replaces.length > 0 ? words.replaces(item.replaces.join(', ')) : '',
    item.replacedBy ? words.replacedBy(item.replacedBy) : '',
  ].filter((part) => part !== '');
  return (
    <tr>
      <td>
        <span className="actname">
          <span className={`act-sign ${item.action}`} aria-hidden="true">
            {SIGN[item.action]}
          </span>
          {words.actions[item.action]}
        </span>
      </td>
      <td>
        <Link to={`/danh-muc/${item.code}`}>{item.name}</Link>
        <span className="s muted small"> {about.join(' · ')}</span>
        {item.changes.length > 0 ? (
          <details className="more">
            <summary>{words.changes(item.changes.length)}</summary>
            <ChangeList changes={item.changes} />
          </details>
        ) : item.known && item.action === 'amend' ? (
          <p className="small muted">{words.noChange}</p>
        ) : null}
        {compare && item.from > 0 && item.release > 0 && item.changes.length > 0 ? (
          <p className="small">
            <Link to={compare(item)}>
              {compared.sideBySideOf}
              <span className="vh"> {item.name}</span>
            </Link>
          </p>
        ) : null}
        {item.problems.length > 0 ? (
          <details className="more" open={item.errors > 0}>
            <summary>{item.errors > 0 ? words.errors(item.errors) : words.warnings(item.problems.length)}</summary>
            <ProblemItems problems={item.problems} />
          </details>
        ) : null}
        {findings !== undefined && item.problems.length > 0 && item.release > 0 ? (
          <p className="small">
            <Link to={`${findings}/${item.code}`}>
              {words.findings}
              <span className="vh"> {item.name}</span>
            </Link>
          </p>
        ) : null}
      </td>
      <td data-l={words.columns.running}>
        {item.running > 0 ? (
          <>
            <b>{words.dossiers(item.running)}</b>
            <span className="s muted small"> {words.policies[item.inFlight]}</span>
          </>
        ) : (
          <span className="muted">{words.none}</span>
        )}
      </td>
      <td>
        <span className={`st ${item.errors > 0 ? 'late' : 'closed'}`}>
          <TimeShape state={item.errors > 0 ? 'late' : 'closed'} />
          {item.errors > 0 ? words.errors(item.errors) : words.readyWord}
        </span>
      </td>
    </tr>
  );
};

/** The items by readiness, with filters and pages in the address. */
export const DecisionItems = ({
  view,
  filters = true,
  findings,
  compare,
}: {
  readonly view: DecisionView;
  readonly filters?: boolean;
  /** Address under which the findings of each release are played. */
  readonly findings?: string;
  /** Where the version that ends and the one that begins stand side by side. */
  readonly compare?: (item: DecisionViewItem) => string;
}) => {
  const { report: words } = useStaffText().office;
  const label = {
    all: words.total(view.filterCounts.all),
    'not-ready': words.notReady(view.filterCounts['not-ready']),
    ...words.actions,
  };
  const groups = [
    { title: words.notReady(view.withErrors), items: view.items.filter((item) => item.errors > 0) },
    { title: words.ready(view.total - view.withErrors), items: view.items.filter((item) => item.errors === 0) },
  ].filter((group) => group.items.length > 0);
  return (
    <section className="card flush">
      <div className="cardtitle">
        <h2>{words.items}</h2>
      </div>
      {filters ? (
        <nav className="views pad" aria-label={words.items}>
          {REPORT_FILTERS.filter((each) => each === 'all' || view.filterCounts[each] > 0).map((each) => (
            <Link
              key={each}
              to={each === 'all' ? '?' : `?loc=${each}`}
              aria-current={view.filter === each ? 'page' : undefined}
              preventScrollReset
            >
              {label[each]}
              {each === 'all' || each === 'not-ready' ? null : <b>{view.filterCounts[each]}</b>}
            </Link>
          ))}
        </nav>
      ) : null}
      <table className="rc">
        <caption className="vh">{words.items}</caption>
        <thead>
          <tr>
            <th scope="col" className="c-act">
              {words.columns.action}
            </th>
            <th scope="col">{words.columns.procedure}</th>
            <th scope="col" className="c-run">
              {words.columns.running}
            </th>
            <th scope="col" className="c-state">
              {words.columns.state}
            </th>
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.title}>
            <tr className="grp">
              <th colSpan={4} scope="rowgroup">
                {group.title}
              </th>
            </tr>
            {group.items.map((item) => (
              <Item
                key={`${item.action} ${item.code}`}
                item={item}
                {...(findings === undefined ? {} : { findings })}
                {...(compare ? { compare } : {})}
              />
            ))}
          </tbody>
        ))}
      </table>
      {filters && view.pages > 1 ? (
        <div className="pager">
          <Pagination page={view.page} pages={view.pages} />
        </div>
      ) : null}
    </section>
  );
};

/** Tick or octagon, and what it is about. */
const Fine = ({ fine, text }: { readonly fine: boolean; readonly text: string }) => (
  <span className={`st ${fine ? 'closed' : 'late'}`}>
    <TimeShape state={fine ? 'closed' : 'late'} />
    {text}
  </span>
);

/** What is missing before approval, the seal, and the running dossiers. */
export const DecisionReadiness = ({ view }: { readonly view: DecisionView }) => {
  const { report: words } = useStaffText().office;
  return (
    <>
      <ul className="readyl">
        {view.organisation ? null : (
          <li>
            <Fine
              fine={view.withErrors === 0}
              text={view.withErrors === 0 ? words.allReady(view.total) : words.itemErrors(view.withErrors)}
            />
          </li>
        )}
        <li>
          <Fine fine={view.applicable} text={view.applicable ? words.applicable : words.notApplicable} />
        </li>
        <li>
          {words.hash}:{' '}
          <code className="mono">
            {view.contentHash.slice(0, 4)} {view.contentHash.slice(4, 8)}
          </code>
          <small>{words.hashText}</small>
        </li>
      </ul>
    </>
  );
};

export const RunningDossiers = ({ view, to }: { readonly view: DecisionView; readonly to?: string }) => {
  const { office, conversion } = useStaffText();
  const { report: words } = office;
  return (
    <section className="card">
      <div className="cardtitle">
        <h2>{words.running}</h2>
        <b className="sp">{view.running}</b>
      </div>
      {view.running > 0
        ? (['keep', 'ask', 'convert'] as const).map((policy) => (
            <p key={policy} className="feeline">
              <span>{words.policies[policy]}</span>
              <b>{view.policies[policy]}</b>
            </p>
          ))
        : null}
      <p className="small muted">{words.runningText}</p>
      <h3>{words.notices.title}</h3>
      {[
        { label: words.notices.asked, count: view.policies.ask },
        { label: words.notices.converted, count: view.policies.convert },
        { label: words.notices.closing, count: view.draftOwners },
      ].map(({ label, count }) => (
        <p key={label} className="feeline">
          <span>{label}</span>
          <b>{count}</b>
        </p>
      ))}
      <p className="small muted">{words.notices.counters}</p>
      {to === undefined ? null : (
        <p>
          <Link to={to}>{conversion.open}</Link>
        </p>
      )}
    </section>
  );
};
