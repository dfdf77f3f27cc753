import type { Graph, GraphNode } from '#engine/process/index.ts';

/** Activities that a person carries out. */
export const isHumanStep = ({ kind }: GraphNode): boolean =>
  kind === 'userTask' || kind === 'manualTask' || kind === 'task';

export const humanSteps = (graph: Graph): readonly GraphNode[] => graph.nodes.filter(isHumanStep);

export const stepName = ({ name, id }: GraphNode): string => name || id;

/** A problem's place: the element of the process. */
export const elementPath = ({ id }: GraphNode): string => `/process/${id}`;

/** Signs, or makes a result or a refusal in another way. */
export const makesResult = ({ settings }: GraphNode): boolean =>
  settings.act === 'sign' ||
  settings.produces.some((product) => product === 'refusal' || product.startsWith('result:'));
