import { index, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Who was reminded of which task for which date. A date that moves makes another row. */
export const reminders = sqliteTable(
  'reminders',
  {
    task: text('task').notNull(),
    due: text('due').notNull(),
    account: text('account').notNull(),
    at: text('at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.task, table.due, table.account] }),
    index('reminders_account').on(table.account, table.due),
  ],
);
