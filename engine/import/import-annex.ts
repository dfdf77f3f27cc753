import { ok, type Result } from '#engine/result/index.ts';
import { makeDraft, type ImportOptions } from './make-draft.ts';
import { readAnnex, type AnnexItem, type AnnexRow } from './read-annex.ts';
import type { ImportedDraft } from './types.ts';

export interface AnnexDraft extends Omit<AnnexItem, 'source'> {
  readonly draft: ImportedDraft;
}

/** Drafts of the rows of an annex of a decision, from a sheet, a file or pasted text. */
export const importAnnex = (
  rows: readonly AnnexRow[],
  title: string,
  options: ImportOptions = {},
): Result<readonly AnnexDraft[]> => {
  const read = readAnnex(rows, title);
  if (!read.ok) return read;
  return ok(read.value.map(({ source, ...done }) => ({ ...done, draft: makeDraft(source, options) })));
};
