import { drawProcess } from './layout/draw.ts';
import type { Bounds, ParsedDefinitions, ParsedNode, ParsedProcess, ParsedScope } from './parse/model.ts';
import type { ProcessDiagram } from './types.ts';

/**
 * What a page draws of a process: as the file's own diagram interchange has it, moved to the top
 * left; when a node or flow is not drawn there, our own layout of the whole. `process` as in
 * `compileProcess`; the first one when left out.
 */
export const processDiagram = (definitions: ParsedDefinitions, process?: string): ProcessDiagram => {
  const chosen = definitions.processes.find((candidate) => process === undefined || candidate.id === process);
  if (!chosen) return { width: 0, height: 0, lanes: [], nodes: [], flows: [] };
  return isDrawn(chosen, definitions) ? fromInterchange(chosen, definitions) : drawProcess(chosen);
};

const isDrawn = (scope: ParsedScope, definitions: ParsedDefinitions): boolean => {
  const { shapes, edges } = definitions.diagram;
  return (
    scope.nodes.every((node) => shapes[node.id] !== undefined && (!node.inside || isDrawn(node.inside, definitions))) &&
    scope.flows.every((flow) => edges[flow.id] !== undefined)
  );
};

const allNodes = (scope: ParsedScope): readonly ParsedNode[] =>
  scope.nodes.flatMap((node) => [node, ...(node.inside ? allNodes(node.inside) : [])]);
const allFlows = (scope: ParsedScope): ParsedScope['flows'] => [
  ...scope.flows,
  ...scope.nodes.flatMap((node) => (node.inside ? allFlows(node.inside) : [])),
];

const fromInterchange = (process: ParsedProcess, { diagram }: ParsedDefinitions): ProcessDiagram => {
  const shapeOf = (id: string): Bounds => diagram.shapes[id] ?? { x: 0, y: 0, width: 0, height: 0 };
  const nodes = allNodes(process).map((node) => ({
    id: node.id,
    kind: node.kind,
    name: node.name,
    ...shapeOf(node.id),
  }));
  const lanes = process.lanes.flatMap((lane) =>
    diagram.shapes[lane.id] ? [{ id: lane.id, name: lane.name, ...shapeOf(lane.id) }] : [],
  );
  const flows = allFlows(process).map((flow) => ({
    id: flow.id,
    name: flow.name,
    points: diagram.edges[flow.id] ?? [],
  }));

  const boxes: readonly Bounds[] = [...nodes, ...lanes];
  const points = flows.flatMap((flow) => flow.points);
  const left = Math.min(...boxes.map((box) => box.x), ...points.map(([x]) => x));
  const top = Math.min(...boxes.map((box) => box.y), ...points.map(([, y]) => y));
  const right = Math.max(...boxes.map((box) => box.x + box.width), ...points.map(([x]) => x));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height), ...points.map(([, y]) => y));
  const moved = <Box extends Bounds>(box: Box): Box => ({ ...box, x: box.x - left, y: box.y - top });
  return {
    width: right - left,
    height: bottom - top,
    lanes: lanes.map(moved),
    nodes: nodes.map(moved),
    flows: flows.map((flow) => ({ ...flow, points: flow.points.map(([x, y]) => [x - left, y - top] as const) })),
  };
};
