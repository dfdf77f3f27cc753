import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { DossierEvent } from '#engine/dossier/index.ts';
import { openSqliteStore, type Append } from '#engine/store/index.ts';
import { ok } from '#engine/result/index.ts';
import { freshStore, stateOf } from './fixtures.ts';

const eventOf = (dossier: string, seq: number): DossierEvent => ({
  dossier,
  seq,
  type: 'submitted',
  data: {},
  actor: { kind: 'citizen', id: 'c', name: 'C' },
  occurredAt: '2021-07-01T01:00:00.000Z',
  recordedAt: '2021-07-01T01:00:00.000Z',
  prevHash: seq === 1 ? '0'.repeat(64) : `hash-${dossier}-${seq - 1}`,
  hash: `hash-${dossier}-${seq}`,
});

const appendOf = (dossier: string, seq: number, over: Partial<Append> = {}): Append => ({
  dossier,
  expectedSeq: seq - 1,
  events: [eventOf(dossier, seq)],
  state: stateOf(dossier, seq),
  key: `${dossier}-${seq}-${Math.random()}`,
  bodyHash: 'b',
  outbox: [],
  ...over,
});

describe('appending to a dossier', () => {
  it('keeps events and state, and gives them back', async () => {
    const { store } = await freshStore();
    expect(await store.dossiers.append(appendOf('d1', 1))).toEqual(ok(undefined));
    expect(await store.dossiers.load('d1')).toEqual(stateOf('d1', 1));
    expect(await store.dossiers.byCode(stateOf('d1', 1).code)).toEqual(stateOf('d1', 1));
    expect(await store.dossiers.events('d1')).toEqual([eventOf('d1', 1)]);
  });

  it('lets one of two win that were based on the same sequence', async () => {
    const { store } = await freshStore();
    await store.dossiers.append(appendOf('d1', 1));
    const results = await Promise.all([
      store.dossiers.append(appendOf('d1', 2)),
      store.dossiers.append(appendOf('d1', 2)),
    ]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.flatMap((result) => (result.ok ? [] : result.problems.map((it) => it.code)))).toEqual([
      'dossier.conflict',
    ]);
    expect(await store.dossiers.events('d1')).toHaveLength(2);
  });

  it('lets one of two win even when they come from two connections', async () => {
    const { store, file, folder } = await freshStore();
    const other = await openSqliteStore({ path: file, filesDir: `${folder}/files` });
    await store.dossiers.append(appendOf('d1', 1));
    for (let seq = 2; seq < 30; seq += 1) {
      const results = await Promise.all([
        store.dossiers.append(appendOf('d1', seq)),
        other.dossiers.append(appendOf('d1', seq)),
      ]);
      expect(results.filter((result) => result.ok)).toHaveLength(1);
    }
    expect(await other.dossiers.events('d1')).toHaveLength(29);
    await other.close();
  });

  it('carries out a key once, however often and however parallel it comes', async () => {
    const { store } = await freshStore();
    const entry = appendOf('d1', 1, { key: 'same' });
    const results = await Promise.all(Array.from({ length: 50 }, () => store.dossiers.append(entry)));
    expect(results.every((result) => result.ok)).toBe(true);
    expect(await store.dossiers.events('d1')).toHaveLength(1);
    expect(await store.dossiers.answered('same')).toEqual({ dossier: 'd1', bodyHash: 'b', seq: 1 });
  });

  it('refuses a key that comes again with another body', async () => {
    const { store } = await freshStore();
    await store.dossiers.append(appendOf('d1', 1, { key: 'same' }));
    const again = await store.dossiers.append(appendOf('d2', 1, { key: 'same', bodyHash: 'other' }));
    expect(again.ok ? [] : again.problems.map((it) => it.code)).toEqual(['command.key-reused']);
    expect(await store.dossiers.load('d2')).toBeUndefined();
  });

  it('writes many in one transaction, each succeeding or failing by itself', async () => {
    const { store } = await freshStore();
    const results = await store.dossiers.appendAll([
      appendOf('d1', 1),
      appendOf('d2', 1, { expectedSeq: 7 }),
      appendOf('d3', 1),
    ]);
    expect(results.map((result) => result.ok)).toEqual([true, false, true]);
    expect(await store.dossiers.ids(undefined, 10)).toEqual(['d1', 'd3']);
  });

  it('takes a chain that does not close for the bug it is, and writes nothing', async () => {
    const { store } = await freshStore();
    await store.dossiers.append(appendOf('d1', 1));
    const broken = appendOf('d1', 2, { events: [{ ...eventOf('d1', 2), prevHash: 'else' }] });
    await expect(store.dossiers.append(broken)).rejects.toThrow(/chain/);
    expect(await store.dossiers.events('d1')).toHaveLength(1);
    expect((await store.dossiers.append(appendOf('d1', 2))).ok).toBe(true);
  });

  it.each([
    ['NUL', 'a\u0000b'],
    ['a lone surrogate', 'a\ud800b'],
    ['a lone low surrogate', '\udc00'],
  ])('refuses text with %s', async (_, name) => {
    const { store } = await freshStore();
    const state = stateOf('d1', 1, { applicant: { kind: 'citizen', name } });
    const result = await store.dossiers.append(appendOf('d1', 1, { state }));
    expect(result.ok ? [] : result.problems.map((it) => it.code)).toEqual(['store.text']);
    expect(await store.dossiers.load('d1')).toBeUndefined();
  });

  it('takes text that only looks like an escape, and whole surrogate pairs', async () => {
    const { store } = await freshStore();
    const applicant = { kind: 'citizen', name: '\\u0000 \\\\ud800 𠮷 😀' } as const;
    await store.dossiers.append(appendOf('d1', 1, { state: stateOf('d1', 1, { applicant }) }));
    expect((await store.dossiers.load('d1'))?.applicant.name).toBe(applicant.name);
  });
});

