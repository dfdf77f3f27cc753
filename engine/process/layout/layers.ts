import type { LayoutEdge, LayoutNode } from './model.ts';

export interface Layers {
  /** Column of each node, from 0. */
  readonly column: ReadonlyMap<string, number>;
  /** Edges that lead back: their arrow points to the left. */
  readonly back: ReadonlySet<string>;
}

/** Columns by the longest way from the start, loops left out; the order given decides which edge of a loop leads back. */
export const layersOf = (nodes: readonly LayoutNode[], edges: readonly LayoutEdge[]): Layers => {
  const outgoing = new Map<string, LayoutEdge[]>(nodes.map((node) => [node.id, []]));
  for (const edge of edges) outgoing.get(edge.source)?.push(edge);
  const back = backEdges(nodes, edges, outgoing);

  const missing = new Map<string, number>(nodes.map((node) => [node.id, 0]));
  const forward = edges.filter((edge) => !back.has(edge.id));
  for (const edge of forward) missing.set(edge.target, (missing.get(edge.target) ?? 0) + 1);
  const column = new Map<string, number>(nodes.map((node) => [node.id, 0]));
  const ready = nodes.filter((node) => missing.get(node.id) === 0).map((node) => node.id);
  for (let at = 0; at < ready.length; at += 1) {
    const id = ready[at] ?? '';
    for (const edge of outgoing.get(id) ?? []) {
      if (back.has(edge.id)) continue;
      column.set(edge.target, Math.max(column.get(edge.target) ?? 0, (column.get(id) ?? 0) + 1));
      const left = (missing.get(edge.target) ?? 0) - 1;
      missing.set(edge.target, left);
      if (left === 0) ready.push(edge.target);
    }
  }
  return { column, back };
};

/** Depth first from what nothing leads to; without recursion, so that a long chain is no trouble. */
const backEdges = (
  nodes: readonly LayoutNode[],
  edges: readonly LayoutEdge[],
  outgoing: ReadonlyMap<string, readonly LayoutEdge[]>,
): ReadonlySet<string> => {
  const back = new Set<string>();
  const state = new Map<string, 'open' | 'done'>();
  const targets = new Set(edges.map((edge) => edge.target));
  const roots = [...nodes.filter((node) => !targets.has(node.id)), ...nodes];
  for (const root of roots) {
    if (state.has(root.id)) continue;
    state.set(root.id, 'open');
    const stack = [{ id: root.id, next: 0 }];
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const edge = outgoing.get(top.id)?.[top.next];
      top.next += 1;
      if (!edge) {
        state.set(top.id, 'done');
        stack.pop();
      } else if (state.get(edge.target) === 'open') back.add(edge.id);
      else if (!state.has(edge.target)) {
        state.set(edge.target, 'open');
        stack.push({ id: edge.target, next: 0 });
      }
    }
  }
  return back;
};
