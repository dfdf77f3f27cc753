import { localDate, type Deadline } from '#engine/clock/index.ts';
import { formatDay, formatMoney, formatTime, weekday } from '#app/i18n/format.ts';
import { useStaffText } from '#app/i18n/use-staff-text.ts';
import { usePick, useText } from '#app/i18n/use-text.ts';
import type { DossierModel } from '#app/server/staff/dossier-model.ts';
import { Choice, CommandForm, Line, type CommandBase } from './command-form.tsx';
import { Ledger } from './ledger.tsx';

/** Big date, weekday, then how it comes about. */
export const ExpectedDue = ({ label, expected }: { readonly label: string; readonly expected: Deadline }) => {
  const { common } = useText();
  const { intake: words } = useStaffText().counter;
  const pick = usePick();
  return (
    <>
      <h2>{label}</h2>
      {expected.due ? (
        <>
          <p className="duebig num">{formatDay(expected.due)}</p>
          <p className="muted">
            {common.weekdays[weekday(localDate(expected.due))]}, {words.dueAfter(formatTime(expected.due))}
          </p>
        </>
      ) : null}
      <p className="small muted">{pick(expected.summary)}</p>
      {expected.due ? <Ledger deadline={expected} /> : null}
    </>
  );
};

/** Fees still to be taken, ticked when paid; `form` is the id of the form they are posted with. */
export const FeeTicks = ({ model, form }: { readonly model: DossierModel; readonly form: string }) => {
  const { intake: words } = useStaffText().counter;
  const due = model.fees.filter((fee) => fee.due === 'submission' && !fee.paid);
  return (
    <>
      <h2>{words.fees}</h2>
      {due.length === 0 ? <p className="muted">{words.noFees}</p> : null}
      {due.map((fee) => (
        <label key={fee.fee} className="checkline">
          <input type="checkbox" name="da-thu" value={fee.fee} form={form} />
          <span>
            {fee.name}: <b>{formatMoney(fee.amount)}</b> · {words.paid}
          </span>
        </label>
      ))}
    </>
  );
};

/** Refusing has a form of its own: its reason is printed for the applicant. */
export const RefusePanel = ({ base, open }: { readonly base: CommandBase; readonly open: boolean }) => {
  const { dossier: words } = useStaffText().counter;
  return (
    <details className="card more" open={open}>
      <summary data-key="alt+t">{words.refuse}</summary>
      <CommandForm base={base} command="refuse">
        <p className="small muted">{words.refuseText}</p>
        <Line base={base} name="ly-do" label={words.refuseReason} long />
        <Line base={base} name="noi-nop" label={words.refuseElsewhere} />
        <button className="btn danger">{words.refuse}</button>
      </CommandForm>
    </details>
  );
};

/** The result given away: to whom, on which paper, how. */
export const HandOutPanel = ({ model, base }: { readonly model: DossierModel; readonly base: CommandBase }) => {
  const { dossier: words } = useStaffText().counter;
  const { agency } = useStaffText();
  const { applicant, returnChannel } = model.state;
  return (
    <section className="card">
      <h2>{words.handOut}</h2>
      <CommandForm base={base} command="hand-out">
        <Line base={base} name="nguoi-nhan" label={words.handOutTo} initial={applicant.name} />
        <Line base={base} name="giay-to-nguoi-nhan" label={words.handOutId} initial={applicant.idNumber ?? ''} />
        <Line base={base} name="uy-quyen" label={words.handOutMandate} hint={words.handOutMandateHint} />
        <Choice
          base={base}
          name="cach"
          label={words.handOutVia}
          initial={returnChannel}
          options={(['counter', 'post', 'online'] as const).map((each) => ({
            value: each,
            label: agency.dossier.returns[each],
          }))}
        />
        <div className="act">
          <button className="btn" data-primary="">
            {words.handOutDo} <kbd aria-hidden="true">Ctrl ↵</kbd>
          </button>
        </div>
      </CommandForm>
    </section>
  );
};