describe('events', () => {
  it('cannot be changed or deleted, not even by SQL', async () => {
    const { store, file } = await freshStore();
    await store.dossiers.append(appendOf('d1', 1));
    const raw = new Database(file);
    expect(() => raw.exec(`UPDATE events SET data = '{}'`)).toThrow('events.append-only');
    expect(() => raw.exec(`DELETE FROM events`)).toThrow('events.append-only');
    expect(() =>
      raw.exec(
        `INSERT INTO events (dossier, seq, type, data, actor, occurred_at, recorded_at, prev_hash, hash) SELECT dossier, seq, type, data, actor, occurred_at, recorded_at, prev_hash, hash FROM events`,
      ),
    ).toThrow(/UNIQUE/);
    raw.close();
  });
});

describe('creating a dossier', () => {
  const create = (key: string, bodyHash = 'b') => ({
    key,
    bodyHash,
    unit: 'H02.07201',
    day: '2021-07-01',
    build: (number: number) => {
      const id = `n${number}`;
      return ok({ dossier: id, events: [eventOf(id, 1)], state: stateOf(id, 1), outbox: [] });
    },
  });

  it('gives each its own number, without a gap', async () => {
    const { store } = await freshStore();
    const made = await Promise.all(
      Array.from({ length: 40 }, (_, place) => store.dossiers.create(create(`k${place}`))),
    );
    expect(made.map((result) => (result.ok ? result.value : ''))).toEqual(
      Array.from({ length: 40 }, (_, n) => `n${n + 1}`),
    );
  });

  it('gives the first answer to the same key, and loses no number to a refused one', async () => {
    const { store } = await freshStore();
    const first = await store.dossiers.create(create('k'));
    const refused = await store.dossiers.create({
      ...create('bad'),
      build: () => ({ ok: false, problems: [{ code: 'x', path: '', message: { vi: 'x' }, severity: 'error' }] }),
    });
    expect(refused.ok).toBe(false);
    expect(await store.dossiers.create(create('k'))).toEqual(first);
    expect(await store.dossiers.create(create('l'))).toEqual(ok('n2'));
  });

  it('never wraps after 9,999 dossiers in a day', async () => {
    const { store, file } = await freshStore();
    const raw = new Database(file);
    raw.exec(`INSERT INTO code_counters (unit, day, next) VALUES ('u', '2021-07-01', 9999)`);
    raw.close();
    expect(await store.dossiers.nextCode('u', '2021-07-01')).toBe(9999);
    expect(await store.dossiers.nextCode('u', '2021-07-01')).toBe(10000);
    expect(await store.dossiers.nextCode('u', '2021-07-02')).toBe(1);
  });
});

