/** A process drawn with where a dossier stands in it. */
export { DiagramLegend, ProcessDiagram } from './process-diagram.tsx';
export { diagramView } from './build.ts';
export type { DiagramWords } from './build.ts';
export type * from './view.ts';
