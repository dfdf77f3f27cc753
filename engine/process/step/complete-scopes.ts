import { finishActivity } from './activities.ts';
import { tokenById, type Run } from './run.ts';
import { disarmHostedBy } from './timers.ts';

/**
 * Ends scopes in which nothing is left to do, inner ones first. Arrivals at a join keep a scope
 * alive: a join that waits for ever is a fault of the model, not an end. true if any ended.
 */
export const completeScopes = (run: Run): boolean => {
  const done = run.scopes.findLast((scope) => !isBusy(run, scope.id));
  if (!done) return false;
  run.scopes = run.scopes.filter((scope) => scope.id !== done.id);
  disarmHostedBy(run, done.id);
  const host = tokenById(run, done.host);
  if (host) finishActivity(run, host, done);
  return true;
};

const isBusy = (run: Run, scope: string): boolean =>
  run.tokens.some((token) => token.scope === scope) ||
  run.joins.some((join) => join.scope === scope) ||
  run.queue.some((moving) => moving.scope === scope);
