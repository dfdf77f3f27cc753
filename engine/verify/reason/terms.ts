import { instantMs, dayNumber, span, type ExpressionCode } from '#engine/expression/index.ts';
import { and, type Formula } from './formula.ts';
import type { Sort, Table } from './table.ts';

/** A sum of number variables with factors, and a constant. */
export interface Linear {
  readonly is: 'linear';
  readonly sort: Sort;
  readonly factors: ReadonlyMap<number, number>;
  readonly constant: number;
}

/** What a piece of an expression gives, where its guard holds. */
export type Term =
  | { readonly is: 'null' }
  | { readonly is: 'constant'; readonly value: string | boolean }
  | Linear
  /** A discrete variable that is not null. */
  | { readonly is: 'variable'; readonly of: number }
  /** A value of which only its name is known: a list, a group, a partly known date. */
  | { readonly is: 'opaque'; readonly key: string };

/** Guards exclude each other, and one always holds. */
export interface Guarded {
  readonly when: Formula;
  readonly term: Term;
}

export const constantOf = (constant: number, sort: Sort = 'number'): Linear => ({
  is: 'linear',
  sort,
  factors: new Map(),
  constant,
});

export const variableOf = (index: number, sort: Sort): Linear => ({
  is: 'linear',
  sort,
  factors: new Map([[index, 1]]),
  constant: 0,
});

export const isConstant = (term: Linear): boolean => term.factors.size === 0;

/** left + right × factor. */
export const plus = (left: Linear, right: Linear, factor: number, sort: Sort = left.sort): Linear => {
  const factors = new Map(left.factors);
  for (const [index, by] of right.factors) {
    const sum = (factors.get(index) ?? 0) + by * factor;
    if (sum === 0) factors.delete(index);
    else factors.set(index, sum);
  }
  return { is: 'linear', sort, factors, constant: left.constant + right.constant * factor };
};

export const times = (term: Linear, factor: number, sort: Sort = term.sort): Linear =>
  plus(constantOf(0, sort), term, factor, sort);

/** A written value as a number of that sort; undefined when it is none. */
export const numberOfText = (text: string, sort: Sort): number | undefined => {
  if (sort === 'date') return dayNumber(text);
  if (sort === 'date-time') return instantMs(text);
  const length = sort === 'span' || sort === 'months' ? span(text) : undefined;
  if (length === undefined) return undefined;
  if (sort === 'months') return 'months' in length ? length.months : undefined;
  return 'ms' in length ? length.ms : undefined;
};

/** The least and the most that the sum can be, whatever else is known. */
export const boundsOf = (table: Table, term: Linear): readonly [low: number, high: number] => {
  let low = term.constant;
  let high = term.constant;
  for (const [index, factor] of term.factors) {
    const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = table.numbers[index] ?? {};
    low += factor > 0 ? factor * minimum : factor * maximum;
    high += factor > 0 ? factor * maximum : factor * minimum;
  }
  return [low, high];
};

export const isWhole = (table: Table, term: Linear): boolean =>
  Number.isInteger(term.constant) &&
  [...term.factors].every(([index, factor]) => Number.isInteger(factor) && table.numbers[index]?.integer === true);

export const keyOf = (term: Term): string => {
  switch (term.is) {
    case 'null':
      return 'null';
    case 'constant':
      return JSON.stringify(term.value);
    case 'linear':
      return `${term.sort}[${[...term.factors].map(([index, factor]) => `${factor}#${index}`).join('+')}+${term.constant}]`;
    case 'variable':
      return `v${term.of}`;
    case 'opaque':
      return term.key;
  }
};

export const NULL: Term = { is: 'null' };

/** Each alternative of the one with each of the other; guards that exclude each other fall away. */
export const pairs = (
  left: readonly Guarded[],
  right: readonly Guarded[],
): readonly { readonly when: Formula; readonly left: Term; readonly right: Term }[] =>
  left.flatMap((one) =>
    right.flatMap((other) => {
      const when = and(one.when, other.when);
      return when === false ? [] : [{ when, left: one.term, right: other.term }];
    }),
  );

/** Names a piece that is not understood: the same text is the same. */
export const keyOfCode = (code: ExpressionCode, input: ExpressionCode | undefined): string =>
  input === undefined ? JSON.stringify(code) : `${JSON.stringify(code)} of ${JSON.stringify(input)}`;

/** Key of the answer to a question with several choices: a variable for each choice, see `hasChoice`. */
export const CHOICES = 'choices:';

export const choiceKey = (list: string, value: string): string => `has:${list}:${value}`;
