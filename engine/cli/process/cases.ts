import {
  scriptInput,
  startProcess,
  stepProcess,
  type Graph,
  type ProcessState,
  type StepResult,
} from '#engine/process/index.ts';
import type { Result } from '#engine/result/index.ts';
import { sorted, viewOf, type StateView } from './view.ts';

/** An oracle of behaviour: models, scripts, and what must be seen after each step. */
export interface OracleCase {
  readonly id: string;
  readonly file: string;
  readonly process?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly initial: StateView;
  readonly script: readonly (Readonly<Record<string, unknown>> & { readonly after: StateView })[];
  readonly expected: StateView & { readonly completed?: readonly string[]; readonly ended: boolean };
  readonly votes?: { readonly completedMultisetAgrees?: Readonly<Record<string, boolean>> };
}

export interface CaseOutcome {
  readonly id: string;
  readonly ok: boolean;
  /** First step that differs, 0 is the state after the start; the end counts as one step more. */
  readonly step: number | null;
  readonly got: StateView & { readonly ended: boolean };
  /** Code of the problem for which the model was refused. */
  readonly refused: string | null;
}

/** Cases bring no clock; what is due when does not matter to them. */
const NOW = '2021-07-01T00:00:00.000Z';

const same = (one: readonly string[], other: readonly string[]): boolean =>
  JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));

/** Parses and compiles each file once for all its cases. */
export const caseRunner = (read: (file: string, process: string | undefined) => Promise<Result<Graph>>) => {
  const graphs = new Map<string, Promise<Result<Graph>>>();
  const load = (file: string, process: string | undefined): Promise<Result<Graph>> => {
    const key = `${file}#${process ?? ''}`;
    const known = graphs.get(key);
    if (known) return known;
    const loading = read(file, process);
    graphs.set(key, loading);
    return loading;
  };
  return async (given: unknown): Promise<CaseOutcome> => {
    if (!isCase(given)) return unreadable(given);
    const graph = await load(given.file, given.process);
    if (!graph.ok)
      return {
        id: given.id,
        ok: false,
        step: null,
        got: { waiting: [], events: [], ended: false },
        refused: graph.problems[0]?.code ?? 'refused',
      };
    return runCase(graph.value, given);
  };
};

const isView = (given: unknown): given is StateView =>
  typeof given === 'object' &&
  given !== null &&
  'waiting' in given &&
  'events' in given &&
  Array.isArray(given.waiting) &&
  Array.isArray(given.events);

/** Whole enough to be run; fields it does not know are left alone. */
const isCase = (given: unknown): given is OracleCase => {
  if (typeof given !== 'object' || given === null) return false;
  const { id, file, initial, script, expected } = given as Readonly<Record<string, unknown>>;
  return (
    typeof id === 'string' &&
    typeof file === 'string' &&
    isView(initial) &&
    isView(expected) &&
    Array.isArray(script) &&
    (script as readonly unknown[]).every(
      (step) => typeof step === 'object' && step !== null && 'after' in step && isView(step.after),
    )
  );
};

const unreadable = (given: unknown): CaseOutcome => ({
  id: typeof given === 'object' && given !== null && 'id' in given ? String(given.id) : '',
  ok: false,
  step: null,
  got: { waiting: [], events: [], ended: false },
  refused: 'process.case.unreadable',
});

const runCase = (graph: Graph, given: OracleCase): CaseOutcome => {
  const completed: string[] = [];
  let state: ProcessState | undefined;
  const got = (): CaseOutcome['got'] => ({
    ...(state ? viewOf(graph, state) : { waiting: [], events: [] }),
    ended: state?.status === 'ended',
  });
  const differs = (step: number): CaseOutcome => ({ id: given.id, ok: false, step, got: got(), refused: null });
  const accept = (result: StepResult, expected: StateView): boolean => {
    if (!result.ok) return false;
    state = result.value.state;
    completed.push(...result.value.trace.filter((entry) => entry.type === 'left').map((entry) => entry.element));
    const view = viewOf(graph, state);
    return same(view.waiting, expected.waiting) && same(view.events, expected.events);
  };

  if (!accept(startProcess(graph, { type: 'start', variables: given.variables ?? {} }, { now: NOW }), given.initial))
    return differs(0);
  for (const [index, step] of given.script.entries()) {
    const input = scriptInput(step);
    if (!state || !input || !accept(stepProcess(graph, state, input, { now: NOW }), step.after))
      return differs(index + 1);
  }
  const end = got();
  const { expected } = given;
  const agrees =
    same(end.waiting, expected.waiting) &&
    same(end.events, expected.events) &&
    end.ended === expected.ended &&
    sameCompleted(completed, given);
  return agrees ? { id: given.id, ok: true, step: null, got: end, refused: null } : differs(given.script.length + 1);
};

/** How often an element was left is compared only where the oracle's own engines agree on it. */
const sameCompleted = (completed: readonly string[], { expected, votes }: OracleCase): boolean => {
  if (!expected.completed) return true;
  const counts = Object.values(votes?.completedMultisetAgrees ?? {}).every((agrees) => agrees);
  return counts ? same(completed, expected.completed) : same([...new Set(completed)], [...new Set(expected.completed)]);
};
