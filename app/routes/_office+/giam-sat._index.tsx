import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { EmptyState } from '#app/components/empty-state.tsx';
import { Bar } from '#app/components/office/bar.tsx';
import { TimeShape } from '#app/components/staff/time-state.tsx';
import { formatDay, formatTime } from '#app/i18n/format.ts';
import { officeTextsFor } from '#app/i18n/office-texts-for.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useOfficeText } from '#app/i18n/use-office-text.ts';
import { authorizeActor } from '#app/server/access/index.ts';
import { unitName, unitNames } from '#app/server/office/unit-names.ts';
import { watchBoard, type BoardRow, type TimeCounts } from '#app/server/office/watch-board.ts';
import { watchQuery, type WatchFilter } from '#app/server/office/watch-query.ts';
import { watchedUnits } from '#app/server/office/watch-scope.ts';
import { useLoaded } from '#app/use-loaded.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { actor, locale } = await authorizeActor({ request, context }, '/giam-sat');
  const units = await unitNames(context);
  const own = watchedUnits(actor);
  return {
    title: textsFor(locale).common.titled(officeTextsFor(locale).watch.title),
    board: await watchBoard(context, actor, units),
    own: own ? own.map((code) => unitName(units, code)).join(', ') : null,
    now: context.clock.now(),
  };
};

type Conditions = Partial<Omit<WatchFilter, 'page'>>;

const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, '.');

/** A number is a link to the list behind it; the link says what it leads to. */
const Count = ({
  count,
  filter,
  what,
  where,
}: {
  readonly count: number;
  readonly filter: Conditions;
  readonly what: string;
  readonly where: string;
}) => {
  const { watch: words } = useOfficeText();
  if (count === 0) return <span className="ozero">0</span>;
  return (
    <Link
      className="ocount"
      to={`/giam-sat/ho-so${watchQuery(filter)}`}
      aria-label={words.linkLabel(count, what.toLowerCase(), where)}
    >
      {grouped(count)}
    </Link>
  );
};

const share = (times: TimeCounts, open: number): number => (open === 0 ? 0 : times.late / open);
const percent = (part: number): string => (part * 100).toFixed(1).replace('.', ',');

const Board = ({
  caption,
  head,
  rows,
  by,
}: {
  readonly caption: string;
  readonly head: string;
  readonly rows: readonly BoardRow[];
  readonly by: 'unit' | 'procedure';
}) => {
  const { watch: words } = useOfficeText();
  const { columns } = words;
  const whole = rows.reduce((total, row) => total + row.open, 0);
  const late = rows.reduce((total, row) => total + row.times.late, 0);
  const cells = [
    ['late', columns.late],
    ['soon', columns.soon],
    ['in-time', columns.inTime],
    ['paused', columns.paused],
    ['none', columns.none],
  ] as const;
  return (
    <section className="card flush" aria-label={caption}>
      <div className="cardtitle">
        <h2>{caption}</h2>
        <span className="muted">{words.worstFirst}</span>
      </div>
      <table className="rc owatch">
        <caption className="vh">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <th scope="col" className="r">
              {columns.open}
            </th>
            {cells.map(([time, label]) => (
              <th key={time} scope="col" className="r">
                {label}
              </th>
            ))}
            <th scope="col" className="c-share">
              {columns.share}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const own: Conditions = by === 'unit' ? { unit: row.key } : { procedure: row.key };
            return (
              <tr key={row.key}>
                <th scope="row">{row.name}</th>
                <td className="r" data-l={columns.open}>
                  <Count count={row.open} filter={own} what={words.open} where={row.name} />
                </td>
                {cells.map(([time, label]) => (
                  <td key={time} className={`r ${row.times[time] === 0 ? 'zero' : time}`} data-l={label}>
                    <Count count={row.times[time]} filter={{ ...own, time }} what={label} where={row.name} />
                  </td>
                ))}
                <td className="c-share" data-l={columns.share}>
                  <Bar share={share(row.times, row.open)} />
                  <span className="num">{words.share(percent(share(row.times, row.open)))}</span>
                </td>
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.total}</th>
            <td className="r" data-l={columns.open}>
              <Count count={whole} filter={{}} what={words.open} where={words.all} />
            </td>
            {cells.map(([time, label]) => (
              <td key={time} className="r" data-l={label}>
                <Count
                  count={rows.reduce((total, row) => total + row.times[time], 0)}
                  filter={{ time }}
                  what={label}
                  where={words.all}
                />
              </td>
            ))}
            <td className="c-share" data-l={columns.share}>
              <span className="num">{words.share(percent(whole === 0 ? 0 : late / whole))}</span>
            </td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
};

export default function Watch() {
  const { board, own, now } = useLoaded<typeof loader>();
  const { watch: words, news } = useOfficeText();
  const units = board.units.filter((row) => row.open > 0);
  const procedures = board.procedures.filter((row) => row.open > 0);
  return (
    <>
      <div className="ptitle">
        <h1>{words.title}</h1>
        <span className="muted">
          {words.at(formatTime(now), formatDay(now))}, {own ? words.scope(own) : words.allUnits}
        </span>
        <span className="sp">
          <Link className="btn second s" to="/giam-sat/cong-bo">
            {news.toWatch}
          </Link>
          <Link className="btn second s" to="/giam-sat/dau-hieu">
            {words.signs.title}
          </Link>
        </span>
      </div>
      {board.open + board.times.closed === 0 ? (
        <div className="card">
          <EmptyState title={words.empty}>
            <p>{words.emptyText}</p>
          </EmptyState>
        </div>
      ) : (
        <div className="stack">
          <dl className="card flush obig">
            <div>
              <dt>{words.open}</dt>
              <dd>
                <Count count={board.open} filter={{}} what={words.open} where={words.all} />
                <small>{words.ofUnits(units.length)}</small>
              </dd>
            </div>
            {(['late', 'soon', 'in-time', 'paused', 'none', 'closed'] as const).map((time) => (
              <div key={time}>
                <dt className={`st ${time}`}>
                  <TimeShape state={time} />
                  {words.times[time]}
                </dt>
                <dd>
                  <Count count={board.times[time]} filter={{ time }} what={words.times[time]} where={words.all} />
                  <small>{words.timeNotes[time]}</small>
                </dd>
              </div>
            ))}
          </dl>
          <section className="card flush" aria-label={words.standing}>
            <div className="cardtitle">
              <h2>{words.standing}</h2>
              <span className="muted">{words.standingText}</span>
            </div>
            {board.standing.length === 0 ? (
              <p className="pad muted">{words.noStanding}</p>
            ) : (
              <ul className="ostand">
                {board.standing.map((row) => (
                  <li key={row.waits} className={['incident', 'no-task', 'message'].includes(row.waits) ? 'bad' : ''}>
                    <span>{words.waits[row.waits]}</span>
                    <Count
                      count={row.count}
                      filter={{ waits: row.waits }}
                      what={words.waits[row.waits]}
                      where={words.all}
                    />
                  </li>
                ))}
              </ul>
            )}
          </section>
          {units.length > 0 ? <Board caption={words.byUnit} head={words.columns.unit} rows={units} by="unit" /> : null}
          {procedures.length > 0 ? (
            <Board caption={words.byProcedure} head={words.columns.procedure} rows={procedures} by="procedure" />
          ) : null}
        </div>
      )}
    </>
  );
}
