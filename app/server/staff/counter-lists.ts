import type { AppLoadContext } from '@remix-run/node';
import { addDays, startOfDay, type LocalDate, type TimeLeft } from '#engine/clock/index.ts';
import type { DossierStatus } from '#engine/dossier/index.ts';
import type { DossierQuery, DossierRow } from '#engine/store/index.ts';

export interface CounterRow extends DossierRow {
  readonly time: TimeLeft;
}

export interface CounterList {
  readonly total: number;
  readonly rows: readonly CounterRow[];
}

/** Dossiers of one counter in the given states, oldest due first, each with its time left. */
export const counterList = async (
  context: AppLoadContext,
  unit: string,
  given: {
    readonly status: readonly DossierStatus[];
    readonly text?: string;
    readonly limit: number;
    readonly offset?: number;
    readonly order?: 'newest' | 'due';
    readonly received?: DossierQuery['received'];
  },
): Promise<CounterList> => {
  const { dossiers, store } = context.service;
  const { total, rows } = await store.dossiers.list({
    receivingUnit: unit,
    status: given.status,
    ...(given.text ? { text: given.text } : {}),
    ...(given.received ? { received: given.received } : {}),
    order: given.order ?? 'newest',
    limit: given.limit,
    offset: given.offset ?? 0,
  });
  return {
    total,
    rows: rows.map((row) => ({
      ...row,
      time: dossiers.timeLeft({
        ...(row.promisedDue ? { promisedDue: row.promisedDue } : {}),
        status: row.status,
        receivingUnit: row.receivingUnit,
      }),
    })),
  };
};

export const ALL_STATUSES: readonly DossierStatus[] = [
  'submitted',
  'refused',
  'processing',
  'supplement',
  'obligation',
  'suspended',
  'withdrawn',
  'stopped',
  'finished',
  'returned',
];

/**
 * Register rows between two days (both counted), newest first; the day is that of the acceptance, or of the submission
 * of what is not accepted. A search looks at all days, unless `within`.
 */
export const registerRows = async (
  context: AppLoadContext,
  unit: string,
  given: { readonly from: LocalDate; readonly to: LocalDate; readonly text?: string; readonly within?: boolean },
): Promise<readonly CounterRow[]> => {
  const PAGE = 500;
  const everywhere = given.text !== undefined && given.within !== true;
  const found: CounterRow[] = [];
  for (;;) {
    const page = await counterList(context, unit, {
      status: ALL_STATUSES,
      ...(given.text ? { text: given.text } : {}),
      ...(everywhere ? {} : { received: { from: startOfDay(given.from), before: startOfDay(addDays(given.to, 1)) } }),
      limit: PAGE,
      offset: found.length,
    });
    found.push(...page.rows);
    if (page.rows.length < PAGE) return found;
  }
};
