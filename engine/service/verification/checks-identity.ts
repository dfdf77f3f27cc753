import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ContentHash } from '#engine/definition/index.ts';

/** The rooms that findings come from. */
const ROOMS = ['result', 'clock', 'definition', 'expression', 'form', 'process', 'dossier', 'verify'] as const;

let known: Promise<ContentHash> | undefined;

/**
 * Names the checks by what they are made of: with another version of the product nothing that was found
 * before is taken over. Read once for a process.
 */
export const checksIdentity = (): Promise<ContentHash> => (known ??= read());

const read = async (): Promise<ContentHash> => {
  const engine = fileURLToPath(new URL('../..', import.meta.url));
  const hash = createHash('sha256').update(process.versions.node);
  for (const room of ROOMS) {
    const files = (await readdir(join(engine, room), { recursive: true })).filter((name) => name.endsWith('.ts'));
    for (const name of files.sort())
      hash.update(`\0${room}/${name}\0`).update(await readFile(join(engine, room, name)));
  }
  return hash.digest('hex');
};
