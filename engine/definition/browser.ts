/** The face for code that also runs in the browser: schemas, types, sentences; no hashing, no AJV. */
export { parseJson } from './json.ts';
export { isList, isRecord, type Json, type JsonRecord } from './json-value.ts';
export { fold } from './fold.ts';
export * from './release.ts';
export { feel, id, localDate, localized, procedureCode, sharedRef } from './schema/common.ts';
export * from './schema/procedure.ts';
export * from './schema/form.ts';
export * from './schema/decision.ts';
export * from './schema/group.ts';
export * from './schema/one-stop.ts';
export * from './schema/package.ts';
export type { Change, ReleaseDifference } from './difference.ts';
export { diffReleases } from './diff/index.ts';
export {
  applicantName,
  channelName,
  describeCopies,
  describeFee,
  describeLimit,
  describeMinutes,
  describeMoney,
  levelName,
  vietnameseNumber,
} from './describe.ts';
