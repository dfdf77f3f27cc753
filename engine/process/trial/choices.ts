import type { Graph } from '../graph.ts';
import type { Choices, ProcessTrace } from '../types.ts';

/** Adds what a trial picks next: sequence flows of one element, separated by spaces. undefined: no such flows. */
export const addChoice = (graph: Graph, choices: Choices, flows: string): Choices | undefined => {
  const ids = flows.split(/\s+/u).filter((id) => id !== '');
  const sources = new Set(ids.map((id) => graph.flows[graph.flowOf[id] ?? -1]?.source));
  const [source, ...others] = sources;
  const element = source === undefined ? undefined : graph.nodes[source]?.id;
  if (element === undefined || others.length > 0) return undefined;
  return { ...choices, [element]: [...(choices[element] ?? []), ids] };
};

/** What is left of the choices after a step: one for each time the element was left. */
export const spendChoices = (choices: Choices, trace: readonly ProcessTrace[]): Choices =>
  Object.fromEntries(
    Object.entries(choices).flatMap(([element, picked]) => {
      const used = trace.filter((entry) => entry.type === 'left' && entry.element === element).length;
      return used < picked.length ? [[element, picked.slice(used)]] : [];
    }),
  );
