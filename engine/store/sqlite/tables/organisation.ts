import { index, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** One row for an applied reorganisation: what it says, the rows it wrote and took away, and how far its dossiers are. */
export const reorganisations = sqliteTable(
  'reorganisations',
  {
    decision: text('decision').primaryKey(),
    day: text('day').notNull(),
    /** JSON, as in the decision. */
    organisation: text('organisation').notNull(),
    /** JSON: units and assignments before and after. */
    written: text('written').notNull(),
    /** running | stopped | done | withdrawn */
    state: text('state').notNull(),
    changedAt: text('changed_at').notNull(),
    changedBy: text('changed_by').notNull(),
  },
  (table) => [index('reorganisations_due').on(table.state, table.day)],
);

/** What became of each dossier that a reorganisation touches. */
export const unitTransfers = sqliteTable(
  'unit_transfers',
  {
    decision: text('decision').notNull(),
    dossier: text('dossier').notNull(),
    code: text('code').notNull(),
    procedure: text('procedure').notNull(),
    /** moved | stayed | failed */
    state: text('state').notNull(),
    from: text('from').notNull(),
    to: text('to').notNull(),
    /** JSON list of findings. */
    problems: text('problems').notNull(),
    at: text('at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.decision, table.dossier] }),
    index('unit_transfers_state').on(table.decision, table.state, table.code),
  ],
);
