import type { Atom, Value } from './formula.ts';
import type { Table } from './table.ts';

/**
 * What is known during a search: the values left to each discrete variable, and for each two numbers
 * the bound of their difference, closed under addition (a difference-bound matrix). Never changed in
 * place.
 */
export interface State {
  readonly values: readonly (readonly Value[])[];
  readonly bounds: Bounds;
}

interface Bounds {
  readonly size: number;
  /** `limit[i * size + j]`: xᵢ − xⱼ is at most that; below it where `strict`. */
  readonly limit: Float64Array;
  readonly strict: Uint8Array;
  readonly integer: readonly boolean[];
}

/** Nothing but the domains; undefined when a number has no value at all. */
export const initialState = (table: Table): State | undefined => {
  const size = table.numbers.length;
  const limit = new Float64Array(size * size).fill(Number.POSITIVE_INFINITY);
  for (let i = 0; i < size; i += 1) limit[i * size + i] = 0;
  const bounds: Bounds = {
    size,
    limit,
    strict: new Uint8Array(size * size),
    integer: table.numbers.map((each) => each.integer),
  };
  let state: State | undefined = { values: table.discrete.map((each) => each.values), bounds };
  table.numbers.forEach(({ minimum, maximum }, index) => {
    if (index === 0) return;
    if (state && maximum !== undefined) state = assertAtMost(state, index, 0, maximum, false);
    if (state && minimum !== undefined) state = assertAtMost(state, 0, index, -minimum, false);
  });
  return state?.values.some((values) => values.length === 0) ? undefined : state;
};

const below = (limit: number, strict: boolean, other: number, otherStrict: boolean): boolean =>
  limit < other || (limit === other && strict && !otherStrict);

const tightened = (
  bounds: Bounds,
  x: number,
  y: number,
  limit: number,
  strict: boolean,
): readonly [number, boolean] => {
  if (!bounds.integer[x] || !bounds.integer[y] || !Number.isFinite(limit)) return [limit, strict];
  return [strict && Number.isInteger(limit) ? limit - 1 : Math.floor(limit), false];
};

const limitOf = ({ limit, size }: Bounds, x: number, y: number): number =>
  limit[x * size + y] ?? Number.POSITIVE_INFINITY;
const strictOf = ({ strict, size }: Bounds, x: number, y: number): boolean => strict[x * size + y] === 1;

/** The state in which also x − y ≤ limit; undefined when that cannot be. */
export const assertAtMost = (
  state: State,
  x: number,
  y: number,
  wanted: number,
  wantedStrict: boolean,
): State | undefined => {
  const { bounds } = state;
  const [limit, strict] = tightened(bounds, x, y, wanted, wantedStrict);
  if (!below(limit, strict, limitOf(bounds, x, y), strictOf(bounds, x, y))) return state;
  const back = limitOf(bounds, y, x) + limit;
  if (back < 0 || (back === 0 && (strict || strictOf(bounds, y, x)))) return undefined;
  const { size } = bounds;
  const limits = bounds.limit.slice();
  const stricts = bounds.strict.slice();
  for (let i = 0; i < size; i += 1) {
    const before = limitOf(bounds, i, x);
    if (before === Number.POSITIVE_INFINITY) continue;
    for (let j = 0; j < size; j += 1) {
      const after = limitOf(bounds, y, j);
      if (after === Number.POSITIVE_INFINITY) continue;
      const [sum, open] = tightened(
        bounds,
        i,
        j,
        before + limit + after,
        strict || strictOf(bounds, i, x) || strictOf(bounds, y, j),
      );
      const at = i * size + j;
      if (!below(sum, open, limits[at] ?? Number.POSITIVE_INFINITY, stricts[at] === 1)) continue;
      if (i === j && (sum < 0 || open)) return undefined;
      limits[at] = sum;
      stricts[at] = open ? 1 : 0;
    }
  }
  return { values: state.values, bounds: { ...bounds, limit: limits, strict: stricts } };
};

export const valuesOf = (state: State, variable: number): readonly Value[] => state.values[variable] ?? [];

/** Keeps only values that pass; undefined when none does. */
export const restrict = (state: State, variable: number, keep: (value: Value) => boolean): State | undefined => {
  const before = valuesOf(state, variable);
  const left = before.filter(keep);
  if (left.length === 0) return undefined;
  if (left.length === before.length) return state;
  return { ...state, values: state.values.map((values, index) => (index === variable ? left : values)) };
};

/** Whether the state says that the atom holds, that it does not, or neither. */
export const decide = (state: State, atom: Atom): boolean | undefined => {
  switch (atom.op) {
    case 'in': {
      let inside = false;
      let outside = false;
      for (const value of valuesOf(state, atom.of)) {
        if (atom.values.has(value)) inside = true;
        else outside = true;
        if (inside && outside) return undefined;
      }
      return inside !== atom.not;
    }
    case 'same': {
      const left = valuesOf(state, atom.of);
      const right = valuesOf(state, atom.other);
      if (left.length === 1 && right.length === 1) return (left[0] === right[0]) !== atom.not;
      return left.some((value) => right.includes(value)) ? undefined : atom.not;
    }
    case 'le': {
      const { x, y, limit, strict } = atom;
      const { bounds } = state;
      if (!below(limit, strict, limitOf(bounds, x, y), strictOf(bounds, x, y))) return true;
      const sum = limitOf(bounds, y, x) + limit;
      return sum < 0 || (sum === 0 && (strict || strictOf(bounds, y, x))) ? false : undefined;
    }
  }
};

/** The state in which also the atom holds; undefined when it cannot. `same` is told by its values: see `branchOf`. */
export const assume = (state: State, atom: Atom): State | undefined => {
  switch (atom.op) {
    case 'in':
      return restrict(state, atom.of, (value) => atom.values.has(value) !== atom.not);
    case 'le':
      return assertAtMost(state, atom.x, atom.y, atom.limit, atom.strict);
    case 'same': {
      if (atom.not) {
        const [left] = valuesOf(state, atom.of);
        const [right] = valuesOf(state, atom.other);
        if (valuesOf(state, atom.of).length === 1) return restrict(state, atom.other, (value) => value !== left);
        if (valuesOf(state, atom.other).length === 1) return restrict(state, atom.of, (value) => value !== right);
        return state;
      }
      const others = new Set(valuesOf(state, atom.other));
      const narrowed = restrict(state, atom.of, (value) => others.has(value));
      const left = new Set(narrowed ? valuesOf(narrowed, atom.of) : []);
      return narrowed && restrict(narrowed, atom.other, (value) => left.has(value));
    }
  }
};

/** The least and the most a number may be. */
export const rangeOf = (
  { bounds }: State,
  variable: number,
): { readonly low: number; readonly lowOpen: boolean; readonly high: number; readonly highOpen: boolean } => ({
  low: -limitOf(bounds, 0, variable),
  lowOpen: strictOf(bounds, 0, variable),
  high: limitOf(bounds, variable, 0),
  highOpen: strictOf(bounds, variable, 0),
});
