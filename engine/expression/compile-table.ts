import { fail, ok, problem, type Problem, type Result } from '#engine/result/index.ts';
import type { Code } from './code.ts';
import { compileExpression, compileUnaryTest, prefixed } from './compile.ts';
import { ANY, nullable } from './kinds.ts';
import { messages } from './messages.ts';
import type { CompiledExpression, FeelType, TypeEnvironment } from './types.ts';

/** A decision table (DMN 1.3, chapter 8): `when[i]` is a unary test on `inputs[i]`; `then` is the output. */
export interface DecisionTable {
  /** `U`: at most one rule may hold; `F`: the first that holds. */
  readonly hitPolicy: 'U' | 'F';
  readonly inputs: readonly string[];
  readonly rules: readonly { readonly when: readonly string[]; readonly then: unknown }[];
}

const outputType = (table: DecisionTable): FeelType => {
  const kinds = new Set(table.rules.map((rule) => typeof rule.then));
  const [kind] = kinds;
  if (kinds.size !== 1) return ANY;
  if (kind === 'number')
    return { kind: 'number', nullable: true, integer: table.rules.every((rule) => Number.isInteger(rule.then)) };
  return kind === 'string' || kind === 'boolean' ? nullable({ kind }) : ANY;
};

/**
 * Compiles a table to one expression: its value is the output of the rule that holds, null when none
 * holds or, under `U`, when several do (`tableHits` says which). Problem paths are JSON pointers into
 * the table, then `#from-to`.
 */
export const compileTable = (
  table: DecisionTable,
  environment: TypeEnvironment | 'untyped',
): Result<CompiledExpression> => {
  const problems: Problem[] = [];
  const warnings: Problem[] = [];
  const reads = new Set<string>();
  const take = (result: Result<CompiledExpression>, path: string): CompiledExpression | undefined => {
    if (!result.ok) problems.push(...prefixed(result.problems, path));
    else {
      warnings.push(...prefixed(result.warnings ?? [], path));
      result.value.reads.forEach((read) => reads.add(read));
      return result.value;
    }
    return undefined;
  };
  const inputs = table.inputs.map((input, index) => take(compileExpression(input, environment), `/inputs/${index}`));
  const rules = table.rules.map((rule, row) => {
    if (rule.when.length !== table.inputs.length) {
      problems.push(
        problem(
          'expression.table-width',
          `/rules/${row}/when`,
          messages.tableWidth(row, rule.when.length, table.inputs.length),
          messages.fillTable(),
        ),
      );
    }
    const tests = rule.when.map((test, column): Code | null => {
      const compiled = take(
        compileUnaryTest(test, inputs[column]?.type ?? ANY, environment),
        `/rules/${row}/when/${column}`,
      );
      return compiled === undefined || (compiled.code[0] === 'lit' && compiled.code[1] === true) ? null : compiled.code;
    });
    return [tests, rule.then] as const;
  });
  if (problems.length > 0) return fail(...problems, ...warnings);
  const code: Code = ['table', table.hitPolicy, inputs.map((input) => input?.code), rules];
  return ok({ source: JSON.stringify(table), type: outputType(table), reads: [...reads], code }, warnings);
};
