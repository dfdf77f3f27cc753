import { statfs } from 'node:fs/promises';
import { inspectSqlite, openSqliteStore, type SqliteInspection } from '#engine/store/index.ts';
import type { Command } from './command.ts';
import { exists } from './files.ts';
import { readFlags } from './flags.ts';
import { dataFolder, filesFolder, storeFile } from './store.ts';

interface Answer {
  readonly check: string;
  readonly ok: boolean;
  readonly found: unknown;
  readonly wanted: string;
}

const answer = (check: string, ok: boolean, found: unknown, wanted: string): Answer => ({ check, ok, found, wanted });

const oldest = [20, 18] as const;

const node = (): Answer => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return answer(
    'node',
    major > oldest[0] || (major === oldest[0] && minor >= oldest[1]),
    process.versions.node,
    `${oldest.join('.')} or newer`,
  );
};

const database = (file: string): readonly Answer[] => {
  let seen: SqliteInspection;
  try {
    seen = inspectSqlite(file);
  } catch (error) {
    return [answer('database', false, error instanceof Error ? error.message : String(error), 'a SQLite database')];
  }
  const { migrations } = seen;
  return [
    answer('sqlite', true, seen.sqlite, '3.51.3 or newer'),
    answer('journal', seen.journalMode === 'wal', seen.journalMode, 'wal'),
    answer('synchronous', seen.synchronous === 2, seen.synchronous, '2 (FULL)'),
    answer('migrations', migrations.applied === migrations.available, migrations, 'all applied'),
    answer('integrity', seen.quickCheck === 'ok', seen.quickCheck, 'ok'),
    answer('foreign-keys', seen.foreignKeyViolations === 0, seen.foreignKeyViolations, '0 violations'),
    answer(
      'size',
      seen.walBytes < 1_000_000_000,
      { bytes: seen.bytes, walBytes: seen.walBytes },
      'write-ahead log under 1 GB',
    ),
  ];
};

/** What the store must hold before a dossier can be taken in. */
const content = async (data: string): Promise<readonly Answer[]> => {
  const store = await openSqliteStore({ path: storeFile(data), filesDir: filesFolder(data) });
  try {
    const now = new Date().toISOString();
    const units = await store.units.all(now.slice(0, 10));
    const names = [...new Set(units.map(({ calendar }) => calendar))];
    const missing: string[] = [];
    for (const name of names) if ((await store.settings.get(`calendar.${name}`)) === undefined) missing.push(name);
    const inForce = await store.catalogue.allInForce(now);
    return [
      answer('units', units.length > 0, units.length, 'at least one'),
      answer(
        'calendars',
        names.length > 0 && missing.length === 0,
        { used: names, missing },
        'every calendar that a unit uses',
      ),
      answer('catalogue', inForce.length > 0, inForce.length, 'at least one procedure in force'),
      answer('dead-letters', (await store.outbox.dead()).length === 0, (await store.outbox.dead()).length, '0'),
    ];
  } finally {
    await store.close();
  }
};

const disk = async (data: string): Promise<Answer> => {
  const { bavail, bsize } = await statfs(data);
  const free = bavail * bsize;
  return answer('disk', free > 1_000_000_000, free, 'more than 1 GB free');
};

const doctor: Command = {
  name: 'doctor',
  usage: '[--data DIR]',
  summary: 'Looks at Node, the database, what it must hold, and the disk. Exit status 1 when something is wrong.',
  run: async (args, io) => {
    const flags = readFlags(args, { data: 'text' });
    if (typeof flags === 'string' || flags.positionals.length > 0) return io.wrongUse('doctor [--data DIR]');
    const data = dataFolder(flags.text.data);
    const there = await exists(storeFile(data));
    const answers = [
      node(),
      answer('store', there, storeFile(data), 'made by "npm start"'),
      ...(there ? database(storeFile(data)) : []),
      ...(there && database(storeFile(data)).every(({ ok }) => ok) ? await content(data) : []),
      await disk(there ? data : '.'),
    ];
    for (const one of answers.filter(({ ok }) => !ok)) {
      const message = {
        vi: `Kiểm tra "${one.check}" không đạt: ${JSON.stringify(one.found)}.`,
        en: `"${one.check}" is not as it should be: ${JSON.stringify(one.found)}.`,
      };
      io.finding({
        code: `doctor.${one.check}`,
        path: data,
        message,
        remedy: { vi: `Cần: ${one.wanted}.`, en: `Wanted: ${one.wanted}.` },
        severity: 'error',
      });
    }
    io.print({ data, ok: answers.every(({ ok }) => ok), checks: answers });
    return answers.every(({ ok }) => ok) ? 0 : 1;
  },
};

export const doctorCommands: readonly Command[] = [doctor];
