import type { Value } from './formula.ts';
import { assertAtMost, rangeOf, restrict, valuesOf, type State } from './state.ts';
import type { Sort, Table } from './table.ts';

/** Values for the variables, by key. Numbers are as their sort counts them. */
export interface Model {
  readonly discrete: ReadonlyMap<string, Value>;
  readonly numbers: ReadonlyMap<string, { readonly value: number; readonly sort: Sort }>;
}

/** Some number in the range, as plain as can be: its start, else its end, else zero. */
const pick = ({ low, lowOpen, high, highOpen }: ReturnType<typeof rangeOf>, integer: boolean): number => {
  const hasLow = Number.isFinite(low);
  const hasHigh = Number.isFinite(high);
  if (integer) {
    if (low <= 0 && high >= 0) return 0;
    if (hasLow) return lowOpen ? Math.floor(low) + 1 : Math.ceil(low);
    return hasHigh ? (highOpen ? Math.ceil(high) - 1 : Math.floor(high)) : 0;
  }
  if (hasLow && !lowOpen) return low;
  if (hasHigh && !highOpen) return high;
  if (hasLow && hasHigh) return low + (high - low) / 2;
  if (hasLow) return Math.floor(low) + 1;
  return hasHigh ? Math.ceil(high) - 1 : 0;
};

/** One model of a state: unanswered where it may be, else the first value. */
export const modelOf = (table: Table, found: State): Model => {
  let state = found;
  const chosen = new Map<string, Value>();
  table.discrete.forEach(({ key }, index) => {
    const left = valuesOf(state, index);
    const value = left.includes(null)
      ? null
      : key.startsWith('null:') && left.includes(true)
        ? true
        : (left[0] ?? null);
    state = restrict(state, index, (each) => each === value) ?? state;
    chosen.set(key, value);
  });
  const numbers = new Map<string, { value: number; sort: Sort }>();
  table.numbers.forEach(({ key, sort, integer }, index) => {
    if (index === 0) return;
    const value = pick(rangeOf(state, index), integer);
    const below = assertAtMost(state, index, 0, value, false);
    state = (below && assertAtMost(below, 0, index, -value, false)) ?? state;
    numbers.set(key, { value, sort });
  });
  return { discrete: chosen, numbers };
};
