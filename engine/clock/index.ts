/** Working calendars and deadlines, with derivations. Runs unchanged in the browser. */
export * from './time.ts';
export type * from './types.ts';
export { addDays, addMonths, dayDate, dayNumber, formatDate, isLocalDate, weekdayOf } from './days.ts';
export { calendarSchema, type CalendarDefinition } from './schema.ts';
export { announced, changedDays, type Announcement } from './announce.ts';
export { compileCalendar, type WorkingCalendar } from './calendar.ts';
export { deadline, type DurationLimit } from './deadline.ts';
export { explain } from './explain.ts';
export { parseLimitText } from './limit-text.ts';
export { lunarNewYear, lunarToDay } from './lunar.ts';
export { amount, moment, type LimitUnit } from './messages.ts';
export { statutoryDays, type StatutoryDay } from './statutory.ts';
export { timeLeft } from './time-left.ts';
export {
  addWorkingMinutes,
  dayInfo,
  isWorkingDay,
  nextWorkingInstant,
  workingMinutesBetween,
  type DayInfo,
} from './working-time.ts';
