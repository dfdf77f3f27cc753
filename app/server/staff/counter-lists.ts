import type { AppLoadContext } from '@remix-run/node';
import { localDate, type TimeLeft } from '#engine/clock/index.ts';
import type { DossierStatus } from '#engine/dossier/index.ts';
import type { DossierRow } from '#engine/store/index.ts';

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
  },
): Promise<CounterList> => {
  const { dossiers, store } = context.service;
  const { total, rows } = await store.dossiers.list({
    receivingUnit: unit,
    status: given.status,
    ...(given.text ? { text: given.text } : {}),
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

/** Register rows between two days (both counted), newest first; the day is that of the submission. A search looks at all days, unless `within`. */
export const registerRows = async (
  context: AppLoadContext,
  unit: string,
  given: { readonly from: string; readonly to: string; readonly text?: string; readonly within?: boolean },
): Promise<readonly CounterRow[]> => {
  const PAGE = 500;
  const everywhere = given.text !== undefined && given.within !== true;
  const found: CounterRow[] = [];
  for (let offset = 0; ; offset += PAGE) {
    const page = await counterList(context, unit, {
      status: ALL_STATUSES,
      ...(given.text ? { text: given.text } : {}),
      limit: PAGE,
      offset,
    });
    for (const row of page.rows) {
      const day = localDate(row.submittedAt);
      if (everywhere || (day >= given.from && day <= given.to)) found.push(row);
    }
    const last = page.rows.at(-1);
    if (page.rows.length < PAGE || !last || (!everywhere && localDate(last.submittedAt) < given.from)) return found;
  }
};
