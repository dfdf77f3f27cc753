/**
 * The release format: schemas and their types, loading and checking, canonical hash, difference.
 * Pure: bytes and JSON come in as arguments (`files.ts` of the command line reads folders).
 */
export * from './release.ts';
export * from './schema/procedure.ts';
export * from './schema/form.ts';
export * from './schema/decision.ts';
export type { Change, ReleaseDifference } from './difference.ts';
