import type { ParsedLane, ParsedNode, ParsedProcess, ParsedScope } from '../parse/model.ts';
import type { ProcessDiagram } from '../types.ts';
import { layOut } from './layout.ts';
import type { LayoutEdge, LayoutNode, Point } from './model.ts';

type DrawnNode = ProcessDiagram['nodes'][number];
type DrawnFlow = ProcessDiagram['flows'][number];

interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly DrawnNode[];
  readonly flows: readonly DrawnFlow[];
  readonly lanes: readonly { readonly y: number; readonly height: number }[];
}

export const TASK = { width: 140, height: 80 } as const;
export const EVENT = 36;
export const GATEWAY = 50;
/** Width of a lane's name, written upwards. */
export const LANE_HEADER = 30;
/** Inside a sub-process: its name above, air around. */
const PADDING = 20;
const HEADER = 24;
/** Below a host, room for the boundary events on its edge and their first turn. */
const BOUNDARY_ROOM = 24;

/** Our own drawing of a process that brings none: lanes from top to bottom, time from left to right. */
export const drawProcess = (process: ParsedProcess): ProcessDiagram => {
  const lanes = leafLanes(process.lanes);
  const drawn = drawScope(
    process,
    (node) =>
      Math.max(
        0,
        lanes.findIndex((lane) => lane.nodes.includes(node.id)),
      ),
    lanes.length,
  );
  const left = lanes.length > 0 ? LANE_HEADER : 0;
  return {
    width: drawn.width + left,
    height: drawn.height,
    lanes: lanes.map((lane, index) => ({
      id: lane.id,
      name: lane.name,
      x: 0,
      y: drawn.lanes[index]?.y ?? 0,
      width: drawn.width + left,
      height: drawn.lanes[index]?.height ?? 0,
    })),
    nodes: drawn.nodes.map((node) => ({ ...node, x: node.x + left })),
    flows: drawn.flows.map((flow) => ({ ...flow, points: flow.points.map(([x, y]) => [x + left, y] as const) })),
  };
};

/** Lanes that hold nodes; a lane around lanes is only their frame. */
const leafLanes = (lanes: readonly ParsedLane[]): readonly ParsedLane[] =>
  lanes.filter((lane) => lane.nodes.length > 0);

const drawScope = (scope: ParsedScope, laneOf: (node: ParsedNode) => number, laneCount: number): Drawing => {
  const insides = new Map(
    scope.nodes.flatMap((node) => (node.inside ? [[node.id, drawScope(node.inside, () => 0, 1)] as const] : [])),
  );
  const boundary = scope.nodes.filter((node) => node.kind === 'boundaryEvent');
  const hosts = new Map(boundary.map((event) => [event.id, event.attachedTo ?? '']));
  const sizeOf = (node: ParsedNode): { width: number; height: number } => {
    const inside = insides.get(node.id);
    if (inside) return { width: inside.width + 2 * PADDING, height: inside.height + HEADER + PADDING };
    if (node.kind.endsWith('Event')) return { width: EVENT, height: EVENT };
    if (node.kind.endsWith('Gateway')) return { width: GATEWAY, height: GATEWAY };
    return TASK;
  };

  const boxes = scope.nodes
    .filter((node) => node.kind !== 'boundaryEvent')
    .map((node): LayoutNode => {
      const { width, height } = sizeOf(node);
      const room = [...hosts.values()].includes(node.id) ? 2 * BOUNDARY_ROOM : 0;
      return { id: node.id, width, height: height + room, lane: laneOf(node) };
    });
  const edges = scope.flows.map((flow): LayoutEdge => ({
    id: flow.id,
    source: hosts.get(flow.source) ?? flow.source,
    target: flow.target,
  }));
  const layout = layOut(boxes, edges, Math.max(1, laneCount));

  const nodes: DrawnNode[] = [];
  const flows: DrawnFlow[] = [];
  const places = new Map<string, DrawnNode>();
  const add = (node: ParsedNode, x: number, y: number): void => {
    const { width, height } = sizeOf(node);
    const drawn = { id: node.id, kind: node.kind, name: node.name, x, y, width, height };
    places.set(node.id, drawn);
    nodes.push(drawn);
    const inside = insides.get(node.id);
    if (!inside) return;
    const [dx, dy] = [x + PADDING, y + HEADER];
    nodes.push(...inside.nodes.map((inner) => ({ ...inner, x: inner.x + dx, y: inner.y + dy })));
    flows.push(
      ...inside.flows.map((flow) => ({ ...flow, points: flow.points.map(([px, py]) => [px + dx, py + dy] as const) })),
    );
  };
  for (const node of scope.nodes) {
    const place = layout.places.get(node.id);
    const box = boxes.find((candidate) => candidate.id === node.id);
    if (place && box) add(node, place.x, place.y + (box.height - sizeOf(node).height) / 2);
  }
  boundary.forEach((event) => {
    const host = places.get(event.attachedTo ?? '');
    const beside = boundary.filter((other) => other.attachedTo === event.attachedTo).indexOf(event);
    if (host)
      add(event, host.x + host.width - EVENT * (beside + 1) - 8 * beside - 10, host.y + host.height - EVENT / 2);
  });
  for (const flow of scope.flows) {
    const route = layout.routes.get(flow.id);
    if (route)
      flows.push({
        id: flow.id,
        name: flow.name,
        points: fromBoundary(route, hosts.has(flow.source) ? places.get(flow.source) : undefined),
      });
  }
  return { width: layout.width, height: layout.height, nodes, flows, lanes: layout.lanes };
};

/** A flow out of a boundary event leaves below it and joins its host's way in the next gap. */
const fromBoundary = (route: readonly Point[], event: DrawnNode | undefined): readonly Point[] => {
  if (!event) return route;
  const [, turn, ...rest] = route;
  const x = event.x + event.width / 2;
  const below = event.y + event.height + 4;
  return turn
    ? [[x, event.y + event.height], [x, below], [turn[0] - 8, below], [turn[0] - 8, turn[1]], turn, ...rest]
    : route;
};
