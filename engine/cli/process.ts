import path from 'node:path';
import { verifySoundness, type SoundnessFinding, type Verdict } from '#engine/verify/index.ts';
import {
  compileProcess,
  exportProcess,
  fromStepTable,
  parseProcess,
  readStepTable,
  openTrial,
  playStep,
  readScript,
  toStepTable,
  type Graph,
  type Playing,
  type ProcessState,
  type ProcessTrace,
  type ScriptStep,
} from '#engine/process/index.ts';
import { parseInstant } from '#engine/clock/index.ts';
import type { Result } from '#engine/result/index.ts';
import { report, type Command, type ExitCode, type Output } from './command.ts';
import { readJson, readText } from './files.ts';
import { readFlags } from './flags.ts';
import { caseRunner } from './process/cases.ts';
import { migrateCommand } from './process/migrate.ts';
import { loadProcess, MAX_BYTES } from './process/load.ts';
import { viewOf } from './process/view.ts';

const RUN =
  'FILE [--process ID] [--vars FILE] --script FILE [--decisions FILE,FILE] [--called FILE,FILE] [--trace] [--now INSTANT] | --cases FILE --base DIR';
/** A headless run begins here unless it is told otherwise, so that it always gives the same result. */
const BEGINNING = '2021-07-01T00:00:00.000Z';

const run: Command = {
  name: 'process run',
  usage: RUN,
  summary: 'Runs a BPMN file headless by a script, or every case of an oracle file.',
  run: async (args, io) => {
    const flags = readFlags(args, {
      process: 'text',
      vars: 'text',
      script: 'text',
      cases: 'text',
      base: 'text',
      now: 'text',
      decisions: 'text',
      called: 'text',
      trace: 'switch',
    });
    if (typeof flags === 'string') return io.wrongUse(`${flags}\nprocess run ${RUN}`);
    const { cases, base, vars, script, process: id, now, decisions, called } = flags.text;
    const [file, ...others] = flags.positionals;
    if (cases !== undefined)
      return file === undefined ? runCases(cases, base ?? path.dirname(cases), io) : io.wrongUse(`process run ${RUN}`);
    const begin = now === undefined ? BEGINNING : parseInstant(now);
    if (file === undefined || others.length > 0 || begin === undefined) return io.wrongUse(`process run ${RUN}`);

    const graph = await loadProcess(file, {
      decisions: decisions?.split(',') ?? [],
      called: called?.split(',') ?? [],
      ...(id === undefined ? {} : { process: id }),
    });
    if (!graph.ok) return report(io, graph.problems);
    for (const warning of graph.warnings ?? []) io.finding(warning);
    const given = vars === undefined ? undefined : await readJson(vars);
    if (given && !given.ok) return report(io, given.problems);
    const steps = script === undefined ? undefined : await readJson(script);
    if (steps && !steps.ok) return report(io, steps.problems);
    const read = readScript(steps?.value ?? []);
    if (!read.ok) return report(io, read.problems);
    return runScript(graph.value, record(given?.value), read.value, begin, flags.on.trace === true, io);
  },
};

const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : {};

const runScript = (
  graph: Graph,
  variables: Readonly<Record<string, unknown>>,
  script: readonly ScriptStep[],
  begin: string,
  withTrace: boolean,
  io: Output,
): ExitCode => {
  const opened = openTrial(graph, variables, script, { now: begin });
  if (!opened.ok) return report(io, opened.problems);
  let at: Playing = opened.value;
  const completed: string[] = [];
  const trace: unknown[] = [];
  const seen = (step: unknown, entries: readonly ProcessTrace[]): void => {
    completed.push(...entries.filter((entry) => entry.type === 'left').map((entry) => entry.element));
    trace.push({ step, now: at.now, ...seenFrom(graph, at.state), trace: entries, state: at.state });
  };
  seen(null, opened.value.step.trace);
  let refused: ExitCode = 0;
  for (const [index, step] of script.entries()) {
    if (index < opened.value.used) continue;
    const played = playStep(graph, at, step, index);
    if (!played.ok) {
      refused = report(
        io,
        played.problems.map((found) => ({
          ...found,
          path: `/script/${index}${found.path === '' ? '' : `#${found.path}`}`,
        })),
      );
      break;
    }
    at = played.value;
    seen(step, played.value.step.trace);
  }
  io.print({ ...seenFrom(graph, at.state), completed, variables: at.state.variables, ...(withTrace ? { trace } : {}) });
  return refused;
};

const seenFrom = (
  graph: Graph,
  state: ProcessState,
): { readonly status: string; readonly waiting: readonly string[]; readonly events: readonly string[] } => ({
  status: state.status,
  ...viewOf(graph, state),
});

