import { index, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** One job for a decision that has running dossiers converted or asked about; begins at its effect. */
export const conversionJobs = sqliteTable(
  'conversion_jobs',
  {
    decision: text('decision').primaryKey(),
    /** running | stopped | done | reverting | reverted | withdrawn */
    state: text('state').notNull(),
    due: text('due').notNull(),
    changedAt: text('changed_at').notNull(),
    changedBy: text('changed_by').notNull(),
    reason: text('reason'),
  },
  (table) => [index('conversion_jobs_due').on(table.state, table.due)],
);

/** What became of each dossier under a decision: written before it is done, so that a killed job knows where it was. */
export const conversions = sqliteTable(
  'conversions',
  {
    decision: text('decision').notNull(),
    dossier: text('dossier').notNull(),
    code: text('code').notNull(),
    procedure: text('procedure').notNull(),
    release: text('release'),
    outcome: text('outcome').notNull(),
    /** planned | converted | asked | kept | stayed | reverted */
    state: text('state').notNull(),
    /** JSON list of findings. */
    reasons: text('reasons').notNull(),
    until: text('until'),
    changedAt: text('changed_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.decision, table.dossier] }),
    index('conversions_state').on(table.decision, table.state),
    index('conversions_until').on(table.state, table.until),
  ],
);
