import type { EventName, GraphNode } from '../graph.ts';
import type { Token } from '../state.ts';
import { fireBoundary, fireEventSub, listeningIn, outermost } from './boundary.ts';
import { incident, nodeAt, nodeById, scopeById, tokenById, type Run } from './run.ts';
import { awaited, fire, isAlive, subscriptions } from './subscriptions.ts';

export const isCalled = (of: EventName, wanted: EventName): boolean =>
  of.name === wanted.name ||
  (of.id !== undefined && (of.id === wanted.id || of.id === wanted.name)) ||
  of.name === wanted.id;

/** Everyone who waits for the signal now gets it; who begins to wait later does not. true if anyone did. */
export const throwSignal = (run: Run, signal: EventName): void => {
  for (const subscription of subscriptions(run)) {
    const event = awaited(subscription);
    if (event?.type === 'signal' && isCalled(event.of, signal) && isAlive(run, subscription)) fire(run, subscription);
  }
};

interface Catcher {
  readonly node: GraphNode;
  readonly fire: () => void;
}

/**
 * Who catches an error or escalation thrown in the scope: its own event sub-processes, the boundary
 * events of the activity around it, and so on outwards. An exact code goes before "every code". An
 * event sub-process does not catch what comes out of one of its own kind beside it.
 */
const catcherOf = (
  run: Run,
  type: 'error' | 'escalation',
  code: string | undefined,
  scopeId: string,
): Catcher | undefined => {
  let at: string | undefined = scopeId;
  let fromEventSub = false;
  // Outwards at most once through every scope, should a stored state say that one is inside itself.
  for (let left = run.scopes.length; at !== undefined && left > 0; left -= 1) {
    const here: string = at;
    const inScope = fromEventSub
      ? undefined
      : best(
          listeningIn(run, here).map(({ eventSub, start }) => ({
            node: start,
            fire: () => fireEventSub(run, eventSub, start, here),
          })),
          type,
          code,
        );
    if (inScope) return inScope;
    const host = tokenById(run, scopeById(run, here)?.host);
    if (!host) return undefined;
    const onHost = boundaryCatcher(run, type, code, host);
    if (onHost) return onHost;
    fromEventSub = nodeById(run, host.element)?.byEvent === true;
    at = host.scope;
  }
  return undefined;
};

const boundaryCatcher = (
  run: Run,
  type: 'error' | 'escalation',
  code: string | undefined,
  inner: Token,
): Catcher | undefined => {
  const host = outermost(run, inner);
  const node = host ? nodeById(run, host.element) : undefined;
  if (!host || !node) return undefined;
  const events = node.boundary.flatMap((index) => nodeAt(run, index) ?? []);
  return best(
    events.map((event) => ({ node: event, fire: () => fireBoundary(run, event, host) })),
    type,
    code,
  );
};

const best = (
  catchers: readonly Catcher[],
  type: 'error' | 'escalation',
  code: string | undefined,
): Catcher | undefined => {
  const ofType = catchers.filter(({ node }) => node.event?.type === type);
  const codeOf = ({ node }: Catcher): string | undefined => (node.event?.type === type ? node.event.code : undefined);
  return (
    ofType.find((catcher) => code !== undefined && codeOf(catcher) === code) ??
    ofType.find((catcher) => codeOf(catcher) === undefined)
  );
};

/** An error ends the scope that catches it. Nobody: the process stands still with an incident, it never ends silently. */
export const throwError = (run: Run, element: string, scope: string, code: string | undefined): void => {
  const catcher = catcherOf(run, 'error', code, scope);
  if (catcher) return catcher.fire();
  incident(run, element, scope, 'process.error.uncaught');
};

/** An error raised by the work of one activity: its own boundary events come first. */
export const throwErrorAt = (run: Run, token: Token, code: string | undefined): void => {
  const catcher = boundaryCatcher(run, 'error', code, token);
  if (catcher) return catcher.fire();
  throwError(run, token.element, token.scope, code);
};

/** An escalation nobody catches is only a remark. */
export const throwEscalation = (run: Run, scope: string, code: string | undefined): void =>
  catcherOf(run, 'escalation', code, scope)?.fire();
