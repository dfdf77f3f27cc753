import { fail, ok, type Result } from '#engine/result/index.ts';
import { sheetProblems as say } from './messages.ts';
import { unescapeXml } from './xml-text.ts';
import { readZip } from './zip-read.ts';

export interface SheetRow {
  /** As the program numbers it, from 1. */
  readonly number: number;
  readonly cells: readonly string[];
}

export interface Sheet {
  readonly name: string;
  readonly rows: readonly SheetRow[];
}

const COLUMNS = 200;
const ROWS = 20_000;

/** Every sheet of a workbook, cells as texts. Dates stay the numbers they are stored as. */
export const readWorkbook = (bytes: Uint8Array): Result<readonly Sheet[]> => {
  const files = readZip(bytes);
  if (!files.ok)
    return fail(files.problems[0]?.code === 'spreadsheet.zip-too-large' ? say.tooLarge() : say.notAWorkbook());
  const text = (name: string): string | undefined => {
    const content = files.value.get(name);
    return content && new TextDecoder().decode(content);
  };
  const book = text('xl/workbook.xml');
  const links = text('xl/_rels/workbook.xml.rels');
  if (book === undefined || links === undefined) return fail(say.notAWorkbook());
  const targets = new Map(
    [...links.matchAll(/<(?:\w+:)?Relationship\s([^>]*)>/gu)].map(([, all = '']) => [
      attribute(all, 'Id'),
      attribute(all, 'Target'),
    ]),
  );
  const shared = sharedTexts(text('xl/sharedStrings.xml') ?? '');
  const sheets: Sheet[] = [];
  for (const [, all = ''] of book.matchAll(/<(?:\w+:)?sheet\s([^>]*)>/gu)) {
    const target = targets.get(attribute(all, 'r:id') ?? attribute(all, 'id')) ?? '';
    const xml = text(target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    if (xml === undefined) continue;
    const rows = rowsOf(xml, shared);
    if (!rows) return fail(say.tooLarge());
    sheets.push({ name: attribute(all, 'name') ?? '', rows });
  }
  return sheets.length === 0 ? fail(say.notAWorkbook()) : ok(sheets);
};

const attribute = (all: string, name: string): string | undefined => {
  const [, value] = new RegExp(`(?:^|\\s)${name}="([^"]*)"`, 'u').exec(all) ?? [];
  return value === undefined ? undefined : unescapeXml(value);
};

/** Texts of `<t>` runs; phonetic hints (`rPh`) are no part of the text. */
const textIn = (xml: string): string =>
  [
    ...xml
      .replace(/<(?:\w+:)?rPh\b.*?<\/(?:\w+:)?rPh>/gsu, '')
      .matchAll(/<(?:\w+:)?t(?:\s[^>]*)?>(.*?)<\/(?:\w+:)?t>/gsu),
  ]
    .map(([, run = '']) => unescapeXml(run))
    .join('');

const sharedTexts = (xml: string): readonly string[] =>
  [...xml.matchAll(/<(?:\w+:)?si(?:\s[^>]*)?(?:\/>|>(.*?)<\/(?:\w+:)?si>)/gsu)].map(([, inner = '']) => textIn(inner));

const rowsOf = (xml: string, shared: readonly string[]): readonly SheetRow[] | undefined => {
  const rows: SheetRow[] = [];
  for (const [, all = '', inner = ''] of xml.matchAll(/<(?:\w+:)?row(\s[^>]*?)?(?:\/>|>(.*?)<\/(?:\w+:)?row>)/gsu)) {
    if (rows.length >= ROWS) return undefined;
    const cells: string[] = [];
    for (const [, head = '', body = ''] of inner.matchAll(/<(?:\w+:)?c(\s[^>]*?)?(?:\/>|>(.*?)<\/(?:\w+:)?c>)/gsu)) {
      const place = columnOf(attribute(head, 'r')) ?? cells.length;
      if (place >= COLUMNS) continue;
      while (cells.length < place) cells.push('');
      cells[place] = cellText(body, attribute(head, 't'), shared);
    }
    rows.push({ number: Number(attribute(all, 'r') ?? rows.length + 1), cells });
  }
  return rows;
};

const cellText = (body: string, type: string | undefined, shared: readonly string[]): string => {
  if (type === 'inlineStr') return textIn(body);
  const [, value = ''] = /<(?:\w+:)?v(?:\s[^>]*)?>(.*?)<\/(?:\w+:)?v>/su.exec(body) ?? [];
  return type === 's' ? (shared[Number(value)] ?? '') : unescapeXml(value);
};

/** `AB12` → 27. */
const columnOf = (reference: string | undefined): number | undefined => {
  const [, letters] = /^([A-Z]{1,3})\d+$/u.exec(reference ?? '') ?? [];
  if (letters === undefined) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + (letter.codePointAt(0) ?? 64) - 64, 0) - 1;
};
