import { useProcessStudioText } from '#app/i18n/use-process-studio-text.ts';
import type { Analysis } from './analyse.ts';
import { hoursText } from './hours.ts';

export interface LimitRow {
  readonly name: string;
  /** Working minutes that the limit surely gives. */
  readonly minutes: number;
}

/** How much longer each step could take before the slowest way through it is over the limit. */
const Slack = ({ analysis, tightest }: { readonly analysis: Analysis; readonly tightest: number }) => {
  const { budget: words } = useProcessStudioText();
  return (
    <details className="psslack">
      <summary>{words.slack}</summary>
      <div className="tablewrap">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{words.step}</th>
              <th scope="col" className="num">
                {words.takes}
              </th>
              <th scope="col" className="num">
                {words.left}
              </th>
            </tr>
          </thead>
          <tbody>
            {analysis.steps.map(({ id, name, minutes, through }) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                <td className="num">{words.hours(hoursText(minutes))}</td>
                <td className="num">
                  {through > tightest
                    ? words.over(hoursText(through - tightest))
                    : words.hours(hoursText(tightest - through))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
};

/** How much of the limit each way uses, as bars with their figures in words. */
export const Budget = ({ analysis, limits }: { readonly analysis: Analysis; readonly limits: readonly LimitRow[] }) => {
  const { budget: words } = useProcessStudioText();
  const straight = analysis.ways[0]?.minutes ?? 0;
  const rows = [
    ...analysis.ways.slice(0, 8).map((way) => ({
      name: way.choices.length === 0 ? words.straight : way.choices.join(' › '),
      minutes: way.minutes,
    })),
    ...(analysis.slowest > straight ? [{ name: words.slowest, minutes: analysis.slowest }] : []),
  ];
  const tightest = Math.min(...limits.map((limit) => limit.minutes));
  const widest = Math.max(analysis.slowest, straight, Number.isFinite(tightest) ? tightest : 0, 1);
  return (
    <section className="card" aria-labelledby="quy-thoi-gian">
      <h2 id="quy-thoi-gian">{words.title}</h2>
      <p className="small muted">{words.text}</p>
      {limits.map((limit) => (
        <p key={limit.name} className="small">
          {words.limit(limit.name, hoursText(limit.minutes))}
        </p>
      ))}
      {straight === 0 && analysis.slowest === 0 ? (
        <p>{words.none}</p>
      ) : (
        <ul className="psbudget">
          {rows.map((row) => {
            const over = Number.isFinite(tightest) && row.minutes > tightest;
            return (
              <li key={row.name}>
                <span>{row.name}</span>
                <span className={over ? 'psmeter psover' : 'psmeter'} aria-hidden="true">
                  <span style={{ width: `${(row.minutes / widest) * 100}%` }} />
                  {Number.isFinite(tightest) ? <i style={{ left: `${(tightest / widest) * 100}%` }} /> : null}
                </span>
                <b>
                  {words.hours(hoursText(row.minutes))}
                  {Number.isFinite(tightest)
                    ? `, ${over ? words.over(hoursText(row.minutes - tightest)) : words.within}`
                    : ''}
                </b>
              </li>
            );
          })}
        </ul>
      )}
      {Number.isFinite(tightest) && analysis.steps.length > 0 ? (
        <Slack analysis={analysis} tightest={tightest} />
      ) : null}
    </section>
  );
};
