/**
 * Draft releases from what exists elsewhere: the national database's fields, an annex of a decision as a table or as
 * pasted text. Pure. Every value knows where it came from; what a source does not say stays open and is listed.
 */
export type * from './types.ts';
export type { AnnexRow } from './read-annex.ts';
export type { ImportOptions } from './make-draft.ts';
export { importJson, proceduresIn } from './import-json.ts';
export { importAnnex, type AnnexDraft } from './import-annex.ts';
export { ORGANISATION_COLUMNS, organisationOfTable, type KnownUnit } from './organisation-table.ts';
export { rowsOfCsv, rowsOfText } from './read-pasted.ts';
export { readLimitText, type LimitText } from './read-limit.ts';
export { readFeeText, type FeePart, type FeeText } from './read-fee.ts';
export { addCounts, noCount } from './count.ts';
export { readCode } from './make-draft.ts';
export { fillDraft, openKey, type Filled } from './fill.ts';
export { draftOfRelease, emptyDraft } from './from-release.ts';
