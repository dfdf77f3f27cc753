import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Somebody is away from … to … (both included); the substitute does their work at that unit meanwhile. */
export const absences = sqliteTable(
  'absences',
  {
    id: text('id').primaryKey(),
    person: text('person').notNull(),
    personName: text('person_name').notNull(),
    unit: text('unit').notNull(),
    substitute: text('substitute').notNull(),
    substituteName: text('substitute_name').notNull(),
    from: text('from').notNull(),
    to: text('to').notNull(),
    reason: text('reason').notNull(),
    madeBy: text('made_by').notNull(),
    madeAt: text('made_at').notNull(),
    endedAt: text('ended_at'),
  },
  (table) => [
    index('absences_substitute').on(table.substitute, table.to),
    index('absences_unit').on(table.unit, table.to),
  ],
);
