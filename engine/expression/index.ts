/** FEEL: a typed subset, parsed with lezer-feel, checked and compiled once, run as closures. */
export type * from './types.ts';
export { dayNumber, instantMs, span } from './temporal.ts';
export { compileExpression, compileUnaryTest, MAX_DEPTH, MAX_LENGTH } from './compile.ts';
export { compileTable, type DecisionTable } from './compile-table.ts';
export { evaluate, evaluateUnaryTest, isTrue, tableHits } from './evaluate.ts';
