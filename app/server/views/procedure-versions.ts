import type { AppLoadContext } from '@remix-run/node';
import { localDate, startOfDay, type Instant, type LocalDate } from '#engine/clock/index.ts';
import type { CatalogueEntry } from '#engine/store/index.ts';
import { lastDay } from '../day.ts';

/** One line of "Các phiên bản". */
export interface VersionView {
  readonly number: number;
  readonly hash: string;
  readonly from: LocalDate;
  /** Its last day; null: open. */
  readonly to: LocalDate | null;
  readonly decision: string;
  /** The decision it puts right after the fact. */
  readonly corrects: string | null;
  readonly current: boolean;
  readonly address: string;
}

/** Every version of a procedure that is believed, the latest first, each with an address that stays. */
export const versionsOf = async (
  { service }: AppLoadContext,
  code: string,
  history: readonly CatalogueEntry[],
  now: Instant,
): Promise<readonly VersionView[]> => {
  const corrections = new Map<string, string | null>();
  for (const number of new Set(history.map((row) => row.decision)))
    corrections.set(number, (await service.store.catalogue.decision(number))?.decision.corrects ?? null);
  return [...history].reverse().map((row) => {
    const from = localDate(row.effectiveFrom);
    return {
      number: row.number,
      hash: row.hash,
      from,
      to: row.effectiveTo ? lastDay(row.effectiveTo) : null,
      decision: row.decision,
      corrects: corrections.get(row.decision) ?? null,
      current: row.effectiveFrom <= now && (row.effectiveTo === undefined || row.effectiveTo > now),
      // A day's address shows its first moment: a version that begins later in a day is told by its content.
      address:
        startOfDay(from) === row.effectiveFrom
          ? `/thu-tuc/${code}/ngay/${from}`
          : `/thu-tuc/${code}/phien-ban/${row.hash}`,
    };
  });
};