const runCases = async (file: string, base: string, io: Output): Promise<ExitCode> => {
  const given = await readJson(file);
  if (!given.ok) return report(io, given.problems);
  const cases = Array.isArray(given.value) ? given.value : record(given.value)['cases'];
  if (!Array.isArray(cases)) return io.wrongUse(`${file}: no "cases".`);
  const began = performance.now();
  const runCase = caseRunner((name, process) =>
    loadProcess(path.join(base, name), { tolerant: true, ...(process === undefined ? {} : { process }) }),
  );
  const counts = { passed: 0, failed: 0, refused: 0 };
  for (const each of cases as readonly unknown[]) {
    const outcome = await runCase(each);
    counts[outcome.ok ? 'passed' : outcome.refused === null ? 'failed' : 'refused'] += 1;
    io.line(outcome);
  }
  io.line({ ...counts, ms: Math.round(performance.now() - began) });
  return counts.passed === cases.length ? 0 : 1;
};

const VERIFY = 'FILE…';

const verify: Command = {
  name: 'process verify',
  usage: VERIFY,
  summary: 'Structure and soundness of BPMN files, a line each.',
  run: async (args, io) => {
    const flags = readFlags(args, {});
    if (typeof flags === 'string' || flags.positionals.length === 0) return io.wrongUse(`process verify ${VERIFY}`);
    let status: ExitCode = 0;
    for (const file of flags.positionals) {
      const began = performance.now();
      const { verdict, findings } = await verifyFile(file);
      io.line({
        file,
        verdict,
        findings: findings.map(({ code, element, message, witness }) => ({ code, element, message, witness })),
        ms: Math.round((performance.now() - began) * 100) / 100,
      });
      if (verdict !== 'sound') status = 1;
    }
    return status;
  },
};

type FileReport = { readonly verdict: Verdict; readonly findings: readonly Omit<SoundnessFinding, 'severity'>[] };

const RANK: readonly Verdict[] = ['sound', 'undecided', 'unsound', 'unsupported'];

/** Every process of the file; the worst verdict is the file's. */
const verifyFile = async (file: string): Promise<FileReport> => {
  const text = await readText(file);
  const parsed = text.ok ? await parseProcess(text.value, { maxBytes: MAX_BYTES }) : text;
  if (!parsed.ok) return refusedReport(parsed.problems);
  const reports = parsed.value.processes
    .filter((process) => process.nodes.length > 0)
    .map((process): FileReport => {
      const graph = compileProcess(parsed.value, { process: process.id });
      return graph.ok ? verifySoundness(graph.value) : refusedReport(graph.problems);
    });
  const findings = reports.flatMap((each) => each.findings);
  const worst = Math.max(0, ...reports.map((each) => RANK.indexOf(each.verdict)));
  return { verdict: reports.length === 0 ? 'unsupported' : (RANK[worst] ?? 'unsupported'), findings };
};

const refusedReport = (problems: Extract<Result<never>, { ok: false }>['problems']): FileReport => ({
  verdict: 'unsupported',
  findings: problems.map(({ code, path: element, message }) => ({ code, element, message, witness: null })),
});

const fromTable: Command = {
  name: 'process from-table',
  usage: 'FILE',
  summary: 'A step table (JSON) as BPMN, with a diagram.',
  run: async (args, io) => {
    const [file, ...others] = args;
    if (file === undefined || others.length > 0) return io.wrongUse('process from-table FILE');
    const json = await readJson(file);
    if (!json.ok) return report(io, json.problems);
    const table = readStepTable(json.value);
    const xml = table.ok ? fromStepTable(table.value) : table;
    if (!xml.ok) return report(io, xml.problems);
    process.stdout.write(xml.value);
    return 0;
  },
};

const toTable: Command = {
  name: 'process to-table',
  usage: 'FILE [--process ID]',
  summary: 'The step table of a BPMN file.',
  run: async (args, io) => {
    const flags = readFlags(args, { process: 'text' });
    if (typeof flags === 'string' || flags.positionals.length !== 1)
      return io.wrongUse('process to-table FILE [--process ID]');
    const text = await readText(flags.positionals[0] ?? '');
    const parsed = text.ok ? await parseProcess(text.value, { forgiving: true }) : text;
    if (!parsed.ok) return report(io, parsed.problems);
    const chosen = parsed.value.processes.find(
      ({ id }) => flags.text.process === undefined || id === flags.text.process,
    );
    if (!chosen) return io.wrongUse(`--process ${flags.text.process ?? ''}`);
    const table = toStepTable(chosen);
    if (!table.ok) return report(io, table.problems);
    io.print(table.value);
    return 0;
  },
};

const exportFile: Command = {
  name: 'process export',
  usage: 'FILE',
  summary: 'The BPMN file written out again, with all that it says; refused where something cannot be read.',
  run: async (args, io) => {
    const [file, ...others] = args;
    if (file === undefined || others.length > 0) return io.wrongUse('process export FILE');
    const text = await readText(file);
    const xml = text.ok ? await exportProcess(text.value, MAX_BYTES) : text;
    if (!xml.ok) return report(io, xml.problems);
    process.stdout.write(xml.value);
    return 0;
  },
};

export const processCommands: readonly Command[] = [run, verify, exportFile, migrateCommand, fromTable, toTable];
