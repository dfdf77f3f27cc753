import type { Scope } from '#engine/expression/index.ts';
import {
  startProcess,
  stepProcess,
  type Graph,
  type GraphNode,
  type ProcessInput,
  type ProcessState,
  type ProcessTrace,
  type StepContext,
} from '#engine/process/index.ts';
import type { WitnessStep } from '#engine/result/index.ts';

/** A run of the engine: what was done from outside, and where it went. */
export interface Run {
  readonly state: ProcessState;
  readonly script: readonly WitnessStep[];
  readonly elements: readonly string[];
  readonly flows: readonly string[];
  /** Of the last step only. */
  readonly trace: readonly ProcessTrace[];
}

export interface Exploration {
  readonly found?: Run;
  /** All that can happen was looked at. */
  readonly complete: boolean;
}

/** Different states of one dossier that are looked at before it is given up. */
export const STATE_BUDGET = 400;

const NOW = '2026-01-05T01:00:00.000Z';

/**
 * Carries a dossier through the engine in every way there is: each outcome of each step, timers,
 * messages and signals that are awaited, shortest runs first, until `wanted` says yes. The engine
 * itself moves, so what is found replays; states that differ in nothing but their history are one.
 */
export const exploreRuns = (
  graph: Graph,
  scope: Scope,
  wanted: (run: Run) => boolean,
  budget = STATE_BUDGET,
): Exploration => {
  const context: StepContext = { now: NOW, scope };
  const starts = startsOf(graph);
  const queue: Run[] = [];
  const seen = new Set<string>();
  let complete = true;
  const take = (run: Run): Run | undefined => {
    if (wanted(run)) return run;
    const key = keyOf(run.state);
    if (seen.has(key) || run.state.status !== 'active') return undefined;
    seen.add(key);
    if (seen.size > budget) complete = false;
    else queue.push(run);
    return undefined;
  };
  for (const element of starts) {
    const started = startProcess(
      graph,
      { type: 'start', variables: {}, ...(element === undefined ? {} : { element }) },
      context,
    );
    if (!started.ok) {
      complete = false;
      continue;
    }
    const found = take(along(undefined, undefined, started.value));
    if (found) return { found, complete };
  }
  for (let run = queue.shift(); run; run = queue.shift()) {
    for (const { input, step } of movesOf(graph, run.state)) {
      const stepped = stepProcess(graph, run.state, input, context);
      if (!stepped.ok) continue;
      const found = take(along(run, step, stepped.value));
      if (found) return { found, complete };
    }
  }
  return { complete };
};

const along = (
  before: Run | undefined,
  step: WitnessStep | undefined,
  { state, trace }: { readonly state: ProcessState; readonly trace: readonly ProcessTrace[] },
): Run => ({
  state,
  script: [...(before?.script ?? []), ...(step ? [step] : [])],
  elements: [
    ...(before?.elements ?? []),
    ...trace.flatMap(({ type, element }) => (type === 'left' || type === 'incident' ? [element] : [])),
  ],
  flows: [...(before?.flows ?? []), ...trace.flatMap(({ type, element }) => (type === 'taken' ? [element] : []))],
  trace,
});

/** The process's own beginning; where it has none, each event that may begin it. */
const startsOf = (graph: Graph): readonly (string | undefined)[] => {
  if ((graph.scopes[0]?.starts.length ?? 0) > 0) return [undefined];
  return graph.nodes.filter(({ kind, scope }) => kind === 'startEvent' && scope === 0).map(({ id }) => id);
};

/** Two dossiers that wait for the same, with the same outcomes, go on alike. */
const keyOf = ({ tokens, joins, variables, scopes, timers }: ProcessState): string =>
  JSON.stringify([
    tokens.map(({ element, kind, loop, pending }) => [element, kind, loop?.started, loop?.done, pending]).sort(),
    joins.map(({ element, flows }) => [element, flows]),
    scopes.map(({ element, interrupted, compensable }) => [element, interrupted, compensable?.length]),
    timers.map(({ element }) => element),
    variables,
  ]);

export interface Move {
  readonly input: Exclude<ProcessInput, { type: 'start' }>;
  readonly step: WitnessStep;
}

/** All that can happen next. */
export const movesOf = (graph: Graph, state: ProcessState): readonly Move[] => {
  const moves = new Map<string, Move>();
  const add = (move: Move): void => void moves.set(JSON.stringify(move.step), move);
  const event = (node: GraphNode | undefined): void => {
    if (node?.event?.type === 'message') {
      const name = node.event.of.id ?? node.event.of.name;
      add({ input: { type: 'message', name }, step: { message: name } });
    }
    if (node?.event?.type === 'signal') {
      const name = node.event.of.id ?? node.event.of.name;
      add({ input: { type: 'signal', name }, step: { signal: name } });
    }
  };
  const node = (id: string): GraphNode | undefined => graph.nodes[graph.nodeOf[id] ?? -1];
  for (const token of state.tokens) {
    const at = node(token.element);
    if (!at) continue;
    if (token.kind === 'task') {
      const { outcomes } = at.settings;
      if (outcomes.length === 0) add({ input: { type: 'complete', task: at.id }, step: { complete: at.id } });
      for (const { id } of outcomes)
        add({
          input: { type: 'complete', task: at.id, outcome: id },
          step: { complete: at.id, with: { outcome: id } },
        });
    }
    if (token.kind === 'catch') event(at);
    if (token.kind === 'gate') for (const flow of at.outgoing) event(graph.nodes[graph.flows[flow]?.target ?? -1]);
    at.boundary.forEach((index) => event(graph.nodes[index]));
  }
  for (const timer of state.timers)
    add({ input: { type: 'timer', timer: timer.element }, step: { timer: timer.element } });
  for (const scope of state.scopes)
    for (const index of graph.scopes[graph.scopeOf[scope.element] ?? -1]?.eventSubs ?? [])
      for (const start of graph.scopes[graph.nodes[index]?.inner ?? -1]?.nodes ?? []) event(graph.nodes[start]);
  return [...moves.values()];
};
