import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** A procedure being written or amended: one for each procedure, until it is published or thrown away. */
export const studioDrafts = sqliteTable('studio_drafts', {
  code: text('code').primaryKey(),
  revision: integer('revision').notNull(),
  editor: text('editor').notNull(),
  updatedAt: text('updated_at').notNull(),
  /** JSON of the whole draft, its part files as texts. */
  body: text('body').notNull(),
});

/** What the draft was after somebody's changes: a row for each editor and stretch of work. */
export const studioEdits = sqliteTable(
  'studio_edits',
  {
    code: text('code').notNull(),
    revision: integer('revision').notNull(),
    editor: text('editor').notNull(),
    at: text('at').notNull(),
    body: text('body').notNull(),
  },
  (table) => [primaryKey({ columns: [table.code, table.revision] })],
);

/** What somebody says about a part of a draft. */
export const studioComments = sqliteTable(
  'studio_comments',
  {
    id: text('id').primaryKey(),
    code: text('code').notNull(),
    at: text('at').notNull(),
    body: text('body').notNull(),
  },
  (table) => [index('studio_comments_code').on(table.code, table.at)],
);
