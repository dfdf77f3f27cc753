import { Link } from '@remix-run/react';
import { ProcessDiagram } from '#app/components/diagram/index.ts';
import { EmptyState } from '#app/components/empty-state.tsx';
import { ChangeList } from '#app/components/staff/change-list.tsx';
import { formatDate } from '#app/i18n/format.ts';
import { useOfficeText } from '#app/i18n/use-office-text.ts';
import type { CompareView } from '#app/server/office/compare.ts';
import { Hash } from './hash.tsx';
import { Pairs, SideSign } from './pairs.tsx';

type View = CompareView;
type Part = View['parts'][number];

const Section = ({ part, view }: { readonly part: Part; readonly view: View }) => {
  const { compare: words, versions } = useOfficeText();
  const [before, after] = [versions.release(view.from), versions.release(view.to)];
  return (
    <section className="card flush" id={part.part} aria-labelledby={`h-${part.part}`}>
      <div className="cardtitle">
        <h2 id={`h-${part.part}`}>{words.parts[part.part]}</h2>
        <span className="muted">{words.counts(part.counts.added, part.counts.changed, part.counts.removed)}</span>
      </div>
      {part.changes.length > 0 ? (
        <div className="pad osentences">
          <ChangeList changes={part.changes} />
        </div>
      ) : null}
      {part.foreign ? <p className="pad muted">{words.foreignForm}</p> : null}
      {part.pairs?.some((pair) => pair.kind !== 'same') ? (
        <Pairs
          pairs={part.pairs}
          caption={`${words.parts[part.part]}: ${words.sideBySide}`}
          before={before}
          after={after}
        />
      ) : null}
      {part.part === 'form' ? <Forms view={view} /> : null}
      {part.part === 'process' && view.process ? <Processes process={view.process} view={view} /> : null}
    </section>
  );
};

const Processes = ({ process, view }: { readonly process: NonNullable<View['process']>; readonly view: View }) => {
  const { compare: words } = useOfficeText();
  return (
    <div className="pad oprocess">
      <h3>{words.process(view.from)}</h3>
      {process.generatedBefore ? <p className="muted">{words.generatedProcess}</p> : null}
      <ProcessDiagram view={process.before} title={words.process(view.from)} />
      <h3>{words.process(view.to)}</h3>
      {process.generatedAfter ? <p className="muted">{words.generatedProcess}</p> : null}
      <ProcessDiagram view={process.after} title={words.process(view.to)} />
    </div>
  );
};

/** Both forms drawn by the renderer that citizens get. */
const Forms = ({ view: { forms, from, to } }: { readonly view: View }) => {
  const { compare: words, versions } = useOfficeText();
  return (
    <details className="pad more">
      <summary>{words.drawnForms}</summary>
      <div className="oforms">
        {(
          [
            [from, forms.before],
            [to, forms.after],
          ] as const
        ).map(([number, address]) => (
          <figure key={address}>
            <figcaption>{versions.release(number)}</figcaption>
            <iframe title={words.drawnForm(number)} src={address} loading="lazy" />
          </figure>
        ))}
      </div>
    </details>
  );
};

export const CompareLegend = () => {
  const { compare: words } = useOfficeText();
  return (
    <span className="sp olegend" aria-label={words.legend} role="group">
      {(['added', 'changed', 'removed'] as const).map((kind) => (
        <span key={kind}>
          <SideSign kind={kind} /> <span aria-hidden="true">{words.kinds[kind]}</span>
        </span>
      ))}
    </span>
  );
};

/** Two versions side by side: what differs, in words, in lines, as forms and on the diagrams. */
export const CompareDesk = ({ view }: { readonly view: View }) => {
  const { compare: words, versions } = useOfficeText();
  return (
    <>
      <p className="osub ohashes">
        {versions.release(view.from)} <Hash hash={view.hashes.before} /> → {versions.release(view.to)}{' '}
        <Hash hash={view.hashes.after} />
      </p>
      {view.parts.length === 0 ? (
        <div className="card">
          <EmptyState title={words.same}>
            <p>{view.from === view.to ? words.choose : words.sameText}</p>
            <p>
              <Link to={`/danh-muc/${view.code}`}>{versions.crumb}</Link>
            </p>
          </EmptyState>
        </div>
      ) : (
        <div className="oside">
          <nav className="onav" aria-label={words.onPage}>
            {view.parts.map((part) => (
              <a key={part.part} href={`#${part.part}`}>
                {words.parts[part.part]} <b>{part.changes.length}</b>
              </a>
            ))}
            {view.days.before ? (
              <Link className="osub" to={`/thu-tuc/${view.code}/ngay/${view.days.before}`}>
                {words.publicPage(view.from, formatDate(view.days.before))}
              </Link>
            ) : null}
            {view.days.after ? (
              <Link className="osub" to={`/thu-tuc/${view.code}/ngay/${view.days.after}`}>
                {words.publicPage(view.to, formatDate(view.days.after))}
              </Link>
            ) : null}
          </nav>
          <div className="stack">
            {view.parts.map((part) => (
              <Section key={part.part} part={part} view={view} />
            ))}
          </div>
        </div>
      )}
    </>
  );
};
