import { describe, expect, it } from 'vitest';
import { freshStore } from './fixtures.ts';

const UNIT = 'H02.07201';
const DAY = '2021-07-15';
const AT = '2021-07-15T01:00:00.000Z';

const call = (clerk: string) => ({ unit: UNIT, day: DAY, desk: '1', clerk, at: AT });

describe('numbers at a counter', () => {
  it('begin with 1 at each unit and on each day, and none is given twice', async () => {
    const { store } = await freshStore();
    const taken = await Promise.all(Array.from({ length: 30 }, () => store.queue.take(UNIT, DAY, 'submit', AT)));
    expect(taken.map(({ number }) => number).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 30 }, (_, place) => place + 1),
    );
    expect((await store.queue.take('H02.07202', DAY, 'submit', AT)).number).toBe(1);
    expect((await store.queue.take(UNIT, '2021-07-16', 'submit', AT)).number).toBe(1);
  });

  it('are called in order, and two clerks that press at once get two', async () => {
    const { store } = await freshStore();
    for (let count = 0; count < 20; count += 1) await store.queue.take(UNIT, DAY, 'submit', AT);
    const called = await Promise.all(
      Array.from({ length: 25 }, (_, place) => store.queue.callNext(call(`clerk-${place}`))),
    );
    const numbers = called.flatMap((ticket) => ticket?.number ?? []);
    expect(new Set(numbers).size).toBe(20);
    expect(called.filter((ticket) => ticket === undefined)).toHaveLength(5);
  });

  it('are called by kind of service where the clerk chose one', async () => {
    const { store } = await freshStore();
    await store.queue.take(UNIT, DAY, 'submit', AT);
    await store.queue.take(UNIT, DAY, 'collect', AT);
    expect((await store.queue.callNext({ ...call('a'), service: 'collect' }))?.number).toBe(2);
    expect(await store.queue.callNext({ ...call('b'), service: 'collect' })).toBeUndefined();
    expect((await store.queue.callNext(call('b')))?.number).toBe(1);
  });

  it('end when the clerk calls the next; one who does not come is skipped and can be called again, by one clerk', async () => {
    const { store } = await freshStore();
    for (let count = 0; count < 3; count += 1) await store.queue.take(UNIT, DAY, 'submit', AT);
    await store.queue.callNext(call('a'));
    await store.queue.callNext(call('a'));
    await store.queue.skip(UNIT, DAY, 'a');
    await store.queue.callNext(call('b'));
    const states = async () => (await store.queue.ofDay(UNIT, DAY)).map(({ state }) => state);
    expect(await states()).toEqual(['done', 'skipped', 'called']);
    const again = await Promise.all([
      store.queue.callAgain({ ...call('a'), number: 2 }),
      store.queue.callAgain({ ...call('c'), number: 2 }),
    ]);
    expect(again.filter(Boolean)).toHaveLength(1);
    expect(await store.queue.callAgain({ ...call('a'), number: 3 })).toBeUndefined();
    expect(await store.queue.callAgain({ ...call('a'), number: 1 })).toBeUndefined();
  });
});
