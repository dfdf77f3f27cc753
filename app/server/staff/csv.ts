/** A spreadsheet must not run what a person typed: such cells begin with an apostrophe (CWE-1236). */
const safe = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);

const quoted = (cell: string): string => `"${safe(cell).replaceAll('"', '""')}"`;

/** RFC 4180 with a byte order mark, so that spreadsheets read Vietnamese right. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`;
