import type { Layers } from './layers.ts';
import type { LayoutEdge, LayoutNode } from './model.ts';

/** A cell of the grid: its lane, its row in that lane, its column. */
export interface Cell {
  readonly lane: number;
  readonly row: number;
  readonly column: number;
}

export interface Grid {
  readonly cells: ReadonlyMap<string, Cell>;
  /** Cells that an edge passes through, from its source to its target. */
  readonly passes: ReadonlyMap<string, readonly Cell[]>;
  readonly columns: number;
  /** Rows of each lane. */
  readonly rows: readonly number[];
}

/**
 * Gives every node a cell of its own, and every edge that passes a column a cell there too, so that
 * nothing is drawn over anything. A node takes its predecessor's row where it can.
 */
export const gridOf = (
  nodes: readonly LayoutNode[],
  edges: readonly LayoutEdge[],
  layers: Layers,
  lanes: number,
): Grid => {
  const columnOf = (id: string): number => layers.column.get(id) ?? 0;
  const nodeOf = new Map(nodes.map((node) => [node.id, node]));
  const taken = new Set<string>();
  const cells = new Map<string, Cell>();
  const passes = new Map<string, Cell[]>();
  const rows = Array.from({ length: Math.max(lanes, 1) }, () => 1);

  const claim = (lane: number, column: number, wanted: number): Cell => {
    for (let away = 0; ; away += 1) {
      for (const row of away === 0 ? [wanted] : [wanted + away, wanted - away]) {
        const key = `${lane}/${row}/${column}`;
        if (row < 0 || taken.has(key)) continue;
        taken.add(key);
        rows[lane] = Math.max(rows[lane] ?? 1, row + 1);
        return { lane, row, column };
      }
    }
  };

  const columns = Math.max(0, ...nodes.map((node) => columnOf(node.id))) + 1;
  for (let column = 0; column < columns; column += 1) {
    for (const node of nodes.filter((candidate) => columnOf(candidate.id) === column)) {
      const before = edges
        .filter((edge) => edge.target === node.id && !layers.back.has(edge.id))
        .map((edge) => lastCell(edge, cells, passes));
      const inLane = before.filter((cell) => cell?.lane === node.lane).map((cell) => cell?.row ?? 0);
      cells.set(node.id, claim(node.lane, column, inLane.length > 0 ? Math.min(...inLane) : 0));
    }
    for (const edge of edges) {
      const back = layers.back.has(edge.id);
      const [from, to] = [columnOf(edge.source), columnOf(edge.target)];
      const crosses = back ? column >= to && column <= from : column > from && column < to;
      const target = nodeOf.get(edge.target);
      if (!crosses || !target) continue;
      const known = passes.get(edge.id)?.at(back ? 0 : -1) ?? (back ? undefined : cells.get(edge.source));
      const wanted = known?.lane === target.lane ? known.row : 0;
      const cell = claim(target.lane, column, back && !known ? (rows[target.lane] ?? 1) : wanted);
      passes.set(edge.id, back ? [cell, ...(passes.get(edge.id) ?? [])] : [...(passes.get(edge.id) ?? []), cell]);
    }
  }
  return { cells, passes, columns, rows };
};

const lastCell = (
  edge: LayoutEdge,
  cells: ReadonlyMap<string, Cell>,
  passes: ReadonlyMap<string, readonly Cell[]>,
): Cell | undefined => passes.get(edge.id)?.at(-1) ?? cells.get(edge.source);
