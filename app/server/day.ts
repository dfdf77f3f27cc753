import { addDays, at, localDate, parseInstant, startOfDay, type Instant, type LocalDate } from '#engine/clock/index.ts';
import { readTypedDate } from '#app/forms/typed-date.ts';

/** The last millisecond of a Vietnamese day: what was known "on" a day includes all of it. */
export const endOfDay = (date: LocalDate): Instant =>
  new Date(Date.parse(startOfDay(addDays(date, 1))) - 1).toISOString();

/** The last day of an interval whose end is exclusive. */
export const lastDay = (end: Instant): LocalDate => localDate(new Date(Date.parse(end) - 1).toISOString());

/** A moment somebody typed: a day (all of it), a day with a time before or after it, or an ISO instant. */
export const readTypedMoment = (text: string): Instant | undefined => {
  const typed = text.trim();
  const instant = /T/.test(typed) ? parseInstant(typed) : undefined;
  if (instant) return instant;
  const time = /(?:^|\s)(\d{1,2}):(\d{2})(?:$|\s)/.exec(typed);
  const day = readTypedDate(time ? typed.replace(time[0], ' ') : typed);
  if (!day) return undefined;
  if (!time) return endOfDay(day);
  const [hours, minutes] = [Number(time[1]), Number(time[2])];
  if (hours > 23 || minutes > 59) return undefined;
  // The whole of that minute.
  return new Date(
    Date.parse(at(day, `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`)) + 59_999,
  ).toISOString();
};

/** What `?ngay=` asks for: a day other than today, or nothing; `bad` when it is no day. */
export const askedDay = (text: string | null, now: Instant): { readonly day?: LocalDate; readonly bad: boolean } => {
  const typed = text?.trim() ?? '';
  const day = typed === '' ? undefined : readTypedDate(typed);
  return { bad: typed !== '' && day === undefined, ...(day && day !== localDate(now) ? { day } : {}) };
};

/** What `?biet=` asks for: an earlier moment, or nothing (now). */
export const askedKnown = (text: string | null, now: Instant): { readonly known?: Instant; readonly bad: boolean } => {
  const typed = text?.trim() ?? '';
  const known = typed === '' ? undefined : readTypedMoment(typed);
  return { bad: typed !== '' && known === undefined, ...(known && known < now ? { known } : {}) };
};
