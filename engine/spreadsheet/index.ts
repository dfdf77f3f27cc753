/**
 * Sheets of office programs (.xlsx, ECMA-376) as rows of texts, and rows as such a file. Only what annexes need: the
 * cells' texts, no formulas, no styles beyond a bold heading. And the archives (.zip) that such files are, for whole
 * folders. Bytes in, bytes out.
 */
export { readWorkbook, type Sheet, type SheetRow } from './read.ts';
export { readZip } from './zip-read.ts';
export { writeZip } from './zip-write.ts';
export { writeWorkbook, type Cell, type SheetToWrite } from './write.ts';
