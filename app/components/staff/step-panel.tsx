import { PageForm } from '#app/forms/page-form.tsx';
import { useStaffText } from '#app/i18n/use-staff-text.ts';
import type { FormContext } from '#app/forms/form-context.ts';
import { formatDay } from '#app/i18n/format.ts';
import type { DossierModel, TaskHere } from '#app/server/staff/dossier-model.ts';
import { CommandForm, Line, ResultFileBox, Choice, type CommandBase } from './command-form.tsx';

interface StepProps {
  readonly model: DossierModel;
  readonly task: TaskHere;
  readonly base: CommandBase;
  readonly context: FormContext;
}

/** Who holds the step, and the button that takes it. */
const Holder = ({ model, task, base }: StepProps) => {
  const { dossier: words } = useStaffText().agency;
  const claim = model.permitted.find((each) => each.command === 'claim' && each.task === task.id);
  return (
    <div className="holder">
      <p className="small muted">
        {task.assignee ? words.heldBy(task.assignee) : words.heldByNobody}
        {task.dueAt ? ` ${words.until('', formatDay(task.dueAt)).replace(/\s+,/, '')}` : ''}
      </p>
      {claim?.allowed && !task.assignee ? (
        <CommandForm base={base} command="claim" task={task.id}>
          <button className="btn second s">{words.claim}</button>
        </CommandForm>
      ) : null}
    </div>
  );
};

/** The outcomes of the step as radios with number keys, its questions, a note, and the one filled button. */
const Complete = ({ task, base, context, second = false }: StepProps & { readonly second?: boolean }) => {
  const { dossier: words } = useStaffText().agency;
  return (
    <CommandForm base={base} command="complete" task={task.id} files>
      {task.outcomes.length > 0 ? (
        <fieldset>
          <legend>{words.outcome}</legend>
          <ul className="outs">
            {task.outcomes.map((outcome, index) => (
              <li key={outcome.id}>
                <label>
                  <input
                    type="radio"
                    name="ket-luan"
                    value={outcome.id}
                    defaultChecked={base.typed['ket-luan']?.[0] === outcome.id}
                    data-key={String(index + 1)}
                  />
                  {outcome.name}
                  <kbd aria-hidden="true">{index + 1}</kbd>
                </label>
              </li>
            ))}
          </ul>
        </fieldset>
      ) : null}
      {task.questions ? (
        <PageForm schema={task.questions.schema} uiSchema={task.questions.uiSchema} answers={{}} context={context} />
      ) : null}
      <Line base={base} name="ghi-chu" label={words.note} hint={words.noteHint} long />
      <div className="act">
        {second ? (
          <button className="btn second">{words.complete}</button>
        ) : (
          <button className="btn" data-primary="">
            {words.complete} <kbd aria-hidden="true">Ctrl ↵</kbd>
          </button>
        )}
      </div>
    </CommandForm>
  );
};

const Sign = ({ model, task, base }: StepProps) => {
  const { agency, together } = useStaffText();
  const words = agency.dossier;
  return (
    <CommandForm base={base} command="sign-result" task={task.id} files>
      {model.results.length > 0 ? (
        <Choice
          base={base}
          name="ket-qua"
          label={words.result}
          options={model.results.map((each) => ({ value: each.id, label: each.name }))}
        />
      ) : (
        <input type="hidden" name="ket-qua" value="result" />
      )}
      <ResultFileBox base={base} label={words.file} hint={words.fileHint} />
      <Line base={base} name="so" label={words.number} />
      <Line base={base} name="hieu-luc" label={together.validTo} />
      <label className="checkline">
        <input
          type="checkbox"
          name="tu-choi"
          value="1"
          defaultChecked={base.typed['viec'] ? base.typed['tu-choi']?.[0] === '1' : task.refusal}
        />
        {words.refusalResult}
      </label>
      <div className="act">
        <button className="btn" data-primary="">
          {words.commands['sign-result']} <kbd aria-hidden="true">Ctrl ↵</kbd>
        </button>
      </div>
    </CommandForm>
  );
};

/** The step that waits for this person: signing where the step is a signature, otherwise its outcomes. */
export const StepPanel = (props: StepProps) => {
  const { model, task } = props;
  const { dossier: words } = useStaffText().agency;
  const may = (command: string) => model.permitted.find((each) => each.command === command && each.task === task.id);
  const sign = may('sign-result');
  const complete = may('complete');
  return (
    <section className="card">
      <h2>{words.finish(task.name)}</h2>
      <Holder {...props} />
      {sign?.allowed ? <Sign {...props} /> : null}
      {sign && complete?.allowed ? <hr /> : null}
      {complete?.allowed ? (
        <Complete
          {...props}
          second={sign?.allowed === true}
          // Signing itself is the first outcome; the form below it is for the others.
          task={sign ? { ...task, outcomes: task.outcomes.slice(1) } : task}
        />
      ) : null}
    </section>
  );
};
