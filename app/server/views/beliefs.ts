import type { AppLoadContext } from '@remix-run/node';
import { startOfDay, type Instant, type LocalDate } from '#engine/clock/index.ts';
import type { CatalogueEntry } from '#engine/store/index.ts';
import { endOfDay } from '../day.ts';
import { rowAt } from './standing.ts';

/** The same day on the other side of the second time axis, where it says something else. */
export interface BeliefView {
  /** `earlier`: until the end of that day something else was on record. `later`: it was put right since. */
  readonly kind: 'earlier' | 'later';
  /** When what is known now was recorded. */
  readonly recordedAt: Instant | null;
  /** The decision that says what is known now. */
  readonly decision: string | null;
  readonly address: string;
}

/**
 * Looked at as known now: was another version on record when that day ended? As known earlier: has it been put right
 * since? null when both say the same. `shown` is what the page shows of that day.
 */
export const otherBelief = async (
  { service, clock }: AppLoadContext,
  code: string,
  day: LocalDate,
  known: Instant | undefined,
  shown: CatalogueEntry | undefined,
  addressAt: (known?: Instant) => string,
): Promise<BeliefView | null> => {
  const at = startOfDay(day);
  const end = endOfDay(day);
  if (known === undefined && end >= clock.now()) return null;
  const now = known === undefined ? shown : rowAt(await service.catalogue.history(code), at);
  const other = known === undefined ? rowAt(await service.catalogue.history(code, end), at) : now;
  if (other?.hash === shown?.hash) return null;
  return {
    kind: known === undefined ? 'earlier' : 'later',
    // A row is written again when a later decision ends it: the decision says when it was first known.
    recordedAt: (now && (await service.store.catalogue.decision(now.decision))?.appliedAt) ?? null,
    decision: now?.decision ?? null,
    address: known === undefined ? addressAt(end) : addressAt(),
  };
};
