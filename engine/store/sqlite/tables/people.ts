import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/** Effective-dated: a unit renamed or merged is another row (trigger refuses overlaps). */
export const units = sqliteTable(
  'units',
  {
    code: text('code').notNull(),
    validFrom: text('valid_from').notNull(),
    validTo: text('valid_to').notNull(),
    body: text('body').notNull(),
  },
  (table) => [primaryKey({ columns: [table.code, table.validFrom] })],
);

export const people = sqliteTable(
  'people',
  {
    id: text('id').primaryKey(),
    login: text('login'),
    phone: text('phone'),
    idNumber: text('id_number'),
    body: text('body').notNull(),
  },
  (table) => [
    uniqueIndex('people_login').on(table.login),
    index('people_phone').on(table.phone),
    index('people_id_number').on(table.idNumber),
  ],
);

export const assignments = sqliteTable(
  'assignments',
  {
    person: text('person')
      .notNull()
      .references(() => people.id),
    unit: text('unit').notNull(),
    role: text('role').notNull(),
    from: text('from').notNull(),
    to: text('to').notNull(),
    /** Has the role only while somebody who holds it at the unit is away. */
    reserve: integer('reserve', { mode: 'boolean' }).notNull().default(false),
  },
  (table) => [
    primaryKey({ columns: [table.person, table.unit, table.role, table.from] }),
    index('assignments_unit').on(table.unit, table.role),
  ],
);

/** What administrators did to people and roles. Only added to. */
export const staffChanges = sqliteTable(
  'staff_changes',
  {
    id: text('id').primaryKey(),
    unit: text('unit').notNull(),
    at: text('at').notNull(),
    /** JSON: a `StaffChange`. */
    body: text('body').notNull(),
  },
  (table) => [index('staff_changes_unit').on(table.unit, table.at)],
);

export const sessions = sqliteTable(
  'sessions',
  {
    tokenHash: text('token_hash').primaryKey(),
    person: text('person').notNull(),
    expiresAt: text('expires_at').notNull(),
  },
  (table) => [index('sessions_person').on(table.person)],
);

export const oneTimeCodes = sqliteTable('one_time_codes', {
  phone: text('phone').primaryKey(),
  codeHash: text('code_hash').notNull(),
  expiresAt: text('expires_at').notNull(),
  attempts: integer('attempts').notNull().default(0),
});

/** The bytes lie on disk under their hash; the row says that they are whole. */
export const files = sqliteTable('files', {
  hash: text('hash').primaryKey(),
  bytes: integer('bytes').notNull(),
  owner: text('owner').notNull(),
});

export const settings = sqliteTable('settings', { name: text('name').primaryKey(), value: text('value').notNull() });
