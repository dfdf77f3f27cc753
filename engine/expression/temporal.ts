/** Dates, date-times and durations. All are ISO texts at run time; null is what FEEL says of a bad one. */

const DAY_MS = 86_400_000;
const VIETNAM_MS = 7 * 3_600_000;

/** Days since 1970-01-01 of a full ISO date, or undefined (partial dates, impossible days). */
export const dayNumber = (text: unknown): number | undefined => {
  if (typeof text !== 'string' || text.length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) {
    return undefined;
  }
  const ms = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== text) return undefined;
  return ms / DAY_MS;
};

export const isDate = (text: unknown): text is string => dayNumber(text) !== undefined;

export const dateOfDay = (day: number): string | null => {
  const date = new Date(day * DAY_MS);
  if (Number.isNaN(date.getTime())) return null;
  const text = date.toISOString();
  return text.length === 24 ? text.slice(0, 10) : null;
};

const pad = (value: number, length: number): string => String(value).padStart(length, '0');

/** A day that does not exist gives null, as FEEL `date(2021, 2, 30)`. */
export const dateOfParts = (year: unknown, month: unknown, day: unknown): string | null => {
  if (typeof year !== 'number' || typeof month !== 'number' || typeof day !== 'number') return null;
  if (year < 0 || year > 9999) return null;
  const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
  return isDate(text) ? text : null;
};

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})?$/;

/** Milliseconds of an ISO instant; without an offset it is Vietnamese time. */
export const instantMs = (text: unknown): number | undefined => {
  if (typeof text !== 'string' || !INSTANT.test(text)) return undefined;
  const ms = Date.parse(/(Z|[+-]\d{2}:\d{2})$/.test(text) ? text : `${text}+07:00`);
  return Number.isNaN(ms) ? undefined : ms;
};

export const instantOfMs = (ms: number): string | null => {
  const date = new Date(ms);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
};

/** The Vietnamese calendar day of a date or of an instant. */
export const dateOf = (value: unknown): string | null => {
  if (isDate(value)) return value;
  const ms = instantMs(value);
  return ms === undefined ? null : dateOfDay(Math.floor((ms + VIETNAM_MS) / DAY_MS));
};

/** A duration is so many months, or so many milliseconds, never both (FEEL). */
export type Span = { readonly months: number } | { readonly ms: number };

const DURATION =
  /^(-)?P(?:(\d{1,9})Y)?(?:(\d{1,9})M)?(?:(\d{1,9})W)?(?:(\d{1,9})D)?(?:T(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9}(?:\.\d{1,9})?)S)?)?$/;

export const span = (text: unknown): Span | undefined => {
  if (typeof text !== 'string') return undefined;
  const match = DURATION.exec(text);
  if (!match || /[PT]$/.test(text)) return undefined;
  const sign = match[1] === undefined ? 1 : -1;
  const part = (index: number): number => Number(match[index] ?? 0);
  const hasMonths = match[2] !== undefined || match[3] !== undefined;
  const hasTime = [4, 5, 6, 7, 8].some((index) => match[index] !== undefined);
  if (hasMonths && hasTime) return undefined;
  if (hasMonths) return { months: sign * (part(2) * 12 + part(3)) + 0 };
  const days = part(4) * 7 + part(5);
  return { ms: sign * (days * DAY_MS + part(6) * 3_600_000 + part(7) * 60_000 + part(8) * 1000) + 0 };
};

/** The shortest ISO text of a span: `P14M` is `P1Y2M`, `PT36H` is `P1DT12H`. */
export const durationText = (value: Span): string => {
  const amount = 'months' in value ? value.months : value.ms;
  const sign = amount < 0 ? '-' : '';
  const size = Math.abs(amount);
  if ('months' in value) {
    const years = Math.floor(size / 12);
    const months = size % 12;
    return `${sign}P${years > 0 ? `${years}Y` : ''}${months > 0 || years === 0 ? `${months}M` : ''}`;
  }
  const days = Math.floor(size / DAY_MS);
  const hours = Math.floor((size % DAY_MS) / 3_600_000);
  const minutes = Math.floor((size % 3_600_000) / 60_000);
  const seconds = (size % 60_000) / 1000;
  const time = `${hours > 0 ? `${hours}H` : ''}${minutes > 0 ? `${minutes}M` : ''}${seconds > 0 ? `${seconds}S` : ''}`;
  if (days === 0 && time === '') return 'PT0S';
  return `${sign}P${days > 0 ? `${days}D` : ''}${time === '' ? '' : `T${time}`}`;
};

