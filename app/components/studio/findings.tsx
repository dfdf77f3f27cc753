import { Link } from '@remix-run/react';
import { useEffect, useRef, useState } from 'react';
import { useStudioText } from '#app/i18n/use-studio-text.ts';
import { usePick } from '#app/i18n/use-text.ts';
import type { StudioFinding } from '#app/server/studio/findings.ts';

/** Asks the checks a moment after something was saved; what they said before stays until they answer. */
export const useFindings = (
  code: string,
  savedAt: string,
): { readonly found: readonly StudioFinding[] | undefined; readonly checking: boolean } => {
  const [found, setFound] = useState<readonly StudioFinding[] | undefined>(undefined);
  const [checking, setChecking] = useState(false);
  const first = useRef(true);
  useEffect(() => {
    const stop = new AbortController();
    const timer = setTimeout(
      () => {
        first.current = false;
        setChecking(true);
        void fetch(`/thiet-ke/${encodeURIComponent(code)}/ket-luan`, { signal: stop.signal })
          .then(async (response) => {
            if (response.ok) setFound((await response.json()) as readonly StudioFinding[]);
            setChecking(false);
          })
          .catch(() => {
            // Asked again after the next save.
          });
      },
      first.current ? 300 : 1500,
    );
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [code, savedAt]);
  return { found, checking };
};

export const FindingsList = ({
  code,
  found,
  checking,
  onGo,
}: {
  readonly code: string;
  readonly found: readonly StudioFinding[] | undefined;
  readonly checking: boolean;
  readonly onGo: (finding: StudioFinding) => void;
}) => {
  const words = useStudioText();
  const pick = usePick();
  return (
    <section className="card findlist" aria-label={words.findings.title}>
      <h2>{words.findings.title}</h2>
      <p role="status" className="small muted">
        {checking || found === undefined ? words.findings.checking : found.length === 0 ? words.findings.none : words.findings.errors(found.filter(({ severity }) => severity === 'error').length)}
      </p>
      <ul>
        {(found ?? []).map((each, index) => (
          <li key={index} className={`finding ${each.severity}`}>
            <p>
              <b>{words.findings.severities[each.severity]}.</b> {each.place}
            </p>
            <p>{pick(each.message)}</p>
            {each.remedy ? <p className="muted">{pick(each.remedy)}</p> : null}
            <button type="button" className="linklike" onClick={() => { onGo(each); }}>
              {words.findings.goTo}
            </button>
          </li>
        ))}
      </ul>
      {found?.some(({ example }) => example) ? <Link to={`/thiet-ke/${code}/vi-du`}>{words.findings.more}</Link> : null}
    </section>
  ); // prettier-ignore
};
