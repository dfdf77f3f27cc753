import type { GraphNode } from '#engine/process/index.ts';
import type { Problem } from '#engine/result/index.ts';
import * as say from '../messages.ts';
import { reachableWithout } from '../reach-without.ts';
import { elementPath, stepName } from '../steps.ts';
import type { Check } from '../subject.ts';

/** Before a result is entered or handed out, one was signed, or a refusal was. */
export const results: Check = {
  name: 'results',
  run: ({ process: { graph } }): readonly Problem[] => {
    if (!graph) return [];
    const without = reachableWithout(graph, makesResult);
    return graph.nodes
      .filter(
        ({ index, settings }) => (settings.act === 'enter-result' || settings.act === 'hand-out') && without.has(index),
      )
      .map((node) => say.noResultPath(elementPath(node), stepName(node)));
  },
};

const makesResult = ({ settings }: GraphNode): boolean =>
  settings.act === 'sign' ||
  settings.produces.some((product) => product === 'refusal' || product.startsWith('result:'));
