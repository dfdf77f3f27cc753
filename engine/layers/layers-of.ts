import type { Release } from '#engine/definition/index.ts';
import { alignNational } from './align.ts';
import { toJson, type JsonRecord } from './json.ts';
import type { Layers } from './types.ts';
import { usesIn } from './uses.ts';

/** The three layers of a procedure in one space of ids, ready to be merged. */
export const layersOf = async (
  release: Pick<Release, 'procedure' | 'form' | 'process'>,
  theirs: JsonRecord,
  base: JsonRecord | undefined,
): Promise<Layers> => {
  const ours = toJson(release.procedure);
  const before = base && alignNational(base, [ours]);
  const now = alignNational(theirs, before ? [before, ours] : [ours]);
  return {
    ...(before ? { base: withoutChannels(before) } : {}),
    theirs: withoutChannels(now),
    ours,
    usesOf: await usesIn(release, before ?? now),
  };
};

const withoutChannels = (national: JsonRecord): JsonRecord =>
  Object.fromEntries(Object.entries(national).filter(([part]) => part !== 'channels'));
