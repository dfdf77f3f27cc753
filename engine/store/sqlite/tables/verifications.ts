import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Findings of releases in force, by the key of all they follow from. Derived: emptying it costs time only. */
export const verifications = sqliteTable(
  'verifications',
  {
    code: text('code').notNull(),
    number: integer('number').notNull(),
    key: text('key').notNull(),
    /** JSON list of problems, witnesses included. */
    problems: text('problems').notNull(),
    ms: integer('ms').notNull(),
    verifiedAt: text('verified_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.code, table.number] })],
);
