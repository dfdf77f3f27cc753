import { Form, useSubmit } from '@remix-run/react';
import type { DraftProcedure } from '#engine/import/index.ts';
import { Field } from '#app/components/field.tsx';
import { useOfficeText } from '#app/i18n/use-office-text.ts';
import { useText } from '#app/i18n/use-text.ts';

/** Boxes elsewhere on the page belong to this form by its id. */
export const FILL_FORM = 'bo-sung';

interface DraftFillProps {
  readonly procedure: DraftProcedure;
  readonly units: readonly { readonly code: string; readonly name: string }[];
  readonly revision: number;
}

const Choices = ({
  name,
  legend,
  options,
  chosen,
}: {
  readonly name: string;
  readonly legend: string;
  readonly options: Readonly<Record<string, string>>;
  readonly chosen: readonly string[];
}) => (
  <fieldset className="field">
    <legend>{legend}</legend>
    {Object.entries(options).map(([value, label]) => (
      <label key={value} className="check">
        <input type="checkbox" name={name} value={value} defaultChecked={chosen.includes(value)} /> {label}
      </label>
    ))}
  </fieldset>
);

/** The boxes for what is missing. A box that adds is emptied once its words became a row, so that none is added twice. */
export const DraftFill = ({ procedure, units, revision }: DraftFillProps) => {
  const { drafts: words } = useOfficeText();
  const { common } = useText();
  const { fields } = words;
  const submit = useSubmit();
  const { deciding, receiving = [] } = procedure.authority ?? {};
  const receivingUnit = receiving.find((each) => each.unit !== undefined)?.unit ?? '';
  const levelOptions = Object.fromEntries(
    Object.entries(common.levels).map(([level, label]) => [level, fields.receivingLevel(label)]),
  );
  return (
    <section className="card">
      <h2>{words.fill}</h2>
      <p className="small muted">{words.fillText}</p>
      <Form
        method="post"
        id={FILL_FORM}
        className="stack"
        onChange={(event) => {
          // A box being written in is saved when it is left; a choice at once.
          if (event.target instanceof HTMLInputElement && event.target.type !== 'text')
            submit(event.currentTarget, { preventScrollReset: true });
          else if (event.target instanceof HTMLSelectElement) submit(event.currentTarget, { preventScrollReset: true });
        }}
        onBlur={(event) => {
          const box: unknown = event.target;
          const changed =
            (box instanceof HTMLTextAreaElement || (box instanceof HTMLInputElement && box.type === 'text')) &&
            box.value !== box.defaultValue;
          if (changed) submit(event.currentTarget, { preventScrollReset: true });
        }}
      >
        <input type="hidden" name="ban" value={revision} />
        <Field id="ma" name="ma" label={fields.code} defaultValue={procedure.code ?? ''} maxLength={40} />
        <Field id="ten" name="ten" label={fields.name} defaultValue={procedure.name?.vi ?? ''} maxLength={1000} />
        <Field id="linh-vuc" name="linh-vuc" label={fields.field} defaultValue={procedure.field?.name.vi ?? ''} />
        <Choices name="cap" legend={fields.levels} options={common.levels} chosen={procedure.levels ?? []} />
        <Field id="giai-quyet" label={fields.deciding}>
          <select id="giai-quyet" name="giai-quyet" defaultValue={deciding?.unit ?? ''}>
            <option value="">{fields.choose}</option>
            <option value="receiving">{fields.decidingReceiving}</option>
            <option value="parent">{fields.decidingParent}</option>
            {units.map((unit) => (
              <option key={unit.code} value={`unit:${unit.code}`}>
                {unit.name}
              </option>
            ))}
          </select>
        </Field>
        <Field id="ten-co-quan" name="ten-co-quan" label={fields.decidingName} defaultValue={deciding?.name.vi ?? ''} />
        <Choices
          name="tiep-nhan"
          legend={fields.receiving}
          options={levelOptions}
          chosen={receiving.flatMap((each) => each.level ?? [])}
        />
        <Field id="tiep-nhan-don-vi" label={fields.receivingUnit}>
          <select id="tiep-nhan-don-vi" name="tiep-nhan-don-vi" defaultValue={receivingUnit}>
            <option value="">{fields.choose}</option>
            {units.map((unit) => (
              <option key={unit.code} value={unit.code}>
                {unit.name}
              </option>
            ))}
          </select>
        </Field>
        <Choices
          name="doi-tuong"
          legend={fields.applicants}
          options={words.applicants}
          chosen={procedure.applicants ?? []}
        />
        <Choices name="kenh" legend={fields.channels} options={common.channels} chosen={procedure.channels ?? []} />
        <Field
          key={`limit-${procedure.timeLimits?.length ?? 0}`}
          id="thoi-han"
          name="thoi-han"
          label={fields.limit}
          hint={fields.limitHint}
        />
        <Field
          key={`fee-${procedure.fees?.length ?? 0}-${procedure.none?.length ?? 0}`}
          id="phi"
          name="phi"
          label={fields.fee}
          hint={fields.feeHint}
        />
        <Field
          key={`paper-${procedure.checklist?.length ?? 0}`}
          id="giay-to"
          label={fields.papers}
          hint={fields.papersHint}
        >
          <textarea id="giay-to" name="giay-to" rows={3} aria-describedby="giay-to-goi-y" />
        </Field>
        {(['publicSteps', 'conditions'] as const).map((part) => {
          const id = part === 'publicSteps' ? 'trinh-tu' : 'dieu-kien';
          return (
            <Field
              key={`${part}-${procedure[part]?.length ?? 0}-${procedure.none?.length ?? 0}`}
              id={id}
              label={part === 'publicSteps' ? fields.steps : fields.conditions}
              hint={fields.noneHint}
            >
              <textarea id={id} name={id} rows={3} aria-describedby={`${id}-goi-y`} />
            </Field>
          );
        })}
        {procedure.results?.length ? null : <Field id="ket-qua" name="ket-qua" label={fields.result} />}
        <Field id="ky-so" label={fields.signed}>
          <select
            id="ky-so"
            name="ky-so"
            defaultValue={
              procedure.results?.[0]?.signedFile === undefined ? '' : procedure.results[0].signedFile ? 'co' : 'khong'
            }
          >
            <option value="">{fields.unsaid}</option>
            <option value="co">{fields.yes}</option>
            <option value="khong">{fields.no}</option>
          </select>
        </Field>
        <Field key={`basis-${procedure.legalBasis?.length ?? 0}`} id="can-cu" label={fields.basis}>
          <textarea id="can-cu" name="can-cu" rows={3} />
        </Field>
        <div className="act">
          <button className="btn">{words.save}</button>
        </div>
      </Form>
    </section>
  );
};
