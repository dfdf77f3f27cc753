import type { Scope } from '#engine/expression/index.ts';
import { localsOf, namesOfToken } from './items.ts';
import { changeScope, changeToken, holds, scopeById, tokenById, type Run } from './run.ts';
import { awaited, fire, isAlive, subscriptions, type Subscription } from './subscriptions.ts';

/**
 * Conditional events happen when their condition becomes true: it is looked at when they begin to
 * wait and when variables change. One that stays true happens once. true if any happened.
 */
export const fireConditions = (run: Run): boolean => {
  if (!run.conditionsStale) return false;
  run.conditionsStale = false;
  let happened = false;
  for (const subscription of subscriptions(run)) {
    const event = awaited(subscription);
    if (event?.type !== 'conditional' || !isAlive(run, subscription)) continue;
    const held = heldBy(run, subscription).includes(subscription.node.id);
    const now = holds(run, event.condition, namesSeenBy(run, subscription));
    if (now === held) continue;
    remember(run, subscription, now);
    if (!now) continue;
    happened = true;
    fire(run, subscription);
  }
  return happened;
};

const namesSeenBy = (run: Run, subscription: Subscription): Scope | undefined =>
  subscription.by === 'event-sub'
    ? localsOf(run, subscription.scope)
    : namesOfToken(run, tokenById(run, subscription.token.id) ?? subscription.token);

const heldBy = (run: Run, subscription: Subscription): readonly string[] =>
  (subscription.by === 'event-sub'
    ? scopeById(run, subscription.scope)?.held
    : tokenById(run, subscription.token.id)?.held) ?? [];

const remember = (run: Run, subscription: Subscription, now: boolean): void => {
  const others = heldBy(run, subscription).filter((id) => id !== subscription.node.id);
  const held = now ? [...others, subscription.node.id] : others;
  if (subscription.by === 'event-sub') changeScope(run, subscription.scope, { held });
  else changeToken(run, subscription.token.id, { held });
};
