import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/** The newest state of every dossier, with the columns that lists ask for. Rebuilt from events at will. */
export const dossiers = sqliteTable(
  'dossiers',
  {
    row: integer('row').primaryKey(),
    id: text('id').notNull(),
    code: text('code').notNull(),
    seq: integer('seq').notNull(),
    lastHash: text('last_hash').notNull(),
    state: text('state').notNull(),
    procedure: text('procedure').notNull(),
    releaseNumber: integer('release_number').notNull(),
    releaseHash: text('release_hash').notNull(),
    status: text('status').notNull(),
    closed: integer('closed').notNull(),
    applicant: text('applicant').notNull(),
    account: text('account'),
    /** Of the applicant (số định danh, mã số): what they handed in before is found by it alone, letter by letter. */
    idNumber: text('id_number'),
    receivingUnit: text('receiving_unit').notNull(),
    decidingUnit: text('deciding_unit').notNull(),
    /** Where a counter took it in for another unit (phi địa giới hành chính): which one, and whether it is on its way. */
    competentUnit: text('competent_unit'),
    awaited: integer('awaited').notNull().default(0),
    submittedAt: text('submitted_at').notNull(),
    acceptedAt: text('accepted_at'),
    promisedDue: text('promised_due'),
    finishedAt: text('finished_at'),
    /** Taken in, never asked for a supplement, and ended without what was asked for: how. */
    turnedAway: text('turned_away'),
  },
  (table) => [
    uniqueIndex('dossiers_id').on(table.id),
    uniqueIndex('dossiers_code').on(table.code),
    index('dossiers_unit_newest').on(table.receivingUnit, table.status, table.submittedAt),
    index('dossiers_unit_due').on(table.receivingUnit, table.status, table.promisedDue),
    index('dossiers_unit_all').on(table.receivingUnit, table.submittedAt),
    index('dossiers_account').on(table.account, table.submittedAt),
    index('dossiers_id_number')
      .on(table.idNumber, table.submittedAt)
      .where(sql`id_number IS NOT NULL`),
    index('dossiers_procedure').on(table.procedure, table.submittedAt),
    index('dossiers_running').on(table.closed, table.procedure, table.releaseHash, table.status),
    index('dossiers_newest').on(table.submittedAt),
    // A quarter's receptions are counted from the index alone.
    index('dossiers_turned_away').on(table.acceptedAt, table.receivingUnit, table.turnedAway),
    index('dossiers_competent')
      .on(table.competentUnit, table.awaited, table.submittedAt)
      .where(sql`competent_unit IS NOT NULL`),
  ],
);

/** Append-only (triggers); WITHOUT ROWID, so that one dossier's history is one page read. */
export const events = sqliteTable(
  'events',
  {
    dossier: text('dossier').notNull(),
    seq: integer('seq').notNull(),
    type: text('type').notNull(),
    data: text('data').notNull(),
    actor: text('actor').notNull(),
    occurredAt: text('occurred_at').notNull(),
    recordedAt: text('recorded_at').notNull(),
    prevHash: text('prev_hash').notNull(),
    hash: text('hash').notNull(),
  },
  (table) => [primaryKey({ columns: [table.dossier, table.seq] })],
);

/** Answers to idempotency keys. */
export const commands = sqliteTable('commands', {
  key: text('key').primaryKey(),
  bodyHash: text('body_hash').notNull(),
  dossier: text('dossier').notNull(),
  seq: integer('seq').notNull(),
});

/** Open work only: a task that is done leaves. */
export const tasks = sqliteTable(
  'tasks',
  {
    id: text('id').primaryKey(),
    dossier: text('dossier').notNull(),
    element: text('element').notNull(),
    name: text('name').notNull(),
    role: text('role').notNull(),
    unit: text('unit').notNull(),
    openedAt: text('opened_at').notNull(),
    dueAt: text('due_at'),
    assignee: text('assignee'),
    assigneeName: text('assignee_name'),
    /** The step's own date, or the promised one, or far away: what the list is ordered by. */
    orderBy: text('order_by').notNull(),
    /** Of the dossier, so that a list of ten thousand tasks is counted without looking each of them up. */
    procedure: text('procedure').notNull().default(''),
    status: text('status').notNull().default(''),
    promisedDue: text('promised_due'),
  },
  (table) => [
    // In the order of a work list, with all that it is narrowed by: a page is read from the index alone.
    index('tasks_work').on(
      table.unit,
      table.orderBy,
      table.id,
      table.role,
      table.procedure,
      table.status,
      table.promisedDue,
      table.assignee,
    ),
    index('tasks_dossier').on(table.dossier),
    index('tasks_assignee').on(table.assignee, table.orderBy),
  ],
);

/**
 * How many tasks stand alike: what a work list counts, kept by triggers of `tasks`, so that ten thousand open
 * tasks are counted from some hundred rows. Nobody and no date are written as ''.
 */
export const workCounts = sqliteTable(
  'work_counts',
  {
    unit: text('unit').notNull(),
    role: text('role').notNull(),
    procedure: text('procedure').notNull(),
    status: text('status').notNull(),
    assignee: text('assignee').notNull(),
    promisedDue: text('promised_due').notNull(),
    n: integer('n').notNull(),
  },
  (table) => [
    primaryKey({
      columns: [table.unit, table.role, table.procedure, table.status, table.assignee, table.promisedDue],
    }),
  ],
);

export const timers = sqliteTable(
  'timers',
  { dossier: text('dossier').notNull(), token: text('token').notNull(), due: text('due').notNull() },
  (table) => [primaryKey({ columns: [table.dossier, table.token] }), index('timers_due').on(table.due)],
);

/** Next number of a dossier code, per receiving unit and Vietnamese day. */
export const codeCounters = sqliteTable(
  'code_counters',
  { unit: text('unit').notNull(), day: text('day').notNull(), next: integer('next').notNull() },
  (table) => [primaryKey({ columns: [table.unit, table.day] })],
);

/** Next line of a register of dossiers, per receiving unit and year. */
export const registerCounters = sqliteTable(
  'register_counters',
  { unit: text('unit').notNull(), year: integer('year').notNull(), next: integer('next').notNull() },
  (table) => [primaryKey({ columns: [table.unit, table.year] })],
);

export const drafts = sqliteTable(
  'drafts',
  {
    id: text('id').primaryKey(),
    owner: text('owner').notNull(),
    procedure: text('procedure').notNull(),
    revision: integer('revision').notNull(),
    updatedAt: text('updated_at').notNull(),
    body: text('body').notNull(),
  },
  (table) => [index('drafts_owner').on(table.owner, table.updatedAt), index('drafts_procedure').on(table.procedure)],
);
