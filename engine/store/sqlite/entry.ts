import type { Level } from '#engine/definition/index.ts';
import type { CatalogueEntry } from '../port.ts';
import { FOREVER } from './time.ts';

/** Columns of `catalogue_entries` that make an entry. */
export const ENTRY_COLUMNS =
  'e.code, e.number, e.hash, e.name, e.field, e.levels, e.effective_from, e.effective_to, e.recorded_at, e.superseded_at, e.decision, e.ended_by, e.replaced_by';

export interface EntryRow {
  readonly code: string;
  readonly number: number;
  readonly hash: string;
  readonly name: string;
  readonly field: string;
  readonly levels: string;
  readonly effective_from: string;
  readonly effective_to: string;
  readonly recorded_at: string;
  readonly superseded_at: string;
  readonly decision: string;
  readonly ended_by: string | null;
  readonly replaced_by: string | null;
}

export const toEntry = (row: EntryRow): CatalogueEntry => ({
  code: row.code,
  number: row.number,
  hash: row.hash,
  name: row.name,
  field: row.field,
  levels: JSON.parse(row.levels) as readonly Level[],
  effectiveFrom: row.effective_from,
  ...(row.effective_to === FOREVER ? {} : { effectiveTo: row.effective_to }),
  recordedAt: row.recorded_at,
  ...(row.superseded_at === FOREVER ? {} : { supersededAt: row.superseded_at }),
  decision: row.decision,
  ...(row.ended_by === null ? {} : { endedBy: row.ended_by }),
  ...(row.replaced_by === null ? {} : { replacedBy: row.replaced_by }),
});
