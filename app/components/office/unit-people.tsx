import { Form } from '@remix-run/react';
import type { Role } from '#engine/dossier/index.ts';
import { formatDate } from '#app/i18n/format.ts';
import { useOfficeText } from '#app/i18n/use-office-text.ts';
import { useText } from '#app/i18n/use-text.ts';

export interface UnitPersonRow {
  readonly person: string;
  readonly name: string;
  readonly title: string;
  readonly login: string;
  readonly role: Role;
  readonly from: string;
  /** Last day; empty: none is known. */
  readonly to: string;
  readonly reserve?: true;
  /** Can still be ended: it is not over. */
  readonly open: boolean;
}

/** A time in words: from a day on, or to a last day. */
export const useSpan = () => {
  const { admin } = useOfficeText();
  return (from: string, to: string): string =>
    to ? admin.unit.fromTo(formatDate(from), formatDate(to)) : admin.unit.from(formatDate(from));
};

const Change = ({ row, today }: { readonly row: UnitPersonRow; readonly today: string }) => {
  const { admin } = useOfficeText();
  const words = admin.unit;
  const id = `thoi-${row.person}-${row.role}-${row.from}`;
  return (
    <details className="more">
      <summary>
        {words.end.open}
        <span className="vh">: {row.name}</span>
      </summary>
      <Form method="post" className="flow">
        <input type="hidden" name="nguoi" value={row.person} />
        <input type="hidden" name="vai-tro" value={row.role} />
        <input type="hidden" name="tu" value={row.from} />
        <div className="field">
          <label htmlFor={id}>{words.end.until(row.name)}</label>
          <input id={id} name="den" type="text" inputMode="numeric" defaultValue={formatDate(today)} />
        </div>
        <div className="act">
          <button className="btn second s" name="viec" value="thoi">
            {words.end.do}
          </button>
          {row.login ? (
            <button className="btn quiet s" name="viec" value="cap-lai">
              {words.reset.do}
            </button>
          ) : null}
        </div>
      </Form>
    </details>
  );
};

/** Who has which role at a unit, and since when. */
export const UnitPeople = ({
  people,
  caption,
  today,
}: {
  readonly people: readonly UnitPersonRow[];
  readonly caption: string;
  readonly today: string;
}) => {
  const { admin } = useOfficeText();
  const { common } = useText();
  const span = useSpan();
  const { peopleColumns: columns, reserve } = admin.unit;
  return (
    <table className="rc">
      <caption className="vh">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{columns.name}</th>
          <th scope="col">{columns.title}</th>
          <th scope="col">{columns.login}</th>
          <th scope="col">{columns.role}</th>
          <th scope="col">{columns.since}</th>
          <th scope="col">{columns.change}</th>
        </tr>
      </thead>
      <tbody>
        {people.map((row) => (
          <tr key={`${row.person} ${row.role} ${row.from}`}>
            <th scope="row">{row.name}</th>
            <td data-l={columns.title}>{row.title}</td>
            <td data-l={columns.login}>{row.login}</td>
            <td data-l={columns.role}>
              {common.roles[row.role]}
              {row.reserve ? ` (${reserve})` : ''}
            </td>
            <td data-l={columns.since} className="num">
              {span(row.from, row.to)}
            </td>
            <td data-l={columns.change}>{row.open ? <Change row={row} today={today} /> : null}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
