import { Download } from 'lucide-react';
import { useRef, useState } from 'react';
import {
  appendPages,
  at,
  contentFrom,
  contentOf,
  filesOf,
  foreignForm,
  idsIn,
  isRecord,
  listOf,
  looksLikeSchema,
  pagesFromSheet,
  type Json,
  type JsonRecord,
  type StudioContent,
} from '#engine/studio/index.ts';
import { FilePicker } from '#app/components/file-picker.tsx';
import { useStudioText, type StudioTexts } from '#app/i18n/use-studio-text.ts';

interface FileScreenProps {
  readonly code: string;
  readonly content: StudioContent;
  readonly editable: boolean;
  readonly onBring: (content: StudioContent) => void;
}

const MOST_BYTES = 4_000_000;

const save = (name: string, text: string): void => {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name.replace('/', '-');
  link.click();
  URL.revokeObjectURL(address);
};

interface Brought {
  readonly content: StudioContent;
  readonly parts: number;
  readonly faults: readonly string[];
}

const fromSheet = (text: string, content: StudioContent, words: StudioTexts): Brought => {
  const before = at(content, ['form']);
  const { pages, faults } = pagesFromSheet(text, idsIn(before), { page: words.firstPage, option: words.option });
  const said = faults.map(({ code, row, text: about }) => words.file.faults[code](row, about));
  if (pages.length === 0) return { content, parts: 0, faults: said };
  return { content: { ...content, form: appendPages(before, pages) }, parts: pages.length, faults: said };
};

/** Puts files into the draft: parts of a release, a whole draft, a JSON Schema with its uiSchema, a table. */
const fromFiles = (files: Readonly<Record<string, string>>, content: StudioContent, words: StudioTexts): Brought => {
  let next: StudioContent = content;
  let parts = 0;
  const faults: string[] = [];
  let schema: JsonRecord | undefined;
  let ui: JsonRecord | undefined;
  for (const [name, text] of Object.entries(files)) {
    if (/\.(bpmn|xml)$/i.test(name)) next = { ...next, process: text };
    else if (/\.typ$/i.test(name)) next = { ...next, templates: { ...(isRecord(next['templates']) ? next['templates'] : {}), [name]: text } };
    else if (/\.(csv|tsv|txt)$/i.test(name)) {
      const sheet = fromSheet(text, next, words);
      next = sheet.content;
      faults.push(...sheet.faults);
      if (sheet.parts === 0) continue;
    } else {
      let value: Json;
      try {
        value = JSON.parse(text) as Json;
      } catch {
        faults.push(words.file.unreadable(name));
        continue;
      }
      const format = isRecord(value) ? value['format'] : undefined;
      if (format === 'motcua/procedure@1' && isRecord(value)) next = { ...next, procedure: { ...value, code: content.procedure['code'] ?? '' } };
      else if (format === 'motcua/form@1' && isRecord(value)) next = { ...next, form: value };
      else if (isRecord(value) && isRecord(value['procedure'])) next = { ...next, ...contentOf(value) };
      else if (isRecord(value) && isRecord(value['schema']) && looksLikeSchema(value['schema'])) {
        ({ schema } = value as { schema: JsonRecord });
        ui = isRecord(value['uiSchema']) ? value['uiSchema'] : ui;
      } else if (looksLikeSchema(value)) schema = value;
      else if (isRecord(value) && (/ui/i.test(name) || Object.keys(value).some((key) => key.startsWith('ui:')))) ui = value;
      else {
        faults.push(words.file.unknown(name));
        continue;
      }
    }
    parts += 1;
  }
  if (schema) next = { ...next, form: foreignForm(schema, ui) };
  return { content: next, parts, faults };
}; // prettier-ignore

