/**
 * The `format`s that schemas here may use. They are written out into generated validators by
 * `toString`, so every one stands alone: no outer names, no inner functions.
 */

/** `2021-02-29` is no date. */
export function isDate(text: string): boolean {
  const match = /^([0-9]{4})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/.exec(text);
  if (!match || match[1] === '0000') return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.getUTCDate() === Number(match[3]);
}

/** A day, or as much of it as is known: `1954`, `1954-07`, `1954-07-20`. */
export function isPartialDate(text: string): boolean {
  const match = /^([0-9]{4})(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$/.exec(text);
  if (!match || match[1] === '0000') return false;
  if (match[5] === undefined) return true;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.getUTCDate() === Number(match[5]);
}

export function isTime(text: string): boolean {
  return /^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\.[0-9]{1,9})?)?(Z|[+-][0-9]{2}:[0-9]{2})?$/.test(text);
}

export function isDateTime(text: string): boolean {
  const match =
    /^([0-9]{4})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])[Tt ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\.[0-9]{1,9})?)?(Z|[+-][0-9]{2}:[0-9]{2})?$/.exec(
      text,
    );
  if (!match || match[1] === '0000') return false;
  const day = new Date(`${text.slice(0, 10)}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.getUTCDate() === Number(match[3]);
}

export function isEmail(text: string): boolean {
  return text.length <= 254 && /^[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63}){1,8}$/.test(text);
}

export function isUri(text: string): boolean {
  return text.length <= 2000 && /^[A-Za-z][A-Za-z0-9+.-]{0,30}:[^\s<>"{}|\\^`]{1,1990}$/.test(text);
}

export const formats: Readonly<Record<string, (text: string) => boolean>> = {
  date: isDate,
  'partial-date': isPartialDate,
  time: isTime,
  'date-time': isDateTime,
  email: isEmail,
  uri: isUri,
};
