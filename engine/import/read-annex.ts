import { fail, ok, type Result } from '#engine/result/index.ts';
import { readCode } from './make-draft.ts';
import { refusals } from './messages.ts';
import { foldTidy, tidy } from './numbers.ts';
import { emptySource, type Cited, type SourceProcedure } from './source.ts';

/** Columns of an annex (domain 1.4), by the folded beginning of their heading. */
const COLUMNS = {
  number: /^(?:stt|tt|so tt)$/,
  replaces: /(?:bi|duoc) thay the\b/,
  action: /^(?:viec|hinh thuc cong bo|noi dung cong bo)$/,
  code: /^ma(?: so)?(?: tthc| thu tuc.*| ho so tthc)?$/,
  name: /^ten (?:tthc|thu tuc|nhom)|^(?:thu tuc hanh chinh|tthc)(?: moi)?(?: thay the)?$/,
  limit: /^thoi (?:han|gian)/,
  place: /^dia diem/,
  fee: /^(?:phi|le phi|muc (?:phi|thu))/,
  basis: /^can cu/,
  agency: /^(?:co quan (?:thuc hien|giai quyet|co tham quyen)|don vi thuc hien)/,
  channels: /^(?:cach thuc|hinh thuc)/,
  level: /^cap(?: thuc hien| giai quyet)?$/,
  field: /^linh vuc/,
  applicants: /^doi tuong/,
  papers: /^thanh phan/,
  result: /^ket qua/,
} as const;

export type AnnexColumn = keyof typeof COLUMNS;

const isColumn = (key: string): key is AnnexColumn => Object.hasOwn(COLUMNS, key);

const columnOf = (heading: string): AnnexColumn | undefined => {
  const words = foldTidy(heading).replace(/[*:]/g, '').trim();
  return Object.keys(COLUMNS)
    .filter(isColumn)
    .find((key) => COLUMNS[key].test(words));
};

/** A row of cells, and what to call its place in the source: `hàng 7`. */
export interface AnnexRow {
  readonly cells: readonly string[];
  readonly from: string;
}

export interface AnnexItem {
  readonly action: 'add' | 'amend' | 'replace' | 'repeal';
  readonly source: SourceProcedure;
  /** `replace`: the codes that end, as far as the annex names them. */
  readonly replaces?: readonly string[];
  /** `repeal`: the code that takes its place. */
  readonly replacedBy?: string;
}

const MOST = 2000;

const ACTIONS: readonly (readonly [RegExp, AnnexItem['action']])[] = [
  [/bai bo|huy bo/, 'repeal'],
  [/thay the/, 'replace'],
  [/sua doi|bo sung/, 'amend'],
  [/moi ban hanh|ban hanh moi|cong bo moi|chuan hoa/, 'add'],
];

/**
 * The rows of an annex → procedures in the annex's words, each with what the decision does with it. Headings above
 * groups of rows (`I. LĨNH VỰC …`, `B. Thủ tục hành chính bị bãi bỏ`) hold for what stands below. A cell left empty
 * by a merge stays empty: nothing is carried down.
 */
export const readAnnex = (rows: readonly AnnexRow[], title: string): Result<readonly AnnexItem[]> => {
  let columns: ReadonlyMap<AnnexColumn, number> | undefined;
  let field: Cited | undefined;
  let level: Cited | undefined;
  let action: AnnexItem['action'] = 'add';
  const items: AnnexItem[] = [];
  for (const row of rows) {
    const filled = row.cells.filter((cell) => tidy(cell) !== '');
    if (filled.length === 0) continue;
    const heading = headingsIn(row);
    if (heading) {
      columns = heading;
      continue;
    }
    const [first = ''] = filled.filter((cell) => !/^[\sA-Z0-9IVXLC.)-]{1,6}$/u.test(cell));
    const name = columns === undefined ? '' : cellOf(row, columns, 'name');
    const group =
      filled.length <= 2 && (columns === undefined || codeIn(row, columns) === undefined) ? foldTidy(first) : undefined;
    if (group !== undefined) {
      const found = ACTIONS.find(([pattern]) => pattern.test(group))?.[1];
      if (found) action = found;
      const [, words] = /lĩnh vực\s*:?\s*(.+)$/iu.exec(tidy(first)) ?? [];
      if (words) field = { words: sentence(words), from: row.from };
      const [ofLevel] = /cap (?:tinh|huyen|xa|bo)/.exec(group) ?? [];
      if (ofLevel) level = { words: ofLevel, from: row.from };
      if (found || words || ofLevel || columns === undefined || !name) continue;
    }
    if (columns === undefined || name === '') continue;
    const source = sourceOf(row, columns, title, field, level);
    items.push({ source, ...whatIsDone(row, columns, action, source.code?.words) });
    if (items.length > MOST) return fail(refusals.tooMany(MOST));
  }
  if (columns === undefined) return fail(refusals.noHeading());
  return items.length === 0 ? fail(refusals.empty()) : ok(items);
};

const sentence = (words: string): string => {
  const plain = words.replace(/\s*\(.*\)\s*$/u, '').replace(/[.:]$/u, '');
  return plain === plain.toUpperCase() ? `${plain.slice(0, 1)}${plain.slice(1).toLowerCase()}` : plain;
};

