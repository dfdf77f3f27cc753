import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Append, WorkQuery } from '#engine/store/index.ts';
import { closeStores, freshStore, stateOf } from './fixtures.ts';

const appendOf = (dossier: string, seq: number, over: Partial<Append> = {}): Append => ({
  dossier,
  expectedSeq: seq - 1,
  events: [
    {
      dossier,
      seq,
      type: 'submitted',
      data: {},
      actor: { kind: 'citizen', id: 'c', name: 'C' },
      occurredAt: '2021-07-01T01:00:00.000Z',
      recordedAt: '2021-07-01T01:00:00.000Z',
      prevHash: seq === 1 ? '0'.repeat(64) : `hash-${dossier}-${String(seq - 1)}`,
      hash: `hash-${dossier}-${String(seq)}`,
    },
  ],
  state: stateOf(dossier, seq),
  key: `${dossier}-${String(seq)}`,
  bodyHash: 'b',
  outbox: [],
  ...over,
});

const UNIT = 'H02.07201';
const query: WorkQuery = {
  unit: UNIT,
  roles: ['officer'],
  people: ['p'],
  view: 'all',
  now: '2021-07-05T03:00:00.000Z',
  soon: '2021-07-06T10:00:00.000Z',
  limit: 2,
  offset: 0,
};
const task = (id: string, role: string, assignee?: string) => ({
  id: `${id}:n1`,
  token: 'n1',
  element: 'examine',
  name: 'Thẩm định',
  role,
  unit: UNIT,
  openedAt: '2021-07-01T01:00:00.000Z',
  ...(assignee ? { assignee: { id: assignee, name: assignee.toUpperCase() } } : {}),
});
const promised = (day: string) => ({
  promised: { due: `${day}T10:00:00.000Z`, lines: [], provisional: false, summary: { vi: '' } },
});

const filled = async () => {
  const { store } = await freshStore();
  await store.dossiers.appendAll([
    appendOf('late', 1, {
      state: stateOf('late', 1, {
        status: 'processing',
        tasks: [task('late', 'officer', 'p')],
        ...promised('2021-07-02'),
      }),
    }),
    appendOf('soon', 1, {
      state: stateOf('soon', 1, { status: 'processing', tasks: [task('soon', 'officer')], ...promised('2021-07-06') }),
    }),
    appendOf('far', 1, {
      state: stateOf('far', 1, { status: 'processing', tasks: [task('far', 'officer')], ...promised('2021-07-20') }),
    }),
    appendOf('his', 1, {
      state: stateOf('his', 1, {
        status: 'processing',
        tasks: [task('his', 'officer', 'q')],
        ...promised('2021-07-20'),
      }),
    }),
    appendOf('head', 1, { state: stateOf('head', 1, { status: 'processing', tasks: [task('head', 'leader')] }) }),
    appendOf('paused', 1, {
      state: stateOf('paused', 1, {
        status: 'supplement',
        tasks: [task('paused', 'officer')],
        ...promised('2021-07-01'),
      }),
    }),
  ]);
  return store;
};

describe('one page of a work list', () => {
  it('counts every view of the whole list, however short the page', async () => {
    const store = await filled();
    const page = await store.dossiers.workPage(query);
    expect(page.counts).toEqual({ all: 4, mine: 1, free: 3, late: 1, soon: 1, paused: 1 });
    expect(page.rows.map(({ dossier }) => dossier)).toEqual(['late', 'soon']);
    expect(page.total).toBe(4);
    const next = await store.dossiers.workPage({ ...query, offset: 2 });
    expect(next.rows.map(({ dossier }) => dossier)).toEqual(['far', 'paused']);
  });

  it('shows each view as many rows as it counts', async () => {
    const store = await filled();
    for (const view of ['all', 'mine', 'free', 'late', 'soon', 'paused'] as const) {
      const page = await store.dossiers.workPage({ ...query, view, limit: 50 });
      expect([view, page.rows.length]).toEqual([view, page.counts[view]]);
    }
  });

  it('shows who distributes the work everybody’s, and a substitute that of whom they stand in for', async () => {
    const store = await filled();
    const whole = await store.dossiers.workPage({ ...query, whole: true, limit: 50 });
    expect(whole.counts.all).toBe(6);
    const standing = await store.dossiers.workPage({ ...query, people: ['p', 'q'], view: 'mine', limit: 50 });
    expect(standing.rows.map(({ dossier }) => dossier)).toEqual(['late', 'his']);
  });
});

