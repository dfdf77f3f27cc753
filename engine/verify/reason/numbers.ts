import type { ExpressionCode } from '#engine/expression/index.ts';
import { and, not, or, type Formula } from './formula.ts';
import { discrete, numeric, type NumberVariable, type Sort, type Table } from './table.ts';
import {
  constantOf,
  keyOf,
  NULL,
  numberOfText,
  pairs,
  variableOf,
  type Guarded,
  type Linear,
  type Term,
} from './terms.ts';
import type { Translator } from './translator.ts';

type Code = ExpressionCode;

export const toLinear = (term: Term, sort: Sort): Linear | undefined => {
  if (term.is === 'linear') return term;
  if (term.is !== 'constant' || typeof term.value !== 'string') return undefined;
  const number = numberOfText(term.value, sort);
  return number === undefined ? undefined : constantOf(number, sort);
};

/** A number of which only the text is known; the same text is the same number. */
export const named = (table: Table, key: string, sort: Sort, more: Partial<NumberVariable> = {}): Linear => {
  table.approximate = true;
  return variableOf(numeric(table, { key: `term:${key}`, sort, integer: false, ...more }), sort);
};

export const binary = (
  left: readonly Guarded[],
  right: readonly Guarded[],
  sort: Sort,
  use: (left: Linear, right: Linear) => Term | readonly Guarded[],
  key: string,
): readonly Guarded[] =>
  pairs(left, right).flatMap((pair): readonly Guarded[] => {
    if (pair.left.is === 'null' || pair.right.is === 'null') return [{ when: pair.when, term: NULL }];
    const other = pair.right.is === 'linear' ? pair.right.sort : sort;
    const a = toLinear(pair.left, pair.left.is === 'linear' ? sort : other);
    const b = toLinear(pair.right, a?.sort ?? sort);
    const made =
      a && b ? use(a, b) : ({ is: 'opaque', key: `${key} ${keyOf(pair.left)} ${keyOf(pair.right)}` } as const);
    return 'is' in made
      ? [{ when: pair.when, term: made }]
      : made.map(({ when, term }) => ({ when: and(pair.when, when), term }));
  });

export const bounded = (low: number, high: number, integer: boolean): Partial<NumberVariable> => ({
  integer,
  ...(Number.isFinite(low) ? { minimum: low } : {}),
  ...(Number.isFinite(high) ? { maximum: high } : {}),
});

export const PARTS: Readonly<Record<string, Partial<NumberVariable>>> = {
  year: { minimum: 0, maximum: 9999 },
  month: { minimum: 1, maximum: 12 },
  day: { minimum: 1, maximum: 31 },
  weekday: { minimum: 1, maximum: 7 },
  hour: { minimum: 0, maximum: 23 },
  minute: { minimum: 0, maximum: 59 },
};

export const unsure = (table: Table, key: string): Formula => {
  table.approximate = true;
  return { op: 'in', of: discrete(table, `opaque:null ${key}`, [true, false]), values: new Set([true]), not: false };
};

/** Null where an argument is, else that. */
export const strict = (
  self: Translator,
  args: readonly Code[],
  input: Code | undefined,
  term: Term,
  unsureToo?: Formula,
): readonly Guarded[] => {
  const missing = or(...args.map((arg) => self.missing(arg, input)), unsureToo ?? false);
  return [
    { when: missing, term: NULL },
    { when: not(missing), term },
  ];
};
