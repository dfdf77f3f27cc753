import { Link } from '@remix-run/react';
import type { DossierCommand } from '#engine/dossier/index.ts';
import { useStaffText } from '#app/i18n/use-staff-text.ts';
import type { DossierModel } from '#app/server/staff/dossier-model.ts';
import { Choice, CommandForm, Line, ResultFileBox, type CommandBase } from './command-form.tsx';
import { SupplementChoices } from './supplement-choices.tsx';

interface PanelProps {
  readonly model: DossierModel;
  readonly base: CommandBase;
  readonly command: DossierCommand['type'];
  readonly task?: string;
  readonly colleagues: readonly { readonly id: string; readonly name: string }[];
  /** Stands by itself: there is no step to go back to. */
  readonly alone?: boolean;
}

const Supplement = ({ model, base }: PanelProps) => {
  const { dossier: words } = useStaffText().agency;
  return (
    <>
      <fieldset>
        <legend>{words.supplementPapers}</legend>
        <p className="hint">{words.supplementHint}</p>
        <SupplementChoices checklist={model.checklist} base={base} />
      </fieldset>
      <Line base={base} name="ly-do" label={words.reason} long />
    </>
  );
};

const Fields = (props: PanelProps) => {
  const { model, base, command, colleagues } = props;
  const { agency, together } = useStaffText();
  const words = agency.dossier;
  const fee = (
    <Choice
      base={base}
      name="khoan"
      label={words.fee}
      options={model.feeNames.map((each) => ({ value: each.id, label: each.name }))}
    />
  );
  switch (command) {
    case 'assign':
      return colleagues.length === 0 ? (
        <p className="muted">{words.assignNobody}</p>
      ) : (
        <>
          <Choice
            base={base}
            name="cho"
            label={words.assignTo}
            options={colleagues.map((each) => ({ value: `${each.id}|${each.name}`, label: each.name }))}
          />
          <Line base={base} name="ghi-chu" label={words.note} long />
        </>
      );
    case 'ask-opinion':
      return (
        <>
          <Choice
            base={base}
            name="don-vi"
            label={together.askUnit}
            options={colleagues.map((each) => ({ value: each.id, label: each.name }))}
          />
          <Line base={base} name="noi-dung" label={together.question} long />
          <Line base={base} name="ngay" label={together.until} hint={together.untilHint} />
        </>
      );
    case 'attach-result':
      return (
        <>
          <Choice
            base={base}
            name="ket-qua"
            label={words.result}
            options={model.results.map((each) => ({ value: each.id, label: each.name }))}
          />
          <ResultFileBox base={base} label={words.file} hint={words.fileHint} />
          <Line base={base} name="so" label={words.number} />
          <Line base={base} name="nguoi-ky" label={words.signedBy} />
          <Line base={base} name="hieu-luc" label={together.validTo} />
          <label className="checkline">
            <input type="checkbox" name="tu-choi" value="1" />
            {words.refusalResult}
          </label>
        </>
      );
    case 'ask-supplement':
      return <Supplement {...props} />;
    case 'extend':
      return (
        <>
          <Line base={base} name="ngay" label={words.newDue} hint={words.newDueHint} />
          <Line base={base} name="ly-do" label={words.reason} long />
        </>
      );
    case 'ask-payment':
      return (
        <>
          {fee}
          <Line base={base} name="so-tien" label={words.amount} />
          <Line base={base} name="ly-do" label={words.reason} long />
        </>
      );
    case 'record-payment':
      return (
        <>
          {fee}
          <Line
            base={base}
            name="so-tien"
            label={words.amount}
            initial={
              model.state.obligation
                ? String(model.state.obligation.amount)
                : String(model.fees.find((each) => !each.paid)?.amount ?? '')
            }
          />
          <Choice
            base={base}
            name="cach"
            label={words.method}
            options={(['counter', 'bank', 'online'] as const).map((each) => ({
              value: each,
              label: words.methods[each],
            }))}
          />
          <Line base={base} name="bien-lai" label={words.reference} />
        </>
      );
    case 'suspend':
      return <Line base={base} name="ly-do" label={words.ground} long />;
    case 'stop':
    case 'withdraw':
      return <Line base={base} name="ly-do" label={words.reason} long />;
    default:
      return null;
  }
};

/** One command opened from "other actions", in the place of the step. */
export const CommandPanel = (props: PanelProps) => {
  const { base, command, task, colleagues, alone = false } = props;
  const { dossier: words } = useStaffText().agency;
  const nobody = command === 'assign' && colleagues.length === 0;
  return (
    <section className="card" id="viec">
      <h2>{words.commands[command]}</h2>
      <CommandForm base={base} command={command} files={command === 'attach-result'} {...(task ? { task } : {})}>
        <Fields {...props} />
        <div className="act">
          {nobody ? null : (
            <button className="btn" data-primary="">
              {words.commands[command]} <kbd aria-hidden="true">Ctrl ↵</kbd>
            </button>
          )}
          {alone ? null : (
            <Link className="btn quiet" to="?" preventScrollReset>
              {words.backToStep}
            </Link>
          )}
        </div>
      </CommandForm>
    </section>
  );
};
