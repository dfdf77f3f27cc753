import type { AppLoadContext } from '@remix-run/node';
import { parseFormData, type FileUpload } from '@remix-run/form-data-parser';
import { readDecisionFile, type LoadedPackage } from '#engine/definition/index.ts';
import { fail, type Problem, type Result } from '#engine/result/index.ts';
import { decisionProblems as say } from './messages.ts';

export const DECISION_BYTES = 60 * 1024 * 1024;

/** Bytes of a decision file → the package in it. A byte order mark is no fault; another encoding is. */
export const readDecision = (bytes: Uint8Array): Result<LoadedPackage> => {
  try {
    return readDecisionFile(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    if (error instanceof TypeError) return fail(say.notUtf8());
    throw error;
  }
};

/** The file of the upload form. Nothing is stored here. */
export const postedDecision = async (
  request: Request,
): Promise<{ readonly bytes: Uint8Array } | { readonly problems: readonly Problem[] }> => {
  let bytes: Uint8Array | undefined;
  const take = async (upload: FileUpload): Promise<undefined> => {
    if (upload.fieldName === 'tep' && upload.name !== '') bytes = new Uint8Array(await upload.arrayBuffer());
    return undefined;
  };
  try {
    await parseFormData(
      request,
      { maxFiles: 1, maxFileSize: DECISION_BYTES, maxParts: 20, maxTotalSize: DECISION_BYTES + 1_000_000 },
      take,
    );
  } catch (error) {
    if (error instanceof Error && /Max|Parse|Limit/.test(error.name)) return { problems: [say.tooBig()] };
    throw error;
  }
  return bytes ? { bytes } : { problems: [say.noFile()] };
};

/** A decision looked at before: the bytes kept under their hash. */
export const keptDecision = async (context: AppLoadContext, hash: string): Promise<LoadedPackage> => {
  const bytes = /^[0-9a-f]{64}$/.test(hash) ? await context.service.store.files.get(hash) : undefined;
  const read = bytes && readDecision(bytes);
  if (!read?.ok) throw new Response(null, { status: 404, statusText: 'Not Found' });
  return read.value;
};
