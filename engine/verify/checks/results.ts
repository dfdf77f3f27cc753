import type { Graph, GraphNode } from '#engine/process/index.ts';
import type { Problem } from '#engine/result/index.ts';
import * as say from '../messages.ts';
import { reachableFrom } from '../reach-from.ts';
import { reachableWithout } from '../reach-without.ts';
import { elementPath, stepName } from '../steps.ts';
import type { Check } from '../subject.ts';

/** Before a result is entered or handed out, one was signed, or a refusal was; and nothing is signed after it was entered. */
export const results: Check = {
  name: 'results',
  run: ({ process: { graph } }): readonly Problem[] => (graph ? [...withoutResult(graph), ...signedLater(graph)] : []),
};

const withoutResult = (graph: Graph): readonly Problem[] => {
  const without = reachableWithout(graph, makesResult);
  return graph.nodes
    .filter(
      ({ index, settings }) => (settings.act === 'enter-result' || settings.act === 'hand-out') && without.has(index),
    )
    .map((node) => say.noResultPath(elementPath(node), stepName(node)));
};

/** Entering the result ends the measured time (NĐ 61/2018 Điều 20): a step that signs after it could never be carried out. */
const signedLater = (graph: Graph): readonly Problem[] => {
  const entering = graph.nodes.filter(({ settings }) => settings.act === 'enter-result');
  return graph.nodes
    .filter(({ settings }) => settings.act === 'sign')
    .flatMap((node) => {
      const before = entering.find((one) => reachableFrom(graph, one).has(node.index));
      return before ? [say.signedAfterEntry(elementPath(node), stepName(node), stepName(before))] : [];
    });
};

const makesResult = ({ settings }: GraphNode): boolean =>
  settings.act === 'sign' ||
  settings.produces.some((product) => product === 'refusal' || product.startsWith('result:'));
