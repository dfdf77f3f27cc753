import { useState, useSyncExternalStore } from 'react';
import { useOfficeText } from '#app/i18n/use-office-text.ts';

const never = (): (() => void) => () => undefined;
/** Only on secure origins, and only with a script. */
const canCopy = (): boolean => 'clipboard' in navigator;

/** The first eight digits of a content seal, and a button that copies all 64 where the browser can. */
export const Hash = ({ hash }: { readonly hash: string }) => {
  const { versions: words } = useOfficeText();
  const able = useSyncExternalStore(never, canCopy, () => false);
  const [copied, setCopied] = useState(false);
  const copy = (): void => {
    void navigator.clipboard.writeText(hash).then(() => {
      setCopied(true);
    });
  };
  return (
    <span className="hash">
      <code title={hash}>
        {hash.slice(0, 4)} {hash.slice(4, 8)}
      </code>
      {able ? (
        <button
          type="button"
          className="linkish"
          aria-label={copied ? words.copied : words.copyWhole(hash.slice(0, 8))}
          onClick={copy}
        >
          {copied ? words.copied : words.copy}
        </button>
      ) : null}
    </span>
  );
};
