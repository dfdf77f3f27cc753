import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/** Messages that must leave; written in the transaction of what they tell. `position` is the order. */
export const outbox = sqliteTable(
  'outbox',
  {
    position: integer('position').primaryKey({ autoIncrement: true }),
    id: text('id').notNull(),
    dossier: text('dossier').notNull(),
    kind: text('kind').notNull(),
    payload: text('payload').notNull(),
    /** `waiting` | `done` | `dead` */
    state: text('state').notNull(),
    attempts: integer('attempts').notNull().default(0),
    /** Grows with every lease; an answer under an older one is ignored. */
    fence: integer('fence').notNull().default(0),
    worker: text('worker'),
    leasedUntil: text('leased_until').notNull().default(''),
    retryAt: text('retry_at').notNull().default(''),
    doneAt: text('done_at'),
    error: text('error'),
  },
  (table) => [
    uniqueIndex('outbox_id').on(table.id),
    index('outbox_state').on(table.state, table.position),
    index('outbox_dossier').on(table.dossier, table.state, table.position),
  ],
);

/** What a person reads on their page. */
export const notices = sqliteTable(
  'notices',
  {
    id: text('id').primaryKey(),
    account: text('account').notNull(),
    dossier: text('dossier').notNull(),
    at: text('at').notNull(),
    text: text('text').notNull(),
  },
  (table) => [index('notices_account').on(table.account, table.at)],
);
