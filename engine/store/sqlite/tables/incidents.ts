import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Something that kept a whole unit from working, from … until … (open: still going on). One row for all dossiers. */
export const incidents = sqliteTable(
  'incidents',
  {
    id: text('id').primaryKey(),
    unit: text('unit').notNull(),
    kind: text('kind').notNull(),
    from: text('from').notNull(),
    to: text('to'),
    ground: text('ground').notNull(),
    decision: text('decision').notNull(),
    madeBy: text('made_by').notNull(),
    madeAt: text('made_at').notNull(),
  },
  (table) => [index('incidents_unit').on(table.unit, table.from)],
);