describe('a work list that is counted ahead', () => {
  const statuses = ['processing', 'supplement', 'finished'] as const;
  const days = ['2021-07-01', '2021-07-02', '2021-07-06', '2021-07-20'] as const;
  const made = fc.record({
    id: fc.nat(11),
    role: fc.constantFrom('officer', 'leader'),
    assignee: fc.constantFrom(undefined, 'p', 'q'),
    status: fc.constantFrom(...statuses),
    day: fc.constantFrom(undefined, ...days),
  });
  const ranks = ['late', 'soon', 'in-time', 'none', 'closed', 'paused'] as const;
  type Made = {
    readonly role: string;
    readonly assignee: string | undefined;
    readonly status: string;
    readonly due: string;
  };
  const rankOf = ({ status, due }: Made): (typeof ranks)[number] => {
    if (status === 'supplement') return 'paused';
    if (status === 'finished') return 'closed';
    if (due === '') return 'none';
    return due < query.now ? 'late' : due <= query.soon ? 'soon' : 'in-time';
  };

  it('shows and counts what a walk over all tasks does, whatever happened before', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(made, { minLength: 1, maxLength: 40 }),
        fc.constantFrom('all', 'mine', 'free', 'late', 'soon', 'paused' as const),
        fc.boolean(),
        fc.nat(6),
        fc.integer({ min: 1, max: 5 }),
        async (moves, view, whole, offset, limit) => {
          const { store } = await freshStore();
          const seqs = new Map<string, number>();
          const standing = new Map<string, Made>();
          for (const { id, role, assignee, status, day } of moves) {
            const name = `d${String(id).padStart(2, '0')}`;
            const seq = (seqs.get(name) ?? 0) + 1;
            seqs.set(name, seq);
            const state = stateOf(name, seq, {
              status,
              tasks: [task(name, role, assignee)],
              ...(day ? promised(day) : {}),
            });
            const done = await store.dossiers.append(appendOf(name, seq, { state }));
            expect(done.ok).toBe(true);
            standing.set(name, { role, assignee, status, due: day ? `${day}T10:00:00.000Z` : '' });
          }
          const mine = ({ assignee }: Made): boolean => assignee === 'p';
          const seen = [...standing]
            .filter(([, one]) => whole || (one.role === 'officer' && (one.assignee === undefined || mine(one))))
            .sort(
              ([a, one], [b, other]) =>
                ranks.indexOf(rankOf(one)) - ranks.indexOf(rankOf(other)) ||
                (one.due || '9').localeCompare(other.due || '9') ||
                a.localeCompare(b),
            );
          const inView = ([, one]: readonly [string, Made]): boolean =>
            view === 'all' ||
            (view === 'mine' ? mine(one) : view === 'free' ? one.assignee === undefined : rankOf(one) === view);
          const page = await store.dossiers.workPage({ ...query, view, whole, offset, limit });
          expect(page.total).toBe(seen.filter(inView).length);
          expect(page.rows.map(({ dossier }) => dossier)).toEqual(
            seen
              .filter(inView)
              .map(([name]) => name)
              .slice(offset, offset + limit),
          );
          expect(page.counts.all).toBe(seen.length);
          await closeStores();
        },
      ),
      { numRuns: 40 },
    );
  }, 120_000);
});

