import type { Scope } from '#engine/expression/index.ts';
import type { GraphNode } from '../graph.ts';
import { nodeAt, value, type Run } from './run.ts';

type Keys = Readonly<Record<string, string>>;

const textOf = (given: unknown): string =>
  given === null || given === undefined
    ? ''
    : typeof given === 'object'
      ? JSON.stringify(given)
      : String(given as string);

/** The key of what is thrown or awaited, worked out now. */
export const keyOf = (run: Run, node: GraphNode, names: Scope | undefined): { readonly key?: string } =>
  node.key ? { key: textOf(value(run, node.key, names)) } : {};

/**
 * Keys of the message events among the nodes, worked out when they begin to wait, with the names that
 * hold there; nothing where there are none.
 */
export const keysOf = (
  run: Run,
  nodes: readonly (GraphNode | undefined)[],
  names: () => Scope | undefined,
): { readonly keys?: Keys } => {
  const keyed = nodes.filter((node) => node?.key !== undefined);
  if (keyed.length === 0) return {};
  const around = names();
  return {
    keys: Object.fromEntries(
      keyed.flatMap((node) => (node?.key ? [[node.id, textOf(value(run, node.key, around))] as const] : [])),
    ),
  };
};

/** The activity's own message and those of its boundary events. */
export const keysOfActivity = (run: Run, node: GraphNode, names: () => Scope | undefined): { readonly keys?: Keys } =>
  node.key === undefined && node.boundary.length === 0
    ? {}
    : keysOf(
        run,
        [node.kind === 'receiveTask' ? node : undefined, ...node.boundary.map((index) => nodeAt(run, index))],
        names,
      );
