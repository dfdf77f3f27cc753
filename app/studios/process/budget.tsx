import { usePick } from '#app/i18n/use-text.ts';
import { useProcessStudioText } from '#app/i18n/use-process-studio-text.ts';
import type { KindTime, ProcessTime, StepTime } from '#app/server/studio/process-time.ts';
import type { Analysis } from './analyse.ts';
import { hoursText } from './hours.ts';

/** The slowest way of each kind of dossier against its own limit, as bars with their figures in words. */
const Kinds = ({ kinds }: { readonly kinds: readonly KindTime[] }) => {
  const { budget: words } = useProcessStudioText();
  const pick = usePick();
  const widest = Math.max(1, ...kinds.flatMap(({ minutes, allowed }) => [minutes, allowed]));
  return (
    <ul className="psbudget">
      {kinds.map(({ name, limit, minutes, allowed }, index) => {
        const over = minutes > allowed;
        return (
          <li key={index}>
            <span>
              {name ? pick(name) : words.everything}
              <small className="muted">{words.limit(pick(limit), hoursText(allowed))}</small>
            </span>
            <span className={over ? 'psmeter psover' : 'psmeter'} aria-hidden="true">
              <span style={{ width: `${(minutes / widest) * 100}%` }} />
              <i style={{ left: `${(allowed / widest) * 100}%` }} />
            </span>
            <b>
              {words.hours(hoursText(minutes))}, {over ? words.over(hoursText(minutes - allowed)) : words.within}
            </b>
          </li>
        );
      })}
    </ul>
  );
};

/** How long each way through the diagram takes, whoever takes it. */
const Ways = ({ ways }: { readonly ways: Analysis['ways'] }) => {
  const { budget: words } = useProcessStudioText();
  return (
    <details className="psslack">
      <summary>{words.ways}</summary>
      <ul className="psways">
        {ways.slice(0, 8).map(({ choices, minutes }) => (
          <li key={choices.join(' ')}>
            {choices.length === 0 ? words.straight : choices.join(' › ')}: <b>{words.hours(hoursText(minutes))}</b>
          </li>
        ))}
      </ul>
    </details>
  );
};

/** How much longer each step could take before some dossier is over its limit. */
const Slack = ({ steps }: { readonly steps: readonly StepTime[] }) => {
  const { budget: words } = useProcessStudioText();
  const leftOf = ({ slack }: StepTime): string => {
    if (slack === undefined) return words.noLimit;
    return slack < 0 ? words.over(hoursText(-slack)) : words.hours(hoursText(slack));
  };
  return (
    <details className="psslack">
      <summary>{words.slack}</summary>
      <div className="psscroll">
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
            {steps.map((step) => (
              <tr key={step.element}>
                <th scope="row">{step.name}</th>
                <td className="num">{words.hours(hoursText(step.minutes))}</td>
                <td className="num">{leftOf(step)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
};

/** Time as the server's checks count it: each case against its limit, then each way and each step. */
export const Budget = ({ analysis, time }: { readonly analysis: Analysis; readonly time: ProcessTime }) => {
  const { budget: words } = useProcessStudioText();
  return (
    <section className="card" aria-labelledby="quy-thoi-gian">
      <h2 id="quy-thoi-gian">{words.title}</h2>
      <p className="small muted">{words.text}</p>
      {analysis.slowest === 0 ? (
        <p>{words.none}</p>
      ) : (
        <>
          {time.kinds.length > 0 ? <Kinds kinds={time.kinds} /> : null}
          <Ways ways={analysis.ways} />
          {time.steps.length > 0 ? <Slack steps={time.steps} /> : null}
        </>
      )}
    </section>
  );
};
