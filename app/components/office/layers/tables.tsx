import { Tag } from '#app/components/state-badge.tsx';
import { useOfficeText } from '#app/i18n/use-office-text.ts';
import type { Told, WholeRow } from '#app/server/office/layers/view.ts';

const TONES = {
  same: 'plain',
  own: 'plain',
  taken: 'action',
  added: 'ok',
  removed: 'warn',
  departs: 'warn',
  conflict: 'danger',
} as const;

const State = ({ state }: { readonly state: Told['state'] }) => {
  const { layers: words } = useOfficeText();
  return <Tag tone={TONES[state]}>{words.states[state]}</Tag>;
};

/** Places and what stood and stands there. */
export const ToldTable = ({
  rows,
  caption,
  was,
  now,
}: {
  readonly rows: readonly Told[];
  readonly caption: string;
  readonly was: string;
  readonly now: string;
}) => {
  const { layers: words } = useOfficeText();
  return (
    <table className="rc">
      <caption className="vh">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.columns.place}</th>
          <th scope="col">{words.columns.change}</th>
          <th scope="col">{was}</th>
          <th scope="col">{now}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.path}>
            <td>{row.place}</td>
            <td data-l={words.columns.change}>
              <State state={row.state} />
            </td>
            <td data-l={was} className="lylines">
              {row.was || <span className="muted">{words.nothing}</span>}
            </td>
            <td data-l={now} className="lylines">
              {row.now || <span className="muted">{words.nothing}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

/** The merged content, and the layer that says each row of it. */
export const WholeTable = ({ rows }: { readonly rows: readonly WholeRow[] }) => {
  const { layers: words } = useOfficeText();
  return (
    <table className="rc">
      <caption className="vh">{words.whole}</caption>
      <thead>
        <tr>
          <th scope="col">{words.columns.place}</th>
          <th scope="col">{words.columns.value}</th>
          <th scope="col">{words.columns.layer}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, place) => (
          <tr key={place}>
            <td>{row.part}</td>
            <td data-l={words.columns.value} className="lylines">
              {row.value}
            </td>
            <td data-l={words.columns.layer}>
              <b>{row.layers.map((layer) => words.names[layer]).join(', ')}</b>
              {row.state === 'same' || row.state === 'own' ? null : (
                <>
                  {' '}
                  <State state={row.state} />
                </>
              )}
              {row.fields ? <small className="osub">{words.ownFields(row.fields)}</small> : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
