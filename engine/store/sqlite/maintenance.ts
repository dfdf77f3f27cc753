import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { migrationsFolder } from './connection.ts';

/** What `doctor` looks at; read from the file as it is, nothing is migrated or changed. */
export interface SqliteInspection {
  readonly sqlite: string;
  readonly journalMode: string;
  /** 2 = FULL, on a connection opened as the store opens it. */
  readonly synchronous: number;
  readonly foreignKeyViolations: number;
  readonly migrations: { readonly applied: number; readonly available: number };
  /** `ok`, or SQLite's first complaint. */
  readonly quickCheck: string;
  readonly bytes: number;
  readonly walBytes: number;
}

const sizeOf = (file: string): number => (existsSync(file) ? statSync(file).size : 0);

/** Opens the file for reading only. Throws what SQLite throws when it is no database. */
export const inspectSqlite = (file: string): SqliteInspection => {
  const db = new Database(file, { readonly: true, fileMustExist: true });
  try {
    db.pragma('synchronous = FULL');
    const tables = db
      .prepare("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = '__drizzle_migrations'")
      .pluck()
      .get();
    return {
      sqlite: String(db.prepare('SELECT sqlite_version()').pluck().get()),
      journalMode: String(db.pragma('journal_mode', { simple: true })),
      synchronous: Number(db.pragma('synchronous', { simple: true })),
      foreignKeyViolations: db.prepare('PRAGMA foreign_key_check').all().length,
      migrations: {
        applied: tables === 1 ? Number(db.prepare('SELECT count(*) FROM __drizzle_migrations').pluck().get()) : 0,
        available: readdirSync(migrationsFolder()).filter((name) => name.endsWith('.sql')).length,
      },
      quickCheck: String(db.pragma('quick_check(1)', { simple: true })),
      bytes: sizeOf(file),
      walBytes: sizeOf(`${path.resolve(file)}-wal`),
    };
  } finally {
    db.close();
  }
};

/** A consistent copy of a running database, page by page, while others read and write. */
export const backupSqlite = async (file: string, to: string): Promise<void> => {
  const db = new Database(file, { readonly: true, fileMustExist: true });
  try {
    await db.backup(to);
  } finally {
    db.close();
  }
};
