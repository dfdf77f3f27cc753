import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { at } from '#engine/clock/index.ts';
import { csvOf } from '#app/server/staff/csv.ts';
import { catalogueList, readOfficeFilter } from '#app/server/office/catalogue-list.ts';
import { compareView, pairsOf } from '#app/server/office/compare.ts';
import { readTypedMoment } from '#app/server/day.ts';
import { linesOf } from '#app/server/office/lines.ts';
import { releasesView } from '#app/server/office/releases.ts';
import { beliefsOf, timelineOf, TIMELINE_WIDTH } from '#app/server/office/timeline.ts';
import { wordDiff } from '#app/server/office/word-diff.ts';
import { seeded, type SeededStage } from '../seeds/stage.ts';
import { contextOf } from './office-stage.ts';

let stage: SeededStage;
beforeAll(async () => {
  stage = await seeded(false);
}, 120_000);
afterAll(() => stage.close());

const list = (query: string, whole = false) =>
  catalogueList(contextOf(stage), readOfficeFilter(new URLSearchParams(query), stage.clock.now()), whole);

describe('the catalogue for the office', () => {
  it('finds names without their marks', async () => {
    const { rows } = await list('tim=dang ky khai sinh');
    expect(rows[0]?.code).toBe('1.001193');
  });

  it('counts by field and level what it lists', async () => {
    const everything = await list('');
    expect(everything.fields.reduce((sum, each) => sum + each.count, 0)).toBe(everything.total);
    for (const { field, count } of everything.fields)
      expect((await list(`linh-vuc=${encodeURIComponent(field)}`)).total).toBe(count);
    for (const { level, count } of everything.levels) expect((await list(`cap=${level}`)).total).toBe(count);
  });

  it('shows another day as it was, and an earlier knowledge of it', async () => {
    const then = await list('ngay=15/02/2021');
    expect(then.rows.find((row) => row.code === '1.004859')?.number).toBe(1);
    const now = await list('');
    expect(now.rows.find((row) => row.code === '1.004859')?.number).toBe(2);
    // Before the second decision was recorded, the first release was believed to go on.
    const believed = await list('ngay=15/07/2021&biet=01/01/2021');
    expect(believed.rows.find((row) => row.code === '1.004859')?.number).toBe(1);
  });

  it('sorts by what the address says, and the CSV holds the same rows in the same order', async () => {
    for (const sort of ['ma', 'linh-vuc', 'tu', 'theo']) {
      const page = await list(`sap=${sort}`);
      const whole = await list(`sap=${sort}`, true);
      expect(whole.rows.slice(0, page.rows.length)).toEqual(page.rows);
      expect(whole.rows).toHaveLength(page.total);
    }
    const codes = (await list('sap=ma')).rows.map((row) => row.code);
    expect(codes).toEqual([...codes].sort());
  });

  it('says when a day or a moment cannot be read, and shows now', () => {
    const filter = readOfficeFilter(new URLSearchParams('ngay=31/02/2021&biet=hôm qua'), stage.clock.now());
    expect(filter).toMatchObject({ badDay: true, badKnown: true });
    expect(filter.day).toBeUndefined();
  });

  it('keeps a spreadsheet from running a cell', () => {
    expect(csvOf([['=1+1', '+1', '-1', '@x']])).toContain(`"'=1+1","'+1","'-1","'@x"`);
  });
});

describe('moments as they are typed', () => {
  it('takes a day whole, a minute whole, and refuses what no clock shows', () => {
    expect(readTypedMoment('02/12/2025')).toBe(at('2025-12-02', '23:59').replace(':00.000Z', ':59.999Z'));
    expect(readTypedMoment('09:30 02/12/2025')).toBe(readTypedMoment('02/12/2025 09:30'));
    expect(readTypedMoment('25:00 02/12/2025')).toBeUndefined();
    expect(readTypedMoment('31/02/2025')).toBeUndefined();
    expect(readTypedMoment('2025-12-02T02:30:00.000Z')).toBe('2025-12-02T02:30:00.000Z');
  });
});

