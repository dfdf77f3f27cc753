import { Fragment } from 'react';
import { useStaffText } from '#app/i18n/use-staff-text.ts';

export interface Key {
  /** Shown side by side: `['J', 'K']`, `['Ctrl', '↵']`. */
  readonly keys: readonly string[];
  /** From the first key to the last. */
  readonly range?: boolean;
  readonly does: string;
}

/** The shortcuts of the page in one line; `?` opens and closes it. */
export const Keys = ({ items }: { readonly items: readonly Key[] }) => {
  const { frame: words } = useStaffText();
  return (
    <details className="keys" open>
      <summary data-key="?">
        <b>{words.keys}</b> <kbd>?</kbd>
      </summary>
      {items.map((item) => (
        <span key={item.does}>
          {item.keys.map((key, index) => (
            <Fragment key={key}>
              {index > 0 ? (item.range ? ' – ' : ' ') : null}
              <kbd>{key}</kbd>
            </Fragment>
          ))}{' '}
          {item.does}
        </span>
      ))}
    </details>
  );
};
