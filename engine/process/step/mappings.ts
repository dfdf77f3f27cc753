import type { Scope } from '#engine/expression/index.ts';
import type { GraphNode } from '../graph.ts';
import { assign } from './items.ts';
import { value, type Run } from './run.ts';

/** What the activity takes from the process, worked out when it begins; undefined where it takes nothing in particular. */
export const inputsOf = (run: Run, node: GraphNode, locals: Scope | undefined): Scope | undefined =>
  node.inputs &&
  Object.fromEntries(node.inputs.map(({ target, value: source }) => [target, value(run, source, locals) ?? null]));

/** What the activity gives back; what was not worked out does not overwrite anything. */
export const giveOutputs = (run: Run, node: GraphNode, scope: string, locals: Scope | undefined): void => {
  for (const { target, value: source } of node.outputs ?? []) {
    const given = value(run, source, locals);
    if (given !== undefined && given !== null) assign(run, scope, target, given);
  }
};
