import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { parseJson } from '#engine/definition/index.ts';
import {
  addCounts,
  importAnnex,
  importJson,
  noCount,
  rowsOfCsv,
  rowsOfText,
  type AnnexRow,
  type Count,
  type ImportedDraft,
  type ImportOptions,
  type Tally,
} from '#engine/import/index.ts';
import { fail, ok, type Result } from '#engine/result/index.ts';
import { readWorkbook } from '#engine/spreadsheet/index.ts';
import { report, type Command, type ExitCode } from './command.ts';
import { readText } from './files.ts';
import { readFlags } from './flags.ts';
import { syncCommand } from './import-sync.ts';
import { sharedBeside } from './folder.ts';
import * as say from './messages.ts';

const usage = 'FILE… [--table] [--open]';
const LONGEST = 64_000_000;

interface Draft {
  readonly action?: string;
  readonly draft: ImportedDraft;
}

const tthc: Command = {
  name: 'import tthc',
  usage,
  summary:
    'Draft releases from national-database fields (.json), an annex as a sheet (.xlsx, .csv, .tsv) or as text (.txt, .md): a JSON line each, with where every value came from and what stays open, then a line that counts. --table: only the table of what was structured; --open: only what stays open.',
  run: async (args, io) => {
    const flags = readFlags(args, { table: 'switch', open: 'switch' });
    if (typeof flags === 'string') return io.wrongUse(`${flags}\nimport tthc ${usage}`);
    const { positionals: files, on } = flags;
    if (files.length === 0) return io.wrongUse(`import tthc ${usage}`);
    const shared = await sharedBeside(files[0] ?? '.');
    const options: ImportOptions = shared.ok ? { codeLists: Object.keys(shared.value.codeLists) } : {};
    let worst: ExitCode = 0;
    let drafts = 0;
    let openPoints = 0;
    let tally: Tally = { limits: noCount, fees: noCount, papers: noCount };
    for (const file of files) {
      const read = await draftsOf(file, options);
      if (!read.ok) {
        worst =
          report(
            io,
            read.problems.map((found) => ({ ...found, path: `${file}${found.path}` })),
          ) === 1
            ? 1
            : worst;
        continue;
      }
      for (const { action, draft } of read.value) {
        drafts += 1;
        openPoints += draft.open.length;
        tally = {
          limits: addCounts(tally.limits, draft.tally.limits),
          fees: addCounts(tally.fees, draft.tally.fees),
          papers: addCounts(tally.papers, draft.tally.papers),
        };
        const head = {
          file,
          ...(action ? { action } : {}),
          code: draft.procedure.code ?? null,
          name: draft.procedure.name?.vi ?? null,
        };
        if (on.open) io.line({ ...head, open: draft.open });
        else if (!on.table) io.line({ ...head, ...draft });
      }
    }
    const table = { 'time limits': row(tally.limits), fees: row(tally.fees), papers: row(tally.papers) };
    io.line({ files: files.length, drafts, open: openPoints, ...table });
    if (on.table) io.note(printed(table));
    return worst;
  },
};

const row = ({ stated, structured, conditional, silent }: Count) => ({
  stated,
  structured,
  percent: stated === 0 ? null : Math.floor((structured / stated) * 1000) / 10,
  conditional,
  silent,
});

type Row = ReturnType<typeof row>;

const printed = (table: Readonly<Record<string, Row>>): string =>
  [
    ['', 'stated', 'structured', '%', 'hangs on a condition', 'source states no value'],
    ...Object.entries(table).map(([name, each]) => [
      name,
      String(each.stated),
      String(each.structured),
      String(each.percent ?? '–'),
      String(each.conditional),
      String(each.silent),
    ]),
  ]
    .map((cells) => cells.map((cell, place) => (place === 0 ? cell.padEnd(12) : cell.padStart(12))).join('  '))
    .join('\n');

const draftsOf = async (file: string, options: ImportOptions): Promise<Result<readonly Draft[]>> => {
  const kind = path.extname(file).toLowerCase();
  const title = path.basename(file);
  if (kind === '.xlsx') {
    const bytes = await readBytes(file);
    const book = bytes.ok ? readWorkbook(bytes.value) : bytes;
    if (!book.ok) return book;
    // A workbook may hold the decision's text beside its annexes: sheets without a table of procedures are passed over.
    const sheets = book.value.map((sheet) =>
      importAnnex(
        sheet.rows.map(({ number, cells }): AnnexRow => ({ cells, from: `${sheet.name}, hàng ${number}` })),
        `${title}, trang ${sheet.name}`,
        options,
      ),
    );
    const good = sheets.filter((sheet) => sheet.ok).flatMap((sheet) => sheet.value);
    return good.length > 0 ? ok(good) : (sheets[0] ?? ok([]));
  }
  const text = await readText(file, LONGEST);
  if (!text.ok) return text;
  if (kind === '.json') {
    const json = parseJson(text.value);
    const drafts = json.ok ? importJson(json.value, options) : json;
    return drafts.ok ? ok(drafts.value.map((draft) => ({ draft }))) : drafts;
  }
  return importAnnex(
    kind === '.csv' || kind === '.tsv' ? rowsOfCsv(text.value) : rowsOfText(text.value),
    title,
    options,
  );
};

const readBytes = async (file: string): Promise<Result<Uint8Array>> => {
  try {
    const { size } = await stat(file);
    return size > LONGEST ? fail(say.fileTooLarge(file, size, LONGEST)) : ok(new Uint8Array(await readFile(file)));
  } catch (error) {
    return fail(say.cannotRead(file, error));
  }
};

export const importCommands: readonly Command[] = [tthc, syncCommand];
