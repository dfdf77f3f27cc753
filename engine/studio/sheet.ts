import { idFrom } from './names.ts';
import type { JsonRecord } from './json.ts';
import { blankQuestion, questionTypes, type QuestionType } from './questions.ts';

/** A spreadsheet of fields as text: rows, and cells cut by tab, semicolon or comma; quoted cells may hold them. */
export const readCells = (text: string): readonly (readonly string[])[] => {
  const [first = ''] = text.split('\n', 1);
  const separator = first.includes('\t') ? '\t' : first.includes(';') ? ';' : ',';
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const source = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  for (let index = 0; index < source.length; index += 1) {
    const character = source.charAt(index);
    if (quoted) {
      if (character !== '"') cell += character;
      else if (source.charAt(index + 1) === '"') {
        cell += '"';
        index += 1;
      } else quoted = false;
    } else if (character === '"' && cell === '') quoted = true;
    else if (character === separator || character === '\n') {
      row.push(cell.trim());
      cell = '';
      if (character === '\n') {
        rows.push(row);
        row = [];
      }
    } else cell += character;
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell.trim()]);
  return rows
    .filter((each) => each.some((value) => value !== ''))
    .map((each) => each.map((value) => value.normalize('NFC')));
};

/** What a column may hold, by the words at its head in either language. */
const COLUMNS = {
  page: ['trang', 'phần', 'mục', 'page', 'section'],
  label: ['câu hỏi', 'tên trường', 'trường', 'nội dung', 'trường thông tin', 'label', 'question', 'field'],
  type: ['kiểu', 'kiểu trả lời', 'kiểu dữ liệu', 'loại', 'type'],
  required: ['bắt buộc', 'required'],
  hint: ['gợi ý', 'ghi chú', 'hint', 'note'],
  options: ['lựa chọn', 'giá trị', 'các lựa chọn', 'options', 'values'],
  length: ['độ dài', 'độ dài tối đa', 'max length'],
} as const;
type Column = keyof typeof COLUMNS;

/** Words for a type as people write them in such sheets; the engine's own names are understood too. */
const TYPES: Readonly<Record<string, QuestionType>> = {
  'chữ': 'text', 'văn bản': 'text', 'ký tự': 'text', 'text': 'text', 'string': 'text', 'chuỗi': 'text', 'đoạn văn': 'long-text',
  'văn bản dài': 'long-text', 'số': 'number', 'số nguyên': 'number', 'number': 'number', 'tiền': 'money', 'số tiền': 'money',
  'ngày': 'date', 'ngày tháng': 'date', 'date': 'date', 'chọn một': 'choice', 'lựa chọn': 'choice', 'danh sách': 'choice',
  'chọn nhiều': 'choices', 'có/không': 'yes-no', 'có hoặc không': 'yes-no', 'có không': 'yes-no', 'boolean': 'yes-no',
  'cam đoan': 'declaration', 'điện thoại': 'phone', 'số điện thoại': 'phone', 'thư điện tử': 'e-mail', 'email': 'e-mail',
  'số định danh': 'personal-id', 'cccd': 'personal-id', 'người': 'person', 'tổ chức': 'organisation', 'địa chỉ': 'address',
  'tệp': 'file', 'file': 'file',
}; // prettier-ignore

const key = (text: string): string => text.toLowerCase().replace(/[*:]/g, '').replace(/\s+/g, ' ').trim();

const typeOf = (text: string, hasOptions: boolean): QuestionType | undefined => {
  const named = key(text);
  if (named === '') return hasOptions ? 'choice' : 'text';
  return questionTypes.find((each) => each === named) ?? (Object.hasOwn(TYPES, named) ? TYPES[named] : undefined);
};

const YES = ['x', 'có', 'bắt buộc', 'yes', 'true', '1', 'y'];

export interface SheetFault {
  readonly code: 'no-label-column' | 'unknown-type' | 'no-options' | 'no-rows';
  /** Row of the sheet, from 1. */
  readonly row: number;
  readonly text: string;
}

/**
 * Rows of fields → pages of questions. The first row names the columns; the one with the questions is
 * needed. Rows that cannot be read are told and left out; nothing is guessed but a missing type.
 */
export const pagesFromSheet = (
  text: string,
  taken: ReadonlySet<string>,
  words: { readonly page: string; readonly option: (number: number) => string },
): { readonly pages: readonly JsonRecord[]; readonly faults: readonly SheetFault[] } => {
  const [head = [], ...rows] = readCells(text);
  const place = (column: Column): number =>
    head.findIndex((each) => COLUMNS[column].some((name) => name === key(each)));
  const at: Readonly<Record<Column, number>> = {
    page: place('page'), label: place('label'), type: place('type'), required: place('required'), hint: place('hint'),
    options: place('options'), length: place('length'),
  }; // prettier-ignore
  if (at.label < 0)
    return { pages: [], faults: [{ code: 'no-label-column', row: 1, text: head.join(', ').slice(0, 200) }] };
  if (rows.length === 0) return { pages: [], faults: [{ code: 'no-rows', row: 1, text: '' }] };
  const ids = new Set(taken);
  const faults: SheetFault[] = [];
  const pages = new Map<string, JsonRecord[]>();
  let title = words.page;
  rows.forEach((row, index) => {
    const cell = (column: Column): string => (at[column] < 0 ? '' : (row[at[column]] ?? ''));
    if (cell('page') !== '') title = cell('page');
    const label = cell('label');
    if (label === '') return;
    const options = cell('options').split(/[|\n;]/).map((each) => each.trim()).filter((each) => each !== ''); // prettier-ignore
    const type = typeOf(cell('type'), options.length > 0);
    if (type === undefined) return void faults.push({ code: 'unknown-type', row: index + 2, text: cell('type') });
    const chooses = type === 'choice' || type === 'choices';
    if (chooses && options.length === 0) return void faults.push({ code: 'no-options', row: index + 2, text: label });
    const question = blankQuestion(type, label, ids, words);
    ids.add(String(question['id']));
    const values = new Set<string>();
    const list = options.map((each) => {
      const value = idFrom(each, values, 'v');
      values.add(value);
      return { value, label: { vi: each } };
    });
    const length = Number(cell('length'));
    const questions = pages.get(title) ?? [];
    questions.push({
      ...question,
      ...(cell('hint') === '' ? {} : { hint: { vi: cell('hint') } }),
      ...(YES.includes(key(cell('required'))) ? { required: true } : {}),
      ...(chooses ? { options: list } : {}),
      ...((type === 'text' || type === 'long-text') && Number.isInteger(length) && length > 0
        ? { maxLength: length }
        : {}),
    });
    pages.set(title, questions);
  });
  return {
    pages: [...pages].map(([name, questions]) => {
      const id = idFrom(name, ids, 'trang');
      ids.add(id);
      return { id, title: { vi: name }, questions };
    }),
    faults,
  };
};
