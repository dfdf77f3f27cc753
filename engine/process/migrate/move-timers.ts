import type { Graph, GraphNode } from '../graph.ts';
import type { ArmedTimer, ProcessState } from '../state.ts';
import { nodeAt, nodeById, type Run } from '../step/run.ts';
import { startsOf } from '../step/scopes.ts';
import { armTimer } from '../step/timers.ts';
import { nodeOf } from './mapping.ts';
import type { Mapping } from './model.ts';

interface Host {
  readonly id: string;
  readonly scope: string;
  /** Timer events that the host waits for in the new process. */
  readonly events: readonly GraphNode[];
}

/**
 * A timer that still has its event keeps its due time: it was promised. One whose event is gone is
 * disarmed; one that is new beside something that waits already begins now.
 */
export const moveTimers = (run: Run, to: Graph, state: ProcessState, mapping: Mapping): void => {
  const hosts = new Map(hostsOf(run, to).map((host) => [host.id, host]));
  const kept: ArmedTimer[] = [];
  for (const timer of state.timers) {
    const event = nodeOf(to, mapping[timer.element]?.to);
    const host = hosts.get(timer.host);
    if (event && host?.events.includes(event)) kept.push({ ...timer, element: event.id });
    else run.effects.push({ type: 'disarm-timer', token: timer.id, element: timer.element });
  }
  run.timers = kept;
  const old = new Set([...state.tokens, ...state.scopes].map(({ id }) => id));
  const fired = (host: Host, event: GraphNode): boolean =>
    // A timer that has run out already is not wound up again: its event was there before.
    old.has(host.id) && Object.values(mapping).some(({ to: id }) => id === event.id);
  for (const host of hosts.values())
    for (const event of host.events) {
      const isArmed = kept.some((timer) => timer.host === host.id && timer.element === event.id);
      if (!isArmed && !fired(host, event)) armTimer(run, event, host.id, host.scope);
    }
};

const hostsOf = (run: Run, to: Graph): readonly Host[] => [
  ...run.tokens.flatMap((token): readonly Host[] => {
    const node = nodeById(run, token.element);
    if (!node || token.of !== undefined) return [];
    const events = [
      ...(token.kind === 'catch' ? [node] : []),
      ...(token.kind === 'gate'
        ? node.outgoing.flatMap((flow) => nodeAt(run, run.graph.flows[flow]?.target) ?? [])
        : []),
      ...(token.kind === 'task' || token.kind === 'scope' || token.kind === 'loop'
        ? node.boundary.flatMap((index) => nodeAt(run, index) ?? [])
        : []),
    ];
    return [{ id: token.id, scope: token.scope, events: events.filter(isTimer) }];
  }),
  ...run.scopes.map((scope): Host => {
    const definition = to.scopes[to.scopeOf[scope.element] ?? -1];
    const starts = (definition?.eventSubs ?? []).flatMap((index) => startsOf(run, nodeAt(run, index)));
    return { id: scope.id, scope: scope.id, events: scope.interrupted ? [] : starts.filter(isTimer) };
  }),
];

const isTimer = (node: GraphNode): boolean => node.event?.type === 'timer';
