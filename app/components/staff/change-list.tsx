import type { Change } from '#engine/definition/browser.ts';
import { useStaffText } from '#app/i18n/use-staff-text.ts';
import { usePick } from '#app/i18n/use-text.ts';

type ShownChange = Pick<Change, 'part' | 'kind' | 'sentence'>;

const SIGNS: Readonly<Record<Change['kind'], { readonly sign: string; readonly look: string }>> = {
  added: { sign: '+', look: 'add' },
  removed: { sign: '−', look: 'repeal' },
  changed: { sign: '✎', look: 'amend' },
  moved: { sign: '↕', look: 'replace' },
};

/** What differs between two releases: sign, word and sentence, under the part it belongs to. */
export const ChangeList = ({ changes }: { readonly changes: readonly ShownChange[] }) => {
  const { report: words } = useStaffText().office;
  const pick = usePick();
  const parts = [...new Set(changes.map((change) => change.part))];
  return (
    <div className="changes">
      {parts.map((part) => (
        <section key={part}>
          <h4>{words.parts[part]}</h4>
          <ul className="changes">
            {changes
              .filter((change) => change.part === part)
              .map((change, index) => (
                <li key={index}>
                  <span className={`act-sign ${SIGNS[change.kind].look}`} title={words.changeKinds[change.kind]}>
                    <span aria-hidden="true">{SIGNS[change.kind].sign}</span>
                    <span className="vh">{words.changeKinds[change.kind]}</span>
                  </span>
                  <span>{pick(change.sentence)}</span>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
};
