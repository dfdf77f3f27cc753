/**
 * Time as data. Vietnam has had one offset, UTC+7, without summer time, since 1975; every local date
 * and time here is in that zone.
 */

/** UTC, ISO 8601 with milliseconds: `2021-07-01T00:00:00.000Z`. Sorts as text. */
export type Instant = string;

/** A calendar day in Vietnam: `2021-07-01`. */
export type LocalDate = string;

/** The one door through which time enters: the shell passes it in, nothing pure reads a clock. */
export interface ClockPort {
  now(): Instant;
}

const OFFSET_MS = 7 * 3_600_000;

/** 00:00 in Vietnam of that day. */
export const startOfDay = (date: LocalDate): Instant =>
  new Date(Date.parse(`${date}T00:00:00.000Z`) - OFFSET_MS).toISOString();

/** The Vietnamese calendar day on which the instant falls. */
export const localDate = (instant: Instant): LocalDate =>
  new Date(Date.parse(instant) + OFFSET_MS).toISOString().slice(0, 10);

/** `HH:mm` in Vietnam. */
export const localTime = (instant: Instant): string =>
  new Date(Date.parse(instant) + OFFSET_MS).toISOString().slice(11, 16);

/** `2021-07-01` + `15:00` in Vietnam. */
export const at = (date: LocalDate, time: string): Instant =>
  new Date(Date.parse(`${date}T${time}:00.000Z`) - OFFSET_MS).toISOString();

/** Reads `2021-07-01` (its 00:00 in Vietnam), or an ISO instant with offset; undefined if it is neither. */
export const parseInstant = (text: string): Instant | undefined => {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) {
    const ms = Date.parse(`${text}T00:00:00.000Z`);
    return Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== text ? undefined : startOfDay(text);
  }
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/.test(text)) return undefined;
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? undefined : new Date(ms).toISOString();
};
