/** BPMN 2.0: parse → compiled graph → step(). Pure, total, deterministic; time and ids come in. */
export * from './types.ts';
export type * from './graph.ts';
export type * from './state.ts';
export type * from './parse/model.ts';
export { parseProcess, type ParseOptions } from './parse/parse.ts';
export { readProcess } from './read.ts';
export { compileCalling, type FindRelease } from './called.ts';
export { compileProcess, type CompileOptions } from './compile/compile.ts';
export { startProcess } from './step/start.ts';
export { stepProcess } from './step/step.ts';
export { workingMinutes, durationText, MINUTES_OF_WORKING_DAY } from './duration.ts';
export { readDecisions } from './decision-table/read.ts';
export type { Decision, Decisions } from './decision-table/model.ts';
export { decide } from './decision-table/decide.ts';
export { processDiagram } from './diagram.ts';
export { generateProcess } from './generate/generate.ts';
export { minutesToShare } from './generate/share-time.ts';
export { isPlainUnitRule, settingsFor, unitsOf } from './unit-rule.ts';
export { workingTimeOf, type WorkingTime } from './time.ts';
export type { StepRow, StepTable } from './table/model.ts';
export { fromStepTable } from './table/from-table.ts';
export { editStepTable } from './table/edit/edit-table.ts';
export { toStepTable } from './table/to-table.ts';
export { readStepTable } from './table/read-table.ts';
export { tableOfText, textOfTable } from './table/pasted.ts';
export { sheetOfTable, tableOfSheet } from './table/sheet.ts';
export { tidyLayout } from './layout/tidy.ts';
export { planMigration } from './migrate/mapping.ts';
export { migrate, revertMigration } from './migrate/migrate.ts';
export { markingOf, replayOn, type DoneStep } from './migrate/replay.ts';
export type { Instructions, Mapping, Migrated, MigrationPlan, MigrationUndo, StateCheck } from './migrate/model.ts';
export { advanceTo, dueTimers } from './step/time-passes.ts';
export { conformance, rules as conformanceRules } from './conform/index.ts';
export { told as conformanceTexts } from './conform/messages.ts';
export {
  inputOf as scriptInput,
  open as openTrial,
  play as playStep,
  readScript,
  type Played,
  type Playing,
  type ScriptStep,
} from './trial/script.ts';
export { exportProcess } from './export.ts';
export { escapeXml } from './write.ts';
export { waysThrough, type Way } from './ways.ts';
export { processDifferences, type ProcessDifference } from './differences.ts';
