import type { Instant } from '#engine/clock/index.ts';
import { jsonHash, type ContentHash } from '#engine/definition/index.ts';
import type { DecisionRecord } from '#engine/store/port.ts';

/** One act on the catalogue that anybody may check. */
export interface PublicLogEntry {
  /** From 1, without gaps. */
  readonly seq: number;
  readonly act: 'applied' | 'withdrawn';
  readonly at: Instant;
  readonly decision: string;
  /** Seal of the decision and of every release it names. */
  readonly contentHash: ContentHash;
  readonly effectiveFrom: string;
  readonly items: readonly {
    readonly action: string;
    readonly code: string;
    readonly release?: number;
    readonly hash?: ContentHash;
  }[];
  /** Hash of the entry before; of the first one, 64 zeros. */
  readonly previous: ContentHash;
  /** SHA-256 over the canonical JSON of everything above. */
  readonly hash: ContentHash;
}

const BEGINNING = '0'.repeat(64);

/**
 * The decisions that were applied, and their withdrawals, in the order they were recorded, each sealed over the one
 * before: an entry that is changed or left out shows in every later one. `hashOf` gives a release's seal.
 */
export const publicLog = (
  records: readonly DecisionRecord[],
  hashOf: (code: string, release: number) => ContentHash | undefined,
): readonly PublicLogEntry[] => {
  const acts = records.flatMap((record) => [
    ...(record.appliedAt === undefined ? [] : [{ record, act: 'applied' as const, at: record.appliedAt }]),
    ...(record.appliedAt === undefined || record.withdrawnAt === undefined
      ? []
      : [{ record, act: 'withdrawn' as const, at: record.withdrawnAt }]),
  ]);
  acts.sort((left, right) => left.at.localeCompare(right.at) || left.record.number.localeCompare(right.record.number));
  const entries: PublicLogEntry[] = [];
  for (const { record, act, at } of acts) {
    const entry = {
      seq: entries.length + 1,
      act,
      at,
      decision: record.number,
      contentHash: record.contentHash,
      effectiveFrom: record.decision.effectiveFrom,
      items: record.decision.items.map(({ action, code, release }) => {
        const hash = release === undefined ? undefined : hashOf(code, release);
        return { action, code, ...(release === undefined ? {} : { release }), ...(hash === undefined ? {} : { hash }) };
      }),
      previous: entries.at(-1)?.hash ?? BEGINNING,
    };
    entries.push({ ...entry, hash: jsonHash(entry) });
  }
  return entries;
};

/** The first entry that does not follow from the one before it; undefined when the log holds. */
export const brokenEntry = (entries: readonly PublicLogEntry[]): number | undefined => {
  let previous = BEGINNING;
  for (const [place, { hash, ...entry }] of entries.entries()) {
    if (entry.seq !== place + 1 || entry.previous !== previous || jsonHash(entry) !== hash) return place + 1;
    previous = hash;
  }
  return undefined;
};
