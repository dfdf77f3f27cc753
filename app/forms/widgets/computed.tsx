import type { WidgetProps } from '@rjsf/utils';
import { formatDate, formatMoney } from '#app/i18n/format.ts';
import { useText } from '#app/i18n/use-text.ts';
import { description } from '../described-by.ts';
import { writeNumber } from '../typed-number.ts';

/** What the form works out by itself: shown, never posted. */
export const ComputedWidget = (props: WidgetProps) => {
  const { common } = useText();
  const { id, value, options } = props;
  const text =
    value === undefined || value === null
      ? '–'
      : typeof value === 'boolean'
        ? value
          ? common.yes
          : common.no
        : typeof value === 'number'
          ? options['result'] === 'money'
            ? formatMoney(value)
            : writeNumber(value)
          : options['result'] === 'date'
            ? formatDate(String(value))
            : String(value);
  const { 'aria-describedby': describedBy } = description(props);
  return (
    <output className="computed" id={id} aria-live="polite" aria-describedby={describedBy}>
      {text}
    </output>
  );
};
