/** The part of the room that a browser needs to draw, write and try a process: reading, tables, layout, running. */
export type * from './types.ts';
export type * from './graph.ts';
export type { ProcessState } from './state.ts';
export type { ParsedNode, ParsedProcess } from './parse/model.ts';
export { parseProcess } from './parse/parse.ts';
export { mcDescriptor } from './parse/descriptor.ts';
export { compileProcess } from './compile/compile.ts';
export { startProcess } from './step/start.ts';
export { stepProcess } from './step/step.ts';
export { durationText, workingMinutes, MINUTES_OF_WORKING_DAY } from './duration.ts';
export { longestPathMinutes } from './time.ts';
export { processDiagram } from './diagram.ts';
export type { StepRow, StepTable } from './table/model.ts';
export { fromStepTable, standardPerformer } from './table/from-table.ts';
export { toStepTable } from './table/to-table.ts';
export { idOf as stepId, roleOfPerformer, tableOfText, textOfTable } from './table/pasted.ts';
export { minutesOfText } from './table/time-text.ts';
export { tidyLayout } from './layout/tidy.ts';
