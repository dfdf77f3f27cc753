import type { ErrorSchema, FieldProps } from '@rjsf/utils';
import { useScripted } from '#app/components/use-scripted.ts';
import { useText } from '#app/i18n/use-text.ts';
import { description } from '../described-by.ts';
import type { FormContext, ListEntry } from '../form-context.ts';
import { errorId, hintId } from '../ids.ts';

type Part = 'province' | 'district' | 'commune' | 'detail';

const isParts = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Where a place lies: a commune's district, a district's province. */
const under = (places: readonly ListEntry[], length: number, parent: string | undefined): readonly ListEntry[] =>
  places.filter((place) => place.code.length === length && (parent === undefined || place.parent === parent));

interface BoxProps {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly required: boolean;
  readonly hint?: string | undefined;
  readonly errors: readonly string[];
  readonly value: string;
  readonly options?: readonly ListEntry[] | undefined;
  /** Options under the names of what they lie in, for pages without scripts. */
  readonly groups?: readonly ListEntry[] | undefined;
  readonly autocomplete?: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

const Box = ({ id, name, label, required, hint, errors, value, options, groups, autocomplete, onChange }: BoxProps) => {
  const { forms } = useText();
  const shared = {
    id,
    name,
    value,
    autoComplete: autocomplete,
    ...description({ id, options: { description: hint }, rawErrors: errors }),
  };
  const entries = (list: readonly ListEntry[]) =>
    list.map((place) => (
      <option key={place.code} value={place.code}>
        {place.name}
      </option>
    ));
  return (
    <div className={errors.length > 0 ? 'field err' : 'field'}>
      <label htmlFor={id}>
        {label}
        {required ? null : <span className="muted optional"> {forms.optional}</span>}
      </label>
      {hint ? (
        <p className="hint" id={hintId(id)}>
          {hint}
        </p>
      ) : null}
      {errors.length > 0 ? (
        <p className="msg" id={errorId(id)}>
          {errors.join(' ')}
        </p>
      ) : null}
      {options ? (
        <select
          {...shared}
          onChange={(event) => {
            onChange(event.target.value || undefined);
          }}
        >
          <option value="">{forms.choose}</option>
          {groups
            ? groups.map((group) => (
                <optgroup key={group.code} label={group.name}>
                  {entries(options.filter((place) => place.parent === group.code))}
                </optgroup>
              ))
            : entries(options)}
        </select>
      ) : (
        <input
          {...shared}
          type="text"
          onChange={(event) => {
            onChange(event.target.value || undefined);
          }}
        />
      )}
    </div>
  );
};

/**
 * Province, district, commune, then the rest in words. With scripts each list shows what lies in the
 * one before; without them all communes are there, grouped by district.
 */
export const AddressField = (props: FieldProps) => {
  const { formData, fieldPathId, uiSchema, schema, errorSchema, registry, onChange, required, name } = props;
  const { places } = registry.formContext as FormContext;
  const alive = useScripted();
  const given = isParts(formData) ? formData : {};
  const text = (part: Part): string => (typeof given[part] === 'string' ? given[part] : '');
  const known = schema.properties ?? {};
  const needed = new Set(schema.required ?? []);
  const id = fieldPathId.$id;
  const provinces = under(places, 2, undefined);
  const districts = under(places, 3, alive && text('province') ? text('province') : undefined);
  const communes = under(places, 5, alive && text('district') ? text('district') : undefined).filter(
    (place) =>
      !alive ||
      text('district') !== '' ||
      text('province') === '' ||
      districts.some((district) => district.code === place.parent),
  );
  const change = (part: Part, value: string | undefined): void => {
    const next: Record<string, unknown> = { ...given, [part]: value };
    if (part === 'province') next['district'] = undefined;
    if (part === 'province' || part === 'district') next['commune'] = undefined;
    if (part === 'commune' && value) {
      const district = places.find((place) => place.code === value)?.parent;
      if (district !== undefined && 'district' in known) next['district'] = district;
    }
    onChange(next, fieldPathId.path, undefined, id);
  };
  const box = (part: Part, options?: readonly ListEntry[], groups?: readonly ListEntry[]) => {
    const part_ = known[part];
    if (part_ === undefined || typeof part_ === 'boolean') return null;
    const ui: Readonly<Record<string, unknown>> = uiSchema?.[part] ?? {};
    const errors = (errorSchema as ErrorSchema<Record<string, unknown>> | undefined)?.[part]?.__errors ?? [];
    return (
      <Box
        key={part}
        id={`${id}-${part}`}
        name={`${fieldPathId.name ?? id}[${part}]`}
        label={String(ui['ui:title'] ?? part_.title ?? part)}
        hint={typeof ui['ui:description'] === 'string' ? ui['ui:description'] : undefined}
        required={needed.has(part)}
        errors={errors}
        value={text(part)}
        autocomplete={typeof ui['ui:autocomplete'] === 'string' ? ui['ui:autocomplete'] : undefined}
        options={options && options.length > 0 ? options : undefined}
        groups={groups}
        onChange={(value) => {
          change(part, value);
        }}
      />
    );
  };
  const hint = uiSchema?.['ui:description'];
  const { forms } = useText();
  return (
    <fieldset className="group" id={id} tabIndex={-1} aria-describedby={hint ? hintId(id) : undefined}>
      <legend>
        {uiSchema?.['ui:title'] ?? schema.title ?? name}
        {required ? null : <span className="muted optional"> {forms.optional}</span>}
      </legend>
      {hint ? (
        <p className="hint" id={hintId(id)}>
          {String(hint)}
        </p>
      ) : null}
      {box('province', provinces)}
      {box('district', districts)}
      {box('commune', communes, alive && text('district') ? undefined : under(places, 3, undefined))}
      {box('detail')}
    </fieldset>
  );
};
