import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** What the national database said of a procedure, each time it said something else. Append-only. */
export const nationalVersions = sqliteTable(
  'national_versions',
  {
    code: text('code').notNull(),
    number: integer('number').notNull(),
    hash: text('hash').notNull(),
    name: text('name').notNull(),
    source: text('source').notNull(),
    asOf: text('as_of'),
    syncedAt: text('synced_at').notNull(),
    syncedBy: text('synced_by').notNull(),
    /** The reading of it: content, origins, open points. */
    body: text('body').notNull(),
    /** The source's own JSON, as it came. */
    words: text('words').notNull(),
  },
  (table) => [primaryKey({ columns: [table.code, table.number] }), index('national_versions_hash').on(table.hash)],
);

/** Which national version a release is said to take in, where the release does not say it itself. Append-only. */
export const nationalBases = sqliteTable(
  'national_bases',
  {
    id: integer('id').primaryKey(),
    code: text('code').notNull(),
    hash: text('hash').notNull(),
    releaseHash: text('release_hash').notNull(),
    recordedAt: text('recorded_at').notNull(),
    recordedBy: text('recorded_by').notNull(),
  },
  (table) => [index('national_bases_code').on(table.code)],
);
