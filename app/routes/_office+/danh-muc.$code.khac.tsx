import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { Breadcrumb } from '#app/components/breadcrumb.tsx';
import { ProcessDiagram } from '#app/components/diagram/index.ts';
import { EmptyState } from '#app/components/empty-state.tsx';
import { Hash } from '#app/components/office/hash.tsx';
import { Pairs, SideSign } from '#app/components/office/pairs.tsx';
import { ChangeList } from '#app/components/staff/change-list.tsx';
import { formatDate } from '#app/i18n/format.ts';
import { officeTextsFor } from '#app/i18n/office-texts-for.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useOfficeText } from '#app/i18n/use-office-text.ts';
import { authorizeActor } from '#app/server/access/index.ts';
import { compareView } from '#app/server/office/compare.ts';
import { useLoaded } from '#app/use-loaded.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

const numberIn = (text: string | null): number => {
  const number = Number(text ?? '');
  return Number.isSafeInteger(number) && number > 0 ? number : 0;
};

export const loader = async ({ request, context, params }: LoaderFunctionArgs) => {
  const { locale } = await authorizeActor({ request, context }, '/danh-muc/:code/khac');
  const search = new URL(request.url).searchParams;
  const [from, to] = [numberIn(search.get('tu')), numberIn(search.get('den'))];
  const view = await compareView(context, params['code'] ?? '', from, to, locale);
  if (!view) throw new Response(null, { status: 404, statusText: 'Not Found' });
  return {
    title: textsFor(locale).common.titled(`${officeTextsFor(locale).compare.title(from, to)}: ${view.name}`),
    view,
  };
};

type View = ReturnType<typeof useLoaded<typeof loader>>['view'];
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

export default function Compare() {
  const { view } = useLoaded<typeof loader>();
  const { compare: words, catalogue, versions } = useOfficeText();
  return (
    <>
      <Breadcrumb
        items={[
          { to: '/danh-muc', label: catalogue.title },
          { to: `/danh-muc/${view.code}`, label: view.name },
          { label: words.crumb },
        ]}
      />
      <div className="ptitle">
        <h1>{words.title(view.from, view.to)}</h1>
        <span className="sp olegend" aria-label={words.legend} role="group">
          {(['added', 'changed', 'removed'] as const).map((kind) => (
            <span key={kind}>
              <SideSign kind={kind} /> <span aria-hidden="true">{words.kinds[kind]}</span>
            </span>
          ))}
        </span>
      </div>
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
}
