import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { EmptyState } from '#app/components/empty-state.tsx';
import { WeekNote } from '#app/components/office/week-note.tsx';
import { useScripted } from '#app/components/use-scripted.ts';
import { formatDate } from '#app/i18n/format.ts';
import { officeTextsFor } from '#app/i18n/office-texts-for.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useOfficeText } from '#app/i18n/use-office-text.ts';
import { authorizeActor } from '#app/server/access/index.ts';
import { weekNote } from '#app/server/office/news-view.ts';
import { useLoaded } from '#app/use-loaded.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

/** What changed in a week (`?tuan=2021-07-26`, any day of it), for every counter to read and to print. */
export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { locale } = await authorizeActor({ request, context }, '/co-gi-moi');
  return {
    title: textsFor(locale).common.titled(officeTextsFor(locale).news.title),
    note: await weekNote(context, new URL(request.url).searchParams.get('tuan'), locale),
  };
};

export default function News() {
  const { note } = useLoaded<typeof loader>();
  const { news: words } = useOfficeText();
  const scripted = useScripted();
  const sections = [
    ['effective', words.effective, words.effectiveText],
    ['ahead', words.ahead, words.aheadText],
    ['withdrawn', words.withdrawn, ''],
  ] as const;
  return (
    <div className="onote">
      <div className="ptitle">
        <h1>{words.title}</h1>
        <span className="muted">{words.week(formatDate(note.monday), formatDate(note.sunday))}</span>
        <nav className="sp noprint" aria-label={words.weeks}>
          <Link className="btn second s" to={`/co-gi-moi?tuan=${note.before}`}>
            {words.before}
          </Link>
          {note.current ? null : (
            <Link className="btn second s" to="/co-gi-moi">
              {words.this}
            </Link>
          )}
          <Link className="btn second s" to={`/co-gi-moi?tuan=${note.after}`}>
            {words.after}
          </Link>
          {scripted ? (
            <button type="button" className="btn s" title={words.printHint} onClick={() => window.print()}>
              {words.print}
            </button>
          ) : null}
        </nav>
      </div>
      {note.effective.length + note.ahead.length + note.withdrawn.length === 0 ? (
        <div className="card">
          <EmptyState title={words.empty}>
            <p>{words.emptyText}</p>
          </EmptyState>
        </div>
      ) : (
        <div className="stack">
          {sections.map(([part, title, text]) =>
            note[part].length === 0 ? null : (
              <section key={part} className="card flush" aria-labelledby={`h-${part}`}>
                <div className="cardtitle">
                  <h2 id={`h-${part}`}>{title}</h2>
                  {text ? <span className="muted">{text}</span> : null}
                </div>
                {note[part].map((decision) => (
                  <WeekNote key={decision.number} decision={decision} names={note.names} />
                ))}
              </section>
            ),
          )}
        </div>
      )}
    </div>
  );
}
