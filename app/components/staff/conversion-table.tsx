import { Link } from '@remix-run/react';
import { formatDay, formatTime } from '#app/i18n/format.ts';
import { useStaffText } from '#app/i18n/use-staff-text.ts';
import type { ConversionLine, PreviewView, WorkView } from '#app/server/staff/conversion-view.ts';
import { Pagination } from '../pagination.tsx';
import { TimeShape } from './time-state.tsx';

type Kind = ConversionLine['kind'];

const SHAPE: Readonly<Record<Kind, 'closed' | 'late' | 'paused'>> = {
  keep: 'closed',
  kept: 'closed',
  convert: 'closed',
  converted: 'closed',
  ask: 'paused',
  asked: 'paused',
  planned: 'paused',
  stay: 'late',
  stayed: 'late',
  reverted: 'closed',
};

const useKindName = (): ((kind: Kind) => string) => {
  const { outcomes, states } = useStaffText().conversion;
  const names: Readonly<Record<Kind, string>> = { ...outcomes, ...states };
  return (kind) => names[kind];
};

const Why = ({ line }: { readonly line: ConversionLine }) => {
  const words = useStaffText().conversion;
  const aspects: Readonly<Record<string, string>> = words.aspects;
  if (line.reasons.length > 0)
    return (
      <ul className="plain">
        {line.reasons.map(({ aspect, text }, place) => (
          <li key={place}>
            <b>{aspects[aspect] ?? aspect}:</b> {text}
          </li>
        ))}
      </ul>
    );
  if (line.said) return <>{words.decisionReason(line.said)}</>;
  return <span className="muted">{line.kind === 'keep' ? words.decisionKeeps : ''}</span>;
};

/** Each dossier with its one outcome and why; filters and pages in the address. */
export const ConversionTable = ({ view }: { readonly view: PreviewView | WorkView }) => {
  const words = useStaffText().conversion;
  const nameOf = useKindName();
  const total = view.counts.reduce((sum, { count }) => sum + count, 0);
  return (
    <section className="card flush">
      <nav className="views pad" aria-label={words.filter}>
        <Link to="?" aria-current={view.chosen === '' ? 'page' : undefined} preventScrollReset>
          {words.all(total)}
        </Link>
        {view.counts
          .filter(({ count }) => count > 0)
          .map(({ kind, count }) => (
            <Link
              key={kind}
              to={`?loc=${kind}`}
              aria-current={view.chosen === kind ? 'page' : undefined}
              preventScrollReset
            >
              {nameOf(kind)} <b>{count}</b>
            </Link>
          ))}
      </nav>
      <table className="rc">
        <caption className="vh">{words.title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.columns.dossier}</th>
            <th scope="col">{words.columns.procedure}</th>
            <th scope="col">{words.columns.outcome}</th>
            <th scope="col">{words.columns.why}</th>
          </tr>
        </thead>
        <tbody>
          {view.lines.map((line) => (
            <tr key={line.id}>
              <td className="nowrap">
                <Link to={`/cong-viec/${line.id}`}>{line.code}</Link>
              </td>
              <td data-l={words.columns.procedure}>{line.procedure}</td>
              <td data-l={words.columns.outcome}>
                <span className={`st ${SHAPE[line.kind]}`}>
                  <TimeShape state={SHAPE[line.kind]} />
                  {nameOf(line.kind)}
                  {line.until ? ` (${formatTime(line.until)} ${formatDay(line.until)})` : ''}
                </span>
              </td>
              <td data-l={words.columns.why}>
                <Why line={line} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {view.pages > 1 ? (
        <div className="pager">
          <Pagination page={view.page} pages={view.pages} />
        </div>
      ) : null}
    </section>
  );
};
