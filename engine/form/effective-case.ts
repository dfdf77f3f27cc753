import type { Paper, Procedure, ProcedureCase } from '#engine/definition/index.ts';
import { isTrue, type CompiledExpression } from '#engine/expression/browser.ts';
import { own } from './answers.ts';
import { GENERATED } from './generated-ids.ts';
import { scopeOf } from './scope.ts';
import type { EffectivePaper, Facts } from './types.ts';

type Conditions = Readonly<Record<string, CompiledExpression>>;

const conditionOf = (conditions: Conditions, id: string): CompiledExpression | undefined =>
  Object.hasOwn(conditions, id) ? conditions[id] : undefined;

/** The cases that these facts allow: those without a condition, and those whose condition holds. */
export const possibleCases = (procedure: Procedure, conditions: Conditions, facts: Facts): readonly ProcedureCase[] => {
  const scope = scopeOf(facts);
  return (procedure.cases ?? []).filter((each) => {
    const when = conditionOf(conditions, each.id);
    return when === undefined || isTrue(when, scope);
  });
};

/**
 * The case that applies. What the facts name (or a generated form's question about it) stays when it is possible; else the first case whose
 * condition holds; else the only one there is; else undefined: it has to be chosen.
 */
export const effectiveCase = (procedure: Procedure, conditions: Conditions, facts: Facts): string | undefined => {
  const possible = possibleCases(procedure, conditions, facts);
  const named = facts.case ?? own(facts.answers, GENERATED.case);
  const chosen = possible.find((each) => each.id === named);
  if (chosen) return chosen.id;
  const decided = possible.find((each) => conditionOf(conditions, each.id) !== undefined);
  if (decided) return decided.id;
  return possible.length === 1 ? possible[0]?.id : undefined;
};

/** Rows of a procedure that are limited to cases and channels; absent means all. */
export const concerns = (
  row: { readonly cases?: readonly string[] | undefined; readonly channels?: readonly string[] | undefined },
  facts: Facts,
): boolean =>
  (row.channels === undefined || row.channels.includes(facts.channel)) &&
  (row.cases === undefined || row.cases.length === 0 || (facts.case !== undefined && row.cases.includes(facts.case)));

/**
 * The papers asked for in this case, by this channel and with these answers, in the checklist's order.
 * `required` is false for papers that only help; of papers that share a `oneOf` one is enough, so each
 * of them is required only in the sense that one of the group is.
 */
export const effectiveChecklist = (
  procedure: Procedure,
  paperConditions: Conditions,
  facts: Facts,
): readonly EffectivePaper[] => {
  const scope = scopeOf(facts);
  return (procedure.checklist ?? [])
    .filter((paper) => concerns(paper, facts))
    .filter((paper) => {
      const when = conditionOf(paperConditions, paper.id);
      return when === undefined || isTrue(when, scope);
    })
    .map((paper) => ({ paper, required: paper.required !== false }));
};

/** Papers that must still be handed in: single ones, and groups of alternatives of which none is there. */
export const missingPapers = (
  checklist: readonly EffectivePaper[],
  received: ReadonlySet<string>,
): readonly (readonly Paper[])[] => {
  const groups = new Map<string, Paper[]>();
  for (const { paper, required } of checklist) {
    if (!required) continue;
    const key = paper.oneOf === undefined ? `paper:${paper.id}` : `group:${paper.oneOf}`;
    groups.set(key, [...(groups.get(key) ?? []), paper]);
  }
  return [...groups.values()].filter((papers) => !papers.some((paper) => received.has(paper.id)));
};