describe('releases on two time axes', () => {
  it('has a row of the picture for each recording, and every row with its decision and seal', async () => {
    const view = await releasesView(
      contextOf(stage),
      '1.004859',
      { day: '2021-07-15', known: at('2021-01-01', '12:00') },
      'vi',
    );
    expect(view?.timeline.rows.map((row) => row.decision)).toEqual(['9001/QĐ-UBND', '9002/QĐ-UBND']);
    expect(view?.then?.number).toBe(1);
    expect(view?.nowOther?.facts?.number).toBe(2);
    expect(view?.nowOther?.changes.length).toBeGreaterThan(0);
    expect(view?.rows).toHaveLength(3);
    for (const row of view?.rows ?? []) expect(row.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(view?.rows.filter((row) => row.chosen)).toHaveLength(1);
  });

  it('keeps every bar inside the picture and marks one at most', async () => {
    const beliefs = beliefsOf(await stage.store.overview.entries('1.004859'));
    const day = fc
      .date({ min: new Date('1990-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString());
    fc.assert(
      fc.property(day, day, (asOf, known) => {
        const timeline = timelineOf(beliefs, { day: asOf.slice(0, 10), known, today: '2021-07-15' });
        const bars = timeline.rows.flatMap((row) => row.bars);
        expect(bars.every((bar) => bar.x >= 0 && bar.width > 0 && bar.x + bar.width <= TIMELINE_WIDTH)).toBe(true);
        expect(bars.filter((bar) => bar.chosen).length).toBeLessThanOrEqual(1);
        expect(timeline.ticks.length).toBeLessThanOrEqual(10);
        expect(timeline.mark).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 60 },
    );
  });

  it('knows nothing of a code that never was', async () => {
    expect(await releasesView(contextOf(stage), '9.999999', {}, 'vi')).toBeUndefined();
  });
});

describe('two releases side by side', () => {
  it('tells the words that differ, and puts each side together again', () => {
    const text = fc
      .array(fc.constantFrom('một', 'hai', 'ba', 'bản', 'chính'), { maxLength: 12 })
      .map((words) => words.join(' '));
    const whole = (pieces: readonly { readonly text: string }[]): string => pieces.map((piece) => piece.text).join(' ');
    fc.assert(
      fc.property(text, text, (before, after) => {
        const diff = wordDiff(before, after);
        expect(whole(diff.before)).toBe(before);
        expect(whole(diff.after)).toBe(after);
        const same = (pieces: typeof diff.before) =>
          pieces.filter((piece) => piece.kind === 'same').flatMap((piece) => piece.text.split(' '));
        expect(same(diff.before)).toEqual(same(diff.after));
      }),
    );
  });

  it('matches lines by id, what is gone where it stood', () => {
    const line = (id: string, text = id) => ({ id, text });
    const pairs = pairsOf([line('a'), line('b'), line('c', 'cũ')], [line('a'), line('c', 'mới'), line('d')]);
    expect(pairs.map((pair) => `${pair.id} ${pair.kind}`)).toEqual(['a same', 'b removed', 'c changed', 'd added']);
  });

  it('says every paper, limit, fee and question of every published release in one line', async () => {
    for (const entry of await stage.store.catalogue.allInForce(stage.clock.now())) {
      const release = await stage.store.releases.byNumber(entry.code, entry.number);
      if (!release) throw new Error(entry.code);
      for (const part of ['checklist', 'time-limits', 'fees', 'form'] as const)
        for (const locale of ['vi', 'en'] as const) {
          const lines = linesOf(part, release, locale) ?? [];
          expect(lines.every((line) => line.text.trim() !== '' && !line.text.includes('undefined'))).toBe(true);
          expect(new Set(lines.map((line) => line.id)).size).toBe(lines.length);
        }
    }
  });

  it('marks the steps that come, go and change in both drawings', async () => {
    const view = await compareView(contextOf(stage), '1.013225', 1, 2, 'vi');
    const marks = (steps: readonly { readonly mark?: string }[] | undefined) =>
      new Set((steps ?? []).map((step) => step.mark));
    expect(marks(view?.process?.before.steps)).toContain('removed');
    expect(marks(view?.process?.before.steps)).not.toContain('added');
    expect(marks(view?.process?.after.steps)).toContain('added');
    expect(await compareView(contextOf(stage), '1.013225', 1, 99, 'vi')).toBeUndefined();
  });
});
