import { useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import { ArrowDown, ArrowUp, ClipboardPaste, Copy, Download, Plus, Trash2 } from 'lucide-react';
import {
  editStepTable,
  readStepTable,
  tableOfSheet,
  tableOfText,
  textOfTable,
  type StepRow,
  type StepTable as Table,
} from '#engine/process/browser.ts';
import type { Problem } from '#engine/result/index.ts';
import { useProcessStudioText } from '#app/i18n/use-process-studio-text.ts';
import { usePick } from '#app/i18n/use-text.ts';
import type { Analysis } from './analyse.ts';
import { openFile } from '#app/studios/open-file.ts';
import { hoursText } from './hours.ts';
import { addRow, moveRow, outcomesText, put, putOutcomes, removeRow, timeText } from './table-edit.ts';
import { TextInput } from './text-input.tsx';

interface Props {
  readonly code: string;
  readonly analysis: Analysis;
  readonly editable: boolean;
  readonly onChange: (xml: string) => void;
  readonly findings: ReadonlyMap<string, readonly Problem[]>;
}

const minutesOf = (row: StepRow): string => {
  if (row.time === undefined) return '';
  const match = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(row.time);
  return hoursText(Number(match?.[1] ?? 0) * 480 + Number(match?.[2] ?? 0) * 60 + Number(match?.[3] ?? 0));
};

const ROLES = ['clerk', 'officer', 'head', 'leader', 'office'] as const;

/** The process as rows; every cell a box of its own, so that keyboard and screen reader need nothing special. */
export const StepTableView = ({ code, analysis, editable, onChange, findings }: Props) => {
  const words = useProcessStudioText();
  const pick = usePick();
  const { table: texts, panel } = words;
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [pasting, setPasting] = useState(false);
  const [pasted, setPasted] = useState('');
  const [said, setSaid] = useState('');
  const body = useRef<HTMLTableSectionElement>(null);
  const { table } = analysis;

  const take = async (next: Table): Promise<boolean> => {
    const xml = await editStepTable(analysis.xml, next);
    setProblems(xml.ok ? [] : xml.problems);
    if (xml.ok) onChange(xml.value);
    return xml.ok;
  };
  /** Its texts go into the box to be looked at first; a workbook has no text to look at and is taken. */
  const takeFile = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    if (!/\.xlsx$/i.test(file.name)) return setPasted(await file.text());
    const answer = await openFile(code, file);
    if (answer === 'offline') return setSaid(texts.offline);
    if (answer.opened?.kind !== 'sheet') return setProblems(answer.problems);
    const read = tableOfSheet(answer.opened.rows, headOf(table, analysis));
    if (!read.ok) return setProblems(read.problems);
    if (await take(read.value)) setPasting(false);
  };
  const takeText = async (text: string): Promise<boolean> => {
    const head = headOf(table, analysis);
    const read = text.trimStart().startsWith('{') ? fromJson(text, head) : tableOfText(text, head);
    if (read.ok) return take(read.value);
    setProblems(read.problems);
    return false;
  };
  const focusAt = (row: number, column: string): void => {
    requestAnimationFrame(() => body.current?.querySelector<HTMLElement>(`[data-cell="${row}-${column}"]`)?.focus());
  };
  const addAt = async (added: ReturnType<typeof addRow>): Promise<void> => {
    if (await take(added.table)) setTimeout(() => focusAt(added.at, 'name'), 250);
  };
  const keys = (row: number, column: string) => (event: KeyboardEvent<HTMLElement>) => {
    if (!table) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const by = event.key === 'ArrowDown' ? 1 : -1;
      if (event.altKey && editable) void take(moveRow(table, row, by));
      else if (event.currentTarget.tagName === 'SELECT') return;
      event.preventDefault();
      setTimeout(() => focusAt(row + by, column), event.altKey ? 250 : 0);
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && editable) {
      event.preventDefault();
      const added = addRow(table, row, texts.newStep);
      void addAt(added);
    }
  };
  const onPasted = (event: ClipboardEvent<HTMLInputElement>): void => {
    const text = event.clipboardData.getData('text/plain');
    if (!text.includes('\t') || !editable) return;
    event.preventDefault();
    void takeText(text);
  };

  return (
    <section className="card flush pstable" aria-labelledby="bang-buoc">
      <div className="cardtitle">
        <h2 id="bang-buoc">{texts.caption}</h2>
        <span className="psbar">
          {table ? (
            <button
              type="button"
              className="btn second s"
              onClick={() => {
                void navigator.clipboard.writeText(textOfTable(table)).then(() => setSaid(texts.copied));
              }}
            >
              <Copy size={16} aria-hidden="true" /> {texts.copy}
            </button>
          ) : null}
          {table ? (
            <a className="btn second s" href={`/thiet-ke/${encodeURIComponent(code)}/quy-trinh/bang`} download>
              <Download size={16} aria-hidden="true" /> {texts.download}
            </a>
          ) : null}
          {editable ? (
            <>
              <button
                type="button"
                className="btn second s"
                aria-expanded={pasting}
                onClick={() => setPasting(!pasting)}
              >
                <ClipboardPaste size={16} aria-hidden="true" /> {texts.paste}
              </button>
              {table ? (
                <button
                  type="button"
                  className="btn second s"
                  onClick={() => {
                    const added = addRow(table, table.rows.length - 1, texts.newStep);
                    void addAt(added);
                  }}
                >
                  <Plus size={16} aria-hidden="true" /> {texts.add}
                </button>
              ) : null}
            </>
          ) : null}
        </span>
      </div>
      <p className={said === texts.offline ? 'pad small' : 'vh'} role="status">
        {said}
      </p>
      {pasting ? (
        <div className="pad pspaste">
          <label htmlFor="dan-bang">{texts.pasteLabel}</label>
          <p className="hint" id="dan-bang-goi-y">
            {texts.pasteHint}
          </p>
          <textarea
            id="dan-bang"
            rows={6}
            value={pasted}
            aria-describedby="dan-bang-goi-y"
            onChange={(event) => setPasted(event.target.value)}
          />
          <label htmlFor="tep-bang">{texts.file}</label>
          <input
            id="tep-bang"
            type="file"
            accept=".xlsx,.csv,.tsv,.txt,.json"
            onChange={(event) => {
              void takeFile(event.target.files?.[0]);
            }}
          />
          <p className="psbar">
            <button
              type="button"
              className="btn s"
              onClick={() => {
                void takeText(pasted).then((taken) => {
                  if (!taken) return;
                  setPasting(false);
                  setPasted('');
                });
              }}
            >
              {texts.take}
            </button>
            <button type="button" className="btn second s" onClick={() => setPasting(false)}>
              {texts.cancel}
            </button>
          </p>
        </div>
      ) : null}
      {problems.length > 0 ? (
        <div className="pad" role="alert">
          <ul className="psproblems">
            {problems.map((found, index) => (
              <li key={index}>
                {pick(found.message)} {found.remedy ? pick(found.remedy) : ''}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {table ? (
        <div className="psscroll" role="region" aria-labelledby="bang-buoc">
          <table>
            <caption className="vh">{texts.caption}</caption>
            <thead>
              <tr>
                {(
                  [
                    'number',
                    'name',
                    'who',
                    'role',
                    'time',
                    'condition',
                    'outcomes',
                    'result',
                    ...(editable ? (['move'] as const) : []),
                  ] as const
                ).map((column) => (
                  <th key={column} scope="col">
                    {texts.columns[column]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody ref={body}>
              {table.rows.map((row, index) => {
                const cell = (
                  column: 'name' | 'who' | 'time' | 'condition' | 'outcomes' | 'result',
                  value: string,
                  commit: (typed: string) => void,
                  more: { readonly numeric?: boolean } = {},
                ) => (
                  <TextInput
                    value={value}
                    label={texts.cell(texts.columns[column], index + 1)}
                    disabled={!editable}
                    onKey={keys(index, column)}
                    onPasted={onPasted}
                    data={{ 'data-cell': `${index}-${column}` }}
                    onCommit={commit}
                    {...(column === 'outcomes' ? { describedBy: 'ket-luan-goi-y' } : {})}
                    {...more}
                  />
                );
                const wrong = findings.get(row.step) ?? [];
                return (
                  <tr key={row.step}>
                    <th scope="row">{index + 1}</th>
                    <td>
                      {cell('name', row.name, (typed) => void take(put(table, index, 'name', typed)))}
                      {wrong.map((found, at) => (
                        <span key={at} className="pswrong">
                          {pick(found.message)}
                        </span>
                      ))}
                    </td>
                    <td>
                      {cell('who', row.performer ?? '', (typed) => void take(put(table, index, 'performer', typed)))}
                    </td>
                    <td>
                      <select
                        value={row.who}
                        disabled={!editable}
                        aria-label={texts.cell(texts.columns.role, index + 1)}
                        data-cell={`${index}-role`}
                        onChange={(event) => void take(put(table, index, 'who', event.target.value))}
                        onKeyDown={keys(index, 'role')}
                      >
                        {[...new Set([...ROLES, row.who])].map((role) => (
                          <option key={role} value={role}>
                            {panel.roles[role as 'clerk'] ?? role}
                          </option>
                        ))}
                      </select>
                    </td>
                    <td className="num">
                      {cell(
                        'time',
                        minutesOf(row),
                        (typed) => {
                          const time = timeText(typed);
                          void take(put(table, index, 'time', time ?? typed));
                        },
                        { numeric: true },
                      )}
                    </td>
                    <td>
                      {cell(
                        'condition',
                        row.condition ?? '',
                        (typed) => void take(put(table, index, 'condition', typed)),
                      )}
                    </td>
                    <td>
                      {cell('outcomes', outcomesText(table, row, texts.end), (typed) => {
                        const next = putOutcomes(table, index, typed, texts.end);
                        if (next) void take(next);
                        else setSaid(texts.outcomesHint);
                      })}
                    </td>
                    <td>
                      {cell(
                        'result',
                        row.deliverable ?? '',
                        (typed) => void take(put(table, index, 'deliverable', typed)),
                      )}
                    </td>
                    {editable ? (
                      <td className="psmoves">
                        <button
                          type="button"
                          aria-label={texts.up(index + 1)}
                          disabled={index === 0}
                          onClick={() => void take(moveRow(table, index, -1))}
                        >
                          <ArrowUp size={16} aria-hidden="true" />
                        </button>
                        <button
                          type="button"
                          aria-label={texts.down(index + 1)}
                          disabled={index === table.rows.length - 1}
                          onClick={() => void take(moveRow(table, index, 1))}
                        >
                          <ArrowDown size={16} aria-hidden="true" />
                        </button>
                        <button
                          type="button"
                          aria-label={texts.remove(index + 1)}
                          disabled={table.rows.length === 1}
                          onClick={() => void take(removeRow(table, index))}
                        >
                          <Trash2 size={16} aria-hidden="true" />
                        </button>
                      </td>
                    ) : null}
                  </tr>
                );
              })}
            </tbody>
            <tfoot>
              <tr>
                <td />
                <th scope="row" colSpan={3}>
                  {texts.sum}
                </th>
                <td className="num">{hoursText(analysis.slowest)}</td>
                <td colSpan={editable ? 4 : 3} id="ket-luan-goi-y" className="muted small">
                  {texts.outcomesHint}
                </td>
              </tr>
            </tfoot>
          </table>
        </div>
      ) : (
        <div className="pad">
          <p>{texts.notATable}</p>
          <ul className="psproblems">
            {analysis.noTable.map((found, index) => (
              <li key={index}>{pick(found.message)}</li>
            ))}
          </ul>
        </div>
      )}
      {editable ? (
        <p className="pskeys small muted">
          <b>{texts.keys}</b> <kbd>↑</kbd> <kbd>↓</kbd> {texts.keyTexts.updown} · <kbd>Alt ↑</kbd> <kbd>Alt ↓</kbd>{' '}
          {texts.keyTexts.altUpdown} · <kbd>Ctrl Enter</kbd> {texts.keyTexts.ctrlEnter} · <kbd>Ctrl V</kbd>{' '}
          {texts.keyTexts.paste} · <kbd>Ctrl Z</kbd> {texts.keyTexts.ctrlZ}
        </p>
      ) : null}
    </section>
  );
};

/** What a table of rows does not say of its process stays as it is. */
const headOf = (table: Table | undefined, { process }: Analysis) => ({
  ...(table?.id === undefined ? {} : { id: table.id }),
  ...(table?.onTheSpot === undefined ? {} : { onTheSpot: table.onTheSpot }),
  name: table?.name ?? process?.name ?? '',
});

const fromJson = (text: string, head: { readonly id?: string; readonly name: string }) => {
  try {
    const value = JSON.parse(text) as unknown;
    const read = readStepTable(value);
    return read.ok ? { ...read, value: { ...head, ...read.value } } : read;
  } catch {
    return tableOfText('', head);
  }
};
