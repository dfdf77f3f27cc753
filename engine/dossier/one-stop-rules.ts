import { localDate, type LocalDate } from '#engine/clock/index.ts';
import type { OneStopPeriod, OneStopRules } from '#engine/definition/index.ts';
import type { CommandContext } from './context.ts';

/**
 * The national rules as far as they are known; a set that the administrator keeps takes their place. They were
 * carried over unchanged by NĐ 118/2025 and NĐ 309/2026, as far as those texts are at hand.
 */
export const nationalOneStop: OneStopRules = {
  format: 'motcua/one-stop@1',
  periods: [
    {
      validFrom: '2018-06-21',
      basis: 'NĐ 61/2018/NĐ-CP',
      supplement: { times: 1, withinWorkingDays: 3, article: 'Điều 11 khoản 2, Điều 19 khoản 4' },
      extension: { times: 1, daysBefore: 1, article: 'Điều 19 khoản 9' },
      forwarding: { until: '15:00', article: 'Điều 18 khoản 2' },
      reminder: { workingMinutes: 240 },
      closing: { rule: 'closing@1', earlyBefore: 'session', article: 'Điều 29; QĐ 766/QĐ-TTg, chỉ số 2.1' },
    },
  ],
};

/** What holds on a day: the last period that has begun; before all of them, the first. */
export const oneStopOn = ({ periods }: OneStopRules, day: LocalDate): OneStopPeriod => {
  const [first, ...others] = [...periods].sort((a, b) => a.validFrom.localeCompare(b.validFrom));
  if (!first) throw new Error('rules of the one-stop without a period');
  return others.reduce((standing, period) => (period.validFrom <= day ? period : standing), first);
};

/** The rules of the day on which the command happens. */
export const oneStopOf = (context: Pick<CommandContext, 'now' | 'occurredAt' | 'oneStop'>): OneStopPeriod =>
  oneStopOn(context.oneStop ?? nationalOneStop, localDate(context.occurredAt ?? context.now));
