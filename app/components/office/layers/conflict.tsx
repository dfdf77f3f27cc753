import { Field } from '#app/components/field.tsx';
import { useOfficeText } from '#app/i18n/use-office-text.ts';
import type { Asked } from '#app/server/office/layers/view.ts';

interface ConflictProps {
  readonly asked: Asked;
  readonly place: number;
  readonly typed: { readonly take: string; readonly words: string } | undefined;
  readonly error: string | undefined;
  readonly writes: boolean;
}

const Said = ({ label, text }: { readonly label: string; readonly text: string }) => {
  const { layers: words } = useOfficeText();
  return (
    <div>
      <dt>{label}</dt>
      <dd className="lylines">{text || <span className="muted">{words.nothing}</span>}</dd>
    </div>
  );
};

/** One true conflict: what each side says, and a choice. */
export const Conflict = ({ asked, place, typed, error, writes }: ConflictProps) => {
  const { layers: words } = useOfficeText();
  const id = `xung-dot-${place}`;
  const name = `chon:${asked.path}`;
  return (
    <fieldset
      className={error ? 'lyconflict err' : 'lyconflict'}
      id={id}
      aria-describedby={error ? `${id}-vi ${id}-loi` : `${id}-vi`}
    >
      <legend>{asked.place}</legend>
      <p id={`${id}-vi`}>{words.kinds[asked.kind]}</p>
      {error ? (
        <p className="msg" id={`${id}-loi`}>
          {error}
        </p>
      ) : null}
      <dl className="lysides">
        {asked.kind === 'no-base' ? null : <Said label={words.before} text={asked.base} />}
        <Said label={words.above} text={asked.theirs} />
        <Said label={words.here} text={asked.ours} />
      </dl>
      {asked.uses.length > 0 ? (
        <>
          <p className="small lyuses">{words.uses}:</p>
          <ul className="small">
            {asked.uses.map((use, each) => (
              <li key={each}>
                {use.name} <span className="muted">({words.use[use.layer]})</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {writes ? (
        <div className="lychoices" role="radiogroup" aria-label={`${words.choose}: ${asked.place}`}>
          {(['ours', 'theirs', ...(asked.writing ? (['write'] as const) : [])] as const).map((take) => (
            <label key={take} className="check">
              <input type="radio" name={name} value={take} defaultChecked={typed?.take === take} /> {words[take]}
            </label>
          ))}
          {asked.writing ? (
            <Field id={`${id}-viet`} label={words.written} hint={words.writeHint[asked.writing]}>
              {asked.writing === 'lines' || asked.writing === 'text' ? (
                <textarea
                  id={`${id}-viet`}
                  name={`viet:${asked.path}`}
                  rows={asked.writing === 'lines' ? 5 : 2}
                  defaultValue={typed?.words ?? asked.start}
                  aria-describedby={`${id}-viet-goi-y`}
                />
              ) : (
                <input
                  id={`${id}-viet`}
                  type="text"
                  name={`viet:${asked.path}`}
                  defaultValue={typed?.words ?? asked.start}
                  aria-describedby={`${id}-viet-goi-y`}
                />
              )}
            </Field>
          ) : null}
        </div>
      ) : null}
    </fieldset>
  );
};
