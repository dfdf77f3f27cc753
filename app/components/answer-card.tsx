import { Link } from '@remix-run/react';
import { Fragment } from 'react';
import type { AnswerPage, AnswerRow } from '#app/server/views/answer-rows.ts';
import { useText } from '#app/i18n/use-text.ts';

interface RowGroup {
  readonly group: string | undefined;
  readonly rows: readonly AnswerRow[];
}

/** Neighbouring rows of one group together. */
const groupsOf = (rows: readonly AnswerRow[]): readonly RowGroup[] =>
  rows.reduce<readonly RowGroup[]>((groups, row) => {
    const last = groups.at(-1);
    return last && last.group === row.group
      ? [...groups.slice(0, -1), { group: row.group, rows: [...last.rows, row] }]
      : [...groups, { group: row.group, rows: [row] }];
  }, []);

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
      {groupsOf(rows).map(({ group, rows: own }, at) => (
        <Fragment key={`${group ?? ''} ${at}`}>
          {group === undefined ? null : <h3 className="rowgroup">{group}</h3>}
          <dl className="rows">
            {own.map((row, index) => (
              <div key={`${row.label} ${index}`}>
                <dt>{row.label}</dt>
                <dd className="pre">{row.value === '' ? words.empty : row.value}</dd>
              </div>
            ))}
          </dl>
        </Fragment>
      ))}
    </section>
  );
};
