import { fail, ok, type Result } from '#engine/result/index.ts';
import { isObject, listOf } from './json-access.ts';
import { makeDraft, type ImportOptions } from './make-draft.ts';
import { refusals } from './messages.ts';
import { isCollected, readCollected } from './read-collected.ts';
import { isNational, readNational } from './read-national.ts';
import { isPortal, readPortal } from './read-portal.ts';
import type { SourceProcedure } from './source.ts';
import type { ImportedDraft } from './types.ts';

const MOST = 2000;

/**
 * Drafts of what the national database gives as JSON: one procedure, a list of them, or a list under `result`,
 * `data` or `items`. Three shapes are known: its interface (`MATTHC`), its public page (`ma_thu_tuc`), and fields
 * collected from public sources (`cases`, `documents`). Errors: `import.unknown-shape`, `import.empty`.
 */
export const importJson = (json: unknown, options: ImportOptions = {}): Result<readonly ImportedDraft[]> => {
  const many = proceduresIn(json);
  if (many.length === 0) return fail(refusals.empty());
  if (many.length > MOST) return fail(refusals.tooMany(MOST));
  const drafts: ImportedDraft[] = [];
  for (const [place, each] of many.entries()) {
    const source = sourceOf(each);
    if (!source) return fail(refusals.unknownShape(many.length === 1 ? '' : `/${place}`));
    drafts.push(makeDraft(source, options));
  }
  return ok(drafts);
};

/** The procedures of a file, each in the source's own JSON, in the order of {@link importJson}'s drafts. */
export const proceduresIn = (json: unknown): readonly unknown[] => {
  if (Array.isArray(json)) return listOf(json);
  if (isObject(json) && !sourceOf(json))
    for (const key of ['result', 'data', 'items', 'RESULT', 'DATA'])
      if (Array.isArray(json[key])) return listOf(json[key]);
  return [json];
};

const sourceOf = (json: unknown): SourceProcedure | undefined => {
  if (isNational(json)) return readNational(json);
  if (isPortal(json)) return readPortal(json);
  return isCollected(json) ? readCollected(json) : undefined;
};
