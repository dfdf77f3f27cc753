import type { WidgetProps } from '@rjsf/utils';
import { useState } from 'react';
import { useText } from '#app/i18n/use-text.ts';
import { joinDate, splitDate, type DateParts } from '../date-parts.ts';
import { description } from '../described-by.ts';
import { hintId } from '../ids.ts';

const BOXES = [
  { part: 'day', short: 'd', size: 2 },
  { part: 'month', short: 'm', size: 2 },
  { part: 'year', short: 'y', size: 4 },
] as const;

/** Day, month, year in three boxes, whatever the browser's language; stored as an ISO date. */
const dateWidget = (partial: boolean) =>
  function DateLike(props: WidgetProps) {
    const { id, htmlName, value, onChange, readonly, disabled, uiSchema } = props;
    const { forms } = useText();
    const [typed, setTyped] = useState<DateParts | undefined>(undefined);
    const parts = typed && joinDate(typed, partial) === (value ?? undefined) ? typed : splitDate(value);
    const wrong = description(props)['aria-invalid'];
    const birthday = String(uiSchema?.['ui:autocomplete'] ?? '') === 'bday';
    return (
      <>
        {partial ? (
          <p className="hint" id={`${hintId(id)}-2`}>
            {forms.partialHint}
          </p>
        ) : null}
        <div className="date3">
          {BOXES.map(({ part, short, size }, index) => (
            <div key={part}>
              <label className="boxlabel" htmlFor={index === 0 ? id : `${id}-${short}`}>
                {forms[part]}
              </label>
              <input
                id={index === 0 ? id : `${id}-${short}`}
                name={`${htmlName ?? id}[${short}]`}
                type="text"
                inputMode="numeric"
                maxLength={size + 2}
                value={parts[part]}
                readOnly={readonly}
                disabled={disabled}
                autoComplete={birthday ? `bday-${part}` : 'off'}
                aria-invalid={wrong}
                onChange={(event) => {
                  const next = { ...parts, [part]: event.target.value };
                  setTyped(next);
                  onChange(joinDate(next, partial));
                }}
              />
            </div>
          ))}
        </div>
      </>
    );
  };

export const DateWidget = dateWidget(false);
export const PartialDateWidget = dateWidget(true);
