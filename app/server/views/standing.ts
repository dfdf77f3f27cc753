import type { AppLoadContext } from '@remix-run/node';
import { localDate, type Instant } from '#engine/clock/index.ts';
import type { CatalogueEntry } from '#engine/store/index.ts';

/** Where a procedure stands in the catalogue at an instant, and what comes before and after. */
export interface Standing {
  readonly kind: 'in-force' | 'upcoming' | 'ended';
  /** The row to show: in force, else the next, else the last. */
  readonly entry: CatalogueEntry;
  /** In force: the row that follows it, if one is published already. */
  readonly next?: CatalogueEntry;
  readonly history: readonly CatalogueEntry[];
}

const holds = (row: CatalogueEntry, at: Instant): boolean =>
  row.effectiveFrom <= at && (row.effectiveTo === undefined || row.effectiveTo > at);

/** undefined: nobody ever published such a procedure. */
export const standingOf = async (context: AppLoadContext, code: string, at: Instant): Promise<Standing | undefined> => {
  const history = await context.service.catalogue.history(code);
  const current = history.find((row) => holds(row, at));
  const next = history.find((row) => row.effectiveFrom > at);
  if (current) return { kind: 'in-force', entry: current, history, ...(next ? { next } : {}) };
  if (next) return { kind: 'upcoming', entry: next, history };
  const last = history.at(-1);
  return last ? { kind: 'ended', entry: last, history } : undefined;
};

/** The Vietnamese day an interval begins. */
export const dayOf = (instant: Instant): string => localDate(instant);
