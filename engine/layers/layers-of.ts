import type { Release } from '#engine/definition/index.ts';
import { alignNational } from './align.ts';
import { own, rowsOf, textsOf, toJson, type JsonRecord } from './json.ts';
import { rowParts } from './ownership.ts';
import type { Layers } from './types.ts';
import { usesIn } from './uses.ts';

/** The three layers of a procedure in one space of ids, ready to be merged. */
export const layersOf = async (
  release: Pick<Release, 'procedure' | 'form' | 'process'>,
  theirs: JsonRecord,
  base: JsonRecord | undefined,
  incomplete: readonly string[] = [],
): Promise<Layers> => {
  const ours = toJson(release.procedure);
  const before = base && alignNational(base, [ours]);
  const now = alignNational(theirs, before ? [before, ours] : [ours]);
  return {
    ...(before ? { base: withoutChannels(before) } : {}),
    theirs: withoutChannels(now),
    ours,
    incomplete,
    // Reading a process takes its time: only when something was dropped that it could use.
    ...(before && drops(before, now) ? { usesOf: await usesIn(release, before) } : {}),
  };
};

const withoutChannels = (national: JsonRecord): JsonRecord =>
  Object.fromEntries(Object.entries(national).filter(([part]) => part !== 'channels'));

const drops = (before: JsonRecord, now: JsonRecord): boolean =>
  rowParts.some((part) => {
    const rows = own(now, part);
    if (rows === undefined) return textsOf(own(now, 'none')).includes(part) && rowsOf(own(before, part)).length > 0;
    const ids = new Set(rowsOf(rows).map((row) => own(row, 'id')));
    return rowsOf(own(before, part)).some((row) => !ids.has(own(row, 'id')));
  });
