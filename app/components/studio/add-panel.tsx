import { useEffect, useRef, useState } from 'react';
import { questionTypes, type QuestionType } from '#engine/studio/index.ts';
import { useStudioText } from '#app/i18n/use-studio-text.ts';
import { useStudioFields } from './context.ts';
import { Select } from './schema-field.tsx';

interface AddPanelProps {
  /** Groups and repeats hold neither groups nor repeats. */
  readonly inside: boolean;
  readonly onAdd: (given: { readonly label: string; readonly type: QuestionType; readonly use: string }) => void;
  readonly onCancel: () => void;
}

/** What a new question asks and how it is answered; Enter adds it. */
export const AddPanel = ({ inside, onAdd, onCancel }: AddPanelProps) => {
  const words = useStudioText();
  const { groups } = useStudioFields();
  const [label, setLabel] = useState('');
  const [type, setType] = useState<QuestionType>('text');
  const [use, setUse] = useState('');
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    box.current?.focus();
  }, []);
  const types = questionTypes.filter((each) => !inside || (each !== 'group' && each !== 'repeat'));
  return (
    <form
      className="card addpanel"
      data-not-draft=""
      aria-label={words.add.question}
      onSubmit={(event) => {
        event.preventDefault();
        if (label.trim() !== '') onAdd({ label: label.trim(), type, use: type === 'group' ? use : '' });
      }}
    >
      <div className="field">
        <label htmlFor="cau-moi">{words.add.label}</label>
        <input ref={box} id="cau-moi" type="text" value={label} onChange={(event) => { setLabel(event.target.value); }} />
      </div>
      <div className="field">
        <label htmlFor="cau-moi-kieu">{words.add.type}</label>
        <Select
          id="cau-moi-kieu"
          value={type}
          options={types.map((each) => ({ value: each, label: words.types[each] }))}
          onChange={(next) => { setType(types.find((each) => each === next) ?? 'text'); }}
        />
      </div>
      {type === 'group' ? (
        <div className="field">
          <label htmlFor="cau-moi-nhom">{words.add.group}</label>
          <Select id="cau-moi-nhom" value={use} options={[{ value: '', label: words.add.noGroup }, ...groups]} onChange={setUse} />
        </div>
      ) : null}
      <div className="acts">
        <button className="btn">{words.add.go}</button>
        <button type="button" className="btn quiet" onClick={onCancel}>
          {words.add.cancel}
        </button>
      </div>
    </form>
  ); // prettier-ignore
};
