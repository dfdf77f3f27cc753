import type { ExpressionCode } from '#engine/expression/index.ts';
import type { Formula } from './formula.ts';
import type { Table } from './table.ts';
import type { Guarded } from './terms.ts';

/** When an expression is true, and when it is false; neither: null. */
export interface Truth {
  readonly yes: Formula;
  readonly no: Formula;
}

/**
 * Turns operator trees into formulas over the table's variables, with FEEL's three values. What is
 * not understood becomes a variable of its own (equal for equal text), so that what is proved holds;
 * what is found may then be none, and has to be tried.
 */
export interface Translator {
  readonly table: Table;
  truth(code: ExpressionCode, input?: ExpressionCode): Truth;
  terms(code: ExpressionCode, input?: ExpressionCode): readonly Guarded[];
  /** When the value is null. */
  missing(code: ExpressionCode, input?: ExpressionCode): Formula;
}
