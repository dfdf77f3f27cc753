import type { AnnexRow } from './read-annex.ts';
import { tidy } from './numbers.ts';

/**
 * Text pasted from an annex → rows. A table copied from a document or a sheet comes with tabs (a cell with line
 * breaks in quotation marks); a table written in Markdown has strokes. Lines without either are headings.
 */
export const rowsOfText = (text: string): readonly AnnexRow[] => {
  const plain = text
    .replace(/^\uFEFF/u, '')
    .replaceAll('\r\n', '\n')
    .normalize('NFC');
  return plain.includes('\t') ? tabbed(plain) : plain.split('\n').map(lineRow);
};

const lineRow = (line: string, place: number): AnnexRow => {
  const from = `dòng ${place + 1}`;
  if (!/^\s*\|.*\|\s*$/u.test(line)) return { cells: [tidy(line)], from };
  if (/^[\s|:-]+$/u.test(line)) return { cells: [], from };
  const cells = line
    .trim()
    .replace(/^\||\|$/gu, '')
    .split('|')
    .map((cell) => cell.replace(/<br\s*\/?>/giu, '\n').trim());
  return { cells, from };
};

const tabbed = (text: string): readonly AnnexRow[] =>
  rowsOfSeparated(text, '\t').map((row) => ({ ...row, from: row.from.replace('hàng', 'dòng') }));

/** RFC 4180, with any separator: quotation marks hold line breaks and separators. Total. */
export const rowsOfSeparated = (text: string, separator: string): readonly AnnexRow[] => {
  const rows: AnnexRow[] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  const endRow = (): void => {
    cells.push(cell);
    rows.push({ cells, from: `hàng ${rows.length + 1}` });
    cells = [];
    cell = '';
  };
  for (let place = 0; place < text.length; place += 1) {
    const letter = text.charAt(place);
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (text.charAt(place + 1) === '"') {
        cell += '"';
        place += 1;
      } else quoted = false;
    } else if (letter === '"' && cell.trim() === '') {
      quoted = true;
      cell = '';
    } else if (letter === separator) {
      cells.push(cell);
      cell = '';
    } else if (letter === '\n') endRow();
    else if (letter !== '\r') cell += letter;
  }
  if (cell !== '' || cells.length > 0) endRow();
  return rows;
};

/** A file of comma- or semicolon-separated values: the mark that the first full line has more of. */
export const rowsOfCsv = (text: string): readonly AnnexRow[] => {
  const plain = text.replace(/^\uFEFF/u, '').normalize('NFC');
  const sample = plain.slice(0, 5000);
  const times = (mark: string): number => sample.split(mark).length;
  const [best = ','] = [',', ';', '\t'].sort((left, right) => times(right) - times(left));
  return rowsOfSeparated(plain, best);
};
