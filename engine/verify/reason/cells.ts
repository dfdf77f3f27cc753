import { not, type Atom, type Formula } from './formula.ts';
import { solve } from './solve.ts';
import { initialState, type State } from './state.ts';
import type { Table } from './table.ts';

/** Kinds of dossier that are told apart before it is given up. */
export const CELL_BUDGET = 48;

/**
 * Every way in which the atoms can be true or false together while the formulas hold: one state for
 * each. Dossiers of one cell go the same way wherever only these atoms are asked. Undefined when there
 * are too many or the search was given up.
 */
export const cellsOf = (
  table: Table,
  formulas: readonly Formula[],
  atoms: readonly Atom[],
): readonly State[] | undefined => {
  const start = initialState(table);
  if (!start) return [];
  const cells: State[] = [];
  const walk = (held: readonly Formula[], at: number): boolean => {
    const answer = solve(table, [...formulas, ...held], start);
    if (answer.verdict === 'unknown') return false;
    if (answer.verdict === 'unsat') return true;
    const atom = atoms[at];
    if (atom) return walk([...held, atom], at + 1) && walk([...held, not(atom)], at + 1);
    cells.push(answer.state);
    return cells.length <= CELL_BUDGET;
  };
  return walk([], 0) ? cells : undefined;
};

/** Atoms that are told apart by their text only once. */
export const distinct = (atoms: readonly Atom[]): readonly Atom[] => {
  const seen = new Set<string>();
  return atoms.filter((atom) => {
    const text = (each: Atom): string =>
      JSON.stringify(each.op === 'in' ? ['in', each.of, [...each.values].map(String).sort()] : { ...each, not: false });
    const [one, other] = [text(atom), atom.op === 'le' ? text(not(atom) as Atom) : ''];
    if (seen.has(one) || seen.has(other)) return false;
    return seen.add(one) !== undefined;
  });
};
