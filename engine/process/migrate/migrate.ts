import type { Scope } from '#engine/expression/index.ts';
import { fail, ok, type Problem, type Result } from '#engine/result/index.ts';
import type { Graph } from '../graph.ts';
import type { JoinArrivals, PendingHandler, ProcessState, Token } from '../state.ts';
import { localsOf } from '../step/items.ts';
import { keysOf, keysOfActivity } from '../step/message-keys.ts';
import { closeRun, nodeAt, openRun, type Run } from '../step/run.ts';
import type { StepContext } from '../types.ts';
import { checkMove, flowFor } from './check.ts';
import { nodeOf } from './mapping.ts';
import { migrateSaid } from './messages.ts';
import type { Mapping, Migrated, MigrationPlan, MigrationUndo, StateCheck } from './model.ts';
import { movedCompensable, moveScopes } from './move-scopes.ts';
import { moveTimers } from './move-timers.ts';

/**
 * Moves a running process to another model, all of it or nothing: waiting tasks and events, joins half
 * full, scopes, loops in progress, timers, what can be undone. Tokens keep their ids, so that whoever
 * has a task keeps it. Nothing is executed. `check` proves that from there the new process can still
 * end. Refused with every reason at once, each naming the element where the old process stands.
 */
export const migrate = (
  from: Graph,
  to: Graph,
  state: ProcessState,
  { mapping, problems }: MigrationPlan,
  context: StepContext & { readonly check?: StateCheck },
): Result<Migrated> => {
  if (state.status === 'ended') return fail(migrateSaid.ended());
  const found = [...problems, ...checkMove(from, to, state, mapping)];
  const errors = found.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) return fail(...errors);

  const run = openRun(to, { ...state, scopes: [], tokens: [], joins: [], timers: [] }, context);
  const refused = move(run, from, to, state, mapping);
  if (refused.length > 0) return fail(...refused);
  const after = closeRun(run);
  const wrong = context.check?.(to, after) ?? [];
  if (wrong.length > 0) return fail(...wrong);
  return ok({
    state: after,
    effects: run.effects,
    undo: { before: state, after },
    warnings: found.filter(({ severity }) => severity !== 'error'),
  });
};

/** Gives back the very state from before, byte for byte; refused once anything has happened since. */
export const revertMigration = (state: ProcessState, undo: MigrationUndo): Result<ProcessState> =>
  JSON.stringify(state) === JSON.stringify(undo.after) ? ok(undo.before) : fail(migrateSaid.movedOn());

const move = (run: Run, from: Graph, to: Graph, state: ProcessState, mapping: Mapping): readonly Problem[] => {
  const scopes = moveScopes(run, to, state, mapping);
  const problems: Problem[] = [];
  const kept = new Set(run.scopes.map(({ host }) => host));
  const tokens: Token[] = [];
  for (const token of state.tokens) {
    const target = nodeOf(to, mapping[token.element]?.to);
    // The activity of a dissolved sub-process goes with it.
    if (token.kind === 'scope' && !kept.has(token.id)) continue;
    if (!target) continue;
    const scope = scopes.place(target, token.scope, token.element);
    if ('code' in scope) problems.push(scope);
    else tokens.push(movedToken(run, from, to, token, scope.id, mapping));
  }
  // Hosts of sub-processes that are new around something come after what was there before.
  run.tokens = [...tokens, ...run.tokens];
  run.joins = state.joins.flatMap((join): readonly JoinArrivals[] => {
    const target = nodeOf(to, mapping[join.element]?.to);
    const scope = target && scopes.place(target, join.scope, join.element);
    if (!target || !scope) return [];
    if ('code' in scope) {
      problems.push(scope);
      return [];
    }
    const flows = Object.entries(join.flows).map(
      ([flow, count]) => [flowFor(from, to, target, flow, mapping) ?? flow, count] as const,
    );
    return [{ scope: scope.id, element: target.id, flows: Object.fromEntries(flows) }];
  });
  if (problems.length === 0) moveTimers(run, to, state, mapping);
  return problems;
};

const movedToken = (run: Run, from: Graph, to: Graph, token: Token, scope: string, mapping: Mapping): Token => {
  const target = nodeOf(to, mapping[token.element]?.to);
  if (!target) return token;
  const { flow, ...withoutFlow } = token;
  const isFlowThere = flow !== undefined && to.flowOf[flow] !== undefined;
  const source = nodeOf(from, token.element);
  if (token.kind === 'task' && (target.id !== token.element || target.name !== source?.name))
    run.effects.push({
      type: 'move-task',
      token: token.id,
      element: target.id,
      name: target.name || target.id,
      settings: target.settings,
    });
  return {
    ...(isFlowThere ? token : withoutFlow),
    element: target.id,
    scope,
    ...(token.pending === undefined ? {} : { pending: token.pending.map((one) => movedHandler(one, mapping)) }),
    ...(token.compensable === undefined
      ? {}
      : { compensable: token.compensable.map((one) => movedCompensable(one, mapping)) }),
    ...(token.held === undefined ? {} : { held: token.held.flatMap((id) => nodeOf(to, mapping[id]?.to)?.id ?? []) }),
    ...movedKeys(run, token, scope, mapping),
  };
};

const movedHandler = (one: PendingHandler, mapping: Mapping): PendingHandler =>
  typeof one === 'string'
    ? (mapping[one]?.to ?? one)
    : {
        handler: mapping[one.handler]?.to ?? one.handler,
        inner: one.inner.map((inner) => movedCompensable(inner, mapping)),
      };

/** A key that was asked for when the wait began is still asked for; a new event asks for its key from now on. */
const movedKeys = (
  run: Run,
  token: Token,
  scope: string,
  mapping: Mapping,
): { readonly keys?: NonNullable<Token['keys']> } => {
  const target = nodeAt(run, run.graph.nodeOf[mapping[token.element]?.to ?? '']);
  if (!target) return {};
  const names = (): Scope | undefined => localsOf(run, scope);
  const asked =
    token.kind === 'gate'
      ? keysOf(
          run,
          target.outgoing.map((index) => nodeAt(run, run.graph.flows[index]?.target)),
          names,
        )
      : token.kind === 'catch'
        ? keysOf(run, [target], names)
        : keysOfActivity(run, target, names);
  const kept = Object.entries(token.keys ?? {}).flatMap(([id, key]) => {
    const to = mapping[id]?.to;
    return to !== undefined && asked.keys?.[to] !== undefined ? [[to, key] as const] : [];
  });
  return asked.keys === undefined ? {} : { keys: { ...asked.keys, ...Object.fromEntries(kept) } };
};
