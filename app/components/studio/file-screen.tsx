import { Download } from 'lucide-react';
import { useRef, useState } from 'react';
import {
  appendPages,
  at,
  contentFrom,
  filesOf,
  idsIn,
  listOf,
  pagesFromSheet,
  takeFiles,
  type Json,
  type StudioContent,
} from '#engine/studio/index.ts';
import type { Localized } from '#engine/result/index.ts';
import { FilePicker } from '#app/components/file-picker.tsx';
import { useStudioText, type StudioTexts } from '#app/i18n/use-studio-text.ts';
import { usePick } from '#app/i18n/use-text.ts';
import { openFile } from '#app/studios/open-file.ts';

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
  // A template keeps its own name, so that it can be brought in again.
  link.download = name.split('/').at(-1) ?? name;
  link.click();
  URL.revokeObjectURL(address);
};

/** The ways of bringing something in; each says what came of it where it stands. */
type Way = 'files' | 'sheet' | 'other';

/** The pages of questions of a procedure in force. */
const pagesOf = async (code: string, asked: string): Promise<readonly Json[] | 'offline' | 'unknown'> => {
  try {
    const response = await fetch(`/thiet-ke/${encodeURIComponent(code)}/tu-thu-tuc?ma=${encodeURIComponent(asked)}`);
    if (!response.ok) return 'offline';
    const { files } = (await response.json()) as { readonly files?: Readonly<Record<string, string>> };
    return files ? listOf(at(contentFrom(files).content, ['form', 'pages'])) : 'unknown';
  } catch {
    return 'offline';
  }
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

/** Parts and schemas by `takeFiles`; tables of fields are added to the form. */
const fromFiles = (
  files: Readonly<Record<string, string>>,
  content: StudioContent,
  words: StudioTexts,
  say: (message: Localized) => string,
): Brought => {
  const isTable = (name: string): boolean => /\.(csv|tsv|txt|xlsx)$/i.test(name);
  const entries = Object.entries(files);
  const others = takeFiles(Object.fromEntries(entries.filter(([name]) => !isTable(name))), content);
  const faults = others.faults.map(({ code, file, problems = [] }) =>
    problems.length > 0
      ? `${file}: ${problems.map(({ message, remedy }) => `${say(message)} ${remedy ? say(remedy) : ''}`.trim()).join(' ')}`
      : words.file.refused[code](file),
  );
  let next = others.content;
  let parts = others.taken.length;
  for (const [name, text] of entries.filter(([each]) => isTable(each))) {
    const sheet = fromSheet(text, next, words);
    next = sheet.content;
    faults.push(...sheet.faults.map((each) => `${name}: ${each}`));
    if (sheet.parts > 0) parts += 1;
  }
  return { content: next, parts, faults };
};

/** Cells as the text that a spreadsheet puts on the clipboard. */
const tabbed = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map((cell) => (/["\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t')).join('\n'); // prettier-ignore

/** Everything of the draft as files, and everything that can be brought into it. */
export const FileScreen = ({ code, content, editable, onBring }: FileScreenProps) => {
  const words = useStudioText();
  const pick = usePick();
  const [said, setSaid] = useState<{ readonly by: Way; readonly lines: readonly string[] } | undefined>(undefined);
  // Read where they stand: what was typed before the page was awake counts.
  const sheet = useRef<HTMLTextAreaElement>(null);
  const other = useRef<HTMLInputElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const files = filesOf(content);
  const tell = (by: Way, { content: next, parts, faults }: Brought, done: string): void => {
    setSaid({ by, lines: [...faults, ...(parts > 0 ? [done] : [])] });
    if (parts > 0) onBring(next);
  };
  const bring = async (): Promise<void> => {
    const input = form.current?.querySelector<HTMLInputElement>('input[type=file]');
    const chosen = [...(input?.files ?? [])];
    if (chosen.length === 0) return setSaid({ by: 'files', lines: [words.file.noneChosen] });
    const tooBig = chosen.find((file) => file.size > MOST_BYTES);
    if (tooBig) return setSaid({ by: 'files', lines: [words.file.tooBig(tooBig.name)] });
    // The same words again are said again.
    setSaid(undefined);
    const read: Record<string, string> = {};
    const unopened: string[] = [];
    for (const file of chosen) {
      if (!/\.(zip|xlsx)$/i.test(file.name)) {
        read[file.name] = await file.text();
        continue;
      }
      const answer = await openFile(code, file);
      if (answer === 'offline') unopened.push(words.file.offline(file.name));
      else if (!answer.opened)
        for (const { message, remedy } of answer.problems)
          unopened.push(`${file.name}: ${pick(message)} ${remedy ? pick(remedy) : ''}`.trim());
      else if (answer.opened.kind === 'files') Object.assign(read, answer.opened.files);
      else read[file.name] = tabbed(answer.opened.rows);
    }
    const got = fromFiles(read, content, words, pick);
    const brought = { ...got, faults: [...unopened, ...got.faults] };
    tell('files', brought, words.file.brought(brought.parts));
  };
  const take = async (): Promise<void> => {
    const asked = other.current?.value.trim() ?? '';
    if (asked === '') return setSaid({ by: 'other', lines: [words.file.otherMissing] });
    const pages = await pagesOf(code, asked);
    if (pages === 'offline' || pages === 'unknown')
      return setSaid({
        by: 'other',
        lines: [pages === 'offline' ? words.file.otherOffline : words.file.otherUnknown(asked)],
      });
    if (pages.length === 0) return setSaid({ by: 'other', lines: [words.file.otherNone] });
    tell(
      'other',
      { content: { ...content, form: appendPages(content['form'], pages) }, parts: 1, faults: [] },
      words.file.broughtQuestions(pages.length),
    );
  };
  // Said where it was asked for: on a phone the top of the page is far away.
  const saidBy = (way: Way) => (
    <div role="status">
      {said?.by === way ? said.lines.map((each, index) => <p key={`${String(index)} ${each}`} className="notice">{each}</p>) : null}
    </div>
  ); // prettier-ignore
  return (
    <div className="filescreen stack">
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
        <p>
          <a className="btn" href={`/thiet-ke/${encodeURIComponent(code)}/tai-ve`} download>
            <Download className="i s" aria-hidden="true" /> {words.file.folder}
          </a>
        </p>
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
                <FilePicker id="tep-dua-vao" name="tep" multiple accept=".zip,.json,.bpmn,.xml,.csv,.tsv,.txt,.xlsx,.typ" describedBy="tep-dua-vao-goi-y" />
              </div>
              <button className="btn second">{words.file.bringGo}</button>
            </form>
            {saidBy('files')}
          </section>
          <section className="card">
            <h2>{words.file.sheet}</h2>
            <div className="field">
              <label htmlFor="bang-truong">{words.file.sheet}</label>
              <p className="hint" id="bang-truong-goi-y">{words.file.sheetHint}</p>
              <textarea id="bang-truong" data-not-draft="" rows={5} aria-describedby="bang-truong-goi-y" ref={sheet} />
            </div>
            <button
              type="button"
              className="btn second"
              onClick={() => {
                const brought = fromSheet(sheet.current?.value ?? '', content, words);
                tell('sheet', brought, words.file.broughtQuestions(brought.parts));
              }}
            >
              {words.file.sheetGo}
            </button>
            {saidBy('sheet')}
          </section>
          <section className="card">
            <h2>{words.file.other}</h2>
            <form onSubmit={(event) => { event.preventDefault(); void take(); }}>
              <div className="field">
                <label htmlFor="thu-tuc-khac">{words.begin.code}</label>
                <input id="thu-tuc-khac" type="text" className="short" data-not-draft="" ref={other} />
              </div>
              <button className="btn second">{words.file.otherGo}</button>
            </form>
            {saidBy('other')}
          </section>
        </>
      ) : null}
    </div>
  ); // prettier-ignore
};
