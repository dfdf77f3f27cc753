import type { Release, SharedDefinitions } from '#engine/definition/index.ts';
import { prepareRelease, type CompiledParts, type PreparedRelease } from '#engine/dossier/index.ts';
import { ok, type Result } from '#engine/result/index.ts';
import type { Store } from '#engine/store/index.ts';
import { Lru } from './lru.ts';

/** Compiled releases by content hash: compiled once, kept while used. */
export interface ReleaseCache {
  /** Throws when the store does not have it, or holds one that cannot be compiled: both are bugs. */
  byHash(hash: string): Promise<PreparedRelease>;
  /** `compiled`: parts of it that were compiled just now, for a check. Calls find stored releases. */
  prepare(release: Release, shared: SharedDefinitions, compiled?: CompiledParts): Promise<Result<PreparedRelease>>;
  shared(): Promise<SharedDefinitions>;
}

export const releaseCache = (store: Store, limit: number): ReleaseCache => {
  const kept = new Lru<string, PreparedRelease>(limit);
  let sharedKept: { readonly version: number; readonly value: SharedDefinitions } | undefined;

  const shared = async (): Promise<SharedDefinitions> => {
    const version = await store.catalogueVersion();
    if (sharedKept?.version !== version) sharedKept = { version, value: await store.releases.shared() };
    return sharedKept.value;
  };
  // Many ask for the same release in the first second of its effect: it is compiled for all of them once.
  const underWay = new Map<string, Promise<Result<PreparedRelease>>>();

  const prepare = (
    release: Release,
    definitions: SharedDefinitions,
    compiled?: CompiledParts,
  ): Promise<Result<PreparedRelease>> => {
    const before = kept.get(release.hash);
    if (before) return Promise.resolve(ok(before));
    const waiting = underWay.get(release.hash);
    if (waiting) return waiting;
    const compiling = prepareRelease(release, definitions, { compiled, called: store.releases.byNumber })
      .then((prepared) => {
        if (prepared.ok) kept.set(release.hash, prepared.value);
        return prepared;
      })
      .finally(() => underWay.delete(release.hash));
    underWay.set(release.hash, compiling);
    return compiling;
  };
  return {
    shared,
    prepare,
    byHash: async (hash) => {
      const before = kept.get(hash);
      if (before) return before;
      const release = await store.releases.byHash(hash);
      if (!release) throw new Error(`release ${hash} is not stored`);
      const prepared = await prepare(release, await shared());
      if (!prepared.ok)
        throw new Error(
          `release ${hash} of ${release.code} does not compile: ${prepared.problems.map((it) => it.code).join(', ')}`,
        );
      return prepared.value;
    },
  };
};
