import { ArrowDown, ArrowUp, Copy, Plus, Trash2 } from 'lucide-react';
import {
  at,
  isHolder,
  listOf,
  questionTypes,
  recordOf,
  settingsOf,
  textOf,
  usesOf,
  type Json,
  type Path,
  type QuestionType,
} from '#engine/studio/index.ts';
import { useStudioText, wordFor } from '#app/i18n/use-studio-text.ts';
import { useStudioFields } from './context.ts';
import { FeelField } from './feel-field.tsx';
import { labelOf } from './question-tree.tsx';
import { SchemaField, Select } from './schema-field.tsx';

interface EditorProps {
  readonly content: Json;
  /** Within the form. */
  readonly path: Path;
  readonly onShift: (by: -1 | 1) => void;
  readonly onCopy: () => void;
  readonly onRemove: () => void;
  readonly onType: (type: QuestionType) => void;
  readonly onPage: (page: number) => void;
  readonly onAddAfter: () => void;
}

const isType = (value: string): value is QuestionType => (questionTypes as readonly string[]).includes(value);

const placeText = (path: Path, words: ReturnType<typeof useStudioText>): string => {
  const page = Number(path[1]) + 1;
  return path.length > 2 ? words.pageOf(page, Number(path[3]) + 1) : words.pageNumber(page);
};

/** One question or page: its words, its kind of answer, and every setting that its schema has. */
export const QuestionEditor = ({
  content,
  path,
  onShift,
  onCopy,
  onRemove,
  onType,
  onPage,
  onAddAfter,
}: EditorProps) => {
  const words = useStudioText();
  const { put } = useStudioFields();
  const value = at(content, ['form', ...path]);
  const record = recordOf(value);
  const isPage = path.length === 2;
  const full: Path = ['form', ...path];
  const type = textOf(record['type']);
  const pages = listOf(at(content, ['form', 'pages']));
  const uses = isPage ? [] : usesOf(content, textOf(record['id']));
  return (
    <section className="editor" aria-label={isPage ? words.page : words.questions}>
      <div className="edhead">
        <span className="muted small">{placeText(path, words)}</span>
        <span className="tools">
          <button type="button" className="ib" aria-label={words.up} onClick={() => { onShift(-1); }}>
            <ArrowUp className="i" aria-hidden="true" />
          </button>
          <button type="button" className="ib" aria-label={words.down} onClick={() => { onShift(1); }}>
            <ArrowDown className="i" aria-hidden="true" />
          </button>
          <button type="button" className="ib" aria-label={words.copy} onClick={onCopy}>
            <Copy className="i" aria-hidden="true" />
          </button>
          <button type="button" className="ib bad" aria-label={words.remove} onClick={onRemove}>
            <Trash2 className="i" aria-hidden="true" />
          </button>
        </span>
      </div>
      <div className="card">
        {isPage ? (
          <>
            <SchemaField field={{ kind: 'localized' }} name="title" path={[...full, 'title']} value={record['title']} needed />
            <SchemaField field={{ kind: 'localized' }} name="intro" path={[...full, 'intro']} value={record['intro']} />
            <SchemaField field={{ kind: 'feel' }} name="when" path={[...full, 'when']} value={record['when']} />
          </>
        ) : (
          <>
            <SchemaField field={{ kind: 'localized' }} name="label" path={[...full, 'label']} value={record['label']} needed />
            <SchemaField field={{ kind: 'localized' }} name="hint" path={[...full, 'hint']} value={record['hint']} />
            <div className="pair">
              <div className="field">
                <label htmlFor="kieu-tra-loi">{words.type}</label>
                <Select
                  id="kieu-tra-loi"
                  value={type}
                  options={questionTypes.map((each) => ({ value: each, label: words.types[each] }))}
                  onChange={(next) => {
                    if (isType(next)) onType(next);
                  }}
                />
              </div>
              <div className="field">
                <span className="label">{words.idLabel}</span>
                <code className="idshown">{textOf(record['id'])}</code>
              </div>
            </div>
            {isType(type)
              ? settingsOf(type)
                  .filter(({ name }) => !['id', 'label', 'hint'].includes(name))
                  .filter(({ name }) => !(name === 'use' && 'questions' in record && listOf(record['questions']).length > 0))
                  .map(({ name, field, needed }) =>
                    name === 'value' ? (
                      <FeelField
                        key={name}
                        id="cach-tinh"
                        label={words.fields.value}
                        value={textOf(record['value'])}
                        expected={RESULT[textOf(record['result'])] ?? 'number'}
                        onChange={(next) => { put([...full, 'value'], next ?? ''); }}
                      />
                    ) : (
                      <SchemaField key={name} field={field} name={name} path={[...full, name]} value={record[name]} needed={needed} />
                    ),
                  )
              : null}
            <section className="uses">
              <h3>{words.usedAt}</h3>
              {uses.length === 0 ? <p className="small muted">{words.unused}</p> : null}
              <ul>
                {uses.map((use) => (
                  <li key={use.path.join('/')}>
                    {placeOfUse(content, use.path, words)} <code>{use.feel}</code>
                  </li>
                ))}
              </ul>
            </section>
            {path.length === 4 ? (
              <div className="field">
                <label htmlFor="chuyen-trang">{words.moveTo}</label>
                <Select
                  id="chuyen-trang"
                  value={String(path[1])}
                  options={pages.map((page, index) => ({ value: String(index), label: `${String(index + 1)}. ${labelOf(page, 'title')}` }))}
                  onChange={(next) => { onPage(Number(next)); }}
                />
              </div>
            ) : null}
          </>
        )}
      </div>
      {isPage || isHolder(value) ? null : (
        <button type="button" className="btn second dashed" onClick={onAddAfter}>
          <Plus className="i s" aria-hidden="true" /> {words.add.after}
        </button>
      )}
    </section>
  ); // prettier-ignore
};

const RESULT: Readonly<Record<string, 'string' | 'number' | 'date' | 'boolean'>> = {
  text: 'string',
  number: 'number',
  money: 'number',
  date: 'date',
  'yes-no': 'boolean',
};

/** Where a condition stands, by the names that the author gave. */
const placeOfUse = (content: Json, path: Path, words: ReturnType<typeof useStudioText>): string => {
  if (path[0] === 'process') return words.tabs['quy-trinh'];
  for (let length = path.length - 1; length > 1; length -= 1) {
    const here = recordOf(at(content, path.slice(0, length)));
    for (const key of ['label', 'title', 'name'] as const) {
      const name = textOf(recordOf(here[key])['vi']);
      if (name !== '') return path[0] === 'form' ? name : `${wordFor(words.fields, String(path[1]))}: ${name}`;
    }
  }
  return wordFor(words.fields, String(path[1] ?? ''));
};
