import { addDays, dayNumber, localDate, type Instant, type LocalDate } from '#engine/clock/index.ts';
import type { CatalogueEntry } from '#engine/store/index.ts';
import { lastDay } from '../day.ts';

/** What the system believed from one recording to the next. */
export interface Belief {
  readonly recordedAt: Instant;
  /** The next recording; absent: believed now. */
  readonly until?: Instant;
  /** The decision that was recorded. */
  readonly decision: string;
  readonly entries: readonly CatalogueEntry[];
}

/** The recordings of one procedure, oldest first, each with the rows believed from then on. */
export const beliefsOf = (entries: readonly CatalogueEntry[]): readonly Belief[] => {
  const moments = [...new Set(entries.map((entry) => entry.recordedAt))].sort();
  return moments.map((recordedAt, index) => {
    const until = moments[index + 1];
    const written = entries.filter((entry) => entry.recordedAt === recordedAt);
    return {
      recordedAt,
      ...(until ? { until } : {}),
      decision: written.find((entry) => entry.endedBy !== undefined)?.endedBy ?? written.at(-1)?.decision ?? '',
      entries: entries
        .filter(
          (entry) =>
            entry.recordedAt <= recordedAt && (entry.supersededAt === undefined || entry.supersededAt > recordedAt),
        )
        .sort((left, right) => (left.effectiveFrom < right.effectiveFrom ? -1 : 1)),
    };
  });
};

export const inForceAt = (entries: readonly CatalogueEntry[], at: Instant): CatalogueEntry | undefined =>
  entries.find((entry) => entry.effectiveFrom <= at && (entry.effectiveTo === undefined || entry.effectiveTo > at));

export interface TimelineBar {
  readonly number: number;
  readonly x: number;
  readonly width: number;
  readonly from: LocalDate;
  /** Last day; empty: open. */
  readonly to: string;
  readonly chosen: boolean;
}

export interface Timeline {
  readonly ticks: readonly { readonly x: number; readonly label: string }[];
  readonly rows: readonly {
    readonly recordedAt: Instant;
    readonly decision: string;
    readonly current: boolean;
    readonly chosen: boolean;
    readonly bars: readonly TimelineBar[];
  }[];
  readonly mark: number;
}

/** Width of the part with the bars, in units of the drawing. */
export const TIMELINE_WIDTH = 860;

const monthTicks = (start: LocalDate, end: LocalDate): readonly LocalDate[] => {
  const index = (date: LocalDate): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
  const first = index(start) + 1;
  const last = index(end);
  const step = [1, 3, 6, 12, 24, 60, 120, 240].find((each) => (last - first) / each <= 8) ?? 480;
  const begin = Math.ceil(first / step) * step;
  return Array.from({ length: Math.max(0, Math.floor((last - begin) / step) + 1) }, (_, place) => {
    const month = begin + place * step;
    return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`;
  });
};

/**
 * Places for the drawing: across the days in force, down the recordings. The window holds every change of
 * release, the day looked at and today; what began long before is cut at its left edge.
 */
export const timelineOf = (
  beliefs: readonly Belief[],
  chosen: { readonly day: LocalDate; readonly known: Instant; readonly today: LocalDate },
): Timeline => {
  const all = beliefs.flatMap((belief) => belief.entries);
  const firstDay = all.map((entry) => localDate(entry.effectiveFrom)).sort()[0] ?? chosen.today;
  const dates = [
    ...all
      .flatMap((entry) => [
        localDate(entry.effectiveFrom),
        ...(entry.effectiveTo ? [localDate(entry.effectiveTo)] : []),
      ])
      .filter((date) => date > firstDay),
    chosen.day,
    chosen.today,
  ].sort();
  const low = dates[0] ?? chosen.today;
  const high = dates.at(-1) ?? chosen.today;
  const pad = Math.max(45, Math.round((dayNumber(high) - dayNumber(low)) * 0.12));
  const start = addDays(low, -pad);
  const end = addDays(high, pad);
  const span = dayNumber(end) - dayNumber(start);
  const x = (date: LocalDate): number =>
    Math.round((Math.min(Math.max(dayNumber(date) - dayNumber(start), 0), span) / span) * TIMELINE_WIDTH);
  const at = beliefs.findLast((belief) => belief.recordedAt <= chosen.known);
  return {
    ticks: monthTicks(start, end).map((date) => ({ x: x(date), label: `${date.slice(5, 7)}/${date.slice(0, 4)}` })),
    mark: x(chosen.day),
    rows: beliefs.map((belief) => ({
      recordedAt: belief.recordedAt,
      decision: belief.decision,
      current: belief.until === undefined,
      chosen: belief === at,
      bars: belief.entries
        .map((entry) => {
          const from = localDate(entry.effectiveFrom);
          const left = x(from);
          const right = entry.effectiveTo ? x(localDate(entry.effectiveTo)) : TIMELINE_WIDTH;
          const last = entry.effectiveTo ? lastDay(entry.effectiveTo) : '';
          return {
            number: entry.number,
            x: left,
            width: right - left,
            from,
            to: last,
            chosen: belief === at && from <= chosen.day && (last === '' || chosen.day <= last),
          };
        })
        .filter((bar) => bar.width > 0),
    })),
  };
};
