import { jsonHash, type ContentHash, type Decision, type Release } from '#engine/definition/index.ts';

/**
 * What an approval is of: the decision and the content of every release it names, wherever that
 * release lies. `named` are those releases; their order does not matter.
 */
export const decisionHash = (decision: Decision, named: readonly Release[]): ContentHash =>
  jsonHash({ decision, releases: named.map(({ code, number, hash }) => `${code}/${number} ${hash}`).sort() });
