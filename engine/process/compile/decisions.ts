import type { TypeEnvironment } from '#engine/expression/index.ts';
import type { Problem } from '#engine/result/index.ts';
import { inlineDecision } from '../decision-table/inline.ts';
import { decisionSaid } from '../decision-table/messages.ts';
import type { Decision, Decisions } from '../decision-table/model.ts';
import type { Draft } from './draft.ts';

/** The decisions that the process takes, and those they need; refused by name when one is not there. */
export const decisionsOf = (
  draft: Draft,
  given: Decisions,
  environment: TypeEnvironment | 'untyped',
  report: (problem: Problem) => void,
): Decisions => {
  const used: Record<string, Decision> = {};
  const take = (id: string): void => {
    const decision = given[id];
    if (!decision || used[id]) return;
    used[id] = decision;
    decision.requires.forEach(take);
  };
  for (const { parsed } of draft.nodes) {
    const { decision } = parsed;
    if (!decision) continue;
    if (decision.table !== undefined) {
      const inline = inlineDecision(parsed.id, decision.table, environment, report);
      if (inline) used[inline.id] = inline;
    } else if (given[decision.id]) take(decision.id);
    else report(decisionSaid.unknown(parsed.id, decision.id));
  }
  return used;
};