/** Everything of the draft as files, and everything that can be brought into it. */
export const FileScreen = ({ code, content, editable, onBring }: FileScreenProps) => {
  const words = useStudioText();
  const [said, setSaid] = useState<readonly string[]>([]);
  const [sheet, setSheet] = useState('');
  const [other, setOther] = useState('');
  const form = useRef<HTMLFormElement>(null);
  const files = filesOf(content);
  const tell = ({ content: next, parts, faults }: Brought, done: string): void => {
    setSaid([...faults, ...(parts > 0 ? [done] : [])]);
    if (parts > 0) onBring(next);
  };
  const bring = async (): Promise<void> => {
    const input = form.current?.querySelector<HTMLInputElement>('input[type=file]');
    const chosen = [...(input?.files ?? [])];
    const tooBig = chosen.find((file) => file.size > MOST_BYTES);
    if (tooBig) return setSaid([words.file.tooBig(tooBig.name)]);
    const read = await Promise.all(chosen.map(async (file) => [file.name, await file.text()] as const));
    const brought = fromFiles(Object.fromEntries(read), content, words);
    tell(brought, words.file.brought(brought.parts));
  };
  const take = async (): Promise<void> => {
    const response = await fetch(
      `/thiet-ke/${encodeURIComponent(code)}/tu-thu-tuc?ma=${encodeURIComponent(other.trim())}`,
    );
    const given = response.ok ? ((await response.json()) as Readonly<Record<string, string>>) : {};
    const pages = listOf(at(contentFrom(given).content, ['form', 'pages']));
    if (pages.length === 0) return setSaid([words.file.otherNone]);
    tell(
      { content: { ...content, form: appendPages(content['form'], pages) }, parts: 1, faults: [] },
      words.file.broughtQuestions(pages.length),
    );
  };
  return (
    <div className="filescreen stack">
      <div role="status">
        {said.map((each) => (
          <p key={each} className="notice">{each}</p>
        ))}
      </div>
      <section className="card">
        <h2>{words.file.title}</h2>
        <p>{words.file.text}</p>
        <ul className="files">
          {Object.entries(files).map(([name, text]) => (
            <li key={name}>
              <button type="button" className="linklike" onClick={() => { save(name, text); }}>
                <Download className="i s" aria-hidden="true" /> {words.file.download(name)}
              </button>
            </li>
          ))}
        </ul>
        <button type="button" className="btn second" onClick={() => { save(`${code}.json`, JSON.stringify(content, undefined, 2)); }}>
          <Download className="i s" aria-hidden="true" /> {words.file.whole}
        </button>
      </section>
      {editable ? (
        <>
          <section className="card">
            <h2>{words.file.bring}</h2>
            <form ref={form} onSubmit={(event) => { event.preventDefault(); void bring(); }}>
              <div className="field">
                <label htmlFor="tep-dua-vao">{words.file.bring}</label>
                <p className="hint" id="tep-dua-vao-goi-y">{words.file.bringHint}</p>
                <FilePicker id="tep-dua-vao" name="tep" multiple accept=".json,.bpmn,.xml,.csv,.tsv,.txt,.typ" describedBy="tep-dua-vao-goi-y" />
              </div>
              <button className="btn second">{words.file.bringGo}</button>
            </form>
          </section>
          <section className="card">
            <h2>{words.file.sheet}</h2>
            <div className="field">
              <label htmlFor="bang-truong">{words.file.sheet}</label>
              <p className="hint" id="bang-truong-goi-y">{words.file.sheetHint}</p>
              <textarea id="bang-truong" rows={5} aria-describedby="bang-truong-goi-y" value={sheet} onChange={(event) => { setSheet(event.target.value); }} />
            </div>
            <button
              type="button"
              className="btn second"
              onClick={() => {
                const brought = fromSheet(sheet, content, words);
                tell(brought, words.file.broughtQuestions(brought.parts));
              }}
            >
              {words.file.sheetGo}
            </button>
          </section>
          <section className="card">
            <h2>{words.file.other}</h2>
            <div className="field">
              <label htmlFor="thu-tuc-khac">{words.begin.code}</label>
              <input id="thu-tuc-khac" type="text" className="short" value={other} onChange={(event) => { setOther(event.target.value); }} />
            </div>
            <button type="button" className="btn second" onClick={() => { void take(); }}>{words.file.otherGo}</button>
          </section>
        </>
      ) : null}
    </div>
  ); // prettier-ignore
};
