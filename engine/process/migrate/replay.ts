import type { Instant } from '#engine/clock/index.ts';
import { fail, ok, type Result } from '#engine/result/index.ts';
import type { Graph } from '../graph.ts';
import type { ProcessState } from '../state.ts';
import { stepProcess } from '../step/step.ts';
import { dueTimers } from '../step/time-passes.ts';
import type { StepContext } from '../types.ts';
import { migrateSaid } from './messages.ts';

/** A task that was completed, by element id, with what came of it and when. */
export interface DoneStep {
  readonly element: string;
  readonly outcome?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly at: Instant;
}

/** Timers fired between two steps; more is a cycle that nothing ends. */
const MAX_TIMERS = 1_000;

/**
 * Plays a history on a process as if it had run there from the beginning: `begun` is the state after its
 * start, timers fire when they are due between the steps. The instance is *compliant* (Rinderle and
 * Reichert) if every step was waiting when it was done; the state is where it would stand at `now`.
 * Refused with `process.migrate.not-compliant` and the first step that was not waiting.
 */
export const replayOn = (
  graph: Graph,
  begun: ProcessState,
  history: readonly DoneStep[],
  context: StepContext,
): Result<ProcessState> => {
  let state = begun;
  for (const { element, at, outcome, variables } of history) {
    state = passTime(graph, state, at, context);
    const given = {
      ...(outcome === undefined ? {} : { outcome }),
      ...(variables === undefined ? {} : { variables }),
    };
    const stepped = stepProcess(graph, state, { type: 'complete', task: element, ...given }, { ...context, now: at });
    if (!stepped.ok) return fail(migrateSaid.notCompliant(element));
    ({ state } = stepped.value);
  }
  return ok(passTime(graph, state, context.now, context));
};

const passTime = (graph: Graph, begun: ProcessState, until: Instant, context: StepContext): ProcessState => {
  let state = begun;
  for (let fired = 0; fired < MAX_TIMERS && state.status === 'active'; fired += 1) {
    const [next] = dueTimers(state, until);
    const stepped = next && stepProcess(graph, state, { type: 'timer', timer: next.id }, { ...context, now: next.due });
    if (!stepped?.ok) return state;
    ({ state } = stepped.value);
  }
  return state;
};

/** Where an instance stands, without its ids: elements that wait, and flows that have arrived at joins. */
export const markingOf = ({ tokens, joins }: ProcessState): readonly string[] =>
  [
    ...tokens.filter(({ kind }) => kind !== 'scope').map(({ element }) => element),
    ...joins.flatMap(({ element, flows }) =>
      Object.entries(flows).flatMap(([flow, count]) => Array.from({ length: count }, () => `${flow} > ${element}`)),
    ),
  ].toSorted();
