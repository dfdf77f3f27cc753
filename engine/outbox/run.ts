import type { Instant } from '#engine/clock/index.ts';
import type { OutboxMessage, Store } from '#engine/store/index.ts';
import { later, retryAt } from './retry.ts';

/**
 * Whoever takes one kind of message. It must be idempotent by the message's id: after a crash the same
 * message is delivered again. Throwing means "not delivered"; the error's text is kept.
 */
export interface Peer {
  deliver(message: OutboxMessage, now: Instant): Promise<void>;
}

export type Peers = Readonly<Partial<Record<OutboxMessage['kind'], Peer>>>;

/** How long one worker may hold a batch before another may take it over. */
const LEASE_MS = 60_000;
const BATCH = 100;

/**
 * Delivers what is due at `now` until nothing is; answers how many messages left. A message whose
 * peer is missing or fails is tried again later, and ends as a dead letter that a person can replay.
 */
export const runOutbox = async (
  store: Pick<Store, 'outbox'>,
  peers: Peers,
  now: Instant,
  worker = 'worker',
): Promise<number> => {
  let delivered = 0;
  for (;;) {
    const batch = await store.outbox.lease(worker, now, later(now, LEASE_MS), BATCH);
    if (batch.length === 0) return delivered;
    for (const { fence, attempts, ...message } of batch) {
      const error = await send(peers, message, now);
      if (error === undefined) delivered += (await store.outbox.done(message.id, fence, now)) ? 1 : 0;
      else await store.outbox.failed(message.id, fence, retryAt(attempts, now), error);
    }
  }
};

const send = async (peers: Peers, message: OutboxMessage, now: Instant): Promise<string | undefined> => {
  const peer = peers[message.kind];
  if (!peer) return `no peer takes messages of kind ${message.kind}`;
  try {
    await peer.deliver(message, now);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};
