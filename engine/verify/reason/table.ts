import type { Formula, Value } from './formula.ts';

/** What numbers a variable counts: dates are days since 1970, date-times and day spans milliseconds, year spans months. */
export type Sort = 'number' | 'date' | 'date-time' | 'span' | 'months';

export interface DiscreteVariable {
  readonly key: string;
  readonly values: readonly Value[];
}

export interface NumberVariable {
  readonly key: string;
  readonly sort: Sort;
  readonly integer: boolean;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** Variables and what is always true of them; grows while expressions are translated. */
export interface Table {
  readonly discrete: DiscreteVariable[];
  /** Entry 0 is the number zero. */
  readonly numbers: NumberVariable[];
  readonly constraints: Formula[];
  /** Some expression was not understood wholly: a model may then be none. */
  approximate: boolean;
  readonly discreteOf: Map<string, number>;
  readonly numberOf: Map<string, number>;
}

export const newTable = (): Table => ({
  discrete: [],
  numbers: [{ key: '0', sort: 'number', integer: true, minimum: 0, maximum: 0 }],
  constraints: [],
  approximate: false,
  discreteOf: new Map(),
  numberOf: new Map(),
});

/** The variable of that key; `made` is called once, when it is new. */
export const discrete = (
  table: Table,
  key: string,
  values: readonly Value[],
  made?: (index: number) => void,
): number => {
  const known = table.discreteOf.get(key);
  if (known !== undefined) return known;
  const index = table.discrete.push({ key, values }) - 1;
  table.discreteOf.set(key, index);
  made?.(index);
  return index;
};

export const numeric = (table: Table, variable: NumberVariable, made?: (index: number) => void): number => {
  const known = table.numberOf.get(variable.key);
  if (known !== undefined) return known;
  const index = table.numbers.push(variable) - 1;
  table.numberOf.set(variable.key, index);
  made?.(index);
  return index;
};
