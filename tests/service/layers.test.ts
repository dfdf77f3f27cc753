import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at } from '#engine/clock/index.ts';
import { loadRelease } from '#engine/definition/index.ts';
import type { Actor } from '#engine/dossier/index.ts';
import type { Choice } from '#engine/layers/index.ts';
import type { Result } from '#engine/result/index.ts';
import { decisionOf, publish } from './fixtures.ts';
import { definitions, seeded, type SeededStage } from '../seeds/stage.ts';

const office: Actor = { kind: 'staff', id: 'o', name: 'Văn phòng', roles: ['office'] };
const clerk: Actor = { kind: 'staff', id: 'c', name: 'Một cửa', roles: ['clerk'] };
const LICENCE = '3.000347';
const POOR = '1.011607';

const value = <Value>(result: Result<Value>): Value => {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
};
const codes = (result: Result<unknown>): readonly string[] =>
  result.ok ? [] : [...new Set(result.problems.map(({ code }) => code))];
const fileOf = (code: string, version: number): unknown =>
  definitions.national.find((each) => each.code === code && each.version === version)?.json;

describe('national content above what the province has in force', { timeout: 60_000 }, () => {
  let stage: SeededStage;
  beforeAll(async () => {
    stage = await seeded(false);
  }, 120_000);
  afterAll(() => stage.close());

  it('is listed with what it changes and where it contradicts, contradictions first', async () => {
    const rows = await stage.service.layers.ahead();
    expect(rows.map(({ code, based }) => [code, based])).toEqual([
      [POOR, false],
      [LICENCE, true],
    ]);
    expect(rows[0]?.conflicts).toBeGreaterThan(0);
    expect(rows[1]).toMatchObject({ conflicts: 0, release: 1, national: { number: 2 } });
    expect(rows[1]?.changes).toBeGreaterThan(5);
  });

  it('is kept once, numbered, read-only', async () => {
    const { layers } = stage.service;
    expect(value(await layers.sync(fileOf(LICENCE, 2), { by: office }))[0]).toMatchObject({
      status: 'unchanged',
      number: 2,
    });
    expect((await stage.store.national.versions(LICENCE)).map(({ number }) => number)).toEqual([2, 1]);
    const kept = await stage.store.national.byHash(
      LICENCE,
      (await stage.store.national.versions(LICENCE))[0]?.hash ?? '',
    );
    expect(kept).toMatchObject({ syncedBy: expect.any(String) as string, asOf: '2026-07' });
    const again = kept && { ...kept, words: '{}' };
    expect(codes(await stage.store.national.add(again ? [again] : []))).toEqual(['national.conflict']);
  });

  it('refuses a file without a code, and two versions of one code at once', async () => {
    const { layers } = stage.service;
    const licence = fileOf(LICENCE, 2);
    expect(codes(await layers.sync([licence, licence], { by: office }))).toEqual(['layers.code-twice']);
    expect(codes(await layers.sync({ name: 'Không mã', cases: [] }, { by: office }))).toEqual(['layers.no-code']);
    expect(codes(await layers.sync({ a: 1 }, { by: office }))).toEqual(['import.unknown-shape']);
  });

  it('becomes a draft that says which national version it takes in', async () => {
    const { layers } = stage.service;
    const view = await layers.open(LICENCE);
    if (!view) throw new Error('no view');
    const given = { choices: new Map<string, Choice>(), national: view.national.hash, release: view.release.hash };
    expect(codes(await layers.draft(LICENCE, { ...given, actor: clerk }))).toEqual(['layers.who']);
    expect(codes(await layers.draft(LICENCE, { ...given, national: 'x', actor: office }))).toEqual(['layers.moved']);
    const draft = value(await layers.draft(LICENCE, { ...given, actor: office }));
    expect(draft.draft.procedure.source).toMatchObject({ national: view.national.hash, asOf: '2026-07' });
    expect((await stage.store.releaseDrafts.load(draft.id))?.action).toBe('amend');
  });

  it('is asked about until every contradiction is decided', async () => {
    const { layers } = stage.service;
    const view = await layers.open(POOR);
    if (!view) throw new Error('no view');
    const asked = view.merge.entries.filter(({ conflict }) => conflict).map(({ path }) => path);
    const given = { national: view.national.hash, release: view.release.hash, actor: office };
    expect(codes(await layers.draft(POOR, { ...given, choices: new Map() }))).toEqual(['layers.undecided']);
    const choices = new Map(asked.map((path): [string, Choice] => [path, { take: 'theirs' }]));
    const draft = value(await layers.draft(POOR, { ...given, choices }));
    expect(draft.draft.open.filter(({ blocks }) => blocks)).toEqual([]);
  });

  it('is taken in when the draft is published, and what the province says otherwise is told to who approves', async () => {
    const { layers, catalogue } = stage.service;
    const view = await layers.open(LICENCE);
    if (!view) throw new Error('no view');
    const { draft } = value(
      await layers.draft(LICENCE, {
        choices: new Map(),
        national: view.national.hash,
        release: view.release.hash,
        actor: office,
      }),
    );
    const edited = { ...draft.procedure, conditions: [{ vi: 'Không có yêu cầu.' }] };
    const release = value(
      loadRelease({
        code: LICENCE,
        number: 2,
        procedureJson: edited,
        ...(draft.form ? { formJson: draft.form } : {}),
      }),
    );
    const given = {
      decision: decisionOf('9401/QĐ-UBND', '2021-08-01', [{ action: 'amend', code: LICENCE, release: 2 }], {
        signedOn: '2021-07-15',
      }),
      releases: [release],
    };
    const report = await catalogue.check(given);
    expect(report.items[0]?.problems).toContainEqual(
      expect.objectContaining({ code: 'layers.departs', severity: 'warning', path: '/items/0/release/conditions' }),
    );
    expect(report.applicable, JSON.stringify(report.problems)).toBe(true);
    await publish(stage.service, given.decision, given.releases);
    stage.clock.stand(at('2021-08-01', '08:00'));
    expect((await layers.ahead()).map(({ code }) => code)).toEqual([POOR]);
    expect((await layers.open(LICENCE))?.merge.entries.filter(({ state }) => state === 'departs')).toHaveLength(1);
    stage.clock.stand(at('2021-07-15', '09:00'));
  });

  it('is no longer ahead once what is in force is said to take it in', async () => {
    const { layers } = stage.service;
    const view = await layers.open(POOR);
    expect(codes(await layers.takeIn(POOR, view?.national.hash ?? '', clerk))).toEqual(['layers.who']);
    value(await layers.takeIn(POOR, view?.national.hash ?? '', office));
    expect((await layers.ahead()).map(({ code }) => code)).toEqual([LICENCE]);
    expect((await layers.open(POOR))?.takenIn).toBe(true);
  });
});
