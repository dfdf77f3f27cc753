import { defineConfig } from 'drizzle-kit';

/**
 * `npx drizzle-kit generate --config engine/store/sqlite/drizzle.config.ts`; triggers and FTS5 go in by
 * `--custom`. drizzle does not know WITHOUT ROWID: `0000_tables.sql` has it added by hand for `events`,
 * `commands`, `timers`, `code_counters`, `release_receiving`, `shared_definitions`, `settings`;
 * `0013_work_counts.sql` for `work_counts`.
 */
export default defineConfig({
  dialect: 'sqlite',
  schema: './engine/store/sqlite/tables/*.ts',
  out: './engine/store/sqlite/migrations',
});
