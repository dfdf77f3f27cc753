import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Numbers taken at a counter, per unit and Vietnamese day; who they are for is nobody's to know. */
export const tickets = sqliteTable(
  'tickets',
  {
    unit: text('unit').notNull(),
    day: text('day').notNull(),
    number: integer('number').notNull(),
    service: text('service').notNull(),
    takenAt: text('taken_at').notNull(),
    /** waiting, called, skipped, done. */
    state: text('state').notNull(),
    desk: text('desk'),
    clerk: text('clerk'),
    calledAt: text('called_at'),
    calls: integer('calls').notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.unit, table.day, table.number] }),
    index('tickets_state').on(table.unit, table.day, table.state, table.number),
  ],
);
