import { useStaffText } from '#app/i18n/use-staff-text.ts';
import { usePick } from '#app/i18n/use-text.ts';
import { formatMoney, formatTime } from '#app/i18n/format.ts';
import type { IntakePage } from '#app/server/staff/intake-page.ts';
import { ExpectedDue } from './reception-panel.tsx';

interface Part {
  readonly page: IntakePage;
}

const Due = ({ page }: Part) => {
  const { counter, reception } = useStaffText();
  const words = counter.intake;
  return (
    <section className="sect">
      {page.countsLater ? (
        <>
          <h2>{words.due}</h2>
          <p>{reception.elsewhere.clockArrival}</p>
        </>
      ) : (
        <ExpectedDue label={words.due} expected={page.expected} />
      )}
    </section>
  );
};

const Fees = ({ page }: Part) => {
  const words = useStaffText().counter.intake;
  const pickText = usePick();
  return (
    <section className="sect">
      <h2>{words.fees}</h2>
      {page.fees.length === 0 ? <p className="muted">{words.noFees}</p> : null}
      {page.fees.map((fee) => (
        <div key={fee.fee}>
          <p className="feeline">
            <span>{pickText(fee.name)}</span>
            <b>{formatMoney(fee.amount)}</b>
          </p>
          {fee.exemption ? <p className="small muted">{pickText(fee.exemption)}</p> : null}
          {fee.due === 'submission' && fee.amount > 0 ? (
            <label className="checkline">
              <input
                type="checkbox"
                name="da-thu"
                value={fee.fee}
                form="ho-so"
                defaultChecked={page.feesPaid.includes(fee.fee)}
              />
              {words.paid}
            </label>
          ) : null}
        </div>
      ))}
    </section>
  );
};

const Return = ({ page, onChange }: Part & { readonly onChange: () => void }) => {
  const { counter, agency } = useStaffText();
  const words = counter.intake;
  return (
    <section className="sect">
      <fieldset className="radios">
        <legend>{words.return}</legend>
        {(['counter', 'post', 'online'] as const).map((each) => (
          <label key={each}>
            <input
              type="radio"
              name="tra"
              value={each}
              form="ho-so"
              defaultChecked={page.returnChannel === each}
              onChange={onChange}
            />
            {agency.dossier.returns[each]}
          </label>
        ))}
      </fieldset>
      <div className="field">
        <label htmlFor="dia-chi-tra">{words.returnAddress}</label>
        <input
          id="dia-chi-tra"
          name="dia-chi-tra"
          type="text"
          form="ho-so"
          defaultValue={page.returnAddress}
          maxLength={300}
        />
      </div>
    </section>
  );
};

const Buttons = ({ page }: Part) => {
  const words = useStaffText().counter.intake;
  return (
    <section className="sect">
      <div className="act">
        <button
          className="btn big"
          name="viec"
          value="tiep-nhan"
          form="ho-so"
          data-primary=""
          disabled={page.closed !== null}
        >
          {page.visit.dossiers.length > 1 ? words.acceptAll(page.visit.dossiers.length) : words.accept}{' '}
          <kbd aria-hidden="true">Ctrl ↵</kbd>
        </button>
        <div className="rowb">
          <button className="btn second" name="viec" value="luu" form="ho-so" data-key="alt+s">
            {words.save}
          </button>
          <button className="btn second" name="viec" value="bo" form="ho-so">
            {page.visit.group === undefined ? words.discard : words.discardGroup}
          </button>
        </div>
        <p className="small muted" role="status">
          {words.saved(formatTime(page.savedAt))}
        </p>
      </div>
    </section>
  );
};

/** Beside the form: when it is due, what it costs, how the result is returned, and the buttons. */
export const IntakeSide = ({ page, onChange }: Part & { readonly onChange: () => void }) => (
  <aside className="card panel side">
    <Due page={page} />
    <Fees page={page} />
    <Return page={page} onChange={onChange} />
    <Buttons page={page} />
  </aside>
);