/** The last day of the month is kept in the month: 31 January + 1 month is 28 February. */
const addMonths = (date: string, months: number): string | null => {
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7)) - 1 + months;
  const target = Math.floor(month / 12) + year;
  const within = month - Math.floor(month / 12) * 12;
  const last = new Date(Date.UTC(target, within + 1, 0)).getUTCDate();
  return dateOfParts(target, within + 1, Math.min(Number(date.slice(8, 10)), last));
};

/** date + duration, date-time + duration; a time of day added to a date is cut off (DMN 1.3, 10.3.2.3.5). */
export const addSpan = (value: unknown, duration: Span, sign: 1 | -1): string | null => {
  const day = dayNumber(value);
  if (day !== undefined && typeof value === 'string') {
    return 'months' in duration
      ? addMonths(value, sign * duration.months)
      : dateOfDay(Math.floor((day * DAY_MS + sign * duration.ms) / DAY_MS));
  }
  const ms = instantMs(value);
  if (ms === undefined) return null;
  if ('ms' in duration) return instantOfMs(ms + sign * duration.ms);
  const local = new Date(ms + VIETNAM_MS).toISOString();
  const moved = addMonths(local.slice(0, 10), sign * duration.months);
  return moved === null ? null : instantOfMs(Date.parse(`${moved}${local.slice(10)}`) - VIETNAM_MS);
};

/** date − date, date-time − date-time. */
export const between = (left: unknown, right: unknown): Span | undefined => {
  const a = dayNumber(left);
  const b = dayNumber(right);
  if (a !== undefined && b !== undefined) return { ms: (a - b) * DAY_MS };
  const x = instantMs(left);
  const y = instantMs(right);
  return x === undefined || y === undefined ? undefined : { ms: x - y };
};

/** FEEL `years and months duration(from, to)`: whole months between two days. */
export const monthsBetween = (from: unknown, to: unknown): Span | undefined => {
  const start = dateOf(from);
  const end = dateOf(to);
  if (start === null || end === null) return undefined;
  const whole =
    (Number(end.slice(0, 4)) - Number(start.slice(0, 4))) * 12 + Number(end.slice(5, 7)) - Number(start.slice(5, 7));
  const days = Number(end.slice(8, 10)) - Number(start.slice(8, 10));
  if (whole > 0 && days < 0) return { months: whole - 1 };
  if (whole < 0 && days > 0) return { months: whole + 1 };
  return { months: whole };
};

export type DatePart =
  'year' | 'month' | 'day' | 'weekday' | 'hour' | 'minute' | 'years' | 'months' | 'days' | 'hours' | 'minutes';

/** `d.year`, `year(d)`; a date of which only the year is known still has a year. */
export const datePart = (value: unknown, part: DatePart): number | null => {
  if (typeof value !== 'string') return null;
  const length = span(value);
  if (length) return durationPart(length, part);
  const ms = instantMs(value);
  const text = ms === undefined ? value : new Date(ms + VIETNAM_MS).toISOString();
  if (!/^\d{4}(-\d{2}(-\d{2}(T.*)?)?)?$/.test(text)) return null;
  const number = (from: number, to: number): number | null => (text.length >= to ? Number(text.slice(from, to)) : null);
  switch (part) {
    case 'year':
      return number(0, 4);
    case 'month':
      return number(5, 7);
    case 'day':
      return number(8, 10);
    case 'weekday': {
      const day = dayNumber(text.slice(0, 10));
      return day === undefined ? null : ((((day + 3) % 7) + 7) % 7) + 1;
    }
    case 'hour':
      return number(11, 13);
    case 'minute':
      return number(14, 16);
    default:
      return null;
  }
};

const durationPart = (value: Span, part: DatePart): number | null => {
  const whole = (amount: number): number => Math.trunc(amount) + 0;
  if ('months' in value) {
    if (part === 'years') return whole(value.months / 12);
    return part === 'months' ? value.months % 12 : null;
  }
  switch (part) {
    case 'days':
      return whole(value.ms / DAY_MS);
    case 'hours':
      return whole((value.ms % DAY_MS) / 3_600_000);
    case 'minutes':
      return whole((value.ms % 3_600_000) / 60_000);
    default:
      return null;
  }
};
