import type { BpmnModdle, ModdleElement } from 'bpmn-moddle';
import { EVENT, GATEWAY, TASK } from '../../layout/draw.ts';
import { many, one, text } from '../../parse/element.ts';
import type { WantedFlow, WantedNode } from './wanted.ts';

const GAP = 50;
const LANE = 160;

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

const sizeOf = (kind: string): { readonly width: number; readonly height: number } =>
  kind.endsWith('Event')
    ? { width: EVENT, height: EVENT }
    : kind.endsWith('Gateway')
      ? { width: GATEWAY, height: GATEWAY }
      : TASK;

const numberAt = (element: ModdleElement | undefined, name: string): number => {
  const value = element?.[name];
  return typeof value === 'number' ? value : 0;
};

const boxOf = (shape: ModdleElement): Box => {
  const bounds = one(shape, 'bounds');
  return {
    x: numberAt(bounds, 'x'),
    y: numberAt(bounds, 'y'),
    width: numberAt(bounds, 'width'),
    height: numberAt(bounds, 'height'),
  };
};

/** From the right of one to the left of the other; backwards below both. */
const routeBetween = (from: Box, to: Box): readonly (readonly [number, number])[] => {
  const [startX, startY] = [from.x + from.width, from.y + from.height / 2];
  const endY = to.y + to.height / 2;
  if (to.x >= startX) {
    const middle = startX + (to.x - startX) / 2;
    return startY === endY
      ? [[startX, startY], [to.x, endY]]
      : [[startX, startY], [middle, startY], [middle, endY], [to.x, endY]];
  }
  const below = Math.max(from.y + from.height, to.y + to.height) + 25;
  const [fromX, toX] = [from.x + from.width / 2, to.x + to.width / 2];
  return [[fromX, from.y + from.height], [fromX, below], [toX, below], [toX, to.y + to.height]];
}; // prettier-ignore

export interface Placing {
  readonly moddle: BpmnModdle;
  readonly plane: ModdleElement;
  readonly elements: ReadonlyMap<string, ModdleElement>;
  readonly nodes: readonly WantedNode[];
  readonly flows: readonly WantedFlow[];
  /** Flows whose ends are as they were drawn. */
  readonly asDrawn: ReadonlySet<string>;
  /** Lane element of a node. */
  readonly laneOf: (node: string) => string | undefined;
  readonly newLanes: readonly string[];
}

/** Keeps every place that stays, makes room for what is new behind what leads to it, and draws new ways. */
export const place = ({ moddle, plane, elements, nodes, flows, asDrawn, laneOf, newLanes }: Placing): void => {
  const about = (each: ModdleElement): string => text(one(each, 'bpmnElement') ?? each, 'id') ?? '';
  const here = many(plane, 'planeElement').filter((each) => {
    const of = one(each, 'bpmnElement');
    const id = of && text(of, 'id');
    const edge = each.$type === 'bpmndi:BPMNEdge' && of?.$type === 'bpmn:SequenceFlow';
    return id !== undefined && elements.get(id) === of && (!edge || asDrawn.has(id));
  });
  const boxes = new Map<string, Box>();
  for (const each of here) if (each.$type === 'bpmndi:BPMNShape') boxes.set(about(each), boxOf(each));
  const wanted = new Set(nodes.map(({ id }) => id));
  const waypoints = new Map<ModdleElement, { x: number; y: number }[]>();
  for (const each of here)
    if (each.$type === 'bpmndi:BPMNEdge')
      waypoints.set(each, many(each, 'waypoint').map((at) => ({ x: numberAt(at, 'x'), y: numberAt(at, 'y') }))); // prettier-ignore
  /** What spans the process grows; what stands right of there goes right. */
  const makeRoom = (from: number, by: number): void => {
    for (const [id, box] of boxes) {
      if (!wanted.has(id) && box.x < from && box.x + box.width > from) box.width += by;
      else if (box.x >= from) box.x += by;
    }
    for (const points of waypoints.values()) for (const at of points) if (at.x >= from) at.x += by;
  };
  for (const lane of newLanes) {
    const all = [...boxes].filter(([id]) => elements.get(id)?.$type === 'bpmn:Lane').map(([, box]) => box);
    const last = all.sort((one_, other) => other.y + other.height - (one_.y + one_.height))[0];
    if (!last) continue;
    boxes.set(lane, { x: last.x, y: last.y + last.height, width: last.width, height: LANE });
    for (const [id, box] of boxes) if (elements.get(id)?.$type === 'bpmn:Participant') box.height += LANE;
  }
  for (const node of nodes) {
    if (boxes.has(node.id)) continue;
    const size = sizeOf(node.now.kind);
    const before = flows.find(({ source, target }) => target === node.id && boxes.has(source))?.source;
    const behind = before === undefined ? undefined : boxes.get(before);
    const lane = boxes.get(laneOf(node.id) ?? '');
    const x = behind ? behind.x + behind.width + GAP : (lane?.x ?? 0) + 2 * GAP;
    makeRoom(x - GAP / 2, size.width + GAP);
    const middle = lane ? lane.y + lane.height / 2 : behind ? behind.y + behind.height / 2 : LANE / 2;
    boxes.set(node.id, { x, y: middle - size.height / 2, ...size });
  }
  const boundsOf = (box: Box): ModdleElement => moddle.create('dc:Bounds', { ...box });
  const shapes = [...boxes].map(([id, box]) => {
    const old = here.find((each) => each.$type === 'bpmndi:BPMNShape' && about(each) === id);
    const shape =
      old ??
      moddle.create('bpmndi:BPMNShape', {
        id: `${id}-shape`,
        bpmnElement: elements.get(id),
        ...(elements.get(id)?.$type === 'bpmn:Lane' ? { isHorizontal: true } : {}),
      });
    const bounds = boundsOf(box);
    Object.assign(bounds, { $parent: shape });
    return Object.assign(shape, { bounds, $parent: plane });
  });
  const draw = (edge: ModdleElement, points: readonly { readonly x: number; readonly y: number }[]): ModdleElement =>
    Object.assign(edge, {
      $parent: plane,
      waypoint: points.map(({ x, y }) => Object.assign(moddle.create('dc:Point', { x, y }), { $parent: edge })),
    });
  const drawn = [...waypoints].map(([edge, points]) => draw(edge, points));
  const fresh = flows.flatMap(({ id, source, target }) => {
    const [from, to] = [boxes.get(source), boxes.get(target)];
    if (asDrawn.has(id) || !from || !to) return [];
    const edge = moddle.create('bpmndi:BPMNEdge', { id: `${id}-edge`, bpmnElement: elements.get(id) });
    return [
      draw(
        edge,
        routeBetween(from, to).map(([x, y]) => ({ x, y })),
      ),
    ];
  });
  Object.assign(plane, { planeElement: [...shapes, ...drawn, ...fresh] });
};
