import type { Problem } from '#engine/result/index.ts';
import type { Graph, GraphNode } from '../graph.ts';
import type { Compensable, ProcessState, ScopeInstance, Token } from '../state.ts';
import { localsOf } from '../step/items.ts';
import { keysOf } from '../step/message-keys.ts';
import { newId, nodeAt, type Run } from '../step/run.ts';
import { startsOf } from '../step/scopes.ts';
import { nodeOf } from './mapping.ts';
import { migrateSaid } from './messages.ts';
import type { Mapping } from './model.ts';

/** The scopes of the new state, and in which of them what stood in an old one stands now. */
export interface MovedScopes {
  /** Old scope instance → the one that is left of it or around it. */
  readonly keptOf: ReadonlyMap<string, ScopeInstance>;
  /** Puts an element of the new process into its scope, opening sub-processes that are new around it. */
  readonly place: (element: GraphNode, oldScope: string, old: string) => ScopeInstance | Problem;
}

/**
 * Moves scope instances: one goes on where its activity has a counterpart; where the sub-process was
 * dissolved, what was inside stands in the scope around it; where one is new around an element, it is
 * opened, once for all that moves into it. `run` already holds the new graph and no scopes or tokens.
 */
export const moveScopes = (run: Run, to: Graph, state: ProcessState, mapping: Mapping): MovedScopes => {
  const keptOf = new Map<string, ScopeInstance>();
  const oldById = new Map(state.scopes.map((scope) => [scope.id, scope]));
  const tokenById = new Map(state.tokens.map((token) => [token.id, token]));
  for (const scope of state.scopes) {
    const around = scope.parent === undefined ? undefined : keptOf.get(scope.parent);
    const kept = keepScope(to, scope, tokenById.get(scope.host ?? ''), around, mapping);
    if (kept) run.scopes.push(kept);
    const standing = kept ?? around;
    if (standing) keptOf.set(scope.id, standing);
  }
  const opened = new Map<string, ScopeInstance>();
  const place: MovedScopes['place'] = (element, oldScope, old) => {
    const standing = keptOf.get(oldScope) ?? oldById.get(oldScope);
    const chain = chainOf(to, element);
    const at = chain.indexOf(to.scopeOf[standing?.element ?? ''] ?? -1);
    if (!standing || at < 0) return migrateSaid.scope(old, element.id);
    let inside = standing;
    for (const index of chain.slice(at + 1)) {
      const next = openAround(run, to, index, inside, opened);
      if (!next) return migrateSaid.intoLoop(old, element.id);
      inside = next;
    }
    return inside;
  };
  return { keptOf, place };
};

const keepScope = (
  to: Graph,
  scope: ScopeInstance,
  host: Token | undefined,
  around: ScopeInstance | undefined,
  mapping: Mapping,
): ScopeInstance | undefined => {
  const moved = { ...scope, ...heldOf(scope.held, to, mapping), ...compensableOf(scope, mapping) };
  if (scope.host === undefined) return { ...moved, element: to.processId };
  const target = nodeOf(to, mapping[host?.element ?? '']?.to);
  const inner = target?.inner === undefined ? undefined : to.scopes[target.inner];
  if (!host || !target || !inner || !around) return undefined;
  // The scope around must be the one the new sub-process is drawn in.
  if (to.scopeOf[around.element] !== target.scope) return undefined;
  return { ...moved, element: inner.id, parent: around.id };
};

const heldOf = (
  held: readonly string[] | undefined,
  to: Graph,
  mapping: Mapping,
): { readonly held?: readonly string[] } =>
  held === undefined ? {} : { held: held.flatMap((id) => nodeOf(to, mapping[id]?.to)?.id ?? []) };

const compensableOf = (
  { compensable }: ScopeInstance,
  mapping: Mapping,
): { readonly compensable?: readonly Compensable[] } => {
  return compensable === undefined ? {} : { compensable: compensable.map((one) => movedCompensable(one, mapping)) };
};

export const movedCompensable = (one: Compensable, mapping: Mapping): Compensable => ({
  ...one,
  element: mapping[one.element]?.to ?? one.element,
  ...(one.handler === undefined ? {} : { handler: mapping[one.handler]?.to ?? one.handler }),
  ...(one.inner === undefined ? {} : { inner: one.inner.map((inner) => movedCompensable(inner, mapping)) }),
});

/** Scopes around an element, the process first. */
const chainOf = (graph: Graph, element: GraphNode): readonly number[] => {
  const chain: number[] = [];
  for (let scope: number | undefined = element.scope; scope !== undefined;) {
    chain.unshift(scope);
    const owner: number | undefined = graph.scopes[scope]?.node;
    scope = owner === undefined ? undefined : graph.nodes[owner]?.scope;
  }
  return chain;
};

/** Opens a sub-process that is new around what moves into it; undefined where it would have to be a loop. */
const openAround = (
  run: Run,
  to: Graph,
  index: number,
  parent: ScopeInstance,
  opened: Map<string, ScopeInstance>,
): ScopeInstance | undefined => {
  const definition = to.scopes[index];
  const node = to.nodes[definition?.node ?? -1];
  if (!definition || !node || node.loop || node.byEvent) return undefined;
  const key = `${parent.id} ${definition.id}`;
  const known = opened.get(key);
  if (known) return known;
  const host: Token = { id: newId(run), element: node.id, scope: parent.id, kind: 'scope' };
  const scope: ScopeInstance = {
    id: newId(run),
    element: definition.id,
    parent: parent.id,
    host: host.id,
    ...keysOf(
      run,
      definition.eventSubs.flatMap((at) => startsOf(run, nodeAt(run, at))),
      () => localsOf(run, parent.id),
    ),
  };
  run.tokens.push(host);
  run.scopes.push(scope);
  opened.set(key, scope);
  return scope;
};
