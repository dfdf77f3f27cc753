import { Form } from '@remix-run/react';
import type { ReactNode } from 'react';
import type { Problem } from '#engine/result/index.ts';
import { FilePicker } from '../file-picker.tsx';
import { usePick } from '#app/i18n/use-text.ts';

export type Typed = Readonly<Record<string, readonly string[]>>;

/** What every command carries: the work, the key that makes it happen once, the sequence it was based on. */
export interface CommandBase {
  readonly key: string;
  readonly seq: number;
  readonly typed: Typed;
  readonly problems: readonly Problem[];
  /** Keeps ids apart where several commands stand on a page. */
  readonly prefix?: string;
}

interface CommandFormProps {
  readonly base: CommandBase;
  readonly command: string;
  readonly task?: string;
  readonly files?: boolean;
  readonly action?: string;
  readonly children: ReactNode;
}

/** A form that gives one command to the dossier. Works as a plain post. */
export const CommandForm = ({ base, command, task, files = false, action, children }: CommandFormProps) => (
  <Form
    method="post"
    noValidate
    {...(action ? { action } : {})}
    {...(files ? { encType: 'multipart/form-data' as const } : {})}
  >
    <input type="hidden" name="viec" value={command} />
    <input type="hidden" name="key" value={base.key} />
    <input type="hidden" name="seq" value={base.seq} />
    {task ? <input type="hidden" name="task" value={task} /> : null}
    {children}
  </Form>
);

interface LineProps {
  readonly base: CommandBase;
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** Put before what was typed. */
  readonly initial?: string;
  readonly long?: boolean;
  readonly autoComplete?: string;
}

/** A labelled box that keeps what was typed and says what is wrong with it. */
export const Line = ({ base, name, label, hint, initial = '', long = false, autoComplete }: LineProps) => {
  const pick = usePick();
  const id = `o-${base.prefix ?? ''}${name}`;
  const problem = base.problems.find((each) => each.path === name);
  const describedBy = [hint ? `${id}-goi-y` : '', problem ? `${id}-loi` : ''].filter(Boolean).join(' ');
  const shared = {
    id,
    name,
    defaultValue: base.typed[name]?.[0] ?? initial,
    maxLength: long ? 2000 : 300,
    ...(describedBy ? { 'aria-describedby': describedBy } : {}),
    ...(problem ? { 'aria-invalid': true as const } : {}),
  };
  return (
    <div className={problem ? 'field err' : 'field'}>
      <label htmlFor={id}>{label}</label>
      {hint ? (
        <p className="hint" id={`${id}-goi-y`}>
          {hint}
        </p>
      ) : null}
      {problem ? (
        <p className="msg" id={`${id}-loi`}>
          {pick(problem.message)}
        </p>
      ) : null}
      {long ? (
        <textarea rows={3} {...shared} />
      ) : (
        <input type="text" {...(autoComplete ? { autoComplete } : {})} {...shared} />
      )}
    </div>
  );
};

interface ChoiceProps {
  readonly base: CommandBase;
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly initial?: string;
}

/** A labelled list to choose from. */
export const Choice = ({ base, name, label, options, initial }: ChoiceProps) => {
  const id = `o-${base.prefix ?? ''}${name}`;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} name={name} defaultValue={base.typed[name]?.[0] ?? initial ?? options[0]?.value}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
};

/** A PDF to send along. */
export const ResultFileBox = ({
  base,
  label,
  hint,
}: {
  readonly base: CommandBase;
  readonly label: string;
  readonly hint: string;
}) => {
  const pick = usePick();
  const problem = base.problems.find((each) => each.path === 'tep');
  const id = `o-${base.prefix ?? ''}tep`;
  return (
    <div className={problem ? 'field err' : 'field'}>
      <label htmlFor={id}>{label}</label>
      <p className="hint" id={`${id}-goi-y`}>
        {hint}
      </p>
      {problem ? (
        <p className="msg" id={`${id}-loi`}>
          {pick(problem.message)}
        </p>
      ) : null}
      <FilePicker
        id={id}
        name="tep"
        accept=".pdf,application/pdf"
        invalid={problem !== undefined}
        describedBy={problem ? `${id}-goi-y ${id}-loi` : `${id}-goi-y`}
      />
    </div>
  );
};