it('a dossier whose message cannot be delivered is seen to hang until the message is sent again', async () => {
  const { store } = await freshStore();
  const now = '2021-07-05T03:00:00.000Z';
  const state = stateOf('hangs', 1, {
    status: 'processing',
    acceptedAt: now,
    tasks: [task('hangs', 'officer', 'p')],
    ...promised('2021-07-20'),
  });
  const outbox = [{ id: 'm1', dossier: 'hangs', kind: 'service', payload: {} }] as const;
  await store.dossiers.append(appendOf('hangs', 1, { state, outbox }));
  const waiting = async () => {
    const scope = { now, idleSince: '2021-01-01T00:00:00.000Z', soon: {}, soonElse: now };
    return (await store.overview.list({ ...scope, limit: 5, offset: 0 })).rows.map(({ waits }) => waits);
  };
  expect(await waiting()).toEqual(['nothing']);
  const [taken] = await store.outbox.lease('w', now, now, 5);
  await store.outbox.failed('m1', taken?.fence ?? 0, undefined, 'không tới được');
  expect(await waiting()).toEqual(['message']);
  await store.outbox.replay('m1');
  expect(await waiting()).toEqual(['nothing']);
});

it('a dossier that another unit has not answered about in time is seen (NĐ 61/2018 Điều 19 khoản 5)', async () => {
  const { store } = await freshStore();
  const opinion = {
    id: 'yk1',
    unit: 'H02.213',
    question: 'Có đúng địa điểm không?',
    askedAt: '2021-07-01T03:00:00.000Z',
    askedBy: { id: 'p', name: 'P' },
    due: '2021-07-05T10:00:00.000Z',
  };
  const state = stateOf('asked', 1, {
    status: 'processing',
    tasks: [task('asked', 'officer', 'p')],
    opinions: [opinion],
    ...promised('2021-07-20'),
  });
  await store.dossiers.append(appendOf('asked', 1, { state }));
  const waits = async (now: string) => {
    const scope = { now, idleSince: '2021-01-01T00:00:00.000Z', soon: {}, soonElse: now };
    return (await store.overview.list({ ...scope, limit: 5, offset: 0 })).rows.map((row) => row.waits);
  };
  expect(await waits('2021-07-05T09:00:00.000Z')).toEqual(['nothing']);
  expect(await waits('2021-07-05T10:00:01.000Z')).toEqual(['opinion']);
});

describe('an absence', () => {
  const absence = {
    id: 'a1',
    person: 'q',
    personName: 'Q',
    unit: UNIT,
    substitute: 'p',
    substituteName: 'P',
    from: '2021-07-05',
    to: '2021-07-09',
    reason: 'Đi họp',
    madeBy: 'leader',
    madeAt: '2021-07-04T01:00:00.000Z',
  };

  it('holds from its first day to its last, both included, and not after it was ended', async () => {
    const { store } = await freshStore();
    expect((await store.absences.add(absence)).ok).toBe(true);
    const on = async (day: string) => (await store.absences.standingFor('p', UNIT, day)).length;
    expect([await on('2021-07-04'), await on('2021-07-05'), await on('2021-07-09'), await on('2021-07-10')]).toEqual([
      0, 1, 1, 0,
    ]);
    expect(await store.absences.end('a1', '2021-07-06T01:00:00.000Z')).toBe(true);
    expect(await on('2021-07-07')).toBe(0);
    expect(await store.absences.ofUnit(UNIT)).toMatchObject([{ id: 'a1', endedAt: '2021-07-06T01:00:00.000Z' }]);
  });

  it('does not overlap another of the same person', async () => {
    const { store } = await freshStore();
    await store.absences.add(absence);
    const again = await store.absences.add({ ...absence, id: 'a2', from: '2021-07-09', to: '2021-07-12' });
    expect(again.ok ? '' : again.problems[0]?.code).toBe('absence.overlap');
  });
});
