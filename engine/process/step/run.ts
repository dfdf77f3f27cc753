import { evaluate, isTrue, type CompiledExpression, type Scope } from '#engine/expression/index.ts';
import { localDate } from '#engine/clock/index.ts';
import type { Graph, GraphFlow, GraphNode, GraphScope } from '../graph.ts';
import type { ArmedTimer, JoinArrivals, ProcessState, ScopeInstance, Token } from '../state.ts';
import type { ProcessEffect, ProcessTrace, StepContext } from '../types.ts';

/** Tokens moved in one step before it is called a livelock. */
export const STEP_BUDGET = 20_000;

/** A token on its way: to a node, by a flow (none: it begins there), to the next iteration of a loop, or to work done for another token. */
export type Moving =
  | { readonly to: 'node'; readonly node: GraphNode; readonly flow?: GraphFlow; readonly scope: string }
  | { readonly to: 'iteration'; readonly loop: string; readonly scope: string }
  | {
      readonly to: 'work';
      readonly node: GraphNode;
      readonly scope: string;
      readonly of: string;
      readonly turn?: number;
    };

/**
 * One step being worked out: a copy of the state that may be changed, what is still moving, and what
 * has come of it. Lives for one call only; nothing of it leaks.
 */
export interface Run {
  readonly graph: Graph;
  readonly context: StepContext;
  next: number;
  scopes: ScopeInstance[];
  tokens: Token[];
  joins: JoinArrivals[];
  timers: ArmedTimer[];
  variables: Readonly<Record<string, unknown>>;
  queue: Moving[];
  budget: number;
  /** The scope of expressions, made when first asked for and after variables change. */
  names: Scope | undefined;
  /** Something happened that a conditional event may have waited for. */
  conditionsStale: boolean;
  /** How many of the context's choices each element has used. */
  chosen: Readonly<Record<string, number>> | undefined;
  readonly effects: ProcessEffect[];
  readonly trace: ProcessTrace[];
}

export const openRun = (graph: Graph, state: ProcessState, context: StepContext): Run => ({
  graph,
  context,
  next: state.next,
  scopes: [...state.scopes],
  tokens: [...state.tokens],
  joins: [...state.joins],
  timers: [...state.timers],
  variables: state.variables,
  queue: [],
  budget: STEP_BUDGET,
  names: undefined,
  conditionsStale: false,
  chosen: undefined,
  effects: [],
  trace: [],
});

export const closeRun = (run: Run): ProcessState => ({
  v: 1,
  process: run.graph.processId,
  status:
    run.scopes.length === 0 ? 'ended' : run.tokens.some((token) => token.kind === 'incident') ? 'incident' : 'active',
  next: run.next,
  scopes: run.scopes,
  tokens: run.tokens,
  joins: run.joins,
  timers: run.timers,
  variables: run.variables,
});

export const newId = (run: Run): string => `n${(run.next += 1) - 1}`;

export const nodeById = (run: Run, id: string): GraphNode | undefined => {
  const index = run.graph.nodeOf[id];
  return index === undefined ? undefined : run.graph.nodes[index];
};

export const nodeAt = (run: Run, index: number | undefined): GraphNode | undefined =>
  index === undefined ? undefined : run.graph.nodes[index];

/** What the scope instance is an instance of; for a called process, its own scope. */
export const scopeDefinition = (run: Run, instance: ScopeInstance): GraphScope | undefined => {
  const index = run.graph.scopeOf[instance.element];
  return index === undefined ? undefined : run.graph.scopes[index];
};

export const tokenById = (run: Run, id: string | undefined): Token | undefined =>
  run.tokens.find((token) => token.id === id);

export const scopeById = (run: Run, id: string | undefined): ScopeInstance | undefined =>
  run.scopes.find((scope) => scope.id === id);

/** The scope and those around it, the innermost first; each once, whatever a stored state says of its parents. */
export const scopesAround = (run: Run, id: string | undefined): readonly ScopeInstance[] => {
  const around: ScopeInstance[] = [];
  for (let scope = scopeById(run, id); scope && !around.includes(scope); scope = scopeById(run, scope.parent))
    around.push(scope);
  return around;
};

/** What a record itself holds under an id; ids may be names that every object answers to (`constructor`). */
export const own = <Held>(record: Readonly<Record<string, Held>> | undefined, id: string): Held | undefined =>
  record !== undefined && Object.hasOwn(record, id) ? record[id] : undefined;

export const addToken = (run: Run, token: Omit<Token, 'id'>): Token => {
  const added = { id: newId(run), ...token };
  run.tokens.push(added);
  return added;
};

export const changeToken = (run: Run, id: string, change: Partial<Token>): void => {
  run.tokens = run.tokens.map((token) => (token.id === id ? { ...token, ...change } : token));
};

export const changeScope = (run: Run, id: string, change: Partial<ScopeInstance>): void => {
  run.scopes = run.scopes.map((scope) => (scope.id === id ? { ...scope, ...change } : scope));
};

export const dropToken = (run: Run, id: string): void => {
  run.tokens = run.tokens.filter((token) => token.id !== id);
};

export const trace = (run: Run, type: ProcessTrace['type'], element: string): void =>
  void run.trace.push({ type, element });

/** A token that has no way on; it stays where it is and says why. */
export const incident = (
  run: Run,
  element: string,
  scope: string,
  code: string,
  from: Pick<Token, 'flow' | 'of' | 'turn'> = {},
): void => {
  addToken(run, { element, scope, kind: 'incident', code, ...from });
  run.trace.push({ type: 'incident', element, code });
};

/** Names an expression sees: what surrounds the process, its variables, `outcome`, `today`. */
export const namesOf = (run: Run): Scope =>
  (run.names ??= { today: localDate(run.context.now), outcome: {}, ...run.context.scope, ...run.variables });

/** A later value stands over an earlier one. */
export const setVariable = (run: Run, name: string, given: unknown): void => {
  run.variables = { ...run.variables, [name]: given };
  run.names = undefined;
  run.conditionsStale = true;
};

export const value = (run: Run, expression: CompiledExpression, extra?: Scope): unknown =>
  evaluate(expression, extra ? { ...namesOf(run), ...extra } : namesOf(run));

export const holds = (run: Run, condition: CompiledExpression, extra?: Scope): boolean =>
  isTrue(condition, extra ? { ...namesOf(run), ...extra } : namesOf(run));
