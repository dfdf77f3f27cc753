import { useStaffText } from '#app/i18n/use-staff-text.ts';
import type { DossierModel } from '#app/server/staff/dossier-model.ts';
import { Choice, CommandForm, Line, ResultFileBox, type CommandBase } from '../command-form.tsx';

interface Props {
  readonly model: DossierModel;
  readonly base: CommandBase;
}

const baseOf = (base: CommandBase, command: string): CommandBase => ({
  ...base,
  prefix: `${command}-`,
  ...(base.typed['viec']?.[0] === command ? {} : { typed: {}, problems: [] }),
});

/** A step finished elsewhere: which, when, what shows it. */
const Late = ({ model, base }: Props) => {
  const { together: words } = useStaffText();
  const mine = baseOf(base, 'late-entry');
  const steps = model.tasks.flatMap((task) =>
    task.outcomes.length === 0
      ? [{ value: `${task.id}|`, label: task.name }]
      : task.outcomes.map((outcome) => ({ value: `${task.id}|${outcome.id}`, label: `${task.name}: ${outcome.name}` })),
  );
  if (steps.length === 0) return null;
  return (
    <section className="card" id="hai-nguoi">
      <h2>{words.lateTitle}</h2>
      <p className="hint">{words.lateHint}</p>
      <CommandForm base={mine} command="late-entry" files>
        <Choice base={mine} name="buoc-xong" label={words.lateStep} options={steps} />
        <Line base={mine} name="ngay" label={words.lateDay} />
        <Line base={mine} name="gio" label={words.lateTime} />
        <Line base={mine} name="minh-chung" label={words.evidence} hint={words.evidenceHint} long />
        <ResultFileBox base={mine} label={words.evidenceFile} hint={words.evidenceHint} />
        <div className="act">
          <button className="btn">{words.lateDo}</button>
        </div>
      </CommandForm>
    </section>
  );
};

/** The agency's own error in a result, mended at its cost (NĐ 61/2018 Điều 21). */
const Correct = ({ model, base }: Props) => {
  const { agency, together: words } = useStaffText();
  const mine = baseOf(base, 'correct-result');
  const ended = model.state.status === 'finished' || model.state.status === 'returned';
  if (!ended || model.state.results.length === 0) return null;
  return (
    <section className="card">
      <h2>{words.correctTitle}</h2>
      <p className="hint">{words.correctHint}</p>
      <CommandForm base={mine} command="correct-result" files>
        <Choice
          base={mine}
          name="ket-qua"
          label={agency.dossier.result}
          options={model.state.results.map((each) => ({ value: each.result, label: each.name }))}
        />
        <ResultFileBox base={mine} label={agency.dossier.file} hint={agency.dossier.fileHint} />
        <Line base={mine} name="so" label={agency.dossier.number} />
        <Line base={mine} name="ly-do" label={agency.dossier.reason} long />
        <div className="act">
          <button className="btn">{words.lateDo}</button>
        </div>
      </CommandForm>
    </section>
  );
};

const Repair = ({ model, base }: Props) => {
  const { agency, together: words } = useStaffText();
  const mine = baseOf(base, 'repair');
  if (!model.hangs) return null;
  return (
    <section className="card">
      <h2>{words.repairTitle}</h2>
      <p className="hint">{words.repairHint}</p>
      <CommandForm base={mine} command="repair">
        <Line base={mine} name="ly-do" label={agency.dossier.reason} long />
        <div className="act">
          <button className="btn">{words.lateDo}</button>
        </div>
      </CommandForm>
    </section>
  );
};

/** What one person may propose here and a second one confirms. */
export const TwoPersonForms = (props: Props) => (
  <>
    <Late {...props} />
    <Correct {...props} />
    <Repair {...props} />
  </>
);
