import { constants } from 'node:fs';
import { copyFile, mkdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { backupSqlite, inspectSqlite, openSqliteStore } from '#engine/store/index.ts';
import { report, type Command } from './command.ts';
import { exists } from './files.ts';
import { readFlags } from './flags.ts';
import * as say from './messages.ts';
import { dataFolder, filesFolder, storeFile } from './store.ts';

const backup: Command = {
  name: 'backup',
  usage: 'FILE [--data DIR]',
  summary:
    'A consistent copy of the database while it runs, checked before it is called done. Uploaded files lie in DIR/files and are copied by any file copier.',
  run: async (args, io) => {
    const flags = readFlags(args, { data: 'text' });
    const [to, ...others] = typeof flags === 'string' ? [] : flags.positionals;
    if (typeof flags === 'string' || to === undefined || others.length > 0)
      return io.wrongUse('backup FILE [--data DIR]');
    const from = storeFile(dataFolder(flags.text.data));
    if (!(await exists(from))) return report(io, [say.noStore(from)]);
    if (await exists(to)) return report(io, [say.backupExists(to)]);
    await mkdir(path.dirname(path.resolve(to)), { recursive: true });
    const half = `${to}.part`;
    await rm(half, { force: true });
    await backupSqlite(from, half);
    const { quickCheck, migrations } = inspectSqlite(half);
    if (quickCheck !== 'ok') return report(io, [say.notABackup(half, quickCheck)]);
    await rename(half, to);
    io.print({ backup: to, bytes: (await stat(to)).size, migrations: migrations.applied, quickCheck });
    return 0;
  },
};

const restore: Command = {
  name: 'restore',
  usage: 'FILE [--data DIR]',
  summary: 'Puts a backup in place of a database that is not there, after checking it. The server must be stopped.',
  run: async (args, io) => {
    const flags = readFlags(args, { data: 'text' });
    const [from, ...others] = typeof flags === 'string' ? [] : flags.positionals;
    if (typeof flags === 'string' || from === undefined || others.length > 0)
      return io.wrongUse('restore FILE [--data DIR]');
    if (!(await exists(from))) return report(io, [say.cannotRead(from, 'no such file')]);
    const data = dataFolder(flags.text.data);
    const to = storeFile(data);
    if (await exists(to)) return report(io, [say.restoreOccupied(to)]);
    const unusable = complaint(from);
    if (unusable !== undefined) return report(io, [say.notABackup(from, unusable)]);
    await mkdir(data, { recursive: true });
    const half = `${to}.part`;
    await copyFile(from, half);
    // Never over a database that has appeared meanwhile.
    await copyFile(half, to, constants.COPYFILE_EXCL);
    await rm(half);
    const store = await openSqliteStore({ path: to, filesDir: filesFolder(data) });
    const decisions = (await store.catalogue.decisions()).length;
    await store.close();
    io.print({ restored: to, bytes: (await stat(to)).size, decisions });
    return 0;
  },
};

const complaint = (file: string): string | undefined => {
  try {
    const { quickCheck, migrations } = inspectSqlite(file);
    if (quickCheck !== 'ok') return quickCheck;
    if (migrations.applied === 0) return 'not a database of this product';
    return migrations.applied > migrations.available ? 'made by a newer version' : undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

export const backupCommands: readonly Command[] = [backup];
export const restoreCommands: readonly Command[] = [restore];
