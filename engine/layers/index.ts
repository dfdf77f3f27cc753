/**
 * Three layers of one procedure: the nation's content (synchronised, read-only), the province's additions, the agency's
 * process. When the upper one is amended, it is merged into the lower ones field by field, and only true conflicts are
 * asked. Pure.
 */
export type * from './types.ts';
export type { Json, JsonRecord } from './json.ts';
export { isRecord, own, rowsOf, same, toJson } from './json.ts';
export { fieldRules, rowParts, rowRules, type FieldOwner, type Layer } from './ownership.ts';
export { isNews, isOpen, mergeLayers } from './merge.ts';
export { alignNational } from './align.ts';
export { nationalPaths } from './national-paths.ts';
export { incompleteParts, nationalContent } from './national.ts';
export { departures } from './departures.ts';
export { draftOfMerge, type NationalFacts } from './draft.ts';
export { linesOf, readWritten, writingOf, type Writing } from './write-choice.ts';
export { layersOf } from './layers-of.ts';
