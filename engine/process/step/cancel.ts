import type { Token } from '../state.ts';
import { dropToken, nodeById, scopeById, tokenById, type Run } from './run.ts';
import { disarmHostedBy } from './timers.ts';

const HUMAN: ReadonlySet<string> = new Set(['userTask', 'manualTask']);

/** Tells the outside that a task is over; work of machines has no task to close. */
export const closeTask = (run: Run, token: Token, reason: 'completed' | 'cancelled'): void => {
  if (token.kind !== 'task' || !HUMAN.has(nodeById(run, token.element)?.kind ?? '')) return;
  run.effects.push({ type: 'close-task', token: token.id, element: token.element, reason });
};

/** Takes a token away with everything that hangs on it: timers, iterations, what runs inside. */
export const cancelToken = (run: Run, id: string): void => {
  const token = tokenById(run, id);
  if (!token) return;
  dropToken(run, id);
  disarmHostedBy(run, id);
  closeTask(run, token, 'cancelled');
  for (const iteration of run.tokens.filter((other) => other.of === id)) cancelToken(run, iteration.id);
  for (const scope of run.scopes.filter((other) => other.host === id)) removeScope(run, scope.id);
};

/** Empties a scope: its tokens, arrivals and what is moving in it. The scope itself goes on. */
export const emptyScope = (run: Run, id: string): void => {
  run.queue = run.queue.filter((moving) => moving.scope !== id);
  run.joins = run.joins.filter((join) => join.scope !== id);
  for (const token of run.tokens.filter((other) => other.scope === id)) cancelToken(run, token.id);
};

export const removeScope = (run: Run, id: string): void => {
  if (!scopeById(run, id)) return;
  emptyScope(run, id);
  disarmHostedBy(run, id);
  run.scopes = run.scopes.filter((scope) => scope.id !== id);
};
