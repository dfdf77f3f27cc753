import type { FeelType } from './types.ts';

type NumberType = Extract<FeelType, { readonly kind: 'number' }>;

const low = ({ minimum = Number.NEGATIVE_INFINITY }: NumberType): number => minimum;
const high = ({ maximum = Number.POSITIVE_INFINITY }: NumberType): number => maximum;

/** Beyond this whole numbers are no longer exact. */
const EXACT = Number.MAX_SAFE_INTEGER;

/** Bounds of a sum, difference or product of whole numbers, where they are known and exact. */
export const rangeOfArithmetic = (
  operator: string,
  left: NumberType,
  right: NumberType,
): { readonly minimum?: number; readonly maximum?: number } => {
  const ends =
    operator === '+'
      ? [low(left) + low(right), high(left) + high(right)]
      : operator === '-'
        ? [low(left) - high(right), high(left) - low(right)]
        : [low, high].flatMap((a) => [low, high].map((b) => product(a(left), b(right))));
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  return {
    ...(least >= -EXACT ? { minimum: least } : {}),
    ...(most <= EXACT ? { maximum: most } : {}),
  };
};

const product = (a: number, b: number): number => (a === 0 || b === 0 ? 0 : a * b);

/** Whether a comparison of two numbers holds for none, or for all, of the values they may have. */
export const decidedBy = (operator: string, left: NumberType, right: NumberType): boolean | undefined => {
  switch (operator) {
    case '<':
      return high(left) < low(right) ? true : low(left) >= high(right) ? false : undefined;
    case '<=':
      return high(left) <= low(right) ? true : low(left) > high(right) ? false : undefined;
    case '>':
      return decidedBy('<', right, left);
    case '>=':
      return decidedBy('<=', right, left);
    case '=':
    case '!=': {
      const same = equal(left, right);
      return same === undefined || operator === '=' ? same : !same;
    }
    default:
      return undefined;
  }
};

const equal = (left: NumberType, right: NumberType): boolean | undefined => {
  if (high(left) < low(right) || high(right) < low(left)) return false;
  if (isFraction(left) && right.integer === true) return false;
  if (isFraction(right) && left.integer === true) return false;
  return low(left) === high(left) && low(right) === high(right) && low(left) === low(right) ? true : undefined;
};

/** One number that is no whole one. */
const isFraction = (type: NumberType): boolean => low(type) === high(type) && !Number.isInteger(low(type));

export const boundText = (value: number | undefined): string => (value === undefined ? '…' : String(value));
