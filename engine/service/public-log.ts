import { brokenEntry, decisionHash, publicLog, type PublicLogEntry } from '#engine/catalogue/index.ts';
import { releaseHash, type ContentHash, type Release } from '#engine/definition/index.ts';
import type { Problem } from '#engine/result/index.ts';
import type { Store } from '#engine/store/index.ts';
import { say } from './messages.ts';

/** What a check of the public log found. */
export interface LogVerdict {
  readonly entries: number;
  /** Releases whose content was hashed anew. */
  readonly releases: number;
  /** The last entry's hash: whoever keeps it can see later that nothing before it was changed. */
  readonly head?: ContentHash;
  readonly problems: readonly Problem[];
}

export interface PublicLogService {
  /** Oldest first. */
  entries(): Promise<readonly PublicLogEntry[]>;
  /**
   * Whether every entry follows from the one before, every decision and every release it names is still the content
   * that was sealed, and, of a hash that somebody kept (`saw`), whether the log still holds it.
   */
  check(saw?: ContentHash): Promise<LogVerdict>;
}

export const publicLogService = (store: Store): PublicLogService => {
  let kept: { readonly version: number; readonly entries: readonly PublicLogEntry[] } | undefined;

  const read = async (): Promise<readonly PublicLogEntry[]> => {
    const records = await store.catalogue.decisions();
    const codes = new Set(records.flatMap(({ decision }) => decision.items.map(({ code }) => code)));
    const hashes = new Map<string, ContentHash>();
    for (const code of codes)
      for (const { number, hash } of await store.releases.numbers(code)) hashes.set(`${code}/${number}`, hash);
    return publicLog(records, (code, release) => hashes.get(`${code}/${release}`));
  };

  const check = async (saw?: ContentHash): Promise<LogVerdict> => {
    // From the store itself, not from what is kept in memory.
    const entries = await read();
    const problems: Problem[] = [];
    const broken = brokenEntry(entries);
    if (broken !== undefined) problems.push(say.logChain(broken));
    let hashed = 0;
    for (const entry of entries) {
      const named: Release[] = [];
      for (const { code, release: number, hash } of entry.items) {
        if (number === undefined) continue;
        const release = await store.releases.byNumber(code, number);
        if (!release) {
          problems.push(say.logReleaseMissing(entry.seq, code, number));
          continue;
        }
        named.push(release);
        hashed += 1;
        if (releaseHash(release) !== hash || release.hash !== hash)
          problems.push(say.logReleaseContent(entry.seq, code, number));
      }
      const record = await store.catalogue.decision(entry.decision);
      if (!record || decisionHash(record.decision, named) !== entry.contentHash)
        problems.push(say.logDecisionContent(entry.seq, entry.decision));
    }
    if (saw !== undefined && !entries.some(({ hash }) => hash === saw)) problems.push(say.logNotSeen(saw));
    const head = entries.at(-1)?.hash;
    return { entries: entries.length, releases: hashed, ...(head === undefined ? {} : { head }), problems };
  };

  return {
    entries: async () => {
      const version = await store.catalogueVersion();
      if (kept?.version !== version) kept = { version, entries: await read() };
      return kept.entries;
    },
    check,
  };
};
