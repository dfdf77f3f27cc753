/**
 * The release format: schemas and their types, loading and checking, canonical hash, difference.
 * Pure: bytes and JSON come in as arguments (`engine/cli/folder.ts` reads folders). Code that runs
 * in the browser imports `browser.ts`, which hashes nothing.
 */
export * from './browser.ts';
export { limits } from './limits.ts';
export { parseJson, escapeToken, type JsonLimits } from './json.ts';
export { canonicalJson, jsonHash, releaseHash, sealedBytes, type HashedParts } from './canonical.ts';
export { loadRelease, type ReleaseParts } from './load-release.ts';
export { loadDecision } from './load-decision.ts';
export { loadForm } from './load-form.ts';
export { loadShared, noShared } from './load-shared.ts';
export { readDecisionFile, loadDecisionFile, type LoadedPackage } from './package.ts';
export {
  receptionOn,
  receptionRulesSchema,
  type NonTerritorialRule,
  type ReceptionOnDay,
  type ReceptionRules,
} from './schema/reception.ts';
export { lifeEventsSchema, type LifeEvent, type LifeEvents } from './schema/life-events.ts';
export { queueKindsSchema, type QueueKind, type QueueKinds } from './schema/queue.ts';
export { conform } from './schema/validate.ts';
