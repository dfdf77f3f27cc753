import type { Limit, Procedure } from '#engine/definition/index.ts';
import { MINUTES_OF_WORKING_DAY } from '../duration.ts';

const HALF_HOUR = 30;
/** Calendar days: at least five of seven are working days. */
const WORKING_SHARE = 5 / 7;
const WORKING_DAYS_OF_MONTH = 20;

/**
 * Working minutes that the steps may take together: the shortest of the procedure's limits (what the
 * province promises before what the law allows), so that the process keeps every one of them.
 * "Ngay trong ngày làm việc" is one working day. undefined: no limit is set.
 */
export const minutesToShare = (procedure: Procedure): number | undefined => {
  const limits = procedure.timeLimits.flatMap((row) => {
    const own = [row.legal, ...(row.promised ? [row.promised] : [])].flatMap((limit) => limitMinutes(limit) ?? []);
    return own.length > 0 ? [Math.min(...own)] : [];
  });
  return limits.length > 0 ? Math.min(...limits) : undefined;
};

type Duration = Extract<Limit, { value: number }>;

const limitMinutes = (limit: Limit): number | undefined => {
  switch (limit.kind) {
    case 'none':
    case 'scheduled':
      return undefined;
    case 'by-outcome': {
      // What is promised before the outcome is known is the longest.
      return Math.max(...limit.outcomes.map((outcome) => durationMinutes(outcome.limit)));
    }
    case 'phases':
      return limit.phases.reduce((sum, phase) => sum + durationMinutes(phase.limit), 0);
    default:
      return durationMinutes(limit);
  }
};

const durationMinutes = ({ value, unit }: Pick<Duration, 'value' | 'unit'>): number => {
  switch (unit) {
    case 'working-hour':
      return value === 0 ? MINUTES_OF_WORKING_DAY : value * 60;
    case 'working-day':
      return Math.max(value === 0 ? 1 : 0, value) * MINUTES_OF_WORKING_DAY;
    case 'day':
      return Math.max(1, Math.floor(value * WORKING_SHARE)) * MINUTES_OF_WORKING_DAY;
    case 'month':
      return Math.max(1, Math.floor(value * WORKING_DAYS_OF_MONTH)) * MINUTES_OF_WORKING_DAY;
  }
};

/** A step's part of the time: its weight, and the most it should get in working minutes. */
export interface TimeShare {
  readonly weight: number;
  readonly most?: number;
}

/**
 * Shares minutes out in whole half-hours, by weight and never more than there are; what a step may
 * not take goes to the others. Too little for everyone: the heaviest steps get it, the others have
 * no time of their own.
 */
export const shareMinutes = <Step extends string>(
  minutes: number,
  steps: Readonly<Record<Step, TimeShare>>,
): Readonly<Partial<Record<Step, number>>> => {
  const entries = Object.entries<TimeShare>(steps) as [Step, TimeShare][];
  const heaviest = [...entries].sort(([, one], [, other]) => other.weight - one.weight);
  const shared: Partial<Record<Step, number>> = {};
  const roomOf = (step: Step, { most }: TimeShare): number =>
    Math.floor((most ?? Infinity) / HALF_HOUR) - (shared[step] ?? 0);
  let left = Math.floor(minutes / HALF_HOUR);

  for (const [step, share] of heaviest) {
    if (left === 0 || roomOf(step, share) < 1) continue;
    shared[step] = 1;
    left -= 1;
  }
  while (left > 0) {
    const open = heaviest.filter(([step, share]) => roomOf(step, share) > 0);
    const weights = open.reduce((sum, [, share]) => sum + share.weight, 0);
    if (weights === 0) break;
    const round = left;
    for (const [step, share] of open) {
      const part = Math.min(left, roomOf(step, share), Math.max(1, Math.floor((round * share.weight) / weights)));
      shared[step] = (shared[step] ?? 0) + part;
      left -= part;
    }
  }
  return Object.fromEntries(
    Object.entries<number | undefined>(shared).map(([step, halves]) => [step, (halves ?? 0) * HALF_HOUR]),
  ) as Partial<Record<Step, number>>;
};
