import { readFile, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { parseJson, type JsonLimits } from '#engine/definition/index.ts';
import { fail, ok, type Result } from '#engine/result/index.ts';
import * as say from './messages.ts';

/** UTF-8 text of a file; bytes that are no UTF-8 are refused, not replaced. */
export const readText = async (file: string, longest = 64_000_000): Promise<Result<string>> => {
  try {
    const { size } = await stat(file);
    if (size > longest) return fail(say.fileTooLarge(file, size, longest));
    return ok(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(file)));
  } catch (error) {
    if (error instanceof TypeError) return fail(say.notUtf8(file));
    return fail(say.cannotRead(file, error));
  }
};

export const readJson = async (file: string, limits?: JsonLimits): Promise<Result<unknown>> => {
  const text = await readText(file);
  return text.ok ? parseJson(text.value, limits) : text;
};

/** Names in a folder, sorted; none when it is not there. */
export const namesIn = async (folder: string): Promise<readonly string[]> => {
  try {
    return (await readdir(folder)).sort();
  } catch {
    return [];
  }
};

export const exists = async (file: string): Promise<boolean> => {
  try {
    await stat(file);
    return true;
  } catch {
    return false;
  }
};

/** Goes up from a file or folder until a folder holds `name`; undefined at the root. */
export const findAbove = async (start: string, name: string): Promise<string | undefined> => {
  let folder = path.resolve(start);
  for (;;) {
    const candidate = path.join(folder, name);
    if (await exists(candidate)) return candidate;
    const parent = path.dirname(folder);
    if (parent === folder) return undefined;
    folder = parent;
  }
};
