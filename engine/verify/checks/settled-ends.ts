import type { Graph } from '#engine/process/index.ts';
import type { Problem } from '#engine/result/index.ts';
import * as say from '../messages.ts';
import { reachableWithout } from '../reach-without.ts';
import { elementPath, stepName } from '../steps.ts';
import type { Check } from '../subject.ts';

/**
 * Where a process has a step that enters the result, no run ends without it: a step that leads
 * nowhere ends its way too (BPMN 2.0, 13.5.6), and the dossier would stay unsettled for ever.
 */
export const settledEnds: Check = {
  name: 'settled-ends',
  run: ({ process: { graph } }) => (graph ? unsettled(graph) : []),
};

const unsettled = (graph: Graph): readonly Problem[] => {
  if (!graph.nodes.some(({ settings }) => settings.act === 'enter-result')) return [];
  const without = reachableWithout(graph, ({ settings }) => settings.act === 'enter-result');
  return graph.nodes
    .filter(
      ({ index, scope, outgoing, kind, event, settings, byEvent, attachedTo, compensation }) =>
        scope === 0 &&
        outgoing.length === 0 &&
        settings.act !== 'enter-result' &&
        !byEvent &&
        attachedTo === undefined &&
        !compensation &&
        !(kind === 'endEvent' && (event?.type === 'error' || event?.type === 'cancel')) &&
        without.has(index),
    )
    .map((node) => say.endsUnsettled(elementPath(node), stepName(node)));
};
