import type { Scope } from '#engine/expression/index.ts';
import type { GraphNode } from '../graph.ts';
import type { ScopeInstance, Token } from '../state.ts';
import { handlerDone, remember, rememberTurn, rememberTurns } from './compensation.ts';
import { closeTask } from './cancel.ts';
import { leave } from './flows.ts';
import { beginLoop, iterationDone } from './loops.ts';
import { applyDecision } from './business-rule.ts';
import { itemOf, namesAt } from './items.ts';
import { giveOutputs, inputsOf } from './mappings.ts';
import { keyOf, keysOfActivity } from './message-keys.ts';
import { addToken, changeToken, dropToken, incident, nodeById, tokenById, trace, type Run } from './run.ts';
import { settingsFor } from '../unit-rule.ts';
import { openScope } from './scopes.ts';
import { armBoundary, disarmHostedBy } from './timers.ts';

/** A token reaches an activity. */
export const enterActivity = (run: Run, node: GraphNode, scope: string): void => {
  trace(run, 'entered', node.id);
  if (!node.loop) return beginWork(run, node, scope);
  const loop = beginLoop(run, node, scope);
  if (loop?.finished) finishActivity(run, loop.token);
};

/** Taken from the queue: what is done in the name of another token, the handler of a compensation say. */
export const workFor = (run: Run, node: GraphNode, scope: string, of: string, turn?: number): void => {
  if (!node.loop || turn !== undefined) return beginWork(run, node, scope, of, turn);
  const loop = beginLoop(run, node, scope, of);
  if (loop?.finished) finishActivity(run, loop.token);
};

/** Taken from the queue: the next iteration of a loop begins. */
export const beginIteration = (run: Run, loopId: string): void => {
  const token = tokenById(run, loopId);
  const node = token ? nodeById(run, token.element) : undefined;
  if (!token?.loop || !node) return;
  changeToken(run, token.id, { loop: { ...token.loop, started: token.loop.started + 1 } });
  beginWork(run, node, token.scope, token.id);
};

/**
 * What one doing sees, with what it has taken. Asked for where it is needed, and not as a closure with a
 * name: naming it at every step costs a third of the step.
 */
const seenWith = (
  run: Run,
  node: GraphNode,
  { turn, scope }: { readonly turn: number | undefined; readonly scope: string },
  ...taken: readonly (Scope | undefined)[]
): Scope => Object.assign({}, namesAt(run, node, turn, scope), ...taken) as Scope;

/** Does it once; `of` is the loop token when it is one iteration of several. */
export const beginWork = (run: Run, node: GraphNode, scope: string, of?: string, again?: number): void => {
  const turn = of === undefined ? undefined : (again ?? turnOf(run, of));
  const hosted = of === undefined ? {} : { of, ...(turn === undefined ? {} : { turn }) };
  const around = node.inputs || node.decision ? namesAt(run, node, turn, scope) : undefined;
  const inputs = inputsOf(run, node, around);
  if (node.inner !== undefined) {
    const keys = of === undefined ? keysOfActivity(run, node, () => seenWith(run, node, { turn, scope }, inputs)) : {};
    const token = addToken(run, { element: node.id, scope, kind: 'scope', ...hosted, ...keys });
    if (of === undefined) armBoundary(run, node, token, inputs);
    openScope(run, node.inner, scope, token, undefined, inputs);
    return;
  }
  const contradiction = applyDecision(run, node, scope, { ...around, ...inputs });
  if (contradiction !== undefined) return incident(run, node.id, scope, contradiction, hosted);
  if (!waits(node)) {
    if (node.kind === 'sendTask' && node.message)
      run.effects.push({
        type: 'throw-message',
        element: node.id,
        name: node.message.name,
        ...keyOf(run, node, seenWith(run, node, { turn, scope }, inputs)),
      });
    return workDone(run, node, scope, {
      ...(of === undefined ? {} : { of }),
      ...(turn === undefined ? {} : { turn }),
      ...localTo('locals', inputs),
    });
  }
  const token = addToken(run, {
    element: node.id,
    scope,
    kind: 'task',
    ...hosted,
    ...localTo('locals', inputs),
    ...keysOfActivity(run, node, () => seenWith(run, node, { turn, scope }, inputs)),
  });
  if (node.kind === 'userTask' || node.kind === 'manualTask')
    run.effects.push({
      type: 'open-task',
      token: token.id,
      element: node.id,
      name: node.name || node.id,
      settings: node.unitRule ? settingsFor(node, () => seenWith(run, node, { turn, scope }, inputs)) : node.settings,
      ...localTo('local', seenBy(itemOf(run, node, turn, scope), inputs)),
    });
  else if (node.kind === 'serviceTask' && node.settings.connector !== undefined)
    run.effects.push({ type: 'call-service', token: token.id, element: node.id, connector: node.settings.connector });
  if (of === undefined) armBoundary(run, node, token);
};

/** The iteration that its loop token has just begun; compensation handlers have none. */
const turnOf = (run: Run, of: string): number | undefined => {
  const loop = tokenById(run, of)?.loop;
  return loop === undefined ? undefined : loop.started - 1;
};

const localTo = <Name extends 'local' | 'locals'>(
  name: Name,
  names: Scope | undefined,
): { readonly [Key in Name]?: Scope } => (names ? ({ [name]: names } as { readonly [Key in Name]?: Scope }) : {});

const seenBy = (item: Scope | undefined, inputs: Scope | undefined): Scope | undefined =>
  item || inputs ? { ...item, ...inputs } : undefined;

/** People, messages and outside services are waited for; an abstract task or a service nobody offers is passed. */
const waits = (node: GraphNode): boolean => {
  switch (node.kind) {
    case 'userTask':
    case 'manualTask':
    case 'receiveTask':
      return true;
    case 'serviceTask':
      return node.settings.connector !== undefined;
    default:
      return false;
  }
};

/** The waiting activity is finished: its timers go, its boundary events fall silent, the token moves on. */
export const finishActivity = (run: Run, token: Token, inside?: ScopeInstance): void => {
  const node = nodeById(run, token.element);
  dropToken(run, token.id);
  disarmHostedBy(run, token.id);
  closeTask(run, token, 'completed');
  if (node) workDone(run, node, token.scope, token, inside);
};

const workDone = (
  run: Run,
  node: GraphNode,
  scope: string,
  { of, turn, locals, compensable }: Pick<Token, 'of' | 'turn' | 'locals' | 'compensable'>,
  inside?: ScopeInstance,
): void => {
  if (node.outputs) giveOutputs(run, node, scope, seenWith(run, node, { turn, scope }, inside?.locals, locals));
  const owner = of === undefined ? undefined : tokenById(run, of);
  if (owner?.kind === 'throw') return handlerDone(run, node, owner);
  if (owner) {
    rememberTurn(run, node, owner.id, inside);
    const whole = iterationDone(run, node, owner.id, {
      turn,
      scope,
      names: seenWith(run, node, { turn, scope }, inside?.locals, locals),
    });
    if (whole) finishActivity(run, whole);
    return;
  }
  if (node.byEvent) return void trace(run, 'left', node.id);
  if (node.loop) rememberTurns(run, scope, compensable);
  else remember(run, node, scope, inside);
  leave(run, node, scope);
};
