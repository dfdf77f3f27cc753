import { ArrowDown, ArrowUp, Copy, GripVertical, Plus, Trash2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import {
  blankOf,
  insert,
  isRecord,
  listOf,
  move,
  recordOf,
  textOf,
  type Field,
  type Json,
  type JsonRecord,
  type NamedField,
  type Path,
} from '#engine/studio/index.ts';
import { useStudioText, wordFor } from '#app/i18n/use-studio-text.ts';
import { useStudioFields } from './context.ts';
import { FeelField } from './feel-field.tsx';
import { useDrag } from './use-drag.ts';

/** Where `unit` names a unit of the province. */
const UNIT_OF = new Set(['deciding', 'receiving', 'coordinating']);

interface FieldProps {
  readonly field: Field;
  readonly name: string;
  /** The record or list it stands in, where its name means something else there. */
  readonly within?: string;
  readonly path: Path;
  readonly value: Json | undefined;
  readonly needed?: boolean;
}

const idOf = (path: Path): string => `f-${path.join('-')}`;
/** Texts that take more than a line. */
const LONG = new Set([
  'text',
  'hint',
  'note',
  'description',
  'intro',
  'whenText',
  'conditions',
  'validity',
  'refundable',
]);

const Labelled = ({
  id,
  label,
  children,
}: {
  readonly id: string;
  readonly label: string;
  readonly children: ReactNode;
}) => (
  <div className="field">
    <label htmlFor={id}>{label}</label>
    {children}
  </div>
);

const TextBox = ({ id, value, long = false, mono = false, onChange, label }: {
  readonly id: string;
  readonly value: string;
  readonly long?: boolean;
  readonly mono?: boolean;
  readonly label?: string;
  readonly onChange: (value: string) => void;
}) =>
  long ? (
    <textarea id={id} rows={2} value={value} aria-label={label} onChange={(event) => { onChange(event.target.value); }} />
  ) : (
    <input id={id} type="text" className={mono ? 'mono' : undefined} value={value} aria-label={label} onChange={(event) => { onChange(event.target.value); }} />
  ); // prettier-ignore

/** A number as it is typed; what is no number yet stays in the box and is not taken over. */
const NumberBox = ({
  id,
  value,
  onChange,
}: {
  readonly id: string;
  readonly value: Json | undefined;
  readonly onChange: (value: number | undefined) => void;
}) => {
  const shown = typeof value === 'number' ? String(value) : '';
  const [typed, setTyped] = useState({ shown, text: shown });
  const text = typed.shown === shown ? typed.text : shown;
  const number = Number(text.replace(',', '.'));
  const wrong = text.trim() !== '' && !Number.isFinite(number);
  return (
    <input
      id={id}
      type="text"
      inputMode="decimal"
      className="short"
      aria-invalid={wrong || undefined}
      value={text}
      onChange={(event) => {
        const next = event.target.value;
        const read = Number(next.replace(',', '.'));
        const taken = next.trim() === '' ? undefined : Number.isFinite(read) ? read : (value as number | undefined);
        setTyped({ shown: taken === undefined ? '' : String(taken), text: next });
        onChange(taken);
      }}
    />
  );
};

const Localized = ({
  path,
  value,
  long,
  label,
}: {
  readonly path: Path;
  readonly value: Json | undefined;
  readonly long: boolean;
  readonly label: string;
}) => {
  const { put, english } = useStudioFields();
  const words = useStudioText();
  const text = recordOf(value);
  const set = (language: 'vi' | 'en', typed: string): void => {
    const next: JsonRecord = { vi: '', ...text, [language]: typed };
    put(path, next['en'] === '' ? { vi: next['vi'] ?? '' } : next);
  };
  return (
    <>
      <TextBox id={idOf(path)} long={long} value={textOf(text['vi'])} onChange={(typed) => { set('vi', typed); }} />
      {english ? (
        <TextBox
          id={`${idOf(path)}-en`}
          label={`${label}, ${words.english}`}
          long={long}
          value={textOf(text['en'])}
          onChange={(typed) => { set('en', typed); }}
        />
      ) : null}
    </>
  ); // prettier-ignore
};

const Choices = ({
  legend,
  values,
  chosen,
  onChange,
}: {
  readonly legend: string;
  readonly values: readonly { readonly value: string; readonly label: string }[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}) => (
  <fieldset className="field choices">
    <legend>{legend}</legend>
    {values.map(({ value, label }) => (
      <label key={value} className="check">
        <input
          type="checkbox"
          checked={chosen.includes(value)}
          onChange={(event) => {
            // In the order they are offered.
            const next = new Set(event.target.checked ? [...chosen, value] : chosen.filter((each) => each !== value));
            onChange(values.map((each) => each.value).filter((each) => next.has(each)));
          }}
        />{' '}
        {label}
      </label>
    ))}
  </fieldset>
);

export const Select = ({ id, value, options, onChange }: {
  readonly id: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
}) => (
  <select id={id} value={value} onChange={(event) => { onChange(event.target.value); }}>
    {options.some((each) => each.value === value) ? null : <option value={value}>{value}</option>}
    {options.map((each) => (
      <option key={each.value} value={each.value}>
        {each.label}
      </option>
    ))}
  </select>
); // prettier-ignore

/** Draws whatever a setting is, by what its schema says. What the nation says is shown and cannot be changed here. */
export const SchemaField = (props: FieldProps) => {
  const { national } = useStudioText();
  const { isNational } = useStudioFields();
  // A row is no field: what the province says in it stays open.
  if (props.field.kind === 'id' || typeof props.path.at(-1) === 'number' || !isNational(props.path))
    return <OpenField {...props} />;
  return (
    <fieldset className="plain national" disabled>
      <legend>
        <span className="tag">{national}</span>
      </legend>
      <OpenField {...props} />
    </fieldset>
  );
};

const OpenField = ({ field, name, within, path, value, needed = false }: FieldProps) => {
  const words = useStudioText();
  const context = useStudioFields();
  const { put } = context;
  const label = wordFor(words.fields, name, within);
  const id = idOf(path);
  const inValues = (values: readonly string[]) =>
    values.map((each) => ({ value: each, label: wordFor(words.values, each) }));
  switch (field.kind) {
    case 'fixed':
      return null;
    case 'localized':
      return (
        <Labelled id={id} label={label}>
          <Localized path={path} value={value} long={LONG.has(name)} label={label} />
        </Labelled>
      );
    case 'feel':
      return (
        <FeelField
          id={id}
          label={label}
          value={textOf(value)}
          {...(name === 'when' || name === 'required' ? {} : { expected: name === 'amount' ? ('number' as const) : ('any' as const) })}
          onChange={(next) => { put(path, next); }}
        />
      ); // prettier-ignore
    case 'id':
      return (
        <div className="field">
          <span className="label">{name === 'code' ? label : words.idLabel}</span>
          <code className="idshown">{textOf(value)}</code>
        </div>
      );
    case 'shared': {
      const options = name === 'use' ? context.groups : context.lists;
      return (
        <Labelled id={id} label={label}>
          <Select id={id} value={textOf(value)} options={[{ value: '', label: words.unset }, ...options]} onChange={(next) => { put(path, next === '' ? undefined : next); }} />
        </Labelled>
      ); // prettier-ignore
    }
    case 'boolean':
      // A paper is required unless it says otherwise: what can be ticked is the exception.
      if (name === 'required')
        return (
          <label className="check field">
            <input type="checkbox" checked={value === false} onChange={(event) => { put(path, event.target.checked ? false : undefined); }} />{' '}
            {words.optionalPaper}
          </label>
        ); // prettier-ignore
      return (
        <label className="check field">
          <input type="checkbox" checked={value === true} onChange={(event) => { put(path, event.target.checked ? true : needed ? false : undefined); }} />{' '}
          {label}
        </label>
      ); // prettier-ignore
    case 'required':
      return <Required path={path} value={value} label={label} />;
    case 'number':
      return (
        <Labelled id={id} label={label}>
          <NumberBox id={id} value={value} onChange={(next) => { put(path, next); }} />
        </Labelled>
      ); // prettier-ignore
    case 'date':
    case 'text':
      if (name === 'unit' && UNIT_OF.has(within ?? ''))
        return (
          <Labelled id={id} label={label}>
            <Select
              id={id}
              value={textOf(value)}
              options={[{ value: '', label: words.unset }, ...(within === 'deciding' ? Object.entries(words.deciders).map(([each, text]) => ({ value: each, label: text })) : []), ...context.units.map((each) => within === 'deciding' ? { ...each, value: `unit:${each.value}` } : each)]}
              onChange={(next) => { put(path, next === '' && !needed ? undefined : next); }}
            />
          </Labelled>
        ); // prettier-ignore
      return (
        <Labelled id={id} label={label}>
          <TextBox id={id} mono={field.kind === 'text' && field.pattern !== undefined} value={textOf(value)} onChange={(next) => { put(path, next === '' && !needed ? undefined : next); }} />
        </Labelled>
      ); // prettier-ignore
    case 'choice':
      return (
        <Labelled id={id} label={label}>
          <Select
            id={id}
            value={textOf(value)}
            options={[...(needed && value !== undefined ? [] : [{ value: '', label: words.unset }]), ...inValues(field.values)]}
            onChange={(next) => { put(path, next === '' ? undefined : next); }}
          />
        </Labelled>
      ); // prettier-ignore
    case 'choices':
    case 'cases': {
      const values = field.kind === 'cases' ? context.cases : inValues(field.values);
      if (values.length === 0) return null;
      return (
        <Choices
          legend={needed ? label : `${label} (${words.all.toLowerCase()}: ${words.unset.toLowerCase()})`}
          values={values}
          chosen={listOf(value).map(textOf)}
          onChange={(chosen) => { put(path, chosen.length === 0 && !needed ? undefined : chosen); }}
        />
      ); // prettier-ignore
    }
    case 'variants':
      return <Variants field={field} label={label} name={name} path={path} value={value} needed={needed} />;
    case 'record':
      return (
        <Optional label={label} path={path} value={value} needed={needed} field={field}>
          <Fields fields={field.fields} within={name} path={path} value={value} />
        </Optional>
      );
    case 'list':
      return <Rows field={field} name={name} label={label} path={path} value={value} />;
  }
};

/** The fields of a record, one under another. */
export const Fields = ({
  fields,
  within,
  path,
  value,
}: {
  readonly fields: readonly NamedField[];
  readonly within: string;
  readonly path: Path;
  readonly value: Json | undefined;
}) => (
  <>
    {fields.map((each) => (
      <SchemaField
        key={each.name}
        field={each.field}
        name={each.name}
        within={within}
        path={[...path, each.name]}
        value={recordOf(value)[each.name]}
        needed={each.needed}
      />
    ))}
  </>
);

const Optional = ({
  label,
  path,
  value,
  needed,
  field,
  children,
}: {
  readonly label: string;
  readonly path: Path;
  readonly value: Json | undefined;
  readonly needed: boolean;
  readonly field: Field;
  readonly children: ReactNode;
}) => {
  const words = useStudioText();
  const { put, newId } = useStudioFields();
  if (value === undefined && !needed)
    return (
      <button type="button" className="btn quiet s addpart" onClick={() => { put(path, blankOf(field, () => newId('muc'))); }}>
        <Plus className="i s" aria-hidden="true" /> {words.give(label.toLowerCase())}
      </button>
    ); // prettier-ignore
  return (
    <fieldset className="part">
      <legend>{label}</legend>
      {children}
      {needed ? null : (
        <button type="button" className="btn quiet s" onClick={() => { put(path, undefined); }}>
          {words.drop(label.toLowerCase())}
        </button>
      )}
    </fieldset>
  ); // prettier-ignore
};

const Variants = ({
  field,
  label,
  name,
  path,
  value,
  needed,
}: {
  readonly field: Extract<Field, { kind: 'variants' }>;
  readonly label: string;
  readonly name: string;
  readonly path: Path;
  readonly value: Json | undefined;
  readonly needed: boolean;
}) => {
  const words = useStudioText();
  const { put, newId } = useStudioFields();
  const chosen = field.variants.find((each) => each.fits(value));
  const id = `${idOf(path)}-loai`;
  return (
    <fieldset className="part">
      <legend>{label}</legend>
      <div className="field">
        <label htmlFor={id}>{wordFor(words.fields, 'kind')}</label>
        <Select
          id={id}
          value={chosen?.name ?? ''}
          options={[
            ...(needed && chosen ? [] : [{ value: '', label: words.unset }]),
            ...field.variants.map((each) => ({ value: each.name, label: wordFor(words.values, each.name) })),
          ]}
          onChange={(next) => {
            const variant = field.variants.find((each) => each.name === next);
            put(path, variant ? blankOf(variant.field, () => newId('muc')) : undefined);
          }}
        />
      </div>
      {chosen?.field.kind === 'record' ? (
        <Fields fields={chosen.field.fields} within={name} path={path} value={value} />
      ) : chosen ? (
        <SchemaField field={chosen.field} name={name} path={path} value={value} needed />
      ) : null}
    </fieldset>
  );
};

const Required = ({
  path,
  value,
  label,
}: {
  readonly path: Path;
  readonly value: Json | undefined;
  readonly label: string;
}) => {
  const words = useStudioText();
  const { put } = useStudioFields();
  const kind = typeof value === 'string' ? 'when' : value === true ? 'yes' : 'no';
  const id = idOf(path);
  return (
    <fieldset className="field choices inline">
      <legend>{label}</legend>
      {(['yes', 'no', 'when'] as const).map((each) => (
        <label key={each} className="check">
          <input
            type="radio"
            name={id}
            checked={kind === each}
            onChange={() => { put(path, each === 'yes' ? true : each === 'when' ? '' : undefined); }}
          />{' '}
          {words.required[each]}
        </label>
      ))}
      {kind === 'when' ? (
        <FeelField id={`${id}-khi`} label={words.required.when} value={textOf(value)} onChange={(next) => { put(path, next ?? ''); }} />
      ) : null}
    </fieldset>
  ); // prettier-ignore
};

const titleOf = (row: Json): string => {
  const record = recordOf(row);
  for (const key of ['name', 'label', 'text', 'reason', 'agency', 'outcome']) {
    const vi = textOf(recordOf(record[key])['vi']);
    if (vi !== '') return vi.length > 90 ? `${vi.slice(0, 90)}…` : vi;
  }
  return textOf(record['number']) || textOf(recordOf(row)['vi']).slice(0, 90) || textOf(row);
};

/** Rows that can be added, copied, moved and taken out. */
const Rows = ({
  field,
  name,
  label,
  path,
  value,
}: {
  readonly field: Extract<Field, { kind: 'list' }>;
  readonly name: string;
  readonly label: string;
  readonly path: Path;
  readonly value: Json | undefined;
}) => {
  const words = useStudioText();
  const { put, newId, isNational } = useStudioFields();
  const rows = listOf(value);
  const fresh = (): Json => blankOf(field.item, () => newId(name.replace(/s$/, '')));
  const set = (next: readonly Json[]): void => { put(path, next); }; // prettier-ignore
  const change = (next: Json): void => { set(listOf(next)); }; // prettier-ignore
  const drag = useDrag(idOf(path), (from, to) => { change(move(rows, [], Number(from), Number(to))); }); // prettier-ignore
  return (
    <section className="rows" aria-label={label}>
      <h3>{label}</h3>
      {rows.map((row, index) => {
        const title = titleOf(row);
        const about = `${words.row(index + 1)}${title === '' ? '' : `, ${title}`}`;
        return (
          <div
            className={`rowbox${drag.dragged?.key === String(index) ? ' dragged' : drag.dragged?.over === String(index) ? ' over' : ''}`}
            key={index}
            role="group"
            aria-label={about}
            {...drag.row(String(index))}
          >
            <div className="rowhead" {...(rows.length > 1 ? drag.held(String(index)) : {})}>
              {rows.length > 1 ? <GripVertical className="i s grip" aria-hidden="true" /> : null}
              <b>{title === '' ? words.row(index + 1) : title}</b>
              <span className="tools">
                <button type="button" className="ib" disabled={index === 0} aria-label={`${words.up}: ${about}`} onClick={() => { change(move(rows, [], index, index - 1)); }}>
                  <ArrowUp className="i s" aria-hidden="true" />
                </button>
                <button type="button" className="ib" disabled={index === rows.length - 1} aria-label={`${words.down}: ${about}`} onClick={() => { change(move(rows, [], index, index + 1)); }}>
                  <ArrowDown className="i s" aria-hidden="true" />
                </button>
                <button
                  type="button"
                  className="ib"
                  aria-label={`${words.copy}: ${about}`}
                  onClick={() => {
                    const copied = isRecord(row) && 'id' in row ? { ...row, id: newId(name.replace(/s$/, '')) } : row;
                    change(insert(rows, [], index + 1, copied));
                  }}
                >
                  <Copy className="i s" aria-hidden="true" />
                </button>
                <button type="button" className="ib bad" disabled={isNational([...path, index])} aria-label={`${words.remove}: ${about}`} onClick={() => { set(rows.filter((_, place) => place !== index)); }}>
                  <Trash2 className="i s" aria-hidden="true" />
                </button>
              </span>
            </div>
            {field.item.kind === 'record' ? (
              <Fields fields={field.item.fields} within={name} path={[...path, index]} value={row} />
            ) : (
              <SchemaField field={field.item} name={name} path={[...path, index]} value={row} needed />
            )}
          </div>
        );
      })}
      {rows.length < field.most ? (
        <button type="button" className="btn second s" onClick={() => { set([...rows, fresh()]); }}>
          <Plus className="i s" aria-hidden="true" /> {words.addRow(label.toLowerCase())}
        </button>
      ) : null}
    </section>
  ); // prettier-ignore
};
