import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Append-only (triggers): whose personal data was shown to whom, and for which application. */
export const disclosures = sqliteTable(
  'disclosures',
  {
    row: integer('row').primaryKey(),
    at: text('at').notNull(),
    actor: text('actor').notNull(),
    actorName: text('actor_name').notNull(),
    unit: text('unit'),
    subject: text('subject').notNull(),
    draft: text('draft').notNull(),
    procedure: text('procedure').notNull(),
    what: text('what').notNull(),
    outcome: text('outcome').notNull(),
  },
  (table) => [
    index('disclosures_subject').on(table.subject, table.row),
    index('disclosures_actor').on(table.actor, table.row),
  ],
);
