import { compileExpression, compileTable, type FeelType, type TypeEnvironment } from '#engine/expression/index.ts';
import type { Problem, Result } from '#engine/result/index.ts';
import type { Check } from '../subject.ts';

/** Conditions of cases, papers and fees, and the amounts, are FEEL over the form's own names and types. */
export const conditions: Check = {
  name: 'conditions',
  run: ({ release: { procedure }, environment }) => {
    if (!environment) return [];
    const problems: Problem[] = [];
    const expect = (source: string | undefined, path: string, kind: FeelType['kind'], names: TypeEnvironment): void => {
      if (source !== undefined) problems.push(...placed(compileExpression(source, names, kind), path));
    };
    // A case is chosen before the form is filled in: it may look at the answers, never at itself.
    const { case: _case, ...withoutCase } = environment;
    procedure.cases?.forEach(({ when }, index) => expect(when, `/procedure/cases/${index}/when`, 'boolean', withoutCase));
    procedure.checklist?.forEach(({ when }, index) => expect(when, `/procedure/checklist/${index}/when`, 'boolean', environment));
    procedure.fees?.forEach(({ when, amount, exempt }, index) => {
      const path = `/procedure/fees/${index}`;
      expect(when, `${path}/when`, 'boolean', environment);
      exempt?.forEach((one, position) => expect(one.when, `${path}/exempt/${position}/when`, 'boolean', environment));
      if (typeof amount === 'string') expect(amount, `${path}/amount`, 'number', environment);
      else if (typeof amount === 'object') problems.push(...placed(compileTable(amount, environment), `${path}/amount`));
    });
    return problems;
  },
};

const placed = (result: Result<unknown>, path: string): readonly Problem[] =>
  (result.ok ? (result.warnings ?? []) : result.problems).map((found) => ({ ...found, path: `${path}${found.path}` }));
