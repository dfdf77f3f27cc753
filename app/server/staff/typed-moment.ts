import { at, type Instant } from '#engine/clock/index.ts';
import { readTypedDate } from '#app/forms/typed-date.ts';

/** `20/07/2021` and `08:15` (or `8g15`, `8h15`) as an instant in Vietnam; undefined when either cannot be read. */
export const typedMoment = (day: string, time: string): Instant | undefined => {
  const date = readTypedDate(day);
  const found = /^([01]?\d|2[0-3])[:hg]([0-5]\d)$/.exec(time.trim());
  return date === undefined || !found ? undefined : at(date, `${(found[1] ?? '').padStart(2, '0')}:${found[2] ?? ''}`);
};
