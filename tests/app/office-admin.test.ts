import { unitsOn } from '#engine/catalogue/index.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { calendarNames, calendarYear, weeksOf } from '#app/server/office/calendar-year.ts';
import { sharedDetail, sharedLists } from '#app/server/office/shared-lists.ts';
import { systemState } from '#app/server/office/system-state.ts';
import { unitDetail } from '#app/server/office/unit-detail.ts';
import { unitTree, type UnitNode } from '#app/server/office/unit-tree.ts';
import { seeded, type SeededStage } from '../seeds/stage.ts';
import { contextOf } from './office-stage.ts';

let stage: SeededStage;
beforeAll(async () => {
  stage = await seeded(false);
}, 120_000);
afterAll(() => stage.close());

const size = (nodes: readonly UnitNode[]): number => nodes.reduce((sum, node) => sum + 1 + size(node.children), 0);

describe('units', () => {
  it('stand in the tree once each', async () => {
    const units = await stage.store.units.all('2021-07-15');
    const tree = unitTree([...unitsOn(await stage.store.overview.unitRows(), '2021-07-15').values()], new Map());
    expect(size(tree)).toBe(units.length);
    expect(tree.map((node) => node.code)).toEqual(['H02']);
  });

  it('are found by code through a reorganisation, each row with its days', async () => {
    const before = await stage.store.units.byCode('H02.07201', '2021-07-15');
    if (!before) throw new Error('no unit');
    await stage.store.units.put([
      { ...before, validTo: '2025-07-01' },
      { ...before, name: 'Ủy ban nhân dân phường Bắc Giang', parent: 'H02', validFrom: '2025-07-01' },
    ]);
    const then = await unitDetail(contextOf(stage), 'H02.07201', '2021-07-15');
    const later = await unitDetail(contextOf(stage), 'H02.07201', '2025-07-01');
    expect(then?.name).toBe(before.name);
    expect(later?.name).toBe('Ủy ban nhân dân phường Bắc Giang');
    expect(then?.rows.map((row) => row.to)).toEqual(['2025-06-30', '']);
    expect(then?.people.length).toBeGreaterThan(0);
    expect(await unitDetail(contextOf(stage), 'H99', '2021-07-15')).toBeUndefined();
  });

  it('do not hang on parents that go in a circle', () => {
    const row = (code: string, parent: string) =>
      ({
        code,
        parent,
        name: code,
        level: 'commune',
        kind: 'commune',
        identCode: code,
        counter: true,
        calendar: 'x',
        validFrom: '2020-01-01',
      }) as const;
    expect(unitTree([row('a', 'b'), row('b', 'a')], new Map())).toEqual([]);
  });
});

describe('calendars', () => {
  it('show a year as the engine counts it', async () => {
    const [name = ''] = await calendarNames(contextOf(stage));
    const year = await calendarYear(contextOf(stage), name, 2021, 'vi');
    expect(year?.provisional).toBe(false);
    expect(year?.months.reduce((sum, month) => sum + month.working, 0)).toBe(year?.working);
    expect(year?.special.some((day) => day.date === '2021-09-02' && day.kind === 'holiday')).toBe(true);
  });

  it('say that a year without a decree is provisional', async () => {
    const [name = ''] = await calendarNames(contextOf(stage));
    expect((await calendarYear(contextOf(stage), name, 2031, 'vi'))?.provisional).toBe(true);
    expect(await calendarYear(contextOf(stage), 'none', 2021, 'vi')).toBeUndefined();
  });

  it('put days into weeks that begin on Monday', () => {
    const weeks = weeksOf([{ date: '2021-07-01', kind: 'working', name: '' }]);
    expect(weeks).toHaveLength(1);
    expect(weeks[0]?.findIndex((day) => day !== null)).toBe(3);
  });
});

describe('shared definitions', () => {
  it('are listed with their versions, and their entries found without marks', async () => {
    const { lists, groups } = await sharedLists(contextOf(stage), '2021-07-15', 'vi');
    expect(lists.length).toBeGreaterThan(0);
    expect(groups.length).toBeGreaterThan(0);
    const provinces = await sharedDetail(contextOf(stage), 'provinces@2021', { text: 'bac giang', page: 1 }, 'vi');
    expect(provinces?.kind === 'list' ? provinces.entries.map((entry) => entry.code) : []).toEqual(['24']);
    expect(await sharedDetail(contextOf(stage), 'none@1', { text: '', page: 1 }, 'vi')).toBeUndefined();
  });
});

describe('the state of the system', () => {
  it('is good on a fresh demo', async () => {
    const { checks } = await systemState(contextOf(stage));
    expect(checks.filter((check) => !check.ok)).toEqual([]);
  });
});
