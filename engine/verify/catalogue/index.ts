/** Verification of a whole catalogue, again only where a change can be felt. */
export { concernsOf, type Concerns, type Surroundings } from './concerns.ts';
export { concernsKey } from './key.ts';
export { partOf, findingParts, type FindingPart } from './part.ts';
export { lawOf } from './law.ts';
export { checksAsMarkdown } from './describe-checks.ts';
