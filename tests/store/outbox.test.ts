import { describe, expect, it } from 'vitest';
import { retryAt, runOutbox, type Peer } from '#engine/outbox/index.ts';
import type { OutboxMessage, Store } from '#engine/store/index.ts';
import { freshStore, stateOf } from './fixtures.ts';

const NOW = '2021-07-01T01:00:00.000Z';
const later = (minutes: number) => new Date(Date.parse(NOW) + minutes * 60_000).toISOString();
const message = (dossier: string, n: number): OutboxMessage => ({
  id: `${dossier}:${n}`,
  dossier,
  kind: 'notice',
  payload: { n },
});

const post = async (store: Store, dossier: string, messages: readonly OutboxMessage[]) => {
  const event = {
    dossier,
    seq: 1,
    type: 'submitted' as const,
    data: {},
    actor: { kind: 'citizen' as const, id: 'c', name: 'C' },
    occurredAt: NOW,
    recordedAt: NOW,
    prevHash: '0',
    hash: 'h',
  };
  const result = await store.dossiers.append({
    dossier,
    expectedSeq: 0,
    events: [event],
    state: stateOf(dossier, 1),
    key: dossier,
    bodyHash: 'b',
    outbox: messages,
  });
  expect(result.ok).toBe(true);
};

const recorder = (fail: (message: OutboxMessage) => boolean = () => false): Peer & { readonly got: string[] } => {
  const got: string[] = [];
  return {
    got,
    deliver: async (given) => {
      if (fail(given)) throw new Error('busy');
      got.push(given.id);
    },
  };
};

describe('the outbox', () => {
  it('delivers every message once, in the order of its dossier', async () => {
    const { store } = await freshStore();
    await post(store, 'a', [message('a', 1), message('a', 2), message('a', 3)]);
    await post(store, 'b', [message('b', 1)]);
    const notice = recorder();
    expect(await runOutbox(store, { notice }, NOW)).toBe(4);
    expect(notice.got.filter((id) => id.startsWith('a'))).toEqual(['a:1', 'a:2', 'a:3']);
    expect(await runOutbox(store, { notice }, NOW)).toBe(0);
    expect(notice.got).toHaveLength(4);
  });

  it('gives a message to one of two workers only', async () => {
    const { store } = await freshStore();
    for (const dossier of ['a', 'b', 'c', 'd']) await post(store, dossier, [message(dossier, 1), message(dossier, 2)]);
    const notice = recorder();
    const sent = await Promise.all([
      runOutbox(store, { notice }, NOW, 'one'),
      runOutbox(store, { notice }, NOW, 'two'),
    ]);
    expect(sent[0] + sent[1]).toBe(8);
    expect(new Set(notice.got).size).toBe(8);
  });

  it('keeps later messages of a dossier back while an earlier one waits', async () => {
    const { store } = await freshStore();
    await post(store, 'a', [message('a', 1), message('a', 2)]);
    await post(store, 'b', [message('b', 1)]);
    let down = true;
    const notice = recorder(({ id }) => down && id === 'a:1');
    expect(await runOutbox(store, { notice }, NOW)).toBe(1);
    down = false;
    expect(await runOutbox(store, { notice }, NOW)).toBe(0);
    expect(await runOutbox(store, { notice }, later(1))).toBe(2);
    expect(notice.got).toEqual(['b:1', 'a:1', 'a:2']);
  });

  it('ignores a worker whose lease has run out and was taken over', async () => {
    const { store } = await freshStore();
    await post(store, 'a', [message('a', 1)]);
    const [slow] = await store.outbox.lease('slow', NOW, later(1), 10);
    expect(await store.outbox.lease('other', NOW, later(1), 10)).toEqual([]);
    const [taken] = await store.outbox.lease('other', later(2), later(3), 10);
    expect(taken).toMatchObject({ id: 'a:1', fence: (slow?.fence ?? 0) + 1, attempts: 2 });
    expect(await store.outbox.done('a:1', slow?.fence ?? 0, later(2))).toBe(false);
    expect(await store.outbox.done('a:1', taken?.fence ?? 0, later(2))).toBe(true);
    expect(await store.outbox.done('a:1', taken?.fence ?? 0, later(2))).toBe(false);
  });

  it('ends in a dead letter that a person can replay', async () => {
    const { store } = await freshStore();
    await post(store, 'a', [message('a', 1), message('a', 2)]);
    let down = true;
    const notice = recorder(() => down);
    let now = NOW;
    for (let attempt = 1; attempt <= 18; attempt += 1) {
      await runOutbox(store, { notice }, now);
      now = later(attempt * 2 * 24 * 60);
    }
    const dead = await store.outbox.dead();
    expect(dead.map(({ id, error }) => [id, error])).toEqual([
      ['a:1', 'busy'],
      ['a:2', 'busy'],
    ]);
    down = false;
    expect(await store.outbox.replay('a:1')).toBe(true);
    expect(await store.outbox.replay('unknown')).toBe(false);
    expect(await runOutbox(store, { notice }, now)).toBe(1);
    expect((await store.outbox.dead()).map(({ id }) => id)).toEqual(['a:2']);
  });

  it('waits longer after every failure, and then no more', () => {
    const waits = Array.from({ length: 9 }, (_, place) => retryAt(place + 1, NOW));
    expect(waits.slice(0, 3)).toEqual([later(1), later(2), later(5)]);
    expect(waits.at(-1)).toBeUndefined();
    expect([...waits.slice(0, -1)].sort()).toEqual(waits.slice(0, -1));
  });

  it('does not lose a message whose kind nobody takes', async () => {
    const { store } = await freshStore();
    await post(store, 'a', [{ ...message('a', 1), kind: 'service' }]);
    expect(await runOutbox(store, {}, NOW)).toBe(0);
    const service = recorder();
    expect(await runOutbox(store, { service }, later(1))).toBe(1);
  });

  it('puts a notice on a page once', async () => {
    const { store } = await freshStore();
    const notice = { id: 'n', account: 'c', dossier: 'a', at: NOW, text: 'Đã tiếp nhận' };
    await store.outbox.addNotice(notice);
    await store.outbox.addNotice(notice);
    expect(await store.outbox.noticesFor('c', 10)).toEqual([{ id: 'n', at: NOW, dossier: 'a', text: 'Đã tiếp nhận' }]);
    expect(await store.outbox.noticesFor('d', 10)).toEqual([]);
  });
});
