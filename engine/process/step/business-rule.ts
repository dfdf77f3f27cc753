import type { Scope } from '#engine/expression/index.ts';
import { decide } from '../decision-table/decide.ts';
import type { GraphDecision, GraphNode } from '../graph.ts';
import { assign } from './items.ts';
import { namesOf, type Run } from './run.ts';

/** Takes the decision and keeps its result; the code of an incident when rules contradict each other. */
export const applyDecision = (run: Run, node: GraphNode, scope: string, locals: Scope): string | undefined => {
  if (!node.decision) return undefined;
  const decided = decide(run.graph.decisions, node.decision.id, { ...namesOf(run), ...locals });
  if (!decided.ok) return decided.code;
  if (node.decision.result !== undefined)
    assign(run, scope, node.decision.result, mapped(decided.value, node.decision.map));
  return undefined;
};

const isContext = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Camunda 7's ways of handing over a result; its rows are contexts even when there is one output. */
const mapped = (value: unknown, map: GraphDecision['map']): unknown => {
  const rows = Array.isArray(value) ? (value as readonly unknown[]) : value === null ? [] : [value];
  const entries = rows.map((row) => (isContext(row) ? (Object.values(row)[0] ?? null) : row));
  switch (map) {
    case 'singleEntry':
      return entries[0] ?? null;
    case 'singleResult':
      return rows[0] ?? null;
    case 'collectEntries':
      return entries;
    case 'resultList':
      return rows;
    default:
      return value;
  }
};
