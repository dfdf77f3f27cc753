import { escapeXml } from './xml-text.ts';
import { writeZip } from './zip-write.ts';

export type Cell = string | number;

export interface SheetToWrite {
  readonly name: string;
  /** Lines above the table, each in its own row. */
  readonly above?: readonly string[];
  readonly columns: readonly { readonly title: string; readonly width: number }[];
  readonly rows: readonly (readonly Cell[])[];
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const LINKS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** One workbook; texts stay texts (`05` keeps its zero, nothing becomes a formula), long ones wrap. Same content, same bytes. */
export const writeWorkbook = (sheets: readonly SheetToWrite[]): Uint8Array =>
  writeZip([
    { name: '[Content_Types].xml', content: contentTypes(sheets.length) },
    {
      name: '_rels/.rels',
      content: `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${LINKS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${LINKS}"><sheets>${sheets
        .map(
          ({ name }, place) =>
            `<sheet name="${escapeXml(sheetName(name))}" sheetId="${place + 1}" r:id="rId${place + 1}"/>`,
        )
        .join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets
        .map(
          (_, place) =>
            `<Relationship Id="rId${place + 1}" Type="${LINKS}/worksheet" Target="worksheets/sheet${place + 1}.xml"/>`,
        )
        .join(
          '',
        )}<Relationship Id="rId${sheets.length + 1}" Type="${LINKS}/styles" Target="styles.xml"/></Relationships>`,
    },
    { name: 'xl/styles.xml', content: styles },
    ...sheets.map((sheet, place) => ({ name: `xl/worksheets/sheet${place + 1}.xml`, content: sheetXml(sheet) })),
  ]);

/** What programs allow in a sheet's name. */
const sheetName = (name: string): string => name.replace(/[\\/?*[\]:]/gu, ' ').slice(0, 31);

const contentTypes = (sheets: number): string =>
  `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>${Array.from(
    { length: sheets },
    (_, place) =>
      `<Override PartName="/xl/worksheets/sheet${place + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`,
  ).join('')}</Types>`;

/** 0 plain, 1 heading, 2 wrapped. */
const styles = `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="12"/><name val="Times New Roman"/></font><font><b/><sz val="12"/><name val="Times New Roman"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="1" xfId="0" applyFont="1" applyBorder="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf><xf numFmtId="0" fontId="0" fillId="0" borderId="1" xfId="0" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>`;

const letters = (place: number): string =>
  place < 26 ? String.fromCodePoint(65 + place) : `${letters(Math.floor(place / 26) - 1)}${letters(place % 26)}`;

const cellXml = (cell: Cell, reference: string, style: number): string =>
  typeof cell === 'number' && Number.isFinite(cell)
    ? `<c r="${reference}" s="${style}"><v>${cell}</v></c>`
    : `<c r="${reference}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(String(cell))}</t></is></c>`;

const sheetXml = ({ above = [], columns, rows }: SheetToWrite): string => {
  const all = [
    ...above.map((line) => ({ cells: [line], style: 0 })),
    { cells: columns.map(({ title }) => title), style: 1 },
    ...rows.map((cells) => ({ cells: [...cells], style: 2 })),
  ];
  const widths = columns
    .map(({ width }, place) => `<col min="${place + 1}" max="${place + 1}" width="${width}" customWidth="1"/>`)
    .join('');
  const body = all
    .map(
      ({ cells, style }, place) =>
        `<row r="${place + 1}">${cells.map((cell, column) => cellXml(cell, `${letters(column)}${place + 1}`, style)).join('')}</row>`,
    )
    .join('');
  return `${HEAD}<worksheet xmlns="${MAIN}"><cols>${widths}</cols><sheetData>${body}</sheetData><pageSetup orientation="landscape" paperSize="9" fitToHeight="0"/></worksheet>`;
};
