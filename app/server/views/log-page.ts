import type { AppLoadContext } from '@remix-run/node';
import { brokenEntry, type PublicLogEntry } from '#engine/catalogue/index.ts';
import { localDate, parseInstant } from '#engine/clock/index.ts';

const PAGE = 20;
const FIRST_ITEMS = 8;

/** One entry as it is read. */
export interface LogEntryView extends Omit<PublicLogEntry, 'items' | 'effectiveFrom'> {
  readonly from: string;
  readonly items: PublicLogEntry['items'];
  /** How many items it has; the first are shown, or those asked for. */
  readonly count: number;
}

const textOf = (search: URLSearchParams, name: string): string => search.get(name)?.trim().slice(0, 100) ?? '';

/** A page of the public log, newest first: `?thu-tuc=&quyet-dinh=&ma-bam=&trang=`. */
export const logPage = async ({ service }: AppLoadContext, search: URLSearchParams) => {
  const entries = await service.publicLog.entries();
  const [code, decision, hash] = ['thu-tuc', 'quyet-dinh', 'ma-bam'].map((name) => textOf(search, name));
  const page = Math.max(1, Math.min(9999, Math.trunc(Number(search.get('trang') ?? 1)) || 1));
  const shown = entries
    .filter((entry) => !decision || entry.decision.toLowerCase().includes(decision.toLowerCase()))
    .filter((entry) => !code || entry.items.some((item) => item.code.startsWith(code)))
    .reverse();
  const kept = hash?.toLowerCase() ?? '';
  return {
    asked: { code: code ?? '', decision: decision ?? '', hash: hash ?? '' },
    all: entries.length,
    head: entries.at(-1)?.hash ?? null,
    broken: brokenEntry(entries) ?? null,
    /** Of the hash somebody kept: the entry that has it, 0 for none; null when nobody asks. */
    found: kept === '' ? null : (entries.find((entry) => entry.hash === kept)?.seq ?? 0),
    total: shown.length,
    page,
    pages: Math.max(1, Math.ceil(shown.length / PAGE)),
    entries: shown.slice((page - 1) * PAGE, page * PAGE).map(({ items, effectiveFrom, ...entry }): LogEntryView => {
      const wanted = code ? items.filter((item) => item.code.startsWith(code)) : items;
      return {
        ...entry,
        from: localDate(parseInstant(effectiveFrom) ?? effectiveFrom),
        items: wanted.slice(0, FIRST_ITEMS),
        count: items.length,
      };
    }),
  };
};
