import type { FeelType } from './types.ts';

/** Small algebra over {@link FeelType}: what a value may be, and whether it may be null. */

export const ANY: FeelType = { kind: 'any', nullable: true };
export const NUMBER: FeelType = { kind: 'number' };
export const STRING: FeelType = { kind: 'string' };
export const BOOLEAN: FeelType = { kind: 'boolean' };
export const DATE: FeelType = { kind: 'date' };
export const DATE_TIME: FeelType = { kind: 'date-time' };
export const DAYS: FeelType = { kind: 'duration', of: 'days-time' };
export const MONTHS: FeelType = { kind: 'duration', of: 'years-months' };

export const isNullable = (type: FeelType): boolean => type.kind === 'null' || type.nullable === true;

export const nullable = (type: FeelType): FeelType => (type.kind === 'null' ? type : { ...type, nullable: true });

/** What an operation sees that needs the whole day: a partly known date may as well be missing. */
export const unsure = (type: FeelType): FeelType =>
  type.kind === 'date' && type.partial === true ? nullable(type) : type;

export const nullableIf = (type: FeelType, ...operands: readonly FeelType[]): FeelType =>
  operands.some(isNullable) ? nullable(type) : type;

/** Whether a value of the one may ever be compared with a value of the other. */
export const comparable = (left: FeelType, right: FeelType): boolean =>
  left.kind === 'any' ||
  right.kind === 'any' ||
  left.kind === 'null' ||
  right.kind === 'null' ||
  (left.kind === right.kind && (left.kind !== 'duration' || right.kind !== 'duration' || left.of === right.of));

export const isOrdered = (type: FeelType): boolean =>
  ['number', 'string', 'date', 'date-time', 'duration', 'any', 'null'].includes(type.kind);

/** Numbers that are of either kind. */
const hull = (left: FeelType, right: FeelType): FeelType => {
  if (left.kind !== 'number' || right.kind !== 'number') return NUMBER;
  return {
    kind: 'number',
    ...(left.integer === true && right.integer === true ? { integer: true } : {}),
    ...(left.minimum !== undefined && right.minimum !== undefined
      ? { minimum: Math.min(left.minimum, right.minimum) }
      : {}),
    ...(left.maximum !== undefined && right.maximum !== undefined
      ? { maximum: Math.max(left.maximum, right.maximum) }
      : {}),
  };
};

/** The narrowest type that holds both; `any` when they have nothing in common. */
export const union = (left: FeelType, right: FeelType): FeelType => {
  if (left.kind === 'null') return nullable(right);
  if (right.kind === 'null') return nullable(left);
  if (!comparable(left, right) || left.kind === 'any' || right.kind === 'any') return ANY;
  const wide: FeelType =
    left.kind === 'string' && right.kind === 'string' && left.values && right.values
      ? { kind: 'string', values: [...new Set([...left.values, ...right.values])] }
      : left.kind === 'list' && right.kind === 'list'
        ? { kind: 'list', items: union(left.items, right.items) }
        : left.kind === 'string'
          ? STRING
          : left.kind === 'number'
            ? hull(left, right)
            : left.kind === 'date' && right.kind === 'date' && right.partial === true
              ? right
              : left;
  return nullableIf(wide, left, right);
};
