import type { ParsedNode } from '../parse/model.ts';
import type { TaskSettings } from '../types.ts';
import type { Draft } from './draft.ts';

/** A task's own role and unit, else its lane's, else those of the sub-process it stands in. */
export const settingsOf = (draft: Draft): readonly TaskSettings[] => {
  const laneOf = new Map<string, { readonly role?: string; readonly unit?: string }>();
  // Inner lanes come after outer ones and win.
  for (const lane of draft.lanes) for (const node of lane.nodes) laneOf.set(node, lane);

  const chain = (node: ParsedNode, scope: number): readonly { readonly role?: string; readonly unit?: string }[] => {
    const owner = draft.scopes[scope]?.node;
    const outer = owner === undefined ? undefined : draft.nodes[owner];
    const lane = laneOf.get(node.id);
    return [node.settings, ...(lane ? [lane] : []), ...(outer ? chain(outer.parsed, outer.scope) : [])];
  };
  return draft.nodes.map(({ parsed, scope }) => {
    const workers = chain(parsed, scope);
    const role = workers.find((worker) => worker.role !== undefined)?.role;
    const unit = workers.find((worker) => worker.unit !== undefined)?.unit;
    return { ...parsed.settings, ...(role === undefined ? {} : { role }), ...(unit === undefined ? {} : { unit }) };
  });
};
