import type { GraphNode } from '../graph.ts';
import type { ScopeInstance } from '../state.ts';
import { emptyScope } from './cancel.ts';
import { compensateScope } from './compensation.ts';
import { changeScope, incident, nodeById, scopesAround, type Run } from './run.ts';
import { disarmHostedBy } from './timers.ts';

/** A cancel end event: what runs in the transaction stops, what it completed is undone, then its cancel boundary event goes on. */
export const cancelTransaction = (run: Run, node: GraphNode, scopeId: string): void => {
  const transaction = transactionAround(run, scopeId);
  if (!transaction) return incident(run, node.id, scopeId, 'process.cancel.no-transaction');
  emptyScope(run, transaction.id);
  disarmHostedBy(run, transaction.id);
  changeScope(run, transaction.id, { interrupted: true });
  compensateScope(run, transaction, node.id);
};

const transactionAround = (run: Run, scopeId: string): ScopeInstance | undefined =>
  scopesAround(run, scopeId).find((scope) => nodeById(run, scope.element)?.kind === 'transaction');
