import { useEffect, useRef } from 'react';
import type { Problem } from '#engine/result/index.ts';
import { useOfficeText } from '#app/i18n/use-office-text.ts';
import { usePick } from '#app/i18n/use-text.ts';
import type { Asked } from '#app/server/office/layers/view.ts';

/** Why no draft was made, each with a link to the conflict it is about. Takes the focus when it appears. */
export const ConflictSummary = ({
  problems,
  asked,
}: {
  readonly problems: readonly Problem[];
  readonly asked: readonly Asked[];
}) => {
  const { layers: words } = useOfficeText();
  const pick = usePick();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problems.length > 0) box.current?.focus();
  }, [problems]);
  if (problems.length === 0) return null;
  return (
    <div className="summary" role="alert" tabIndex={-1} ref={box}>
      <h2>{words.refused}</h2>
      <ul>
        {problems.map((each, index) => {
          const place = asked.findIndex(({ path }) => path === each.path);
          return (
            <li key={index}>
              {place < 0 ? pick(each.message) : <a href={`#xung-dot-${place}`}>{pick(each.message)}</a>}
              {each.remedy ? ` ${pick(each.remedy)}` : ''}
            </li>
          );
        })}
      </ul>
    </div>
  );
};
