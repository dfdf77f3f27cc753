import type { Instant } from '#engine/clock/index.ts';
import type { Scope } from '#engine/expression/index.ts';
import type { GraphNode, TimerRule } from '../graph.ts';
import type { ArmedTimer, Token } from '../state.ts';
import { addDuration, readCycle, readDate, readDuration } from '../timer-time.ts';
import { localsOf, namesOfToken } from './items.ts';
import { incident, newId, nodeAt, tokenById, value, type Run } from './run.ts';

/** When a timer is due that starts now, and how often it comes again. */
const dueOf = (
  run: Run,
  rule: TimerRule,
  names: Scope | undefined,
): { readonly due: Instant; readonly left?: number } | undefined => {
  const given = typeof rule.value === 'string' ? rule.value : value(run, rule.value, names);
  if (typeof given !== 'string') return undefined;
  switch (rule.kind) {
    case 'duration': {
      const duration = readDuration(given);
      const due = duration ? addDuration(run.context.now, duration) : readDate(given);
      return due === undefined ? undefined : { due };
    }
    case 'date': {
      const due = readDate(given);
      return due === undefined ? undefined : { due };
    }
    case 'cycle': {
      const cycle = readCycle(given);
      const due = cycle ? (cycle.from ?? addDuration(run.context.now, cycle.every)) : undefined;
      return cycle === undefined || due === undefined || cycle.times === 0
        ? undefined
        : { due, left: cycle.times < 0 ? -1 : cycle.times - 1 };
    }
  }
};

/** Asks for a timer of the event; `host` is the token or scope it lives and dies with, `names` what its host has taken. */
export const armTimer = (run: Run, event: GraphNode, host: string, scope: string, names?: Scope): void => {
  if (event.event?.type !== 'timer') return;
  const { rule } = event.event;
  const when = dueOf(run, rule, typeof rule.value === 'string' ? undefined : namesOfHost(run, host, scope, names));
  if (!when) return incident(run, event.id, scope, 'process.timer.no-time');
  addTimer(run, { id: newId(run), element: event.id, host, ...when });
};

const namesOfHost = (run: Run, host: string, scope: string, names?: Scope): Scope | undefined => {
  const token = tokenById(run, host);
  const around = token ? namesOfToken(run, token) : localsOf(run, scope);
  return names ? { ...around, ...names } : around;
};

/** Timers of the boundary events; messages and the like are found by their host when they come. */
export const armBoundary = (run: Run, node: GraphNode, host: Token, names?: Scope): void => {
  for (const index of node.boundary) {
    const event = nodeAt(run, index);
    if (event?.event?.type === 'conditional') run.conditionsStale = true;
    if (event) armTimer(run, event, host.id, host.scope, names);
  }
};

const addTimer = (run: Run, timer: ArmedTimer): void => {
  run.timers.push(timer);
  run.effects.push({ type: 'arm-timer', token: timer.id, element: timer.element, due: timer.due });
};

/** A timer that has fired is gone; nobody has to disarm it. */
export const dropTimer = (run: Run, id: string): void => {
  run.timers = run.timers.filter((timer) => timer.id !== id);
};

/** The next turn of a cycle, counted from when this one was due, so that lateness does not add up. */
export const rearm = (run: Run, timer: ArmedTimer, event: GraphNode): void => {
  if (
    event.event?.type !== 'timer' ||
    event.event.rule.kind !== 'cycle' ||
    timer.left === undefined ||
    timer.left === 0
  )
    return;
  const { rule } = event.event;
  const given =
    typeof rule.value === 'string' ? rule.value : value(run, rule.value, namesOfHost(run, timer.host, timer.host));
  const cycle = typeof given === 'string' ? readCycle(given) : undefined;
  const due = cycle ? addDuration(timer.due, cycle.every) : undefined;
  if (due !== undefined)
    addTimer(run, {
      id: newId(run),
      element: timer.element,
      host: timer.host,
      due,
      left: timer.left < 0 ? -1 : timer.left - 1,
    });
};

export const disarmHostedBy = (run: Run, host: string): void => {
  const gone = run.timers.filter((timer) => timer.host === host);
  if (gone.length === 0) return;
  run.timers = run.timers.filter((timer) => timer.host !== host);
  for (const timer of gone) run.effects.push({ type: 'disarm-timer', token: timer.id, element: timer.element });
};
