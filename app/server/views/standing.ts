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

/** The row of a history that is in force at the instant. */
export const rowAt = (history: readonly CatalogueEntry[], at: Instant): CatalogueEntry | undefined =>
  history.find((row) => holds(row, at));

/** undefined: nobody ever published such a procedure (or had, as known at `knownAt`). */
export const standingOf = async (
  context: AppLoadContext,
  code: string,
  at: Instant,
  knownAt?: Instant,
): Promise<Standing | undefined> => {
  const history = await context.service.catalogue.history(code, knownAt);
  const current = rowAt(history, at);
  const next = history.find((row) => row.effectiveFrom > at);
  if (current) return { kind: 'in-force', entry: current, history, ...(next ? { next } : {}) };
  if (next) return { kind: 'upcoming', entry: next, history };
  const last = history.at(-1);
  return last ? { kind: 'ended', entry: last, history } : undefined;
};

/** The Vietnamese day an interval begins. */
export const dayOf = (instant: Instant): string => localDate(instant);

const MOST_STEPS = 20;

/** A procedure that stands in the place of another. */
export interface Replacement {
  readonly code: string;
  readonly name: string;
}

/**
 * What people turn to instead of an ended procedure: followed from one replacement to the next until one that is
 * in force or coming, since a replacement may have been replaced in its turn. Direct ones first.
 */
export const replacementsOf = async (
  context: AppLoadContext,
  code: string | undefined,
  at: Instant,
): Promise<readonly Replacement[]> => {
  const found: Replacement[] = [];
  const seen = new Set<string>();
  for (let next = code; next !== undefined && !seen.has(next) && found.length < MOST_STEPS;) {
    seen.add(next);
    const standing = await standingOf(context, next, at);
    if (!standing) break;
    found.push({ code: next, name: standing.entry.name });
    next = standing.kind === 'ended' ? standing.entry.replacedBy : undefined;
  }
  return found;
};
