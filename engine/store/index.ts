/** The only room that knows SQL: the port, and one folder per database. */
export type * from './port.ts';
export { isStorable } from './text.ts';
export { storeProblems } from './messages.ts';
export { sortKey } from './sort-key.ts';
export { openSqliteStore } from './sqlite/index.ts';
export { backupSqlite, inspectSqlite, type SqliteInspection } from './sqlite/maintenance.ts';
