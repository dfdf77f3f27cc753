import {
  FormDataParseError,
  MaxFilesExceededError,
  MaxFileSizeExceededError,
  MaxHeaderSizeExceededError,
  MaxPartsExceededError,
  MaxTotalSizeExceededError,
  parseFormData,
  type FileUpload,
} from '@remix-run/form-data-parser';
import type { AppLoadContext } from '@remix-run/node';
import type { FileRef } from '#engine/dossier/index.ts';
import { problem, type Problem } from '#engine/result/index.ts';
import { sniff, type FileKind } from './file-kinds.ts';
import { uploadMessages } from './upload-messages.ts';

/** What a file field takes. */
export interface FileRule {
  readonly accept: readonly FileKind[];
  readonly maxBytes: number;
}

export interface Received {
  /** Text fields; file fields are left out. */
  readonly data: FormData;
  /** Files that were kept, by field name. */
  readonly files: ReadonlyMap<string, readonly FileRef[]>;
  /** Files that were refused; `path` is the field's name. */
  readonly problems: readonly Problem[];
}

const MAX_FILES = 20;
const HARD_LIMIT = 52_428_800;

/** A name people may see again: no path, no control characters, NFC, at most 200 letters. */
export const fileName = (given: string): string => {
  const base = given.split(/[/\\]/).at(-1) ?? '';
  const plain = [...base.normalize('NFC')]
    .filter((letter) => letter >= ' ' && letter !== '\u007f' && !/[\u202a-\u202e\u2066-\u2069]/.test(letter))
    .join('');
  return plain.trim().slice(-200) || 'tep';
};

const isLimit = (error: unknown): boolean =>
  error instanceof FormDataParseError ||
  error instanceof MaxFilesExceededError ||
  error instanceof MaxFileSizeExceededError ||
  error instanceof MaxHeaderSizeExceededError ||
  error instanceof MaxPartsExceededError ||
  error instanceof MaxTotalSizeExceededError;

/**
 * Reads a posted form with files, one at a time: size, kind by its bytes and by its ending, then
 * into the store under its SHA-256. Fields without a rule are ignored. A bad file never loses the rest.
 */
export const receiveForm = async (
  request: Request,
  context: AppLoadContext,
  given: { readonly owner: string; readonly rule: (field: string) => FileRule | undefined },
): Promise<Received> => {
  const files = new Map<string, readonly FileRef[]>();
  const problems: Problem[] = [];
  const take = async (upload: FileUpload): Promise<undefined> => {
    const field = upload.fieldName;
    const rule = given.rule(field);
    const name = fileName(upload.name);
    if (!rule || (upload.size === 0 && upload.name === '')) return undefined;
    const bytes = new Uint8Array(await upload.arrayBuffer());
    const refuse = (code: string, message: Problem['message']): undefined => {
      problems.push(problem(code, field, message));
      return undefined;
    };
    if (bytes.length === 0) return refuse('upload.empty', uploadMessages.empty(name));
    if (bytes.length > rule.maxBytes) return refuse('upload.too-large', uploadMessages.tooLarge(name, rule.maxBytes));
    const type = await sniff(bytes, name, rule.accept);
    if (!type) return refuse('upload.wrong-kind', uploadMessages.wrongKind(name, rule.accept));
    const hash = await context.service.store.files.put(bytes, given.owner);
    files.set(field, [...(files.get(field) ?? []), { hash, name, type, bytes: bytes.length }]);
    return undefined;
  };
  try {
    const data = await parseFormData(
      request,
      { maxFiles: MAX_FILES, maxFileSize: HARD_LIMIT, maxParts: 2000, maxTotalSize: HARD_LIMIT + 10_000_000 },
      take,
    );
    return { data, files, problems };
  } catch (error) {
    if (!isLimit(error)) throw error;
    return {
      data: new FormData(),
      files,
      problems: [...problems, problem('upload.unreadable', '', uploadMessages.unreadable)],
    };
  }
};
