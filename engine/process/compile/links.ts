import type { Problem } from '#engine/result/index.ts';
import { said } from '../messages.ts';
import type { Draft, DraftFlow } from './draft.ts';

/** A throwing link leads to the catching link of the same name in the same scope, like a sequence flow. */
export const linkFlows = (draft: Draft, report: (problem: Problem) => void): readonly DraftFlow[] => {
  const links = draft.nodes.flatMap(({ parsed, scope }) =>
    parsed.event?.type === 'link' ? [{ parsed, scope, name: parsed.event.name }] : [],
  );
  const catching = links.filter((link) => link.parsed.kind === 'intermediateCatchEvent');
  return links.flatMap((link): readonly DraftFlow[] => {
    if (link.parsed.kind !== 'intermediateThrowEvent') return [];
    const targets = catching.filter((target) => target.scope === link.scope && target.name === link.name);
    const [target] = targets;
    if (!target || targets.length > 1) {
      report(said.linkPairs(link.parsed.id, link.name));
      return [];
    }
    const id = `${link.parsed.id}->${target.parsed.id}`;
    return [{ scope: link.scope, parsed: { id, name: link.name, source: link.parsed.id, target: target.parsed.id } }];
  });
};
