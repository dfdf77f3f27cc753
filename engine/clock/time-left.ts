import type { WorkingCalendar } from './calendar.ts';
import { dayNumber } from './days.ts';
import { timeLeftTexts as texts } from './messages.ts';
import { localDate, type Instant } from './time.ts';
import type { TimeLeft } from './types.ts';
import { workingDaysBefore, workingMinutesBetween } from './working-time.ts';

/** A working day or less is left: worth a look today. */
const SOON_MINUTES = 480;

/**
 * How much time is left at `now`, as one sentence for a list. Days are working days after today up to
 * the due day; on the due day itself, hours and minutes. `pausedSince`: the clock stands still from then on;
 * `notAccepted`: it has not begun to run.
 */
export const timeLeft = (
  calendar: WorkingCalendar,
  due: Instant | undefined,
  now: Instant,
  status?: { readonly pausedSince?: Instant; readonly closed?: boolean; readonly notAccepted?: boolean },
): TimeLeft => {
  if (status?.closed) return { state: 'closed', minutes: 0, text: texts.closed };
  if (due === undefined && status?.notAccepted) return { state: 'none', minutes: 0, text: texts.notAccepted };
  if (due === undefined) return { state: 'none', minutes: 0, text: texts.none };
  const minutes = workingMinutesBetween(calendar, status?.pausedSince ?? now, due);
  if (status?.pausedSince !== undefined) return { state: 'paused', minutes, text: texts.paused };
  const today = dayNumber(localDate(now));
  const dueDay = dayNumber(localDate(due));
  const days = workingDaysBefore(calendar, dueDay + 1) - workingDaysBefore(calendar, today + 1);
  if (now > due) {
    const text =
      days < 0
        ? texts.lateDays(-days)
        : minutes <= -60
          ? texts.lateHours(Math.floor(-minutes / 60))
          : minutes <= -1
            ? texts.lateMinutes(Math.floor(-minutes))
            : texts.lateSince(due);
    return { state: 'late', minutes, text };
  }
  const state = minutes <= SOON_MINUTES ? 'soon' : 'in-time';
  if (days > 0) return { state, minutes, text: texts.days(days) };
  if (minutes >= 60) return { state, minutes, text: texts.hours(Math.floor(minutes / 60)) };
  if (minutes >= 1) return { state, minutes, text: texts.minutes(Math.floor(minutes)) };
  return { state, minutes, text: texts.opensLater(due) };
};
