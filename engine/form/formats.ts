/** The `format`s that schemas here may use. Small, because browsers get them too. */

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** `2021-02-29` is no date. */
export const isDate = (text: string): boolean => {
  const match = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const last = month === 2 && isLeap(year) ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);
  return year > 0 && day >= 1 && day <= last;
};

/** A day, or as much of it as is known: `1954`, `1954-07`, `1954-07-20`. */
export const isPartialDate = (text: string): boolean =>
  /^[0-9]{4}$/.test(text) ? text !== '0000' : /^[0-9]{4}-[0-9]{2}$/.test(text) ? isDate(`${text}-01`) : isDate(text);

const isTime = (text: string): boolean =>
  /^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\.[0-9]{1,9})?)?(Z|[+-][0-9]{2}:[0-9]{2})?$/.test(text);

const isDateTime = (text: string): boolean => {
  const [day = '', time = '', ...rest] = text.split(/[Tt ]/);
  return rest.length === 0 && isDate(day) && isTime(time);
};

const isEmail = (text: string): boolean =>
  text.length <= 254 && /^[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63}){1,8}$/.test(text);

const isUri = (text: string): boolean =>
  text.length <= 2000 && /^[A-Za-z][A-Za-z0-9+.-]{0,30}:[^\s<>"{}|\\^`]{1,1990}$/.test(text);

export const formats: Readonly<Record<string, (text: string) => boolean>> = {
  date: isDate,
  'partial-date': isPartialDate,
  time: isTime,
  'date-time': isDateTime,
  email: isEmail,
  uri: isUri,
};
