import type { Scope } from '#engine/expression/index.ts';
import type { GraphNode } from '../graph.ts';
import type { ScopeInstance, Token } from '../state.ts';
import { changeScope, nodeById, scopesAround, setVariable, tokenById, value, type Run } from './run.ts';

/** What one iteration of an activity calls its own: its number from 1, and its entry of the list. */
export const itemOf = (run: Run, node: GraphNode, turn: number | undefined, scope: string): Scope | undefined =>
  turn === undefined || !node.loop ? undefined : itemAmong(run, node, turn, localsOf(run, scope));

const itemAmong = (run: Run, { loop }: GraphNode, turn: number, around: Scope | undefined): Scope | undefined => {
  if (!loop) return undefined;
  if (loop.type === 'standard' || loop.item === undefined) return { loopCounter: turn + 1 };
  const list = value(run, loop.cardinality, around);
  const entry = Array.isArray(list) ? ((list as readonly unknown[])[turn] ?? null) : null;
  return { loopCounter: turn + 1, [loop.item]: entry };
};

/** The names that only hold inside the scope: those of the iterations around it, the innermost over the others. */
export const localsOf = (run: Run, scopeId: string | undefined): Scope | undefined => {
  if (!run.graph.hasItems) return undefined;
  let locals: Scope | undefined;
  for (const scope of scopesAround(run, scopeId).toReversed()) {
    const host = tokenById(run, scope.host);
    const node = host ? nodeById(run, host.element) : undefined;
    const own = host?.turn === undefined || !node ? undefined : itemAmong(run, node, host.turn, locals);
    if (own || scope.locals) locals = { ...locals, ...own, ...scope.locals };
  }
  return locals;
};

/** What one doing of an activity sees: the names around it, and those of its iteration. */
export const namesAt = (run: Run, node: GraphNode, turn: number | undefined, scope: string): Scope | undefined => {
  const around = localsOf(run, scope);
  return turn === undefined || !node.loop ? around : { ...around, ...itemAmong(run, node, turn, around) };
};

/** What someone who waits sees: the names around it, those of its iteration, those it has taken. */
export const namesOfToken = (run: Run, token: Token): Scope | undefined => {
  if (!run.graph.hasItems) return undefined;
  const node = nodeById(run, token.element);
  const inside = token.kind === 'scope' ? run.scopes.find(({ host }) => host === token.id) : undefined;
  return {
    ...(node ? namesAt(run, node, token.turn, token.scope) : localsOf(run, token.scope)),
    ...inside?.locals,
    ...token.locals,
  };
};

/**
 * Gives a name its value where the name lives: in the innermost scope around that has taken it for
 * its own, else in the process.
 */
export const assign = (run: Run, scopeId: string, name: string, given: unknown): void => {
  const owner = run.graph.hasItems
    ? around(run, scopeId, ({ locals }) => locals !== undefined && Object.hasOwn(locals, name))
    : undefined;
  if (!owner) return setVariable(run, name, given);
  changeScope(run, owner.id, { locals: { ...owner.locals, [name]: given } });
  run.conditionsStale = true;
};

/** The list that iterations fill begins empty; inside an iteration of something else it is that iteration's own. */
export const beginCollection = (run: Run, node: GraphNode, scopeId: string): void => {
  const { loop } = node;
  if (!loop || loop.type === 'standard' || !loop.collect) return;
  const turn = around(run, scopeId, ({ host }) => tokenById(run, host)?.turn !== undefined);
  if (turn) changeScope(run, turn.id, { locals: { ...turn.locals, [loop.collect.into]: [] } });
  else assign(run, scopeId, loop.collect.into, []);
};

/** Keeps what an iteration gives, at its place in the list. */
export const collect = (
  run: Run,
  node: GraphNode,
  {
    turn,
    scope,
    names,
  }: { readonly turn: number | undefined; readonly scope: string; readonly names: Scope | undefined },
): void => {
  const { loop } = node;
  if (turn === undefined || !loop || loop.type === 'standard' || !loop.collect) return;
  const { into, value: given } = loop.collect;
  const before = localsOf(run, scope)?.[into] ?? run.variables[into];
  const list: unknown[] = Array.isArray(before) ? [...(before as readonly unknown[])] : [];
  while (list.length < turn) list.push(null);
  list[turn] = value(run, given, names) ?? null;
  assign(run, scope, into, list);
};

const around = (run: Run, scopeId: string, wanted: (scope: ScopeInstance) => boolean): ScopeInstance | undefined =>
  scopesAround(run, scopeId).find(wanted);
