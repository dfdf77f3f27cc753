import type { Procedure } from '#engine/definition/index.ts';
import type { Graph } from '#engine/process/index.ts';
import { limitMinutes } from './limit-minutes.ts';
import { humanSteps, stepName } from './steps.ts';
import { timedWays } from './timed-ways.ts';
import type { Way } from './ways.ts';

/** How much longer a step could take, in working minutes, before the slowest way through it is over a limit. */
export interface StepSlack {
  readonly element: string;
  readonly name: string;
  /** Its own allowance. */
  readonly minutes: number;
  /** Below zero: over the limit already. Absent: no limit with a date concerns it. */
  readonly legal?: Slack;
  readonly promised?: Slack;
}

export interface Slack {
  readonly minutes: number;
  /** The kind of dossier for which it is least. */
  readonly way: Way;
}

/**
 * For each step of a person, the least slack over every case × channel × level (Thông tư 01/2018
 * Điều 8: the times of the steps add up to the limit). One pass through the graph for each of them.
 */
export const slackOfSteps = (procedure: Procedure, graph: Graph): readonly StepSlack[] => {
  const legal = new Map<number, Slack>();
  const promised = new Map<number, Slack>();
  for (const { way, row, open, time } of timedWays(procedure, graph)) {
    for (const [index, spent] of time.through) {
      // Nothing of this kind comes there.
      if (open.nodes[index]?.incoming.length === 0 && graph.nodes[index]?.incoming.length !== 0) continue;
      keepLeast(legal, index, way, limitMinutes(row.legal), spent);
      if (row.promised) keepLeast(promised, index, way, limitMinutes(row.promised), spent);
    }
  }
  return humanSteps(graph).map((node) => {
    const [byLaw, byPromise] = [legal.get(node.index), promised.get(node.index)];
    return {
      element: node.id,
      name: stepName(node),
      minutes: node.settings.minutes ?? 0,
      ...(byLaw ? { legal: byLaw } : {}),
      ...(byPromise ? { promised: byPromise } : {}),
    };
  });
};

const keepLeast = (
  least: Map<number, Slack>,
  index: number,
  way: Way,
  allowed: number | undefined,
  spent: number,
): void => {
  if (allowed === undefined) return;
  const known = least.get(index);
  if (!known || allowed - spent < known.minutes) least.set(index, { minutes: allowed - spent, way });
};
