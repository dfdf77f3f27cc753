import { fail, ok, type Result } from '#engine/result/index.ts';
import { durationText } from '../duration.ts';
import { said } from '../messages.ts';
import type { TaskAct } from '../types.ts';
import { standardPerformer } from './from-table.ts';
import type { StepRow, StepTable } from './model.ts';
import { minutesOfText } from './time-text.ts';

type Column = 'number' | 'name' | 'performer' | 'time' | 'condition' | 'deliverable';

/** Headings that approved internal processes use (TT 01/2018/TT-VPCP, phụ lục), without diacritics. */
const HEADINGS: readonly (readonly [RegExp, Column])[] = [
  [/^(buoc|tt|stt|so tt|b|buoc thuc hien|trinh tu)$/, 'number'],
  [/(noi dung|cong viec|ten buoc|viec)/, 'name'],
  [/(nguoi|don vi|trach nhiem|co quan|bo phan|thuc hien)/, 'performer'],
  [/(thoi gian|thoi han|gio|ngay)/, 'time'],
  [/(dieu kien|truong hop)/, 'condition'],
  [/(ket qua|san pham|bieu mau)/, 'deliverable'],
];
const USUAL: readonly Column[] = ['number', 'name', 'performer', 'time', 'condition', 'deliverable'];

/** Lower case without diacritics. */
const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase().replace(/\s+/g, ' ').trim();

const WORKERS: readonly (readonly [RegExp, string])[] = [
  [/mot cua|tiep nhan|phuc vu hanh chinh|ttpvhcc|tra ket qua/, 'clerk'],
  [/van thu/, 'officer'],
  [/(truong|pho) phong|lanh dao (van )?phong|lanh dao (chi cuc|trung tam|don vi)|chi cuc truong/, 'head'],
  [/lanh dao|giam doc|chu tich|thu truong|cuc truong/, 'leader'],
];
const ACTS: readonly (readonly [RegExp, TaskAct])[] = [
  [/^(tra|ban giao|chuyen tra).*ket qua|^tra /, 'hand-out'],
  [/vao so|dong dau|phat hanh|cap nhat ket qua/, 'enter-result'],
  [/tiep nhan/, 'receive'],
  [/phan cong|giao viec/, 'assign'],
  [/xin y kien|lay y kien|phoi hop/, 'consult'],
  [/trinh ky|trinh lanh dao|xem xet du thao|duyet du thao|soat xet|tham tra du thao/, 'submit'],
  [/phe duyet|ky (duyet|ban hanh|ket qua)|^ky |quyet dinh/, 'sign'],
  [/tham dinh|thu ly|xu ly|kiem tra|xac minh|giai quyet/, 'examine'],
];
const found = <Value>(patterns: readonly (readonly [RegExp, Value])[], text: string): Value | undefined =>
  patterns.find(([pattern]) => pattern.test(text))?.[1];

/** The role of a performer named in words: `clerk`, `officer`, `head` or `leader`. */
export const roleOfPerformer = (words: string): string => found(WORKERS, plain(words)) ?? 'officer';

/**
 * A step table out of what a spreadsheet puts on the clipboard (tab-separated) or writes as CSV: the columns by
 * their headings in any order, or without headings bước, nội dung, người thực hiện, thời gian, điều kiện, kết quả.
 * Performers give roles, names of steps give their acts; each step gets an id of its own. A number without unit in
 * the time column is hours where the heading says so, else days. Refused with the row when a time cannot be read.
 */
export const tableOfText = (text: string, head: { readonly id?: string; readonly name: string }): Result<StepTable> => {
  const lines = cellsOf(text);
  const headings = (lines[0] ?? []).map((cell) => found(HEADINGS, plain(cell)));
  const hasHeadings = new Set(headings.filter((each) => each !== undefined)).size >= 2 && headings.includes('name');
  const columns = hasHeadings ? headings : lines[0]?.length === 1 ? (['name'] as const) : USUAL;
  const hours = hasHeadings && /gio/.test(plain(lines[0]?.[columns.indexOf('time')] ?? ''));
  const rows: StepRow[] = [];
  const taken = new Set<string>(['start', 'end']);
  for (const line of hasHeadings ? lines.slice(1) : lines) {
    const cell = (column: Column): string => line[columns.indexOf(column)]?.trim() ?? '';
    const name = cell('name');
    if (name === '' || /^(tong|cong)( cong| so| thoi gian)*:?$/.test(plain(name))) continue;
    const minutes = timeOf(cell('time'), hours);
    const step = idOf(name, taken);
    if (minutes === 'unreadable') return fail(said.badDuration(step, cell('time')));
    const performer = cell('performer');
    const who = roleOfPerformer(performer === '' ? name : performer);
    const act = rows.some((row) => row.act === 'receive') ? laterAct(name, rows, who) : found(ACTS, plain(name));
    const condition = cell('condition');
    rows.push({
      step,
      name,
      who,
      ...(performer === '' || performer === standardPerformer(who) ? {} : { performer }),
      unit: who === 'clerk' ? 'receiving' : 'deciding',
      ...(minutes === undefined ? {} : { time: durationText(minutes) }),
      ...(isCondition(condition) ? { condition } : {}),
      ...(cell('deliverable') === '' ? {} : { deliverable: cell('deliverable') }),
      ...(act === 'receive' ? { product: 'receipt' } : {}),
      ...(act === undefined ? {} : { act }),
    });
  }
  if (rows.length === 0) return fail(said.emptyTable());
  return ok({ format: 'motcua/step-table@1', ...head, rows });
};

