import type { Limit } from '#engine/definition/index.ts';

const DAY = 480;

/**
 * The working minutes that a limit surely gives, for comparing with the steps of a process. Calendar
 * days and months are counted by the working days that every stretch of them holds at least, without
 * holidays: 5 of 7 days, 21 of a month. `0 working-day` is one working day. Undefined: no date.
 */
export const limitMinutes = (limit: Limit): number | undefined => {
  if ('unit' in limit) {
    switch (limit.unit) {
      case 'working-hour':
        return limit.value === 0 ? DAY : limit.value * 60;
      case 'working-day':
        return Math.max(1, limit.value) * DAY;
      case 'day':
        return Math.max(1, Math.floor((limit.value * 5) / 7)) * DAY;
      case 'month':
        return Math.max(1, Math.floor(limit.value * 21)) * DAY;
    }
  }
  if (limit.kind === 'by-outcome')
    return Math.max(...limit.outcomes.map(({ limit: inner }) => limitMinutes(inner) ?? 0));
  if (limit.kind === 'phases')
    return limit.phases.reduce((sum, { limit: inner }) => sum + (limitMinutes(inner) ?? 0), 0);
  return undefined;
};
