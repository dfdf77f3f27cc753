import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { addDays, localDate } from '#engine/clock/index.ts';
import { Breadcrumb } from '#app/components/breadcrumb.tsx';
import { DecisionLink } from '#app/components/office/decision-link.tsx';
import { formatDate } from '#app/i18n/format.ts';
import { officeTextsFor } from '#app/i18n/office-texts-for.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useOfficeText } from '#app/i18n/use-office-text.ts';
import { authorizeActor } from '#app/server/access/index.ts';
import { numberToSlug } from '#app/server/staff/decision-number.ts';
import { useLoaded } from '#app/use-loaded.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

const [BACK_DAYS, MOST_WAITING] = [365, 50] as const;

/** How long publications take from the ministry's decision to effect, per agency, and what is due next. */
export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { locale } = await authorizeActor({ request, context }, '/giam-sat/cong-bo');
  const today = localDate(context.clock.now());
  const { since, agencies, waiting, next } = await context.service.news.watch(addDays(today, -BACK_DAYS));
  return {
    title: textsFor(locale).common.titled(officeTextsFor(locale).news.watch.title),
    since,
    today,
    agencies,
    waiting: waiting.slice(0, MOST_WAITING).map((lag) => ({ ...lag, slug: numberToSlug(lag.decision) })),
    moreWaiting: Math.max(0, waiting.length - MOST_WAITING),
    next: next.map((due) => ({ ...due, slug: numberToSlug(due.decision) })),
  };
};

export default function PublicationWatch() {
  const { since, today, agencies, waiting, moreWaiting, next } = useLoaded<typeof loader>();
  const { watch: board, news } = useOfficeText();
  const words = news.watch;
  const { columns, nextColumns } = words;
  return (
    <>
      <Breadcrumb items={[{ to: '/giam-sat', label: board.title }, { label: words.title }]} />
      <div className="ptitle">
        <h1>{words.title}</h1>
        <span className="muted">{words.text(formatDate(since))}</span>
        <span className="sp">
          <Link className="btn second s" to="/co-gi-moi">
            {news.title}
          </Link>
        </span>
      </div>
      <div className="stack">
        <section className="card flush" aria-labelledby="h-next">
          <div className="cardtitle">
            <h2 id="h-next">{words.next}</h2>
          </div>
          {next.length === 0 ? (
            <p className="pad muted">{words.noNext}</p>
          ) : (
            <table className="rc">
              <caption className="vh">{words.next}</caption>
              <thead>
                <tr>
                  <th scope="col">{nextColumns.decision}</th>
                  <th scope="col">{nextColumns.what}</th>
                  <th scope="col">{nextColumns.day}</th>
                  <th scope="col" className="r">
                    {nextColumns.items}
                  </th>
                </tr>
              </thead>
              <tbody>
                {next.map((due) => (
                  <tr key={`${due.what} ${due.decision}`}>
                    <th scope="row">
                      <DecisionLink number={due.decision} slug={due.slug} />
                    </th>
                    <td data-l={nextColumns.what}>{words.what[due.what]}</td>
                    <td data-l={nextColumns.day} className="num">
                      {formatDate(due.day)}
                      {due.what !== 'process' && due.day < today ? ` (${words.late})` : ''}
                    </td>
                    <td data-l={nextColumns.items} className="r num">
                      {due.items}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </section>
        <section className="card flush" aria-labelledby="h-lag">
          <div className="cardtitle">
            <h2 id="h-lag">{words.byAgency}</h2>
            <span className="muted">{words.byAgencyText}</span>
          </div>
          {agencies.length === 0 ? (
            <p className="pad muted">{words.empty}</p>
          ) : (
            <table className="rc">
              <caption className="vh">{words.byAgency}</caption>
              <thead>
                <tr>
                  {(['agency', 'items', 'toProvince', 'toProcess', 'toEffect', 'waiting'] as const).map((column) => (
                    <th key={column} scope="col" className={column === 'agency' ? '' : 'r'}>
                      {columns[column]}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {agencies.map((row) => (
                  <tr key={row.agency}>
                    <th scope="row">{row.agency}</th>
                    <td data-l={columns.items} className="r num">
                      {row.items}
                    </td>
                    {(['toProvince', 'toProcess', 'toEffect'] as const).map((step) => {
                      const spread = row[step];
                      return (
                        <td key={step} data-l={columns[step]} className="r num">
                          {spread ? (
                            <span title={words.daysTitle(spread.median, spread.longest, spread.count)}>
                              {words.days(spread.median, spread.longest)}
                            </span>
                          ) : (
                            <span className="muted">{words.unknown}</span>
                          )}
                        </td>
                      );
                    })}
                    <td data-l={columns.waiting} className="r">
                      {row.waiting ? words.waitingCount(row.waiting.count, row.waiting.longest) : words.none}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </section>
        <section className="card flush" aria-labelledby="h-waiting">
          <div className="cardtitle">
            <h2 id="h-waiting">{words.waiting}</h2>
            <span className="muted">{words.waitingText}</span>
          </div>
          {waiting.length === 0 ? (
            <p className="pad muted">{words.noWaiting}</p>
          ) : (
            <ul className="pad onewswait">
              {waiting.map((lag) => (
                <li key={`${lag.decision} ${lag.code}`}>
                  <Link to={`/danh-muc/${lag.code}`}>{lag.name}</Link>,{' '}
                  <DecisionLink number={lag.decision} slug={lag.slug} />, {words.waited(lag.waiting ?? 0)}
                </li>
              ))}
              {moreWaiting > 0 ? <li className="muted">{words.moreWaiting(moreWaiting)}</li> : null}
            </ul>
          )}
        </section>
      </div>
    </>
  );
}
