import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';

export type Connection = Database.Database;
export type Orm = BetterSQLite3Database;

/** First SQLite with the fix for the WAL-reset corruption. */
const OLDEST: readonly [number, number, number] = [3, 51, 3];

const pragmas = [
  'journal_mode = WAL',
  // better-sqlite3 is compiled to fall back to NORMAL in WAL, which loses answered commits in a power cut.
  'synchronous = FULL',
  'foreign_keys = ON',
  'journal_size_limit = 67108864',
  // A command changes some 25 pages, most of them the same hot ones: copied back every 16 MB, not every 4.
  'wal_autocheckpoint = 4000',
  'trusted_schema = OFF',
  'cell_size_check = ON',
];

export const migrationsFolder = (): string => {
  const beside = fileURLToPath(new URL('./migrations', import.meta.url));
  // A bundled server has no `migrations` beside it; the checkout it runs in has.
  return existsSync(beside) ? beside : path.resolve('engine/store/sqlite/migrations');
};

/** Opens, checks the promises that durability rests on, and migrates. Throws when one does not hold. */
export const connect = (file: string): { readonly db: Connection; readonly orm: Orm } => {
  if (file !== ':memory:') mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
  const db = new Database(file);
  // While migrating, a second process may have to wait for the first.
  db.pragma('busy_timeout = 10000');
  for (const pragma of pragmas) db.pragma(pragma);
  assertPromises(db, file);
  const orm = drizzle(db);
  migrate(orm, { migrationsFolder: migrationsFolder() });
  // From here on a waiting write must not stop the event loop: short, then retried asynchronously.
  db.pragma('busy_timeout = 50');
  return { db, orm };
};

const assertPromises = (db: Connection, file: string): void => {
  const synchronous = db.pragma('synchronous', { simple: true });
  if (synchronous !== 2) throw new Error(`synchronous is ${String(synchronous)}, not FULL`);
  const mode = db.pragma('journal_mode', { simple: true });
  if (mode !== 'wal' && file !== ':memory:') throw new Error(`journal_mode is ${String(mode)}, not wal`);
  const version = String(db.prepare('SELECT sqlite_version()').pluck().get());
  const parts = version.split('.').map(Number);
  for (const [place, oldest] of OLDEST.entries()) {
    const part = parts[place] ?? 0;
    if (part > oldest) break;
    if (part < oldest) throw new Error(`SQLite ${version} is older than ${OLDEST.join('.')}`);
  }
};
