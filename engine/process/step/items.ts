import type { Scope } from '#engine/expression/index.ts';
import type { GraphNode } from '../graph.ts';
import { nodeById, scopeById, setVariable, tokenById, value, type Run } from './run.ts';

/** What one iteration of an activity calls its own: its number from 1, and its entry of the list. */
export const itemOf = (run: Run, node: GraphNode, turn: number | undefined): Scope | undefined => {
  const { loop } = node;
  if (turn === undefined || !loop || loop.type === 'standard' || (!loop.item && !loop.collect)) return undefined;
  const list = loop.item === undefined ? undefined : value(run, loop.cardinality);
  const entry = Array.isArray(list) ? ((list as readonly unknown[])[turn] ?? null) : null;
  return { loopCounter: turn + 1, ...(loop.item === undefined ? {} : { [loop.item]: entry }) };
};

/** The names that only hold inside the scope: those of the iterations around it, the innermost last. */
export const localsOf = (run: Run, scopeId: string): Scope | undefined => {
  if (!run.graph.hasItems) return undefined;
  let locals: Scope | undefined;
  for (let scope = scopeById(run, scopeId); scope; scope = scopeById(run, scope.parent)) {
    const host = tokenById(run, scope.host);
    const node = host ? nodeById(run, host.element) : undefined;
    const own = node && itemOf(run, node, host?.turn);
    if (own || scope.locals) locals = { ...own, ...scope.locals, ...locals };
  }
  return locals;
};

/** Keeps what an iteration gives, at its place in the list. */
export const collect = (run: Run, node: GraphNode, turn: number | undefined): void => {
  const { loop } = node;
  if (turn === undefined || !loop || loop.type === 'standard' || !loop.collect) return;
  const { into, value: given } = loop.collect;
  const before = run.variables[into];
  const list: unknown[] = Array.isArray(before) ? [...(before as readonly unknown[])] : [];
  while (list.length < turn) list.push(null);
  list[turn] = value(run, given, itemOf(run, node, turn)) ?? null;
  setVariable(run, into, list);
};
