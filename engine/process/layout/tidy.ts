import { BpmnModdle, type ModdleElement } from 'bpmn-moddle';
import { fail, ok, type Result } from '#engine/result/index.ts';
import { said } from '../messages.ts';
import { mcDescriptor } from '../parse/descriptor.ts';
import { many, one, text } from '../parse/element.ts';
import { parseProcess } from '../parse/parse.ts';
import type { ParsedProcess } from '../parse/model.ts';
import { drawProcess } from './draw.ts';
import { written } from '../written.ts';

const moddle = new BpmnModdle({ mc: mcDescriptor });
/** The pool's own name stands left of the lanes. */
const POOL_NAME = 30;

/**
 * The same BPMN with every lane, node and flow of its first process laid out anew; nothing but the diagram
 * changes. What the layout does not place (annotations, data) keeps its place.
 */
export const tidyLayout = async (xml: string): Promise<Result<string>> => {
  const parsed = await parseProcess(xml, { tolerant: true });
  if (!parsed.ok) return parsed;
  const [process] = parsed.value.processes;
  if (!process) return fail(said.noProcess());
  const { rootElement } = await moddle.fromXML(xml);
  placeAnew(rootElement, process);
  return ok(written((await moddle.toXML(rootElement, { format: true })).xml));
};

const placeAnew = (root: ModdleElement, process: ParsedProcess): void => {
  const drawn = drawProcess(process);
  const elements = elementsById(root);
  const pool = [...elements.values()].find(
    (each) => each.$type === 'bpmn:Participant' && idOf(one(each, 'processRef')) === process.id,
  );
  const left = pool ? POOL_NAME : 0;
  const bounds = (box: { x: number; y: number; width: number; height: number }): ModdleElement =>
    moddle.create('dc:Bounds', { x: box.x, y: box.y, width: box.width, height: box.height });
  const shape = (id: string, box: Parameters<typeof bounds>[0], more: Readonly<Record<string, unknown>> = {}) =>
    moddle.create('bpmndi:BPMNShape', {
      id: `${id}_di`,
      bpmnElement: elements.get(id),
      bounds: bounds(box),
      ...more,
    });
  const made = [
    ...(pool
      ? [
          shape(
            text(pool, 'id') ?? '',
            { x: 0, y: 0, width: drawn.width + left, height: drawn.height },
            { isHorizontal: true },
          ),
        ]
      : []),
    ...drawn.lanes.map((lane) => shape(lane.id, { ...lane, x: lane.x + left }, { isHorizontal: true })),
    ...drawn.nodes.map((node) =>
      shape(node.id, { ...node, x: node.x + left }, node.kind === 'subProcess' ? { isExpanded: true } : {}),
    ),
    ...drawn.flows.map((flow) =>
      moddle.create('bpmndi:BPMNEdge', {
        id: `${flow.id}_di`,
        bpmnElement: elements.get(flow.id),
        waypoint: flow.points.map(([x, y]) => moddle.create('dc:Point', { x: x + left, y })),
      }),
    ),
  ];
  const placed = new Set(made.map((each) => idOf(one(each, 'bpmnElement'))));
  const before = many(root, 'diagrams')[0];
  const plane = before && one(before, 'plane');
  const kept = plane ? many(plane, 'planeElement').filter((each) => !placed.has(idOf(one(each, 'bpmnElement')))) : [];
  const owner = pool?.$parent ?? elements.get(process.id);
  const fresh = moddle.create('bpmndi:BPMNPlane', {
    id: (plane && text(plane, 'id')) ?? 'plane',
    bpmnElement: owner,
    planeElement: [...made, ...kept],
  });
  for (const each of [...made, ...kept]) Object.assign(each, { $parent: fresh });
  const diagram = moddle.create('bpmndi:BPMNDiagram', {
    id: (before && text(before, 'id')) ?? 'diagram',
    plane: fresh,
  });
  Object.assign(fresh, { $parent: diagram });
  Object.assign(root, { diagrams: [diagram] });
};

const idOf = (element: ModdleElement | undefined): string => (element && text(element, 'id')) ?? '';

const elementsById = (root: ModdleElement): ReadonlyMap<string, ModdleElement> => {
  const found = new Map<string, ModdleElement>();
  const walk = (element: ModdleElement): void => {
    found.set(idOf(element), element);
    for (const name of ['rootElements', 'participants', 'laneSets', 'lanes', 'flowElements', 'artifacts'])
      for (const child of many(element, name)) walk(child);
    const inner = one(element, 'childLaneSet');
    if (inner) walk(inner);
  };
  walk(root);
  return found;
};
