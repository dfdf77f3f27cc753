import type { Fee, Procedure } from '#engine/definition/index.ts';
import {
  compileExpression,
  compileTable,
  type CompiledExpression,
  type TypeEnvironment,
} from '#engine/expression/index.ts';
import { fail, ok, type Problem, type Result } from '#engine/result/index.ts';
import type { PreparedFee } from './types.ts';

/** Conditions of a procedure's cases, papers and fees, compiled once per release. */
export interface ProcedureConditions {
  readonly caseConditions: Readonly<Record<string, CompiledExpression>>;
  readonly paperConditions: Readonly<Record<string, CompiledExpression>>;
  readonly fees: readonly PreparedFee[];
}

type Take = (result: Result<CompiledExpression>, pointer: string) => CompiledExpression | undefined;

/**
 * Compiles them against `formEnvironment(form, procedure)`. Problem paths are JSON pointers into
 * procedure.json, then `#from-to`.
 */
export const compileConditions = (procedure: Procedure, environment: TypeEnvironment): Result<ProcedureConditions> => {
  const problems: Problem[] = [];
  const take: Take = (result, pointer) => {
    const found = result.ok ? (result.warnings ?? []) : result.problems;
    problems.push(...found.map((each) => ({ ...each, path: `${pointer}${each.path}` })));
    return result.ok ? result.value : undefined;
  };
  const byId = (
    rows: readonly { readonly id: string; readonly when?: string | undefined }[],
    pointer: string,
  ): Record<string, CompiledExpression> =>
    Object.fromEntries(
      rows.flatMap((row, index) => {
        if (row.when === undefined) return [];
        const compiled = take(compileExpression(row.when, environment, 'boolean'), `${pointer}/${index}/when`);
        return compiled ? [[row.id, compiled] as const] : [];
      }),
    );
  const conditions: ProcedureConditions = {
    caseConditions: byId(procedure.cases ?? [], '/cases'),
    paperConditions: byId(procedure.checklist ?? [], '/checklist'),
    fees: (procedure.fees ?? []).map((fee, index) => prepareFee(fee, `/fees/${index}`, environment, take)),
  };
  return problems.some((found) => found.severity === 'error') ? fail(...problems) : ok(conditions, problems);
};

const prepareFee = (fee: Fee, pointer: string, environment: TypeEnvironment, take: Take): PreparedFee => {
  const when =
    fee.when === undefined ? undefined : take(compileExpression(fee.when, environment, 'boolean'), `${pointer}/when`);
  const amount = amountOf(fee, pointer, environment, take);
  return {
    fee,
    ...(when ? { when } : {}),
    ...(amount ? { amount } : {}),
    exempt: (fee.exempt ?? []).map((each, index) =>
      each.when === undefined
        ? undefined
        : take(compileExpression(each.when, environment, 'boolean'), `${pointer}/exempt/${index}/when`),
    ),
  };
};

const amountOf = (
  { amount }: Fee,
  pointer: string,
  environment: TypeEnvironment,
  take: Take,
): CompiledExpression | undefined => {
  if (typeof amount === 'number') return undefined;
  return typeof amount === 'string'
    ? take(compileExpression(amount, environment, 'number'), `${pointer}/amount`)
    : take(compileTable(amount, environment), `${pointer}/amount`);
};