/** The row's own word for what is done where it has one, and the codes it names beside its own. */
const whatIsDone = (
  row: AnnexRow,
  columns: Columns,
  group: AnnexItem['action'],
  own: string | undefined,
): Pick<AnnexItem, 'action' | 'replaces' | 'replacedBy'> => {
  const said = cellOf(row, columns, 'action');
  const action = ACTIONS.find(([pattern]) => pattern.test(foldTidy(said)))?.[1] ?? group;
  const others = [...`${said}\n${cellOf(row, columns, 'replaces')}`.matchAll(CODES)]
    .flatMap(([code]) => readCode(code) ?? [])
    .filter((code, place, all) => code !== own && all.indexOf(code) === place);
  const [first] = others;
  if (first === undefined || action === 'amend' || action === 'add') return { action };
  return action === 'repeal' ? { action, replacedBy: first } : { action, replaces: others };
};

/** A row is the heading when it names the procedures' column and one more. */
const headingsIn = ({ cells }: AnnexRow): ReadonlyMap<AnnexColumn, number> | undefined => {
  const found = new Map<AnnexColumn, number>();
  for (const [place, cell] of cells.entries()) {
    const column = columnOf(cell);
    if (column && !found.has(column)) found.set(column, place);
  }
  // Alone, "TTHC được thay thế" is the column of names.
  const ended = found.get('replaces');
  if (!found.has('name') && ended !== undefined) {
    found.delete('replaces');
    found.set('name', ended);
  }
  return found.has('name') && found.size > 1 ? found : undefined;
};

type Columns = ReadonlyMap<AnnexColumn, number>;

const cellOf = (row: AnnexRow, columns: Columns, column: AnnexColumn): string => {
  const place = columns.get(column);
  return place === undefined ? '' : (row.cells[place] ?? '').trim();
};

const cited = (row: AnnexRow, columns: Columns, column: AnnexColumn): Cited | undefined => {
  const words = cellOf(row, columns, column);
  return words === '' ? undefined : { words, from: `${row.from}, ${letter(columns.get(column) ?? 0)}` };
};

const letter = (place: number): string => `cột ${String.fromCodePoint(65 + (place % 26))}`;

const CODES = /\d\s*\.\s*\d{6}(?:\s*\.\s*[A-Z0-9]{2,4})*/gu;
const IN_NAME = /\(?\s*(?:mã\s*(?:số|TTHC|thủ tục)?\s*:?\s*)?(\d\s*\.\s*\d{6}(?:\s*\.\s*[A-Z0-9]{2,4})*)\s*\)?/iu;

const codeIn = (row: AnnexRow, columns: Columns): { readonly cited: Cited; readonly name: string } | undefined => {
  const own = cited(row, columns, 'code');
  const name = cellOf(row, columns, 'name');
  if (own && readCode(own.words)) return { cited: { ...own, words: readCode(own.words) ?? '' }, name };
  const [whole, code] = IN_NAME.exec(name) ?? [];
  const found = code === undefined ? undefined : readCode(code);
  if (found === undefined || whole === undefined) return undefined;
  return {
    cited: { words: found, from: cited(row, columns, 'name')?.from ?? row.from },
    name: tidy(name.replace(whole, ' ')).replace(/^[-–.,:\s]+|[-–,:\s]+$/gu, ''),
  };
};

const parts = (given: Cited | undefined, by: RegExp): readonly Cited[] =>
  (given?.words ?? '')
    .split(by)
    .map((words) => tidy(words).replace(/^[-+*•]\s*/u, ''))
    .filter((words) => words !== '')
    .map((words) => ({ words, from: given?.from ?? '' }));

const sourceOf = (
  row: AnnexRow,
  columns: Columns,
  title: string,
  groupField: Cited | undefined,
  groupLevel: Cited | undefined,
): SourceProcedure => {
  const code = codeIn(row, columns);
  const name = cited(row, columns, 'name');
  const limit = cited(row, columns, 'limit');
  const fee = cited(row, columns, 'fee');
  const agency = cited(row, columns, 'agency');
  const place = cited(row, columns, 'place');
  const field = cited(row, columns, 'field') ?? groupField;
  const levels = parts(cited(row, columns, 'level'), /[,;\n]/u);
  return {
    ...emptySource(title),
    ...(code ? { code: code.cited } : {}),
    ...(name ? { name: { ...name, words: code?.name ?? name.words } } : {}),
    ...(field ? { field } : {}),
    ...(agency ? { agency } : {}),
    ...(place ? { receiving: place } : {}),
    levels: levels.length > 0 ? levels : groupLevel ? [groupLevel] : [],
    applicants: parts(cited(row, columns, 'applicants'), /[,;\n](?![^(]*\))/u),
    channels: parts(cited(row, columns, 'channels'), /[,;\n]/u),
    limits: limit ? [limit] : [],
    fees: fee ? [fee] : [],
    papers: parts(cited(row, columns, 'papers'), /[;\n]/u),
    results: parts(cited(row, columns, 'result'), /[;\n]/u),
    legalBasis: parts(cited(row, columns, 'basis'), /[;\n]/u),
  };
};
