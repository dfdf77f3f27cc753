import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '#engine/clock/index.ts';
import type { Actor, Role } from '#engine/dossier/index.ts';
import { unitNames } from '#app/server/office/unit-names.ts';
import { watchBoard } from '#app/server/office/watch-board.ts';
import { watchList } from '#app/server/office/watch-list.ts';
import { OPEN_TIMES, readWatchFilter, STANDING, TIMES, watchQuery } from '#app/server/office/watch-query.ts';
import { demoInstant } from '#seeds/index.ts';
import { seeded, type SeededStage } from '../seeds/stage.ts';
import { contextOf } from './office-stage.ts';

let stage: SeededStage;
beforeAll(async () => {
  stage = await seeded(true);
}, 240_000);
afterAll(() => stage.close());

const office: Actor = { kind: 'staff', id: 'office', name: 'Văn phòng', unit: 'H02', roles: ['office'] };
const headOf = (unit: string): Actor => ({ kind: 'staff', id: 'head', name: 'Lãnh đạo', unit, roles: ['head'] });

const board = async (actor: Actor) => watchBoard(contextOf(stage), actor, await unitNames(contextOf(stage)));
const list = (actor: Actor, query: string) =>
  watchList(contextOf(stage), actor, readWatchFilter(new URLSearchParams(query)), true);

describe('the watch', () => {
  it('has behind every number exactly the dossiers it counts', async () => {
    for (const actor of [office, headOf('H02.213'), headOf('H02.07201'), headOf('H02.STP')]) {
      const counted = await board(actor);
      expect(counted.open).toBe((await list(actor, '')).total);
      for (const time of TIMES) expect(counted.times[time]).toBe((await list(actor, watchQuery({ time }))).total);
      for (const row of counted.standing)
        expect(row.count).toBe((await list(actor, watchQuery({ waits: row.waits }))).total);
      for (const [name, rows] of [
        ['unit', counted.units],
        ['procedure', counted.procedures],
      ] as const)
        for (const row of rows) {
          expect(row.open).toBe((await list(actor, watchQuery({ [name]: row.key }))).total);
          for (const time of OPEN_TIMES)
            expect(row.times[time]).toBe((await list(actor, watchQuery({ [name]: row.key, time }))).total);
        }
    }
  });

  it('adds up: units, procedures and times give the same sum', async () => {
    const counted = await board(office);
    const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
    expect(counted.open).toBeGreaterThan(20);
    expect(sum(counted.units.map((row) => row.open))).toBe(counted.open);
    expect(sum(counted.procedures.map((row) => row.open))).toBe(counted.open);
    expect(sum(OPEN_TIMES.map((time) => counted.times[time]))).toBe(counted.open);
  });

  it('calls late, soon and in time what the engine calls so, at any hour', async () => {
    for (const [days, hours] of [
      [0, 0],
      [1, 3],
      [2, 9],
      [3, 14],
      [9, 5],
      [20, 0],
    ] as const) {
      stage.clock.stand(new Date(Date.parse(demoInstant) + days * 86_400_000 + hours * 3_600_000).toISOString());
      for (const row of (await list(office, '')).rows)
        expect(row.left.state, `${row.code} ${addDays('2021-07-15', days)}`).toBe(row.time);
    }
    stage.clock.stand(demoInstant);
  });

  it('shows heads and leaders only what their unit takes in or decides', async () => {
    const { rows } = await list(headOf('H02.07201'), '');
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every((row) => row.receivingUnit === 'H02.07201' || row.decidingUnit === 'H02.07201')).toBe(true);
    expect((await list({ ...office, roles: ['officer'], unit: 'H02.999' }, '')).total).toBe(0);
  });

  it('lists the oldest first, or the nearest date', async () => {
    const oldest = (await list(office, '')).rows.map((row) => row.submittedAt);
    expect(oldest).toEqual([...oldest].sort());
    const due = (await list(office, 'sap=due')).rows.map((row) => row.promisedDue ?? '9999');
    expect(due).toEqual([...due].sort());
  });

  it('lets no open dossier hang unseen', async () => {
    const { rows } = await list(office, '');
    for (const row of rows) {
      const state = await stage.store.dossiers.load(row.id);
      if (row.status === 'processing' && state?.tasks.length === 0) expect(STANDING).toContain(row.waits);
      if (row.waits === 'nobody') expect(state?.tasks.every((task) => task.assignee === undefined)).toBe(true);
      if (row.status === 'submitted') expect(row.waits).toBe('acceptance');
    }
  });
});

describe('what hangs', () => {
  it('is found when somebody has it and nothing happens for more than two weeks', async () => {
    stage.clock.stand(demoInstant);
    const { rows } = await list(office, watchQuery({ waits: 'nobody' }));
    const state = await stage.store.dossiers.load(rows[0]?.id ?? '');
    const [task] = state?.tasks ?? [];
    if (!state || !task) throw new Error('nothing waits for anybody');
    const holder: Actor = {
      kind: 'staff',
      id: 'holder',
      name: 'Người giữ',
      unit: task.unit,
      roles: [task.role as Role],
    };
    const claim = { type: 'claim', task: task.id } as const;
    const taken = await stage.service.dossiers.execute({
      dossier: state.id,
      command: claim,
      actor: holder,
      key: 'idle',
    });
    expect(taken.ok).toBe(true);
    const before = (await list(office, watchQuery({ waits: 'idle' }))).total;
    stage.clock.stand(`${addDays('2021-07-15', 40)}T02:00:00.000Z`);
    const after = await list(office, watchQuery({ waits: 'idle' }));
    expect(after.total).toBeGreaterThan(before);
    stage.clock.stand(demoInstant);
  });
});

describe('what was taken in and turned away without a supplement', () => {
  it('is counted by counter, and the list behind a number has as many', async () => {
    const span = { from: '2021-01-01T00:00:00.000Z', to: '2021-08-01T00:00:00.000Z' };
    const counts = await stage.store.overview.turnedAway(span);
    const away = counts.reduce((sum, row) => sum + row.withdrawn + row.refused + row.stopped, 0);
    expect(away).toBeGreaterThan(0);
    for (const row of counts) {
      const dossiers = await stage.store.overview.turnedAwayOf(row.unit, span);
      expect(dossiers).toHaveLength(row.withdrawn + row.refused + row.stopped);
      for (const { id, how } of dossiers) {
        const state = await stage.service.dossiers.byId(id);
        expect(state?.supplement).toBeUndefined();
        if (how !== 'refused') expect(state?.status).toBe(how);
      }
    }
    const own = await stage.store.overview.turnedAway({ ...span, units: [counts[0]?.unit ?? ''] });
    expect(own).toEqual(counts.slice(0, 1));
  });
});
