import type { EnumOptionsType, WidgetProps } from '@rjsf/utils';
import { useText } from '#app/i18n/use-text.ts';
import { description } from '../described-by.ts';

const choicesOf = ({ options }: WidgetProps): readonly EnumOptionsType[] => options.enumOptions ?? [];

const hintsOf = ({ options }: WidgetProps): readonly string[] =>
  Array.isArray(options['optionHints']) ? options['optionHints'].map(String) : [];

/** Radios as whole rows one can press; the first has the question's id, for links from the summary. */
export const RadioWidget = (props: WidgetProps) => {
  const { id, htmlName, value, onChange, readonly, disabled } = props;
  const hints = hintsOf(props);
  return (
    <>
      {choicesOf(props).map((option, index) => (
        <label className="opt" key={String(option.value)}>
          <input
            id={index === 0 ? id : `${id}-${index}`}
            type="radio"
            name={htmlName ?? id}
            value={String(option.value)}
            checked={value === option.value}
            disabled={disabled || readonly}
            onChange={() => {
              onChange(option.value);
            }}
          />
          <span>
            {option.label}
            {hints[index] ? <span className="opthint">{hints[index]}</span> : null}
          </span>
        </label>
      ))}
    </>
  );
};

export const YesNoWidget = ({ id, htmlName, value, onChange, readonly, disabled }: WidgetProps) => {
  const { common } = useText();
  return (
    <div className="yesno">
      {[true, false].map((answer) => (
        <label className="opt" key={String(answer)}>
          <input
            id={answer ? id : `${id}-0`}
            type="radio"
            name={htmlName ?? id}
            value={String(answer)}
            checked={value === answer}
            disabled={disabled || readonly}
            onChange={() => {
              onChange(answer);
            }}
          />
          <span>{answer ? common.yes : common.no}</span>
        </label>
      ))}
    </div>
  );
};

export const CheckboxesWidget = (props: WidgetProps) => {
  const { id, htmlName, value, onChange, readonly, disabled } = props;
  const chosen: readonly unknown[] = Array.isArray(value) ? value : [];
  const hints = hintsOf(props);
  return (
    <>
      {choicesOf(props).map((option, index) => (
        <label className="opt" key={String(option.value)}>
          <input
            id={index === 0 ? id : `${id}-${index}`}
            type="checkbox"
            name={(htmlName ?? id).endsWith('[]') ? (htmlName ?? id) : `${htmlName ?? id}[]`}
            value={String(option.value)}
            checked={chosen.includes(option.value)}
            disabled={disabled || readonly}
            onChange={(event) => {
              // In the order of the list, whatever the order of the clicks.
              const next = choicesOf(props)
                .map((each) => each.value as unknown)
                .filter((each) => (each === option.value ? event.target.checked : chosen.includes(each)));
              onChange(next);
            }}
          />
          <span>
            {option.label}
            {hints[index] ? <span className="opthint">{hints[index]}</span> : null}
          </span>
        </label>
      ))}
    </>
  );
};

/** "Tôi cam đoan …": the label is the statement itself. */
export const DeclarationWidget = (props: WidgetProps) => {
  const { id, htmlName, value, label, onChange, readonly, disabled } = props;
  return (
    <div className="promise">
      <label>
        <input
          id={id}
          type="checkbox"
          name={htmlName ?? id}
          value="true"
          checked={value === true}
          disabled={disabled || readonly}
          onChange={(event) => {
            onChange(event.target.checked ? true : undefined);
          }}
          {...description({ ...props, options: {} })}
        />
        <span>{label}</span>
      </label>
    </div>
  );
};
