import {
  compileProcess,
  parseProcess,
  toStepTable,
  waysThrough,
  workingTimeOf,
  type Graph,
  type ParsedProcess,
  type StepTable,
  type Way,
} from '#engine/process/browser.ts';
import type { TypeEnvironment } from '#engine/expression/browser.ts';
import type { Problem } from '#engine/result/index.ts';

/** Everything the studio knows of a text without asking the server. */
export interface Analysis {
  readonly xml: string;
  readonly process?: ParsedProcess;
  readonly graph?: Graph;
  readonly table?: StepTable;
  /** Why it cannot be a table. */
  readonly noTable: readonly Problem[];
  readonly problems: readonly Problem[];
  readonly ways: readonly Way[];
  /** Working minutes of the slowest way, each loop once. */
  readonly slowest: number;
}

/** `environment`: the names that its conditions may use; without them a name with a hyphen would be read as a difference. */
export const analyse = async (xml: string, environment: TypeEnvironment): Promise<Analysis> => {
  const parsed = await parseProcess(xml);
  const none = { xml, ways: [], slowest: 0 };
  if (!parsed.ok) return { ...none, noTable: parsed.problems, problems: parsed.problems };
  const [process] = parsed.value.processes;
  const compiled = compileProcess(parsed.value, { environment });
  const table = process ? toStepTable(process) : undefined;
  return {
    xml,
    ...(process ? { process } : {}),
    ...(compiled.ok ? { graph: compiled.value } : {}),
    ...(table?.ok ? { table: table.value } : {}),
    noTable: table && !table.ok ? table.problems : [],
    problems: compiled.ok ? [] : compiled.problems,
    ways: compiled.ok ? waysThrough(compiled.value) : [],
    slowest: compiled.ok ? workingTimeOf(compiled.value).minutes : 0,
  };
};
