import { not, or, type Atom, type Formula } from './formula.ts';
import { assume, decide, initialState, valuesOf, type State } from './state.ts';
import type { Table } from './table.ts';

/** Steps of a search before it is given up. */
export const SEARCH_BUDGET = 4000;

export type Answer =
  | { readonly verdict: 'sat'; readonly state: State }
  | { readonly verdict: 'unsat' }
  /** Given up. */
  | { readonly verdict: 'unknown' };

/** The formula with all that the state decides put in. */
export const reduce = (formula: Formula, state: State): Formula => {
  if (typeof formula === 'boolean') return formula;
  if (formula.op !== 'and' && formula.op !== 'or') return decide(state, formula) ?? formula;
  const decisive = formula.op === 'or';
  const left: Formula[] = [];
  let changed = false;
  for (const part of formula.of) {
    const reduced = reduce(part, state);
    if (reduced === decisive) return decisive;
    if (reduced === !decisive) {
      changed = true;
      continue;
    }
    if (reduced !== part) changed = true;
    left.push(reduced);
  }
  const [only] = left;
  if (only === undefined) return !decisive;
  if (left.length === 1) return only;
  return changed ? { op: formula.op, of: left } : formula;
};

interface Open {
  readonly state: State;
  readonly formulas: readonly Formula[];
}

/** Puts in what follows at once; undefined: a contradiction. */
const propagate = ({ state: before, formulas }: Open): Open | undefined => {
  let state = before;
  let open = formulas;
  for (;;) {
    const left: Formula[] = [];
    let changed = false;
    const queue = [...open];
    for (let formula = queue.shift(); formula !== undefined; formula = queue.shift()) {
      const reduced = reduce(formula, state);
      if (reduced === false) return undefined;
      if (reduced === true) continue;
      if (reduced.op === 'and') queue.unshift(...reduced.of);
      else if (reduced.op === 'or') left.push(reduced);
      else {
        const next = assume(state, reduced);
        if (!next) return undefined;
        if (next !== state) changed = true;
        state = next;
        if (decide(state, reduced) === undefined) left.push(reduced);
      }
    }
    open = left;
    if (!changed) return { state, formulas: open };
  }
};

/** Two ways to go on, in place of the formula: the second is what is left when the first is shut. */
const branchOf = (formula: Formula, state: State): readonly [readonly Formula[], readonly Formula[]] => {
  if (typeof formula === 'boolean') return [[formula], [formula]];
  if (formula.op === 'same') {
    const of = valuesOf(state, formula.of).length > 1 ? formula.of : formula.other;
    const [value = null] = valuesOf(state, of);
    const first: Atom = { op: 'in', of, values: new Set([value]), not: false };
    return [
      [first, formula],
      [not(first), formula],
    ];
  }
  if (formula.op === 'or') {
    const [first = false, ...rest] = formula.of;
    return [[first], [not(first), or(...rest)]];
  }
  return [[formula], [not(formula), formula]];
};

/**
 * Whether all formulas can hold at once for values of the table's variables: search with propagation
 * (DPLL), deterministic, first alternatives first. Exact as far as the formulas are; `unknown` only
 * when the budget is used up.
 */
export const solve = (
  table: Table,
  formulas: readonly Formula[],
  from: State | undefined = initialState(table),
  budget = SEARCH_BUDGET,
): Answer => {
  if (!from) return { verdict: 'unsat' };
  const stack: Open[] = [{ state: from, formulas: [...table.constraints, ...formulas] }];
  for (let steps = 0; steps < budget; steps += 1) {
    const next = stack.pop();
    if (!next) return { verdict: 'unsat' };
    const open = propagate(next);
    if (!open) continue;
    const shortest = open.formulas.reduce<Formula | undefined>(
      (best, formula) => (best === undefined || sizeOf(formula) < sizeOf(best) ? formula : best),
      undefined,
    );
    if (shortest === undefined) return { verdict: 'sat', state: open.state };
    const others = open.formulas.filter((formula) => formula !== shortest);
    const [first, second] = branchOf(shortest, open.state);
    stack.push({ state: open.state, formulas: [...second, ...others] });
    stack.push({ state: open.state, formulas: [...first, ...others] });
  }
  return { verdict: 'unknown' };
};

const sizeOf = (formula: Formula): number =>
  typeof formula === 'object' && (formula.op === 'or' || formula.op === 'and') ? formula.of.length : 1;
