import type { AppLoadContext } from '@remix-run/node';
import type { Actor } from '#engine/dossier/index.ts';
import type { WatchCount, WatchTime, WatchWaits } from '#engine/store/index.ts';
import { unitName, type UnitNames } from './unit-names.ts';
import { STANDING, TIMES } from './watch-query.ts';
import { watchScope } from './watch-scope.ts';

export type TimeCounts = Readonly<Record<WatchTime, number>>;

export interface BoardRow {
  readonly key: string;
  readonly name: string;
  readonly open: number;
  readonly times: TimeCounts;
}

export interface Board {
  readonly open: number;
  readonly times: TimeCounts;
  readonly units: readonly BoardRow[];
  readonly procedures: readonly BoardRow[];
  readonly standing: readonly { readonly waits: WatchWaits; readonly count: number }[];
}

const sum = (counts: readonly WatchCount[]): number => counts.reduce((total, row) => total + row.count, 0);

const timesOf = (counts: readonly WatchCount[]): TimeCounts =>
  Object.fromEntries(TIMES.map((time) => [time, sum(counts.filter((row) => row.time === time))])) as Record<
    WatchTime,
    number
  >;

const grouped = (
  counts: readonly WatchCount[],
  keyOf: (row: WatchCount) => string,
  nameOf: (row: WatchCount) => string,
): readonly BoardRow[] => {
  const groups = new Map<string, WatchCount[]>();
  for (const row of counts) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return [...groups]
    .map(([key, rows]): BoardRow => {
      const first = rows[0];
      const times = timesOf(rows);
      return { key, name: first ? nameOf(first) : key, open: sum(rows) - times.closed, times };
    })
    .sort(
      (left, right) =>
        right.times.late - left.times.late ||
        right.times.soon - left.times.soon ||
        right.open - left.open ||
        left.name.localeCompare(right.name, 'vi'),
    );
};

/** Adds one read's counts up in every way the page shows them; so the sums agree with each other. */
export const boardOf = (counts: readonly WatchCount[], units: UnitNames): Board => {
  const times = timesOf(counts);
  return {
    open: sum(counts) - times.closed,
    times,
    units: grouped(
      counts,
      (row) => row.unit,
      (row) => unitName(units, row.unit),
    ),
    procedures: grouped(
      counts,
      (row) => row.procedure,
      (row) => row.procedureName,
    ),
    standing: STANDING.map((waits) => ({ waits, count: sum(counts.filter((row) => row.waits === waits)) })).filter(
      (row) => row.count > 0,
    ),
  };
};

export const watchBoard = async (context: AppLoadContext, actor: Actor, units: UnitNames): Promise<Board> =>
  boardOf(await context.service.store.overview.counts(await watchScope(context, actor)), units);
