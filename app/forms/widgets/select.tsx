import type { WidgetProps } from '@rjsf/utils';
import { useMemo, useState } from 'react';
import { useScripted } from '#app/components/use-scripted.ts';
import { useText } from '#app/i18n/use-text.ts';
import { description } from '../described-by.ts';
import { fold } from '#engine/definition/browser.ts';
import type { FormContext } from '../form-context.ts';

interface Option {
  readonly value: string;
  readonly label: string;
}

/** Lists longer than this get a box to search in. */
const SEARCH_FROM = 12;

interface SearchableProps {
  readonly props: WidgetProps;
  readonly options: readonly Option[];
}

/** A native select; above long ones a box that narrows it, once scripts run. Without them it is a select. */
const Searchable = ({ props, options }: SearchableProps) => {
  const { id, htmlName, value, onChange, onBlur, readonly, disabled, label } = props;
  const { forms } = useText();
  const alive = useScripted();
  const [typed, setTyped] = useState('');
  const found = useMemo(() => {
    const wanted = fold(typed.trim());
    return wanted === ''
      ? options
      : options.filter((option) => option.value === value || fold(option.label).includes(wanted));
  }, [typed, options, value]);
  return (
    <>
      {alive && options.length > SEARCH_FROM ? (
        <div className="narrow-list">
          <input
            type="search"
            aria-label={`${label}: ${forms.search}`}
            placeholder={forms.search}
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
            }}
          />
          <span role="status" className="small muted">
            {typed === '' ? '' : forms.found(found.length)}
          </span>
        </div>
      ) : null}
      <select
        id={id}
        name={htmlName ?? id}
        value={value === undefined || value === null ? '' : String(value)}
        disabled={disabled || readonly}
        onChange={(event) => {
          onChange(event.target.value === '' ? undefined : event.target.value);
        }}
        onBlur={() => {
          onBlur(id, value);
        }}
        {...description(props)}
      >
        <option value="">{forms.choose}</option>
        {found.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </>
  );
};

export const SelectWidget = (props: WidgetProps) => (
  <Searchable
    props={props}
    options={(props.options.enumOptions ?? []).map((option) => ({ value: String(option.value), label: option.label }))}
  />
);

/** A code list too long for the schema: its entries come with the page. */
export const CodeListWidget = (props: WidgetProps) => {
  const { lists } = props.registry.formContext as FormContext;
  const entries = lists[String(props.options['list'])] ?? [];
  return <Searchable props={props} options={entries.map((entry) => ({ value: entry.code, label: entry.name }))} />;
};
