import type { AppLoadContext } from '@remix-run/node';
import type { TimeLeft } from '#engine/clock/index.ts';
import type { Actor } from '#engine/dossier/index.ts';
import type { WatchRow } from '#engine/store/index.ts';
import type { WatchFilter } from './watch-query.ts';
import { watchScope } from './watch-scope.ts';

export const PAGE = 50;
const EVERYTHING = 200_000;

export interface WatchedDossier extends WatchRow {
  readonly left: TimeLeft;
}

/** The dossiers behind a number: one page, or (`whole`) all of them for the CSV. */
export const watchList = async (context: AppLoadContext, actor: Actor, filter: WatchFilter, whole = false) => {
  const { store, dossiers } = context.service;
  const { page, ...conditions } = filter;
  const { total, rows } = await store.overview.list({
    ...(await watchScope(context, actor)),
    ...conditions,
    limit: whole ? EVERYTHING : PAGE,
    offset: whole ? 0 : (page - 1) * PAGE,
  });
  return {
    total,
    pages: Math.max(1, Math.ceil(total / PAGE)),
    rows: rows.map((row): WatchedDossier => ({
      ...row,
      left: dossiers.timeLeft({
        ...(row.promisedDue ? { promisedDue: row.promisedDue } : {}),
        status: row.status,
        receivingUnit: row.receivingUnit,
      }),
    })),
  };
};
