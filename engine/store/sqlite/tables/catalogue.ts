import { foreignKey, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/** Immutable (trigger): a release is never changed, only followed by another. */
export const releases = sqliteTable(
  'releases',
  {
    code: text('code').notNull(),
    number: integer('number').notNull(),
    /** Two numbers of one code may share it: a return to older content. */
    hash: text('hash').notNull(),
    name: text('name').notNull(),
    onlineLevel: text('online_level'),
    /** The whole release as JSON. */
    body: text('body').notNull(),
  },
  (table) => [primaryKey({ columns: [table.code, table.number] }), index('releases_hash').on(table.hash, table.number)],
);

/** Whose counters take a release in: `level:commune` or `unit:H02.STP`. */
export const releaseReceiving = sqliteTable(
  'release_receiving',
  { hash: text('hash').notNull(), key: text('key').notNull() },
  (table) => [primaryKey({ columns: [table.hash, table.key] })],
);

/** Question groups and code lists by `name@version`; immutable (trigger). */
export const sharedDefinitions = sqliteTable(
  'shared_definitions',
  { kind: text('kind').notNull(), ref: text('ref').notNull(), body: text('body').notNull() },
  (table) => [primaryKey({ columns: [table.kind, table.ref] })],
);

/** What search reads; shared by all releases that say the same. The FTS5 index hangs on its id. */
export const searchDocuments = sqliteTable(
  'search_documents',
  {
    id: integer('id').primaryKey(),
    code: text('code').notNull(),
    original: text('original').notNull(),
    folded: text('folded').notNull(),
  },
  (table) => [uniqueIndex('search_documents_text').on(table.code, table.original)],
);

/**
 * Two time axes: effective_from/to is the law's, recorded_at/superseded_at the office's. Open ends
 * are `9999-…`, so that one index serves both. Rows are only ever superseded, once (triggers).
 */
export const catalogueEntries = sqliteTable(
  'catalogue_entries',
  {
    id: integer('id').primaryKey(),
    code: text('code').notNull(),
    number: integer('number').notNull(),
    hash: text('hash').notNull(),
    name: text('name').notNull(),
    sortKey: text('sort_key').notNull(),
    field: text('field').notNull(),
    levels: text('levels').notNull(),
    onlineLevel: text('online_level'),
    document: integer('document')
      .notNull()
      .references(() => searchDocuments.id),
    effectiveFrom: text('effective_from').notNull(),
    effectiveTo: text('effective_to').notNull(),
    recordedAt: text('recorded_at').notNull(),
    supersededAt: text('superseded_at').notNull(),
    decision: text('decision').notNull(),
    endedBy: text('ended_by'),
    replacedBy: text('replaced_by'),
    /** The decision whose application wrote the row; kept on copies that a withdrawal brings back. */
    writtenBy: text('written_by').notNull(),
    supersededBy: text('superseded_by'),
    restored: integer('restored').notNull().default(0),
  },
  (table) => [
    foreignKey({ columns: [table.code, table.number], foreignColumns: [releases.code, releases.number] }),
    index('catalogue_code').on(table.code, table.supersededAt, table.effectiveFrom),
    index('catalogue_in_force').on(table.supersededAt, table.effectiveTo, table.effectiveFrom),
    index('catalogue_document').on(table.document, table.supersededAt, table.effectiveFrom),
    index('catalogue_written').on(table.writtenBy),
    index('catalogue_superseded').on(table.supersededBy),
  ],
);

export const decisions = sqliteTable('decisions', {
  number: text('number').primaryKey(),
  contentHash: text('content_hash').notNull(),
  status: text('status').notNull(),
  createdAt: text('created_at').notNull(),
  /** The record as JSON. */
  record: text('record').notNull(),
  /** What it did, as JSON; written when it is applied. */
  report: text('report'),
});

/** One row: counts every change of what is kept in memory above, in the transaction that makes it. */
export const catalogueVersion = sqliteTable('catalogue_version', {
  id: integer('id').primaryKey(),
  version: integer('version').notNull(),
  lastRecordedAt: text('last_recorded_at').notNull(),
});
