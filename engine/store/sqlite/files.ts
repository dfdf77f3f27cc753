import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { FileStore } from '../port.ts';
import type { Connection } from './connection.ts';
import type { Writer } from './writer.ts';

const sync = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/**
 * Content-addressed files. Order of writing: bytes synced under a temporary name, renamed, folder
 * synced, then the row: a row without its file cannot come to be.
 */
export const fileStore = (db: Connection, writer: Writer, filesDir: string): FileStore => {
  const known = db.prepare<[string], { hash: string }>('SELECT hash FROM files WHERE hash = ?');
  const insert = db.prepare('INSERT INTO files (hash, bytes, owner) VALUES (?, ?, ?) ON CONFLICT (hash) DO NOTHING');
  const folderOf = (hash: string) => path.join(filesDir, hash.slice(0, 2));
  const write = async (hash: string, bytes: Uint8Array): Promise<void> => {
    const folder = folderOf(hash);
    const temporary = path.join(folder, `.${hash}.${randomUUID()}`);
    const created = await mkdir(folder, { recursive: true });
    try {
      const handle = await open(temporary, 'wx', 0o600);
      try {
        await handle.writeFile(bytes);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(temporary, path.join(folder, hash));
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
    await sync(folder);
    if (created !== undefined) await sync(filesDir);
  };
  return {
    put: async (bytes, owner) => {
      const hash = createHash('sha256').update(bytes).digest('hex');
      if (known.get(hash)) return hash;
      await write(hash, bytes);
      await writer.run(() => insert.run(hash, bytes.byteLength, owner));
      return hash;
    },
    get: async (hash) => {
      // The hash becomes a path: nothing else than a known one may.
      if (!known.get(hash)) return undefined;
      const bytes = await readFile(path.join(folderOf(hash), hash));
      if (createHash('sha256').update(bytes).digest('hex') !== hash) throw new Error(`file ${hash} is damaged`);
      return bytes;
    },
  };
};
