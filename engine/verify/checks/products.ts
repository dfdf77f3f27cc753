import type { Procedure } from '#engine/definition/index.ts';
import type { Graph, GraphNode } from '#engine/process/index.ts';
import type { Problem } from '#engine/result/index.ts';
import * as say from '../messages.ts';
import { reachableWithout } from '../reach-without.ts';
import { elementPath, stepName } from '../steps.ts';
import type { Check } from '../subject.ts';

/** What steps produce and need are results and fees of the procedure, and is there when it is needed. */
export const products: Check = {
  name: 'products',
  run: ({ release: { procedure }, process: { graph } }) => {
    if (!graph) return [];
    const known = knownProducts(procedure);
    return graph.nodes.flatMap((node) => [...unknown(node, known), ...neverProduced(graph, node)]);
  },
};

const knownProducts = (procedure: Procedure): readonly string[] => [
  'receipt',
  'refusal',
  ...(procedure.results ?? []).map(({ id }) => `result:${id}`),
  ...(procedure.fees ?? []).map(({ id }) => `payment:${id}`),
];

const unknown = (node: GraphNode, known: readonly string[]): readonly Problem[] =>
  [...node.settings.produces, ...node.settings.requires]
    .filter((product) => !known.includes(product))
    .map((product) => say.unknownProduct(elementPath(node), product, known));

/** Payments come from outside the process; everything else must come from a step before. */
const neverProduced = (graph: Graph, node: GraphNode): readonly Problem[] =>
  node.settings.requires
    .filter((product) => !product.startsWith('payment:'))
    .filter((product) => reachableWithout(graph, (other) => makes(other, product)).has(node.index))
    .map((product) => say.requiredNeverProduced(elementPath(node), stepName(node), product));

const makes = ({ settings }: GraphNode, product: string): boolean =>
  settings.produces.includes(product) ||
  (product.startsWith('result:') && settings.act === 'sign') ||
  (product === 'receipt' && settings.act === 'receive');
