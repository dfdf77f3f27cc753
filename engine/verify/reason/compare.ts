import { and, atMost, isOneOf, not, or, type Formula } from './formula.ts';
import { discrete, type Sort, type Table } from './table.ts';
import { boundsOf, constantOf, isConstant, keyOf, numberOfText, plus, type Linear, type Term } from './terms.ts';

/** A statement of which only its text is known; the same text is the same statement. */
export const opaque = (table: Table, key: string): Formula => {
  table.approximate = true;
  return isOneOf(discrete(table, `opaque:${key}`, [true, false]), true);
};

/** As the evaluation rounds: what binary fractions add in the 16th digit is taken away. */
const rounded = (value: number): number => (Number.isInteger(value) ? value : Number(value.toPrecision(15)));

/** left ≤ right, or left < right: exact for one variable with a factor and for a difference of two. */
const linearAtMost = (table: Table, left: Linear, right: Linear, strict: boolean): Formula => {
  const difference = plus(left, right, -1);
  const [first, second, ...others] = [...difference.factors];
  const limit = rounded(-difference.constant);
  if (!first) return strict ? limit > 0 : limit >= 0;
  const [low, high] = boundsOf(table, difference);
  if (strict ? high < 0 : high <= 0) return true;
  if (strict ? low >= 0 : low > 0) return false;
  if (!second) {
    const [index, factor] = first;
    return factor > 0
      ? atMost(index, 0, rounded(limit / factor), strict)
      : atMost(0, index, rounded(limit / -factor), strict);
  }
  if (others.length === 0 && first[1] === -second[1]) {
    const size = Math.abs(first[1]);
    return first[1] > 0
      ? atMost(first[0], second[0], rounded(limit / size), strict)
      : atMost(second[0], first[0], rounded(limit / size), strict);
  }
  return strict ? not(opaque(table, `${keyOf(plus(right, left, -1))}<=0`)) : opaque(table, `${keyOf(difference)}<=0`);
};

const linear = (term: Term, sort: Sort): Linear | undefined => {
  if (term.is === 'linear') return term;
  if (term.is !== 'constant' || typeof term.value !== 'string') return undefined;
  const number = numberOfText(term.value, sort);
  return number === undefined ? undefined : constantOf(number, sort);
};

const sorted = (left: Term, right: Term): Sort | undefined =>
  left.is === 'linear' ? left.sort : right.is === 'linear' ? right.sort : undefined;

/** Two values, neither of them null, are one. */
export const equalTerms = (table: Table, left: Term, right: Term): Formula => {
  if (left.is === 'null' || right.is === 'null') return left.is === right.is;
  const sort = sorted(left, right);
  if (sort !== undefined) {
    const [a, b] = [linear(left, sort), linear(right, sort)];
    if (a && b) return and(linearAtMost(table, a, b, false), linearAtMost(table, b, a, false));
  }
  if (left.is === 'constant' && right.is === 'constant') return left.value === right.value;
  if (left.is === 'variable' && right.is === 'constant') return isOneOf(left.of, right.value);
  if (right.is === 'variable' && left.is === 'constant') return isOneOf(right.of, left.value);
  if (left.is === 'variable' && right.is === 'variable')
    return left.of === right.of ? true : { op: 'same', of: left.of, other: right.of, not: false };
  const [one, other] = [keyOf(left), keyOf(right)].sort();
  return one === other ? true : opaque(table, `${one}=${other}`);
};

export type Order = '<' | '<=' | '>' | '>=';

/** Order of two values, neither of them null, of one sort; `plain` orders numbers and texts. */
export const orderTerms = (table: Table, order: Order, left: Term, right: Term, kind: string): Formula => {
  if (order === '>' || order === '>=') return orderTerms(table, order === '>' ? '<' : '<=', right, left, kind);
  const strict = order === '<';
  const sort = sorted(left, right) ?? (kind === 'date' || kind === 'date-time' ? kind : undefined);
  if (sort !== undefined) {
    const [a, b] = [linear(left, sort), linear(right, sort)];
    if (a && b) return linearAtMost(table, a, b, strict);
  }
  if (kind === 'duration') {
    for (const each of ['months', 'span'] as const) {
      const [a, b] = [linear(left, each), linear(right, each)];
      if (a && b && isConstant(a) && isConstant(b)) return linearAtMost(table, a, b, strict);
    }
  }
  if (
    left.is === 'constant' &&
    right.is === 'constant' &&
    typeof left.value === 'string' &&
    typeof right.value === 'string'
  )
    return strict ? left.value < right.value : left.value <= right.value;
  const [one, other] = [keyOf(left), keyOf(right)];
  if (one === other) return !strict;
  return strict ? not(opaque(table, `${other}<=${one}`)) : opaque(table, `${one}<=${other}`);
};

export const anyOf = (parts: readonly Formula[]): Formula => or(...parts);
