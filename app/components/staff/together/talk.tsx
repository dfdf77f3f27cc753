import { useStaffText } from '#app/i18n/use-staff-text.ts';
import type { DossierModel } from '#app/server/staff/dossier-model.ts';
import { CommandForm, Line, type CommandBase } from '../command-form.tsx';

/** A word to colleagues; it stands in the history and the applicant does not see it. */
export const Talk = ({ model, base }: { readonly model: DossierModel; readonly base: CommandBase }) => {
  const { together: words } = useStaffText();
  if (!model.permitted.some((each) => each.command === 'comment')) return null;
  const own = base.typed['viec']?.[0] === 'comment';
  const mine = { ...base, prefix: 'trao-doi-', ...(own ? {} : { typed: {}, problems: [] }) };
  return (
    <section className="card" id="trao-doi">
      <h2>{words.talk}</h2>
      <CommandForm base={mine} command="comment">
        <Line base={mine} name="noi-dung" label={words.write} hint={words.talkHint} long />
        <div className="act">
          <button className="btn second">{words.send}</button>
        </div>
      </CommandForm>
    </section>
  );
};
