/** BPMN 2.0: parse → compiled graph → step(). Pure, total, deterministic; time and ids come in. */
export type * from './types.ts';
export type { Graph, ProcessState } from './graph.ts';
