/** Working calendars and deadlines, with derivations. Runs unchanged in the browser. */
export * from './time.ts';
export type * from './types.ts';
export type { WorkingCalendar } from './calendar.ts';
