import { link, rowHits } from './link.ts';
import type { Code } from './code.ts';
import type { Run } from './run.ts';
import type { CompiledExpression, Scope } from './types.ts';

/** Linked closures by operator tree: an expression is linked once, and forgotten with its release. */
const linked = new WeakMap<Code, Run>();

const runOf = (code: Code): Run => {
  const known = linked.get(code);
  if (known) return known;
  const run = link(code);
  linked.set(code, run);
  return run;
};

/**
 * The expression's value for a scope; JSON, null where FEEL says null. Never throws on any scope.
 * Loops run only over lists of the scope.
 */
export const evaluate = (expression: CompiledExpression, scope: Scope): unknown =>
  runOf(expression.code)(scope, []) ?? null;

/** A condition: null (unknown) counts as not true. */
export const isTrue = (expression: CompiledExpression, scope: Scope): boolean => evaluate(expression, scope) === true;

/** A unary test (`> 3`, `"a","b"`, `-`) against an input value. */
export const evaluateUnaryTest = (test: CompiledExpression, input: unknown, scope: Scope): boolean =>
  runOf(test.code)(scope, [input]) === true;

/** Which rules of a compiled decision table hold: several under `U` mean that the table does not decide. */
export const tableHits = (table: CompiledExpression, scope: Scope): readonly number[] => {
  const [operator, , inputs, rules] = table.code;
  if (operator !== 'table') return [];
  const frame: unknown[] = [];
  const values = (inputs as readonly Code[]).map((input) => runOf(input)(scope, frame));
  return (rules as readonly (readonly [readonly (Code | null)[], unknown])[]).flatMap(([tests], index) =>
    rowHits(
      tests.map((test) => (test === null ? null : runOf(test))),
      values,
      scope,
      frame,
    )
      ? [index]
      : [],
  );
};
