import { Link } from '@remix-run/react';
import type { AnswerPage } from '#app/server/views/answer-rows.ts';
import { useText } from '#app/i18n/use-text.ts';

/** One part of an application to read over, with a way back to it. */
export const AnswerCard = ({ title, rows, edit }: Pick<AnswerPage, 'title' | 'rows'> & { readonly edit?: string }) => {
  const words = useText().citizen.intake.check;
  return (
    <section className="chkcard">
      <header>
        <h2>{title}</h2>
        {edit ? (
          <Link className="btn quiet" to={edit}>
            {words.edit}
            <span className="vh"> {title}</span>
          </Link>
        ) : null}
      </header>
      <dl className="rows">
        {rows.map((row, index) => (
          <div key={`${row.label} ${index}`}>
            <dt>{row.label}</dt>
            <dd className="pre">{row.value === '' ? words.empty : row.value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
};
