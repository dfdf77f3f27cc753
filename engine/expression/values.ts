import { dayNumber, instantMs, span } from './temporal.ts';

/** A property that the JSON itself has: `constructor` and its like are never found. */
export const property = (value: unknown, name: string): unknown => {
  if (value === null || typeof value !== 'object') return null;
  if (Array.isArray(value)) return value.map((item) => property(item, name));
  return Object.hasOwn(value, name) ? ((value as Readonly<Record<string, unknown>>)[name] ?? null) : null;
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * FEEL `=`: null equals only null; values of different kinds cannot be compared, which is null
 * (DMN 1.3, table 53).
 */
export const equals = (left: unknown, right: unknown): boolean | null => {
  const a = left ?? null;
  const b = right ?? null;
  if (a === null || b === null) return a === b;
  if (typeof a !== 'object' && typeof b !== 'object') return typeof a === typeof b ? a === b : null;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => equals(item, b[index]) === true);
  }
  if (isObject(a) && isObject(b)) {
    const keys = Object.keys(a);
    return (
      keys.length === Object.keys(b).length &&
      keys.every((key) => Object.hasOwn(b, key) && equals(a[key], b[key]) === true)
    );
  }
  return null;
};

/** What two values are ordered by; decided while compiling. */
export type OrderKind = 'plain' | 'date' | 'date-time' | 'duration';

/** Below, at or above zero; undefined when the two cannot be ordered, which FEEL calls null. */
export const order = (left: unknown, right: unknown, kind: OrderKind): number | undefined => {
  if (kind === 'plain') {
    if (typeof left === 'number' && typeof right === 'number') return left - right;
    if (typeof left === 'string' && typeof right === 'string') return left < right ? -1 : left > right ? 1 : 0;
    return undefined;
  }
  const a = orderKey(left, kind);
  const b = orderKey(right, kind);
  return a === undefined || b === undefined ? undefined : a - b;
};

const orderKey = (value: unknown, kind: Exclude<OrderKind, 'plain'>): number | undefined => {
  if (kind === 'date') return dayNumber(value);
  if (kind === 'date-time') return instantMs(value);
  const length = span(value);
  if (length === undefined) return undefined;
  return 'months' in length ? length.months : length.ms;
};
