import { modulo, parseNumber, round, tidy, towards } from './numbers.ts';
import {
  dateOf,
  dateOfParts,
  datePart,
  durationText,
  instantMs,
  instantOfMs,
  monthsBetween,
  span,
  type DatePart,
} from './temporal.ts';
import { equals } from './values.ts';

/** FEEL's built-in functions as far as the subset goes. A wrong or missing argument gives null. */
export type BuiltIn = (args: readonly unknown[]) => unknown;

const text =
  (use: (value: string) => unknown): BuiltIn =>
  ([value]) =>
    typeof value === 'string' ? use(value) : null;

const twoTexts =
  (use: (value: string, part: string) => unknown): BuiltIn =>
  ([value, part]) =>
    typeof value === 'string' && typeof part === 'string' ? use(value, part) : null;

const number =
  (use: (value: number, scale: number) => number | null): BuiltIn =>
  ([value, scale]) =>
    typeof value === 'number' && (scale === undefined || typeof scale === 'number') ? use(value, scale ?? 0) : null;

/** `sum(list)` and `sum(a, b, c)` are the same. */
const elements = (args: readonly unknown[]): readonly unknown[] | null => {
  const [first] = args;
  if (args.length !== 1) return args;
  return Array.isArray(first) ? first : first === null || first === undefined ? null : args;
};

const list =
  (use: (items: readonly unknown[]) => unknown): BuiltIn =>
  (args) => {
    const items = elements(args);
    return items === null ? null : use(items);
  };

const extreme = (items: readonly unknown[], sign: 1 | -1): unknown => {
  const [first] = items;
  if (typeof first !== 'number' && typeof first !== 'string') return null;
  let best: number | string = first;
  for (const item of items) {
    if (typeof item !== typeof first) return null;
    const value = item as number | string;
    if (sign === 1 ? value > best : value < best) best = value;
  }
  return best;
};

const asText = (value: unknown): string | null => {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return JSON.stringify(value);
};

const part =
  (name: DatePart): BuiltIn =>
  ([value]) =>
    datePart(value, name);

export const builtIns: Readonly<Record<string, BuiltIn>> = {
  contains: twoTexts((value, piece) => value.includes(piece)),
  'starts with': twoTexts((value, piece) => value.startsWith(piece)),
  'ends with': twoTexts((value, piece) => value.endsWith(piece)),
  // Code points, not UTF-16 units, as FEEL counts.
  'string length': text((value) => [...value].length),
  'upper case': text((value) => value.toUpperCase()),
  'lower case': text((value) => value.toLowerCase()),
  string: ([value]) => asText(value),
  number: ([value]) => (typeof value === 'string' ? parseNumber(value) : typeof value === 'number' ? value : null),
  count: list((items) => items.length),
  sum: list((items) =>
    items.length === 0
      ? null
      : items.reduce<number | null>(
          (total, item) => (total === null || typeof item !== 'number' ? null : tidy(total + item)),
          0,
        ),
  ),
  min: list((items) => extreme(items, -1)),
  max: list((items) => extreme(items, 1)),
  'list contains': ([items, wanted]) =>
    Array.isArray(items) ? items.some((item) => equals(item, wanted) === true) : null,
  floor: number((value, scale) => towards(value, scale, 'floor')),
  ceiling: number((value, scale) => towards(value, scale, 'ceiling')),
  abs: number((value) => Math.abs(value)),
  decimal: number((value, scale) => round(value, scale, 'half even')),
  'round up': number((value, scale) => round(value, scale, 'up')),
  'round down': number((value, scale) => round(value, scale, 'down')),
  'round half up': number((value, scale) => round(value, scale, 'half up')),
  'round half down': number((value, scale) => round(value, scale, 'half down')),
  // Not in the standard under this name, but beside its brothers it is what people look for.
  'round half even': number((value, scale) => round(value, scale, 'half even')),
  modulo: ([dividend, divisor]) =>
    typeof dividend === 'number' && typeof divisor === 'number' ? modulo(dividend, divisor) : null,
  year: part('year'),
  month: part('month'),
  day: part('day'),
  'day of week number': part('weekday'),
  date: (args) => (args.length === 3 ? dateOfParts(args[0], args[1], args[2]) : dateOf(args[0])),
  'date and time': ([value]) => {
    const ms = instantMs(value);
    return ms === undefined ? null : instantOfMs(ms);
  },
  duration: ([value]) => {
    const length = span(value);
    return length === undefined ? null : durationText(length);
  },
  'years and months duration': ([from, to]) => {
    const length = monthsBetween(from, to);
    return length === undefined ? null : durationText(length);
  },
  'is defined': ([value]) => value !== null && value !== undefined,
  not: ([value]) => (typeof value === 'boolean' ? !value : null),
};
