import { useOfficeText } from '#app/i18n/use-office-text.ts';
import type { Pair, Side } from '#app/server/office/compare.ts';
import type { Piece } from '#app/server/office/word-diff.ts';

const SIGNS: Readonly<Record<Side, { readonly sign: string; readonly look: string }>> = {
  added: { sign: '+', look: 'add' },
  removed: { sign: '−', look: 'repeal' },
  changed: { sign: '✎', look: 'amend' },
  same: { sign: '=', look: 'same' },
};

/** A change as sign, colour and word. */
export const SideSign = ({ kind }: { readonly kind: Side }) => {
  const { compare: words } = useOfficeText();
  return (
    <span className={`act-sign ${SIGNS[kind].look}`} title={words.kinds[kind]}>
      <span aria-hidden="true">{SIGNS[kind].sign}</span>
      <span className="vh">{words.kinds[kind]}</span>
    </span>
  );
};

const Pieces = ({ pieces, marked }: { readonly pieces: readonly Piece[]; readonly marked: boolean }) => (
  <>
    {pieces.map((piece, index) => (
      <span key={index}>
        {index > 0 ? ' ' : ''}
        {!marked || piece.kind === 'same' ? (
          piece.text
        ) : piece.kind === 'gone' ? (
          <del>{piece.text}</del>
        ) : (
          <ins>{piece.text}</ins>
        )}
      </span>
    ))}
  </>
);

/** Both releases in two columns; what stays the same is counted, and opens on demand. */
export const Pairs = ({
  pairs,
  caption,
  before,
  after,
}: {
  readonly pairs: readonly Pair[];
  readonly caption: string;
  readonly before: string;
  readonly after: string;
}) => {
  const { compare: words } = useOfficeText();
  const changed = pairs.filter((pair) => pair.kind !== 'same');
  const same = pairs.filter((pair) => pair.kind === 'same');
  return (
    <>
      {changed.length > 0 ? (
        <table className="rc opairs">
          <caption className="vh">{caption}</caption>
          <thead>
            <tr>
              <th scope="col" className="c-sign">
                <span className="vh">{words.legend}</span>
              </th>
              <th scope="col">{before}</th>
              <th scope="col">{after}</th>
            </tr>
          </thead>
          <tbody>
            {changed.map((pair) => (
              <tr key={pair.id} className={pair.kind}>
                <td>
                  <SideSign kind={pair.kind} />
                </td>
                <td data-l={before}>
                  {pair.before.length === 0 ? (
                    <span className="muted">{words.absent}</span>
                  ) : (
                    <Pieces pieces={pair.before} marked={pair.kind === 'changed'} />
                  )}
                </td>
                <td data-l={after}>
                  {pair.after.length === 0 ? (
                    <span className="muted">{words.gone}</span>
                  ) : (
                    <Pieces pieces={pair.after} marked={pair.kind === 'changed'} />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {same.length > 0 ? (
        <details className="more pad">
          <summary>
            <SideSign kind="same" /> {words.unchanged(same.length)}
          </summary>
          <ul className="osame">
            {same.map((pair) => (
              <li key={pair.id}>
                <Pieces pieces={pair.after} marked={false} />
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
};
