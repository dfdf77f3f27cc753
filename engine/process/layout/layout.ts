import { gridOf, type Cell, type Grid } from './grid.ts';
import { layersOf } from './layers.ts';
import type { Layout, LayoutEdge, LayoutNode, Point } from './model.ts';

const ROW_GAP = 50;
const MARGIN = 30;
/** Between two columns: room on both sides, and a track for each edge that turns there. */
const SIDE = 30;
const TRACK = 12;
const MIN_ROW = 60;

/** Left to right in columns, top to bottom in lanes, edges in right angles; no node under another or under an edge. */
export const layOut = (nodes: readonly LayoutNode[], edges: readonly LayoutEdge[], lanes = 1): Layout => {
  const layers = layersOf(nodes, edges);
  const grid = gridOf(nodes, edges, layers, lanes);
  const tracks = tracksOf(edges, grid);
  const columns = columnsOf(nodes, grid, tracks.count);
  const rows = rowsOf(nodes, grid);

  const places = new Map<string, { x: number; y: number }>();
  for (const node of nodes) {
    const cell = grid.cells.get(node.id);
    const column = columns.at(cell?.column ?? 0);
    if (!cell || !column) continue;
    places.set(node.id, { x: column.x + (column.width - node.width) / 2, y: rows.middle(cell) - node.height / 2 });
  }
  const routes = new Map<string, readonly Point[]>();
  for (const edge of edges) {
    const source = nodes.find((node) => node.id === edge.source);
    const target = nodes.find((node) => node.id === edge.target);
    const [from, to] = [places.get(edge.source), places.get(edge.target)];
    const [first, last] = [grid.cells.get(edge.source), grid.cells.get(edge.target)];
    if (!source || !target || !from || !to || !first || !last) continue;
    const points: Point[] = [[from.x + source.width, rows.middle(first)]];
    let before: Cell = first;
    let rightwards = true;
    for (const cell of [...(grid.passes.get(edge.id) ?? []), last]) {
      const gap = gapBetween(before, cell, cell === last, rightwards);
      const x = columns.track(gap, tracks.of(edge.id, gap));
      points.push([x, rows.middle(before)], [x, rows.middle(cell)]);
      rightwards = cell.column > before.column;
      before = cell;
    }
    points.push([to.x, rows.middle(last)]);
    routes.set(edge.id, straighten(points));
  }
  return { width: columns.width, height: rows.height, places, routes, lanes: rows.lanes };
};

/** Gap `c` lies to the right of column `c`; -1 is left of all. One enters a node from its left, whichever way one came. */
const gapBetween = (from: Cell, to: Cell, isEnd: boolean, rightwards: boolean): number => {
  if (isEnd) return to.column - 1;
  if (from.column === to.column) return rightwards ? from.column : from.column - 1;
  return Math.min(from.column, to.column);
};

interface Tracks {
  readonly count: (gap: number) => number;
  readonly of: (edge: string, gap: number) => number;
}

/** Each edge that turns in a gap gets its own line there. */
const tracksOf = (edges: readonly LayoutEdge[], grid: Grid): Tracks => {
  const users = new Map<number, string[]>();
  for (const edge of edges) {
    const last = grid.cells.get(edge.target);
    const first = grid.cells.get(edge.source);
    if (!first || !last) continue;
    let before = first;
    let rightwards = true;
    for (const cell of [...(grid.passes.get(edge.id) ?? []), last]) {
      const turns = before.lane !== cell.lane || before.row !== cell.row;
      const gap = gapBetween(before, cell, cell === last, rightwards);
      const known = users.get(gap) ?? [];
      if (turns && !known.includes(edge.id)) users.set(gap, [...known, edge.id]);
      rightwards = cell.column > before.column;
      before = cell;
    }
  }
  return {
    count: (gap) => users.get(gap)?.length ?? 0,
    of: (edge, gap) => Math.max(0, users.get(gap)?.indexOf(edge) ?? 0),
  };
};

interface Columns {
  readonly width: number;
  readonly at: (column: number) => { readonly x: number; readonly width: number } | undefined;
  readonly track: (gap: number, track: number) => number;
}

const columnsOf = (nodes: readonly LayoutNode[], grid: Grid, tracks: (gap: number) => number): Columns => {
  const gapWidth = (gap: number): number => 2 * SIDE + Math.max(0, tracks(gap) - 1) * TRACK;
  const columns: { x: number; width: number }[] = [];
  let x = MARGIN + (tracks(-1) > 0 ? gapWidth(-1) : 0);
  for (let column = 0; column < grid.columns; column += 1) {
    const width = Math.max(
      36,
      ...nodes.filter((node) => grid.cells.get(node.id)?.column === column).map((node) => node.width),
    );
    columns.push({ x, width });
    x += width + gapWidth(column);
  }
  return {
    width: x - SIDE + MARGIN,
    at: (column) => columns[column],
    track: (gap, track) => {
      const left = gap < 0 ? MARGIN : (columns[gap]?.x ?? 0) + (columns[gap]?.width ?? 0);
      return left + SIDE + track * TRACK;
    },
  };
};

interface Rows {
  readonly height: number;
  readonly middle: (cell: Cell) => number;
  readonly lanes: readonly { readonly y: number; readonly height: number }[];
}

const rowsOf = (nodes: readonly LayoutNode[], grid: Grid): Rows => {
  const middles: number[][] = [];
  const lanes: { y: number; height: number }[] = [];
  let y = 0;
  grid.rows.forEach((count, lane) => {
    const top = y;
    y += ROW_GAP / 2;
    const inLane: number[] = [];
    for (let row = 0; row < count; row += 1) {
      const here = nodes.filter((node) => {
        const cell = grid.cells.get(node.id);
        return cell?.lane === lane && cell.row === row;
      });
      const height = Math.max(MIN_ROW, ...here.map((node) => node.height));
      inLane.push(y + height / 2);
      y += height + ROW_GAP / 2;
    }
    middles.push(inLane);
    lanes.push({ y: top, height: y - top });
  });
  return { height: y, middle: (cell) => middles[cell.lane]?.[cell.row] ?? 0, lanes };
};

/** Drops repeated points and points in the middle of a straight line. */
const straighten = (points: readonly Point[]): readonly Point[] => {
  const kept: Point[] = [];
  for (const point of points) {
    const [one, two] = [kept.at(-1), kept.at(-2)];
    if (one && one[0] === point[0] && one[1] === point[1]) continue;
    if (one && two && ((two[0] === one[0] && one[0] === point[0]) || (two[1] === one[1] && one[1] === point[1])))
      kept.pop();
    kept.push(point);
  }
  return kept;
};
