import { useEffect, useRef } from 'react';
import type { Problem } from '#engine/result/index.ts';
import { useStaffText } from '#app/i18n/use-staff-text.ts';
import { usePick } from '#app/i18n/use-text.ts';

/** What stands in the way: sentence, place, remedy, code. Takes the focus when it appears after an action. */
export const ProblemSummary = ({ problems }: { readonly problems: readonly Problem[] }) => {
  const { frame: words } = useStaffText();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problems.length > 0) box.current?.focus();
  }, [problems]);
  if (problems.length === 0) return null;
  return (
    <div className="summary" role="alert" tabIndex={-1} ref={box}>
      <h2>{words.problems(problems.length)}</h2>
      <ProblemItems problems={problems} />
    </div>
  );
};

export const ProblemItems = ({ problems }: { readonly problems: readonly Problem[] }) => {
  const { frame: words } = useStaffText();
  const pick = usePick();
  return (
    <ul className="problems">
      {problems.map((each, index) => (
        <li key={index} className={each.severity}>
          <b>{pick(each.message)}</b>
          {each.remedy ? <p>{pick(each.remedy)}</p> : null}
          <small className="muted">
            {each.path ? (
              <>
                {words.place}: <code>{each.path}</code> ·{' '}
              </>
            ) : null}
            {words.code}: <code>{each.code}</code>
          </small>
        </li>
      ))}
    </ul>
  );
};
