import { useStaffText } from '#app/i18n/use-staff-text.ts';
import type { DossierModel } from '#app/server/staff/dossier-model.ts';
import type { CommandBase } from './command-form.tsx';

/** The papers of the published checklist, each to be ticked and told what is missing of it. */
export const SupplementChoices = ({
  checklist,
  base,
}: {
  readonly checklist: DossierModel['checklist'];
  readonly base: CommandBase;
}) => {
  const { dossier: words } = useStaffText().agency;
  return (
    <>
      {checklist.map((paper) => (
        <div key={paper.id}>
          <label className="checkline">
            <input
              type="checkbox"
              name="giay-to"
              value={paper.id}
              defaultChecked={base.typed['giay-to']?.includes(paper.id) ?? false}
            />
            {paper.name}
          </label>
          <input
            type="text"
            name={`gi-${paper.id}`}
            aria-label={`${words.what}: ${paper.name}`}
            placeholder={words.what}
            defaultValue={base.typed[`gi-${paper.id}`]?.[0] ?? ''}
            maxLength={300}
          />
        </div>
      ))}
    </>
  );
};
