import {
  noneParts,
  put,
  recordOf,
  screenFields,
  listOf,
  textOf,
  type Screen,
  type StudioContent,
} from '#engine/studio/index.ts';
import { useStudioText } from '#app/i18n/use-studio-text.ts';
import { useStudioFields } from './context.ts';
import { SchemaField } from './schema-field.tsx';

/** One screen of `procedure.json`: all its properties, and whether the law provides none. */
export const PartScreen = ({ screen, content }: { readonly screen: Screen; readonly content: StudioContent }) => {
  const words = useStudioText();
  const fields = useStudioFields();
  const { procedure } = content;
  const none = listOf(procedure['none']).map(textOf);
  const someNational = screenFields(screen).some(
    ({ name }) =>
      fields.isNational(['procedure', name]) ||
      listOf(procedure[name]).some((_, place) => fields.isNational(['procedure', name, place])),
  );
  return (
    <div className="partscreen card">
      <h2>{words.tabs[screen]}</h2>
      {someNational ? <p className="small muted">{words.nationalText}</p> : null}
      {screenFields(screen).map(({ name, field, needed }) => (
        <div key={name}>
          {noneParts.includes(name) && listOf(procedure[name]).length === 0 ? (
            <label className="check field">
              <input
                type="checkbox"
                checked={none.includes(name)}
                onChange={(event) => {
                  const next = event.target.checked ? [...none, name] : none.filter((each) => each !== name);
                  const changed = recordOf(put(procedure, ['none'], next.length === 0 ? undefined : next));
                  fields.put(['procedure'], changed);
                }}
              />{' '}
              {words.law} <span className="muted small">{words.lawHint}</span>
            </label>
          ) : null}
          {none.includes(name) && listOf(procedure[name]).length === 0 ? null : (
            // The procedure that a draft is of never changes under it.
            <SchemaField field={name === 'code' ? { kind: 'id' } : field} name={name} within={screen} path={['procedure', name]} value={procedure[name]} needed={needed} />
          )}
        </div>
      ))}
    </div>
  ); // prettier-ignore
};
