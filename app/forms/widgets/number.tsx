import type { WidgetProps } from '@rjsf/utils';
import { useState } from 'react';
import { description } from '../described-by.ts';
import { readTypedNumber, writeNumber } from '../typed-number.ts';

const shown = (value: unknown): string =>
  typeof value === 'number' ? writeNumber(value) : value === undefined || value === null ? '' : String(value);

/** A text box that reads and writes numbers the Vietnamese way; grouped again when left. */
const numberWidget = (fixedUnit?: string) =>
  function NumberLike(props: WidgetProps) {
    const { id, htmlName, value, onChange, onBlur, readonly, disabled, options } = props;
    const [typed, setTyped] = useState<string | undefined>(undefined);
    const unit = fixedUnit ?? options['unit'];
    const box = (
      <input
        id={id}
        name={htmlName ?? id}
        type="text"
        inputMode={fixedUnit || options['decimals'] === 0 ? 'numeric' : 'decimal'}
        className="medium"
        maxLength={30}
        value={typed ?? shown(value)}
        readOnly={readonly}
        disabled={disabled}
        onChange={(event) => {
          setTyped(event.target.value);
          onChange(readTypedNumber(event.target.value));
        }}
        onBlur={() => {
          setTyped(undefined);
          onBlur(id, value);
        }}
        {...description(props)}
      />
    );
    return typeof unit === 'string' ? (
      <span className="withunit">
        {box}
        <span className="unit">{unit}</span>
      </span>
    ) : (
      box
    );
  };

export const NumberWidget = numberWidget();
export const MoneyWidget = numberWidget('đ');
