import type { Graph } from '#engine/process/index.ts';
import type { Localized } from '#engine/result/index.ts';
import { verifySoundness, type Witness } from '../process/index.ts';
import type { Check } from '../subject.ts';

/** The process can always end, ends once, nothing waits for ever, nothing is dead; a fault comes with a run that shows it. */
export const soundness: Check = {
  name: 'soundness',
  run: ({ process: { graph }, form }) => {
    if (!graph) return [];
    // Where answers have types, the check of gateways knows whether a default is needed.
    const told = verifySoundness(graph).findings.filter(
      ({ code }) => code !== 'soundness.missing-default' || !form.compiled,
    );
    return told.map(({ code, element, severity, message, witness }) => ({
      code,
      path: `/process/${element}`,
      message,
      ...(witness ? { remedy: route(graph, witness) } : {}),
      severity,
    }));
  },
};

/** The elements that a person knows by name, in the order in which the run passes them. */
const route = ({ nodes }: Graph, { elements }: Witness): Localized => {
  const names = elements.map((id) => nodes.find((node) => node.id === id)?.name || id).join(' → ');
  return { vi: `Một đường đi cho thấy lỗi: ${names}.`, en: `A run that shows it: ${names}.` };
};