describe('lists', () => {
  const task = (dossier: string, role: string, over = {}) => ({
    id: `${dossier}:n1`,
    token: 'n1',
    element: 'examine',
    name: 'Thẩm định',
    role,
    unit: 'H02.07201',
    openedAt: '2021-07-01T01:00:00.000Z',
    ...over,
  });
  const due = (day: string) => ({ due: `${day}T10:00:00.000Z`, lines: [], provisional: false, summary: { vi: '' } });

  it('orders work by the promised date and keeps what another has taken out of it', async () => {
    const { store } = await freshStore();
    await store.dossiers.appendAll([
      appendOf('late', 1, {
        state: stateOf('late', 1, { tasks: [task('late', 'officer')], promised: due('2021-07-09') }),
      }),
      appendOf('soon', 1, {
        state: stateOf('soon', 1, { tasks: [task('soon', 'officer')], promised: due('2021-07-02') }),
      }),
      appendOf('head', 1, { state: stateOf('head', 1, { tasks: [task('head', 'leader')] }) }),
      appendOf('mine', 1, {
        state: stateOf('mine', 1, { tasks: [task('mine', 'officer', { assignee: { id: 'p', name: 'P' } })] }),
      }),
      appendOf('his', 1, {
        state: stateOf('his', 1, { tasks: [task('his', 'officer', { assignee: { id: 'q', name: 'Q' } })] }),
      }),
    ]);
    const query = { unit: 'H02.07201', roles: ['officer'] as const, person: 'p', limit: 10, offset: 0 };
    const { total, rows } = await store.dossiers.worklist(query);
    expect(rows.map((row) => row.dossier)).toEqual(['soon', 'late', 'mine']);
    expect(total).toBe(3);
    expect(rows[2]?.assignee).toEqual({ id: 'p', name: 'P' });
    const mine = await store.dossiers.worklist({ ...query, mine: true });
    expect(mine.rows.map((row) => row.dossier)).toEqual(['mine']);
    const found = await store.dossiers.worklist({ ...query, text: 'nguyen dao', limit: 1 });
    expect(found).toMatchObject({ total: 3, rows: [{ dossier: 'soon' }] });
  });

  it('forgets a task that is closed', async () => {
    const { store } = await freshStore();
    await store.dossiers.append(appendOf('d', 1, { state: stateOf('d', 1, { tasks: [task('d', 'officer')] }) }));
    await store.dossiers.append(appendOf('d', 2));
    const query = { unit: 'H02.07201', roles: ['officer'] as const, person: 'p', limit: 10, offset: 0 };
    expect(await store.dossiers.worklist(query)).toEqual({ total: 0, rows: [] });
  });

  it('finds dossiers by unit, status, account, and by code or name without marks', async () => {
    const { store } = await freshStore();
    await store.dossiers.appendAll([
      appendOf('0001', 1),
      appendOf('0002', 1, {
        state: stateOf('0002', 1, { status: 'finished', applicant: { kind: 'citizen', name: 'Trần Văn Ổi' } }),
      }),
    ]);
    const page = { limit: 10, offset: 0 };
    const ids = async (query: object) => (await store.dossiers.list({ ...page, ...query })).rows.map((row) => row.id);
    expect(await ids({ receivingUnit: 'H02.07201' })).toHaveLength(2);
    expect(await ids({ status: ['finished'] })).toEqual(['0002']);
    expect(await ids({ account: 'citizen-1' })).toEqual(['0001']);
    expect(await ids({ text: 'tran van oi' })).toEqual(['0002']);
    expect(await ids({ text: '000.07.201.H02-210701-0001' })).toEqual(['0001']);
    expect(await ids({ text: 'Đào', order: 'due' })).toEqual(['0001']);
    expect(await ids({ text: '"; DROP TABLE dossiers' })).toEqual([]);
  });

  it('counts running dossiers by procedure, release and status', async () => {
    const { store } = await freshStore();
    await store.dossiers.appendAll([
      appendOf('1', 1),
      appendOf('2', 1),
      appendOf('3', 1, { state: stateOf('3', 1, { status: 'returned' }) }),
      appendOf('4', 1, { state: stateOf('4', 1, { procedure: '1.000002' }) }),
    ]);
    expect(await store.dossiers.running(['1.000001'])).toEqual([
      { code: '1.000001', releaseHash: 'r', status: 'submitted', count: 2 },
    ]);
  });

  it('gives timers when they are due', async () => {
    const { store } = await freshStore();
    const timers = [{ token: 'n1', element: 'wait', due: '2021-07-02T00:00:00.000Z' }];
    await store.dossiers.append(appendOf('d', 1, { state: stateOf('d', 1, { timers }) }));
    expect(await store.dossiers.dueTimers('2021-07-01T23:59:59.999Z', 9)).toEqual([]);
    expect(await store.dossiers.dueTimers('2021-07-02T00:00:00.000Z', 9)).toEqual([
      { dossier: 'd', token: 'n1', due: '2021-07-02T00:00:00.000Z' },
    ]);
  });
});
