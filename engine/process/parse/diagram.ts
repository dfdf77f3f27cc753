import type { ModdleElement } from 'bpmn-moddle';
import { many, one, reference } from './element.ts';
import type { Bounds, ParsedDiagram } from './model.ts';

const number = (element: ModdleElement, property: string): number => {
  const value = element[property];
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
};

/** Shapes and edges of all diagrams of the file, by the element they draw. */
export const readDiagram = (root: ModdleElement): ParsedDiagram => {
  const shapes: Record<string, Bounds> = {};
  const edges: Record<string, readonly (readonly [number, number])[]> = {};
  for (const diagram of many(root, 'diagrams')) {
    const plane = one(diagram, 'plane');
    for (const drawn of plane ? many(plane, 'planeElement') : []) {
      const element = reference(drawn, 'bpmnElement');
      if (element === undefined) continue;
      const bounds = one(drawn, 'bounds');
      if (bounds)
        shapes[element] = {
          x: number(bounds, 'x'),
          y: number(bounds, 'y'),
          width: number(bounds, 'width'),
          height: number(bounds, 'height'),
        };
      const points = many(drawn, 'waypoint').map((point) => [number(point, 'x'), number(point, 'y')] as const);
      if (points.length > 1) edges[element] = points;
    }
  }
  return { shapes, edges };
};
