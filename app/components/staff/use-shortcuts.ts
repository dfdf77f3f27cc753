import { useEffect } from 'react';

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit'].includes(target.type)));

const act = (element: Element | null): boolean => {
  if (!(element instanceof HTMLElement) || element.hasAttribute('disabled')) return false;
  if (element.hasAttribute('data-focus-key')) element.focus();
  else element.click();
  element.scrollIntoView({ block: 'nearest' });
  return true;
};

const rows = (): readonly HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-row-link]')];

/** J and K walk through the links that open the rows of a list. */
const walk = (step: 1 | -1): boolean => {
  const all = rows();
  const at = all.findIndex((each) => each === document.activeElement);
  const next = all[at < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + step))];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
  return next !== undefined;
};

/**
 * Shortcuts of the staff pages. A page marks what a key does: `data-key="1"` is pressed,
 * `data-focus-key="/"` gets the focus, `data-key="alt+n"` with Alt; Ctrl+Enter presses `data-primary`;
 * `?` opens the list of keys. Plain keys rest while somebody types.
 */
export const useShortcuts = (): void => {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.isComposing || event.metaKey) return;
      const key = event.key.toLowerCase();
      if (event.ctrlKey) {
        if (key === 'enter' && act(document.querySelector('[data-primary]:not([disabled])'))) event.preventDefault();
        return;
      }
      if (!event.altKey && typing(event.target)) return;
      const name = event.altKey ? `alt+${key}` : key;
      const escaped = CSS.escape(name);
      if (!event.altKey && (key === 'j' || key === 'k') && walk(key === 'j' ? 1 : -1)) event.preventDefault();
      else if (act(document.querySelector(`[data-key="${escaped}"], [data-focus-key="${escaped}"]`)))
        event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
    };
  }, []);
};
