import { defineConfig } from 'drizzle-kit';

/** `npx drizzle-kit generate --config engine/store/sqlite/drizzle.config.ts`; triggers and FTS5 go in by `--custom`. */
export default defineConfig({
  dialect: 'sqlite',
  schema: './engine/store/sqlite/tables/*.ts',
  out: './engine/store/sqlite/migrations',
});
