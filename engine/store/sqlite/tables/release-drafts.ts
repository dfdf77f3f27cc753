import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Procedures being written before a decision: may be thrown away, so they are in no chain of events. */
export const releaseDrafts = sqliteTable(
  'release_drafts',
  {
    id: text('id').primaryKey(),
    revision: integer('revision').notNull(),
    updatedAt: text('updated_at').notNull(),
    body: text('body').notNull(),
  },
  (table) => [index('release_drafts_updated').on(table.updatedAt)],
);
