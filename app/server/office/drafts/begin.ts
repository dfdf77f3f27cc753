import type { AppLoadContext } from '@remix-run/node';
import { parseFormData, type FileUpload } from '@remix-run/form-data-parser';
import { parseJson } from '#engine/definition/index.ts';
import {
  draftOfRelease,
  emptyDraft,
  importAnnex,
  importJson,
  rowsOfCsv,
  rowsOfText,
  type ImportedDraft,
  type ImportOptions,
} from '#engine/import/index.ts';
import { fail, ok, problem, type Problem, type Result } from '#engine/result/index.ts';
import { readWorkbook } from '#engine/spreadsheet/index.ts';
import type { ReleaseDraft } from '#engine/store/index.ts';
import { beginTexts as english } from './begin-messages.ts';

export type Begun = Pick<ReleaseDraft, 'action' | 'replaces' | 'replacedBy' | 'draft'>;

const FILE_BYTES = 20 * 1024 * 1024;
/** A decision of 2,000 items, two fields each. */
const MOST_PARTS = 5000;

interface Posted {
  readonly fields: FormData;
  readonly file?: { readonly name: string; readonly bytes: Uint8Array };
}

/** The form "Dự thảo mới". Undefined: the file is larger than allowed. */
export const postedSource = async (request: Request): Promise<Posted | undefined> => {
  let file: Posted['file'];
  try {
    const fields = await parseFormData(
      request,
      { maxFiles: 1, maxFileSize: FILE_BYTES, maxParts: MOST_PARTS, maxTotalSize: FILE_BYTES + 5_000_000 },
      async (upload: FileUpload): Promise<undefined> => {
        if (upload.name !== '') file = { name: upload.name, bytes: new Uint8Array(await upload.arrayBuffer()) };
        return undefined;
      },
    );
    return { fields, ...(file ? { file } : {}) };
  } catch (error) {
    if (error instanceof Error && /Max|Parse|Limit/.test(error.name)) return undefined;
    throw error;
  }
};

const said = (code: keyof typeof english, path: string): Problem => problem(`draft.${code}`, path, english[code]);

/** What the chosen source gives: one draft, or one for each procedure in it. */
export const begin = async (context: AppLoadContext, posted: Posted | undefined): Promise<Result<readonly Begun[]>> => {
  if (!posted) return fail(said('tooBig', 'tep'));
  const { fields, file } = posted;
  const kind = fields.get('tu');
  const options: ImportOptions = { codeLists: Object.keys((await context.service.store.releases.shared()).codeLists) };
  if (kind === 'release' || kind === 'copy') {
    const code = String(fields.get('ma') ?? '').trim();
    const entry = await context.service.catalogue.inForce(code);
    const release = entry && (await context.service.store.releases.byNumber(code, entry.entry.number));
    if (!release) return fail(said('noCode', 'ma'));
    const keeps = kind === 'release';
    const from = `${release.code}, phiên bản ${release.number}`;
    return ok([{ action: keeps ? 'amend' : 'add', draft: draftOfRelease(release, keeps, from) }]);
  }
  if (kind === 'text') {
    const text = String(fields.get('van-ban') ?? '');
    if (text.trim() === '') return fail(said('noText', 'van-ban'));
    return importAnnex(rowsOfText(text), 'Chữ dán từ phụ lục', options);
  }
  if (kind === 'file') return file ? fromFile(file.name, file.bytes, options) : fail(said('noFile', 'tep'));
  return ok([{ action: 'add', draft: emptyDraft('Soạn từ đầu') }]);
};

const fromFile = (name: string, bytes: Uint8Array, options: ImportOptions): Result<readonly Begun[]> => {
  const added = (drafts: readonly ImportedDraft[]): readonly Begun[] =>
    drafts.map((draft) => ({ action: 'add', draft }));
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    const book = readWorkbook(bytes);
    if (!book.ok) return book;
    const sheets = book.value.map((sheet) =>
      importAnnex(
        sheet.rows.map(({ cells, number }) => ({ cells, from: `${sheet.name}, hàng ${number}` })),
        `${name}, trang ${sheet.name}`,
        options,
      ),
    );
    const good = sheets.flatMap((sheet) => (sheet.ok ? sheet.value : []));
    return good.length > 0 ? ok(good) : (sheets[0] ?? fail(said('noFile', 'tep')));
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return fail(said('notText', 'tep'));
  }
  if (!/^\s*[[{]/.test(text))
    return importAnnex(/\.txt$|\.md$/i.test(name) ? rowsOfText(text) : rowsOfCsv(text), name, options);
  const json = parseJson(text);
  const drafts = json.ok ? importJson(json.value, options) : json;
  return drafts.ok ? ok(added(drafts.value)) : drafts;
};
