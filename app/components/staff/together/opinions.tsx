import { formatDay, formatTime } from '#app/i18n/format.ts';
import { useStaffText } from '#app/i18n/use-staff-text.ts';
import type { DossierModel } from '#app/server/staff/dossier-model.ts';
import { CommandForm, Line, ResultFileBox, type CommandBase } from '../command-form.tsx';

const when = (at: string): string => `${formatTime(at)} ${formatDay(at)}`;

/** What other units were asked, until when, and what they said (NĐ 61/2018 Điều 19 khoản 5). */
export const Opinions = ({ model, base }: { readonly model: DossierModel; readonly base: CommandBase }) => {
  const { agency, together: words } = useStaffText();
  if (model.opinions.length === 0) return null;
  return (
    <section className="card" id="y-kien">
      <h2>{words.opinions}</h2>
      {model.opinions.map((opinion) => {
        const own = base.typed['y-kien']?.[0] === opinion.id;
        const mine = { ...base, prefix: `${opinion.id}-`, ...(own ? {} : { typed: {}, problems: [] }) };
        return (
          <div key={opinion.id} className="opinion">
            <p>
              <b>{opinion.unitName}</b>: {opinion.question}
            </p>
            <p className="muted small">{words.askedBy(opinion.askedBy.name, when(opinion.askedAt))}</p>
            {opinion.answer === undefined ? (
              <p className={opinion.overdue ? 'st late' : 'muted'}>
                {opinion.overdue ? words.overdue : words.waiting}. {words.dueBy(when(opinion.due))}
              </p>
            ) : (
              <>
                <p>
                  “{opinion.answer}”{' '}
                  {opinion.file ? (
                    <a href={`/cong-viec/${model.state.id}/tep/${opinion.file.hash}`}>{opinion.file.name}</a>
                  ) : null}
                </p>
                <p className="muted small">
                  {words.answeredBy(opinion.answeredBy?.name ?? '', when(opinion.answeredAt ?? opinion.due))}
                </p>
              </>
            )}
            {opinion.answer === undefined && opinion.mine ? (
              <CommandForm base={mine} command="give-opinion" files>
                <input type="hidden" name="y-kien" value={opinion.id} />
                <Line base={mine} name="noi-dung" label={words.answer} long />
                <ResultFileBox base={mine} label={words.answerFile} hint={agency.dossier.fileHint} />
                <div className="act">
                  <button className="btn" data-primary="">
                    {words.answerDo}
                  </button>
                </div>
              </CommandForm>
            ) : null}
          </div>
        );
      })}
    </section>
  );
};
