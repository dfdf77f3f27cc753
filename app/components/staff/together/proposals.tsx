import { formatDay, formatTime } from '#app/i18n/format.ts';
import { useStaffText } from '#app/i18n/use-staff-text.ts';
import type { DossierModel } from '#app/server/staff/dossier-model.ts';
import { CommandForm, Line, type CommandBase } from '../command-form.tsx';

/** What one person proposed and a second one has to confirm. */
export const Proposals = ({ model, base }: { readonly model: DossierModel; readonly base: CommandBase }) => {
  const { together: words } = useStaffText();
  if (model.proposals.length === 0) return null;
  const may = model.permitted.some((each) => each.command === 'confirm');
  return (
    <section className="card" id="de-nghi">
      <h2>{words.proposals}</h2>
      {model.proposals.map((proposal) => {
        const own = base.typed['de-nghi']?.[0] === proposal.id;
        const mine = { ...base, prefix: `${proposal.id}-`, ...(own ? {} : { typed: {}, problems: [] }) };
        return (
          <div key={proposal.id}>
            <p>{proposal.what}</p>
            <p className="muted small">
              {words.proposedBy(proposal.by, `${formatTime(proposal.at)} ${formatDay(proposal.at)}`)}
            </p>
            {proposal.file ? (
              <p>
                <a href={`/cong-viec/${model.state.id}/tep/${proposal.file}`}>
                  {proposal.isResult ? words.newFile : words.evidenceFile}
                </a>
              </p>
            ) : null}
            {proposal.own ? <p className="muted">{words.own}</p> : null}
            {may && !proposal.own ? (
              <>
                <CommandForm base={mine} command="confirm">
                  <input type="hidden" name="de-nghi" value={proposal.id} />
                  <div className="act">
                    <button className="btn">{words.confirm}</button>
                  </div>
                </CommandForm>
                <CommandForm base={mine} command="reject">
                  <input type="hidden" name="de-nghi" value={proposal.id} />
                  <Line base={mine} name="ly-do" label={words.rejectReason} />
                  <div className="act">
                    <button className="btn second">{words.reject}</button>
                  </div>
                </CommandForm>
              </>
            ) : null}
          </div>
        );
      })}
    </section>
  );
};
