import type { Result } from '#engine/result/index.ts';
import { standardPerformer } from './from-table.ts';
import type { StepRow, StepTable } from './model.ts';
import { tableOfText } from './pasted.ts';
import { readStepTable } from './read-table.ts';

type Cells = readonly string[];
type Head = Pick<StepTable, 'id' | 'onTheSpot'> & { readonly name: string };

/** Columns that people read first, then those that only a process has: with them nothing of a table is lost. */
const COLUMNS = [
  ['name', 'Nội dung công việc'],
  ['performer', 'Người thực hiện'],
  ['time', 'Thời gian'],
  ['condition', 'Điều kiện'],
  ['deliverable', 'Kết quả'],
  ['step', 'Mã bước'],
  ['who', 'Vai trò'],
  ['unit', 'Đơn vị'],
  ['outcomes', 'Kết luận và rẽ nhánh'],
  ['product', 'Văn bản ban hành'],
  ['requires', 'Văn bản cần có'],
  ['act', 'Loại việc'],
  ['form', 'Biểu nhập'],
  ['parallel', 'Nhóm song song'],
  ['next', 'Bước tiếp theo'],
] as const satisfies readonly (readonly [keyof StepRow, string])[];

type Outcomes = NonNullable<StepRow['outcomes']>;

/** `phe-duyet = Đồng ý → ban-hanh`, one in a line; names that would not read back so are written as JSON. */
const outcomesText = (outcomes: Outcomes): string => {
  const text = outcomes.map(({ id, name, next }) => `${id} = ${name}${next === undefined ? '' : ` → ${next}`}`).join('\n');
  return JSON.stringify(outcomesOf(text)) === JSON.stringify(plainOutcomes(outcomes)) ? text : JSON.stringify(outcomes);
}; // prettier-ignore

const plainOutcomes = (outcomes: Outcomes): Outcomes =>
  outcomes.map(({ id, name, next }) => ({ id, name, ...(next === undefined ? {} : { next }) }));

const outcomesOf = (text: string): unknown => {
  if (text.trimStart().startsWith('[')) {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      return text;
    }
  }
  return text.split('\n').map((line) => {
    const [, id = '', name = '', next] = /^(\S+) = (.*?)(?: → (\S+))?$/u.exec(line) ?? [];
    // Neither id nor name: refused as what it is, a cell that says no outcome.
    return id === '' ? line : { id, name, ...(next === undefined ? {} : { next }) };
  });
};

/** The whole table as the cells of a sheet, headings apart. `tableOfSheet` makes the same table of it. */
export const sheetOfTable = (table: StepTable): { readonly columns: Cells; readonly rows: readonly Cells[] } => ({
  columns: ['Bước', ...COLUMNS.map(([, title]) => title)],
  rows: table.rows.map((row, index) => [
    String(index + 1),
    ...COLUMNS.map(([key]) => {
      if (key === 'outcomes') return row.outcomes === undefined ? '' : outcomesText(row.outcomes);
      // People look for a name here; one that only says the role again is left out when it is read.
      return row[key] ?? (key === 'performer' ? standardPerformer(row.who) : '');
    }),
  ]),
});

/**
 * A sheet → step table: one that `sheetOfTable` wrote, columns in any order and changed by hand, gives exactly what
 * it says; any other is read as a pasted one (`tableOfText`). Lines above the headings are skipped.
 */
export const tableOfSheet = (cells: readonly Cells[], head: Head): Result<StepTable> => {
  const wanted = new Map<string, keyof StepRow>(COLUMNS.map(([key, title]) => [title, key]));
  const top = cells.findIndex((row) => row.includes('Mã bước') && row.includes('Vai trò'));
  if (top < 0) return pasted(cells, head);
  const keys = (cells[top] ?? []).map((title) => wanted.get(title.trim().normalize('NFC')));
  const rows = cells.slice(top + 1).flatMap((row) => {
    const read: Record<string, unknown> = {};
    for (const [at, key] of keys.entries()) {
      const value = row[at] ?? '';
      if (key === undefined || value === '') continue;
      read[key] = key === 'outcomes' ? outcomesOf(value) : value;
    }
    if (read['performer'] === standardPerformer(String(read['who'] ?? ''))) delete read['performer'];
    return Object.keys(read).length === 0 ? [] : [read];
  });
  const table = readStepTable({ format: 'motcua/step-table@1', rows });
  return table.ok ? { ...table, value: { ...table.value, ...head } } : table;
};

/** Heading lines of a printed process stand above its table: the table begins where a row names the work. */
const pasted = (cells: readonly Cells[], head: Head): Result<StepTable> => {
  const top = cells.findIndex((row) => row.filter((cell) => cell !== '').length >= 2);
  const quote = (cell: string): string => (/["\t\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const text = cells.slice(Math.max(0, top)).map((row) => row.map(quote).join('\t')).join('\n');
  return tableOfText(text, head);
}; // prettier-ignore
