import { parseInstant, type Instant } from '#engine/clock/index.ts';

/** ISO 8601 durations, dates and cycles of timer events. Plain time, not working time. */
export interface IsoDuration {
  readonly months: number;
  readonly milliseconds: number;
}

export interface IsoCycle {
  /** Repetitions; -1 for no end. */
  readonly times: number;
  readonly every: IsoDuration;
  readonly from?: Instant;
}

const DURATION = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Vietnam's offset: months and years are counted in its calendar. */
const OFFSET = 7 * HOUR;
const LAST = Date.parse('9999-12-31T23:59:59.999Z');

export const readDuration = (text: string): IsoDuration | undefined => {
  const trimmed = text.trim();
  const match = DURATION.exec(trimmed);
  if (!match || trimmed === 'P' || trimmed.endsWith('T')) return undefined;
  const part = (index: number): number => Number(match[index] ?? 0);
  return {
    months: part(1) * 12 + part(2),
    milliseconds: Math.round((part(3) * 7 + part(4)) * DAY + part(5) * HOUR + part(6) * 60_000 + part(7) * 1000),
  };
};

/** A date, or a date and time; without an offset it is Vietnamese time. */
export const readDate = (text: string): Instant | undefined => {
  const trimmed = text.trim();
  return parseInstant(trimmed) ?? parseInstant(`${trimmed}+07:00`);
};

/** `R3/PT1H`, `R/P1D`, `R2/2021-07-01T08:00:00Z/PT1H`. */
export const readCycle = (text: string): IsoCycle | undefined => {
  const [head, ...rest] = text.trim().split('/');
  const times = /^R(\d*)$/.exec(head ?? '');
  const every = readDuration(rest.at(-1) ?? '');
  if (!times || !every || rest.length > 2) return undefined;
  const count = times[1] === '' ? -1 : Number(times[1]);
  if (rest.length === 1) return { times: count, every };
  const from = readDate(rest[0] ?? '');
  return from === undefined ? undefined : { times: count, every, from };
};

/** `from` + duration; the last day of a shorter month stands for a day it lacks. undefined past the year 9999. */
export const addDuration = (from: Instant, { months, milliseconds }: IsoDuration): Instant | undefined => {
  let ms = Date.parse(from);
  if (months !== 0) {
    const local = new Date(ms + OFFSET);
    const day = local.getUTCDate();
    local.setUTCDate(1);
    local.setUTCMonth(local.getUTCMonth() + months);
    const lastDay = new Date(Date.UTC(local.getUTCFullYear(), local.getUTCMonth() + 1, 0)).getUTCDate();
    local.setUTCDate(Math.min(day, lastDay));
    ms = local.getTime() - OFFSET;
  }
  ms += milliseconds;
  return Number.isFinite(ms) && ms <= LAST ? new Date(ms).toISOString() : undefined;
};
