import { fireBoundary, outermost } from './boundary.ts';
import { incident, nodeAt, nodeById, scopeById, tokenById, type Run } from './run.ts';

/** The handlers of a cancelled transaction are done: its cancel boundary event goes on. */
export const transactionCancelled = (run: Run, scopeId: string): void => {
  const scope = scopeById(run, scopeId);
  const host = outermost(run, tokenById(run, scope?.host));
  const node = host ? nodeById(run, host.element) : undefined;
  const boundary = node?.boundary.map((index) => nodeAt(run, index)).find((event) => event?.event?.type === 'cancel');
  if (host && boundary) return fireBoundary(run, boundary, host);
  if (scope) incident(run, scope.element, scope.id, 'process.cancel.uncaught');
};