/** Acts that end something are given once: what looks like it later is examining again. */
const laterAct = (name: string, rows: readonly StepRow[], who: string): TaskAct | undefined => {
  const act = found(ACTS, plain(name));
  const once: readonly (TaskAct | undefined)[] = ['receive', 'sign', 'enter-result', 'hand-out'];
  if (act === 'sign' && who !== 'leader') return 'submit';
  return once.includes(act) && rows.some((row) => row.act === act) ? 'examine' : act;
};

/** “luôn luôn” and words that are no expression stay out of the way of the engine. */
const isCondition = (text: string): boolean => /[=<>]|\bnot\(|\band\b|\bor\b/.test(text);

/** `4 giờ`, `0,5 ngày`, `PT4H`, `1 ngày 4 giờ`; “không tính thời gian” is none. */
const timeOf = (text: string, hours: boolean): number | undefined | 'unreadable' => {
  const words = text.trim().toLowerCase();
  if (words === '' || /^(không|-|–|theo|ngay)/.test(words)) return undefined;
  if (/^\d+(?:[.,]\d+)?$/.test(words)) return minutesOfText(`${words} ${hours ? 'giờ' : 'ngày'}`) ?? 'unreadable';
  const whole = minutesOfText(text) ?? minutesOfText(words.replace(/\s*(làm việc|lv)\s*/g, ''));
  if (whole !== undefined) return whole;
  const parts = words.match(/\d+(?:[.,]\d+)?\s*(?:ngày|giờ|phút)/g) ?? [];
  const minutes = parts.map(minutesOfText);
  return parts.length === 0 || minutes.includes(undefined)
    ? 'unreadable'
    : minutes.reduce<number>((sum, each) => sum + (each ?? 0), 0);
};

/** `Thẩm định hồ sơ` → `tham-dinh-ho-so`, with a number where it is taken. */
export const idOf = (name: string, taken: Set<string>): string => {
  const words = plain(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+|-+$/g, '')
    .split('-')
    .slice(0, 6);
  const base = words.join('-') || 'buoc';
  let id = base;
  for (let count = 2; taken.has(id); count += 1) id = `${base}-${count}`;
  taken.add(id);
  return id;
};

/** Tab-separated as spreadsheets copy (cells with line breaks in quotes), else by semicolon or comma. */
const cellsOf = (text: string): readonly (readonly string[])[] => {
  const separator = ['\t', ';', ','].find((each) => text.includes(each)) ?? '\t';
  const lines: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const close = (): void => {
    lines.at(-1)?.push(cell.replace(/\s*\n\s*/g, ' ').trim());
    cell = '';
  };
  const all = text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .normalize('NFC');
  for (let at = 0; at < all.length; at += 1) {
    const sign = all[at] ?? '';
    if (quoted && sign === '"' && all[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (sign === '"' && (quoted || cell === '')) quoted = !quoted;
    else if (!quoted && sign === separator) close();
    else if (!quoted && sign === '\n') {
      close();
      lines.push([]);
    } else cell += sign;
  }
  close();
  return lines.filter((line) => line.some((each) => each !== ''));
};

/** The table as a spreadsheet takes it from the clipboard, with headings. */
export const textOfTable = (table: StepTable): string => {
  const quote = (value: string): string => (/["\t\n]/.test(value) ? `"${value.replace(/"/g, '""')}"` : value);
  const lines = table.rows.map((row, index) => [
    String(index + 1),
    row.name,
    row.performer ?? standardPerformer(row.who),
    row.time ?? '',
    row.condition ?? '',
    row.deliverable ?? '',
  ]);
  return [['Bước', 'Nội dung công việc', 'Người thực hiện', 'Thời gian', 'Điều kiện', 'Kết quả'], ...lines]
    .map((line) => line.map(quote).join('\t'))
    .join('\n');
};
