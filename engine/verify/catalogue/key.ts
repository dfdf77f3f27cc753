import { jsonHash, type ContentHash, type Release } from '#engine/definition/index.ts';
import type { Concerns } from './concerns.ts';

/** Shared definitions, units and people are read from the store once and asked for by thousands of releases. */
const hashes = new WeakMap<object, ContentHash>();

const hashOf = (value: object): ContentHash => {
  const before = hashes.get(value);
  if (before !== undefined) return before;
  const hash = jsonHash(value);
  hashes.set(value, hash);
  return hash;
};

/**
 * Names everything that a release's findings follow from. The same key means the same findings, so that
 * only what a change can affect is verified again. `checks` names the checks themselves: other checks,
 * other findings.
 */
export const concernsKey = (release: Release, { shared, context }: Concerns, checks: string): ContentHash =>
  jsonHash([
    checks,
    release.hash,
    release.code,
    release.number,
    hashesOf(shared.groups),
    hashesOf(shared.codeLists),
    context.units ? hashOf(context.units) : null,
    context.people ? hashOf(context.people) : null,
    context.prior ? [context.prior.code, context.prior.hash] : null,
    context.asOf,
  ]);

const hashesOf = (definitions: Readonly<Record<string, object>>): readonly (readonly [string, ContentHash])[] =>
  Object.entries(definitions)
    .map(([name, value]) => [name, hashOf(value)] as const)
    .sort(([one], [other]) => (one < other ? -1 : 1));
