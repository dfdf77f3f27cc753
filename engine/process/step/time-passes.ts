import type { Instant } from '#engine/clock/index.ts';
import { fail, ok, type Result } from '#engine/result/index.ts';
import type { Graph } from '../graph.ts';
import { said } from '../messages.ts';
import type { ArmedTimer, ProcessState } from '../state.ts';
import { addDuration, readDuration } from '../timer-time.ts';
import type { ProcessEffect, ProcessStep, ProcessTrace } from '../types.ts';
import { stepProcess } from './step.ts';

/** Timers that are due, the earliest first, older before newer. */
export const dueTimers = (state: ProcessState, now: Instant): readonly ArmedTimer[] =>
  state.timers
    .filter((timer) => timer.due <= now)
    .toSorted((one, other) => (one.due < other.due ? -1 : one.due > other.due ? 1 : 0));

/** More than this in one go is a cycle with nothing between its turns. */
const MAX_TIMERS = 10_000;

/**
 * Lets time pass from an instant by an ISO duration: every timer that becomes due fires at its own
 * time, those that are armed meanwhile too.
 */
export const advanceTo = (
  graph: Graph,
  state: ProcessState,
  { from, by }: { readonly from: Instant; readonly by: string },
): Result<{ readonly now: Instant; readonly step: ProcessStep }> => {
  const duration = readDuration(by);
  const until = duration ? addDuration(from, duration) : undefined;
  if (until === undefined) return fail(said.badTimer('', by));
  const effects: ProcessEffect[] = [];
  const trace: ProcessTrace[] = [];
  let current = state;
  for (let fired = 0; fired < MAX_TIMERS && current.status === 'active'; fired += 1) {
    const [next] = dueTimers(current, until);
    if (!next) break;
    const stepped = stepProcess(
      graph,
      current,
      { type: 'timer', timer: next.id },
      { now: next.due > from ? next.due : from },
    );
    if (!stepped.ok) return stepped;
    effects.push(...stepped.value.effects);
    trace.push(...stepped.value.trace);
    current = stepped.value.state;
  }
  return ok({ now: until, step: { state: current, effects, trace } });
};
