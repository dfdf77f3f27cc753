import { ok, type Problem, type Result } from '#engine/result/index.ts';
import { readWorkbook, readZip } from '#engine/spreadsheet/index.ts';

/** A file that only a program can read, as texts. */
export type OpenedFile =
  | { readonly kind: 'files'; readonly files: Readonly<Record<string, string>> }
  /** The cells of its first sheet that has any. */
  | { readonly kind: 'sheet'; readonly rows: readonly (readonly string[])[] };

export interface OpenAnswer {
  readonly opened?: OpenedFile;
  readonly problems: readonly Problem[];
}

/** What programs for archives put beside the files. */
const isOwn = (name: string): boolean =>
  !name.endsWith('/') && !/(^|\/)(__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)/.test(name);

/** An archive → its files; a workbook, which is an archive too, → its cells. */
export const openFile = (bytes: Uint8Array): Result<OpenedFile> => {
  const zip = readZip(bytes);
  if (!zip.ok) return zip;
  if (!zip.value.has('xl/workbook.xml')) {
    const texts = [...zip.value].filter(([name]) => isOwn(name));
    return ok({ kind: 'files', files: Object.fromEntries(texts.map(([name, each]) => [name, new TextDecoder().decode(each)])) });
  }
  const book = readWorkbook(bytes);
  if (!book.ok) return book;
  const rows = book.value.find((sheet) => sheet.rows.length > 0)?.rows ?? [];
  return ok({ kind: 'sheet', rows: rows.map(({ cells }) => cells) });
}; // prettier-ignore
