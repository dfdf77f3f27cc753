import { ChevronDown } from 'lucide-react';
import { PaperList } from '#app/components/paper-list.tsx';
import { useText } from '#app/i18n/use-text.ts';
import type { ProcedureView } from '#app/server/views/procedure-view.ts';

interface Part {
  readonly view: ProcedureView;
}

const FIRST_LAWS = 6;

export const Papers = ({ view }: Part) => {
  const words = useText().citizen.procedure;
  const none = view.submit.length + view.present.length + view.special.length === 0;
  return (
    <section id="giay-to">
      <h2>{words.papers}</h2>
      <p className="muted">{none ? words.noPapers : words.papersLead}</p>
      {view.submit.length > 0 ? (
        <>
          <h3>
            {words.submit} {view.sets ? <small>{words.sets(view.sets)}</small> : null}
          </h3>
          <PaperList entries={view.submit} />
        </>
      ) : null}
      {view.present.length > 0 ? (
        <>
          <h3>
            {words.present} <small>{words.presentNote}</small>
          </h3>
          <PaperList entries={view.present} />
        </>
      ) : null}
      {view.special.length > 0 ? (
        <>
          <h3>{words.special}</h3>
          <PaperList entries={view.special} />
        </>
      ) : null}
    </section>
  );
};

export const Limits = ({ view }: Part) => {
  const words = useText().citizen.procedure;
  return (
    <section id="thoi-han">
      <h2>{words.timeTable}</h2>
      <div className="tbl">
        <table>
          <thead>
            <tr>
              <th scope="col">{words.row}</th>
              <th scope="col">{words.where}</th>
              <th scope="col">{words.time}</th>
            </tr>
          </thead>
          <tbody>
            {view.limits.map((row) => (
              <tr key={row.id}>
                <th scope="row">{row.cases}</th>
                <td data-l={words.where}>
                  <span>{row.where}</span>
                </td>
                <td data-l={words.time}>
                  <span>
                    {row.promised ? words.promised(row.promised) : row.legal}
                    {row.promised ? <small>{words.legal(row.legal)}</small> : null}
                    {row.notes.map((note) => (
                      <small key={note}>{note}</small>
                    ))}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
};

export const Fees = ({ view }: Part) => {
  const words = useText().citizen.procedure;
  return (
    <section id="le-phi">
      <h2>{words.fees}</h2>
      {view.fees.length === 0 ? (
        <p>{words.noFees}</p>
      ) : (
        <div className="tbl">
          <table>
            <thead>
              <tr>
                <th scope="col">{words.fee}</th>
                <th scope="col">{words.amount}</th>
              </tr>
            </thead>
            <tbody>
              {view.fees.map((fee) => (
                <tr key={fee.id}>
                  <th scope="row">{fee.name}</th>
                  <td data-l={words.amount}>
                    <span>
                      {fee.amount}
                      <small>{fee.due}</small>
                      {fee.exempt.map((text) => (
                        <small key={text}>{text}</small>
                      ))}
                      {fee.note ? <small>{fee.note}</small> : null}
                    </span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
};

export const Steps = ({ view }: Part) => {
  const words = useText().citizen.procedure;
  if (view.steps.length === 0) return null;
  return (
    <section id="cac-buoc">
      <h2>{words.steps}</h2>
      <ol className="steps">
        {view.steps.map((step) => (
          <li key={step.text}>
            {step.cases.length > 0 ? <b>{words.stepsOf(step.cases.join(', '))}</b> : null}
            <p className="steptext">{step.text}</p>
          </li>
        ))}
      </ol>
    </section>
  );
};

export const Law = ({ view }: Part) => {
  const words = useText().citizen.procedure;
  const line = (basis: (typeof view.law)[number]) => (
    <li key={basis.number + basis.article}>
      <b>{basis.number}</b>
      <span>{[basis.name, basis.article].filter(Boolean).join(', ')}</span>
    </li>
  );
  return (
    <section id="can-cu">
      <h2>{words.law}</h2>
      <ul className="law">{view.law.slice(0, FIRST_LAWS).map(line)}</ul>
      {view.law.length > FIRST_LAWS ? (
        <details className="more">
          <summary>
            <ChevronDown className="i s chev" aria-hidden="true" />
            {words.moreLaw(view.law.length)}
          </summary>
          <ul className="law">{view.law.slice(FIRST_LAWS).map(line)}</ul>
        </details>
      ) : null}
      {view.source ? <p className="small muted">{words.source(view.source)}</p> : null}
    </section>
  );
};

export const Plain = ({
  id,
  title,
  lines,
  empty,
}: {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly string[];
  readonly empty: string;
}) => (
  <section id={id}>
    <h2>{title}</h2>
    {lines.length === 0 ? <p>{empty}</p> : null}
    {lines.length === 1 ? <p className="pre">{lines[0]}</p> : null}
    {lines.length > 1 ? (
      <ul className="pre">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    ) : null}
  </section>
);
