import type { GraphEvent, GraphNode } from '../graph.ts';
import type { Token } from '../state.ts';
import { finishActivity } from './activities.ts';
import { fireBoundary, fireEventSub, listeningIn } from './boundary.ts';
import { leave } from './flows.ts';
import { dropToken, nodeAt, nodeById, own, scopeById, tokenById, trace, type Run } from './run.ts';
import { disarmHostedBy } from './timers.ts';

/** One thing that something waits for, and who waits. */
export type Subscription =
  | { readonly by: 'catch' | 'task'; readonly node: GraphNode; readonly token: Token }
  | { readonly by: 'gate'; readonly node: GraphNode; readonly token: Token }
  | { readonly by: 'boundary'; readonly node: GraphNode; readonly token: Token }
  | { readonly by: 'event-sub'; readonly node: GraphNode; readonly eventSub: GraphNode; readonly scope: string };

/** Everything that waits for an event now: older tokens first, event sub-processes of a scope after what is in it. */
export const subscriptions = (run: Run): readonly Subscription[] => [
  ...run.tokens.flatMap((token) => ofToken(run, token)),
  ...run.scopes.flatMap((scope) =>
    listeningIn(run, scope.id).map(({ eventSub, start }): Subscription => ({
      by: 'event-sub',
      node: start,
      eventSub,
      scope: scope.id,
    })),
  ),
];

const ofToken = (run: Run, token: Token): readonly Subscription[] => {
  const node = nodeById(run, token.element);
  if (!node) return [];
  const boundary =
    token.of === undefined && (token.kind === 'task' || token.kind === 'scope' || token.kind === 'loop')
      ? node.boundary.flatMap((index): readonly Subscription[] => {
          const event = nodeAt(run, index);
          return event ? [{ by: 'boundary', node: event, token }] : [];
        })
      : [];
  switch (token.kind) {
    case 'catch':
      return [{ by: 'catch', node, token }];
    case 'gate':
      return node.outgoing.flatMap((index): readonly Subscription[] => {
        const target = nodeAt(run, run.graph.flows[index]?.target);
        return target ? [{ by: 'gate', node: target, token }] : [];
      });
    case 'task':
      return node.kind === 'receiveTask' ? [{ by: 'task', node, token }, ...boundary] : boundary;
    default:
      return boundary;
  }
};

/** What the subscription waits for. */
export const awaited = ({ node }: Subscription): GraphEvent | undefined =>
  node.kind === 'receiveTask' ? (node.message ? { type: 'message', of: node.message } : undefined) : node.event;

/** The key that a message must bring; undefined: none is asked for. */
export const keyAwaited = (run: Run, subscription: Subscription): string | undefined =>
  own(
    (subscription.by === 'event-sub' ? scopeById(run, subscription.scope) : subscription.token)?.keys,
    subscription.node.id,
  );

/** Still there: an earlier one may have ended it. */
export const isAlive = (run: Run, subscription: Subscription): boolean =>
  subscription.by === 'event-sub'
    ? scopeById(run, subscription.scope) !== undefined && scopeById(run, subscription.scope)?.interrupted !== true
    : tokenById(run, subscription.token.id) !== undefined;

/** It has happened. */
export const fire = (run: Run, subscription: Subscription): void => {
  switch (subscription.by) {
    case 'task':
      return finishActivity(run, subscription.token);
    case 'boundary':
      return fireBoundary(run, subscription.node, subscription.token);
    case 'event-sub':
      return fireEventSub(run, subscription.eventSub, subscription.node, subscription.scope);
    case 'catch':
      dropToken(run, subscription.token.id);
      disarmHostedBy(run, subscription.token.id);
      return leave(run, subscription.node, subscription.token.scope);
    case 'gate': {
      const { node, token } = subscription;
      dropToken(run, token.id);
      disarmHostedBy(run, token.id);
      trace(run, 'left', token.element);
      const flow = run.graph.flows.find(
        (candidate) => candidate.target === node.index && candidate.source === run.graph.nodeOf[token.element],
      );
      if (flow) trace(run, 'taken', flow.id);
      trace(run, 'entered', node.id);
      return leave(run, node, token.scope);
    }
  }
};
