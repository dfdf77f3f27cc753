import type { Transition } from './net.ts';

/**
 * BPMN 2.0 table 13.4 over places: from which places a token can come to each incoming place. Ways
 * through the join itself do not count: its own place is left out.
 */
export const withReach = (transitions: readonly Transition[], count: number): readonly Transition[] => {
  if (!transitions.some((transition) => transition.join)) return transitions;
  const before: number[][] = Array.from({ length: count }, () => []);
  for (const { inputs, outputs, join } of transitions)
    for (const output of outputs) before[output]?.push(...inputs, ...(join?.incoming ?? []));
  return transitions.map((transition): Transition => {
    if (!transition.join) return transition;
    const own = new Set(transition.outputs);
    const reach = transition.join.incoming.map((incoming) => {
      const found = new Set<number>([incoming]);
      for (const place of found) for (const source of before[place] ?? []) if (!own.has(source)) found.add(source);
      return found;
    });
    return { ...transition, join: { incoming: transition.join.incoming, reach } };
  });
};
