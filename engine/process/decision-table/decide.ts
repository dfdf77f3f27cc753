import { evaluate, evaluateUnaryTest, tableHits, type Scope } from '#engine/expression/index.ts';
import type { Decision, DecisionLogic, DecisionRule, Decisions } from './model.ts';

/** `conflict`: more than one rule matched where the hit policy allows one. */
export type Decided =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: 'process.decision.conflict'; readonly decision: string };

/**
 * The result of a decision over the names in scope (DMN 1.3 §8.2.8, §10.3.2): null when no rule
 * matches, a list for the policies that give several, a context when there is more than one output.
 */
export const decide = (decisions: Decisions, id: string, scope: Scope): Decided =>
  decideOnce(decisions, id, scope, new Map());

/** Each decision is taken once, however many others require it. */
const decideOnce = (decisions: Decisions, id: string, scope: Scope, taken: Map<string, Decided>): Decided => {
  const known = taken.get(id);
  if (known) return known;
  const decision = decisions[id];
  if (!decision) return { ok: true, value: null };
  const names: Record<string, unknown> = { ...scope };
  for (const required of decision.requires) {
    const first = decideOnce(decisions, required, scope, taken);
    if (!first.ok) return first;
    names[decisions[required]?.variable ?? required] = first.value;
  }
  const decided = byLogic(decision, names);
  taken.set(id, decided);
  return decided;
};

const byLogic = (decision: Decision, names: Scope): Decided => {
  const { logic } = decision;
  if ('rules' in logic) return byTable(decision, logic, names);
  const [operator, policy] = logic.code;
  if (operator === 'table' && policy === 'U' && tableHits(logic, names).length > 1) return conflictIn(decision);
  return { ok: true, value: evaluate(logic, names) };
};

const conflictIn = ({ id }: Decision): Decided => ({ ok: false, code: 'process.decision.conflict', decision: id });

const byTable = (decision: Decision, logic: DecisionLogic, scope: Scope): Decided => {
  const inputs = logic.inputs.map((input) => evaluate(input, scope));
  const hits = logic.rules.filter((rule) =>
    rule.when.every((test, column) => test === null || evaluateUnaryTest(test, inputs[column], scope) === true),
  );
  const results = hits.map((rule) => outputOf(logic, rule, scope));
  const conflict = conflictIn(decision);
  const first = results[0] ?? otherwise(logic, scope);
  switch (logic.hitPolicy) {
    case 'UNIQUE':
      return results.length > 1 ? conflict : { ok: true, value: first };
    case 'ANY':
      return new Set(results.map((result) => JSON.stringify(result))).size > 1 ? conflict : { ok: true, value: first };
    case 'FIRST':
      return { ok: true, value: first };
    case 'PRIORITY':
      return { ok: true, value: byPriority(logic, results)[0] ?? first };
    case 'OUTPUT ORDER':
      return { ok: true, value: byPriority(logic, results) };
    case 'RULE ORDER':
    case 'COLLECT':
      return { ok: true, value: results };
    default:
      return { ok: true, value: aggregate(logic.hitPolicy, results) };
  }
};

/** What the outputs give when no rule matches (§8.2.7): null where nothing is said. */
const otherwise = (logic: DecisionLogic, scope: Scope): unknown => {
  if (logic.outputs.every(({ none }) => none === undefined)) return null;
  const values = logic.outputs.map(({ name, none }) => [name, none ? (evaluate(none, scope) ?? null) : null] as const);
  return values.length === 1 ? (values[0]?.[1] ?? null) : Object.fromEntries(values);
};

const outputOf = (logic: DecisionLogic, rule: DecisionRule, scope: Scope): unknown => {
  const values = rule.then.map((output) => evaluate(output, scope));
  return logic.outputs.length === 1
    ? (values[0] ?? null)
    : Object.fromEntries(logic.outputs.map(({ name }, column) => [name, values[column] ?? null]));
};

/** In the order of the outputs' own lists of values, the first output first. */
const byPriority = (logic: DecisionLogic, results: readonly unknown[]): readonly unknown[] => {
  const rank = (result: unknown): readonly number[] =>
    logic.outputs.map(({ name, values }) => {
      const value = logic.outputs.length === 1 ? result : (result as Readonly<Record<string, unknown>>)[name];
      const at = values.findIndex((one) => one === value);
      return at < 0 ? values.length : at;
    });
  return results
    .map((result) => ({ result, rank: rank(result) }))
    .sort((one, other) => {
      const column = one.rank.findIndex((at, index) => at !== other.rank[index]);
      return column < 0 ? 0 : (one.rank[column] ?? 0) - (other.rank[column] ?? 0);
    })
    .map(({ result }) => result);
};

const aggregate = (policy: 'SUM' | 'COUNT' | 'MIN' | 'MAX', results: readonly unknown[]): number | null => {
  if (policy === 'COUNT') return results.length;
  const numbers = results.filter((result): result is number => typeof result === 'number');
  if (numbers.length === 0) return null;
  if (policy === 'SUM') return numbers.reduce((sum, number) => sum + number, 0);
  return policy === 'MIN' ? Math.min(...numbers) : Math.max(...numbers);
};
