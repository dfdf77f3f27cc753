import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileCalendar, deadline } from '#engine/clock/index.ts';
import { verifyRelease } from '#engine/verify/index.ts';
import { staffOf } from '#seeds/index.ts';
import { definitions } from './stage.ts';

const releases = [...definitions.releases];
const people = staffOf(definitions.units, '').assignments;

describe('the releases of the demo province', () => {
  it.each(releases)('%s can be put in force: no check finds an error', async (_, release) => {
    const prior = definitions.releases.get(`${release.code}/${release.number - 1}`);
    const problems = await verifyRelease(release, definitions.shared, {
      units: definitions.units,
      people,
      ...(prior ? { prior } : {}),
    });
    expect(
      problems
        .filter(({ severity }) => severity === 'error')
        .map(({ code, path, message }) => `${code} ${path} ${message.en ?? ''}`),
    ).toEqual([]);
  });

  it('keep the content they were published with', () => {
    const published = JSON.parse(readFileSync(new URL('./hashes.json', import.meta.url), 'utf8')) as Record<
      string,
      string
    >;
    expect(Object.fromEntries(releases.map(([name, { hash }]) => [name, hash]))).toEqual(published);
  });

  it('say where they come from and what the source leaves open', () => {
    for (const [name, { procedure }] of releases) {
      expect(procedure.source?.title, name).toBeTruthy();
      expect(procedure.source?.open?.length, name).toBeGreaterThan(0);
    }
  });

  it('are named in Vietnamese and English', () => {
    for (const [name, { procedure }] of releases) expect(procedure.name.en, name).toBeTruthy();
  });
});

describe('their shapes', () => {
  const procedures = releases.map(([, { procedure }]) => procedure);
  const limits = procedures.flatMap(({ timeLimits }) => timeLimits);
  const kindOf = (kind: string) => limits.some(({ legal }) => legal.kind === kind);

  it('cover at least fourteen procedures at three levels', () => {
    expect(new Set(procedures.map(({ code }) => code)).size).toBeGreaterThanOrEqual(14);
    expect(new Set(procedures.flatMap(({ levels }) => levels))).toEqual(new Set(['province', 'district', 'commune']));
  });

  it('cover every kind of time limit, calendar days and a cut-off hour', () => {
    for (const kind of ['duration', 'none', 'by-outcome', 'phases']) expect(kindOf(kind), kind).toBe(true);
    expect(limits.some(({ legal }) => legal.kind === 'duration' && legal.unit === 'day')).toBe(true);
    expect(limits.some(({ legal }) => legal.kind === 'duration' && legal.cutOff?.at === '15:00')).toBe(true);
  });

  it('cover fees as numbers, formulas and tables, by channel, as obligations and with exemptions', () => {
    const fees = procedures.flatMap((procedure) => procedure.fees ?? []);
    expect(new Set(fees.map(({ amount }) => typeof amount))).toEqual(new Set(['number', 'string', 'object']));
    expect(fees.some(({ channels }) => channels !== undefined)).toBe(true);
    expect(fees.some(({ due }) => due === 'obligation')).toBe(true);
    expect(fees.some(({ exempt }) => exempt !== undefined)).toBe(true);
  });

  it('cover conditional papers, alternatives, papers to show and papers a database replaces', () => {
    const papers = procedures.flatMap(({ checklist }) => checklist ?? []);
    expect(papers.some(({ when }) => when !== undefined)).toBe(true);
    expect(papers.some(({ oneOf }) => oneOf !== undefined)).toBe(true);
    expect(papers.some(({ kind }) => kind === 'present')).toBe(true);
    expect(papers.some(({ substitutableBy }) => substitutableBy !== undefined)).toBe(true);
  });

  it('have forms and processes of their own, one or the other, or neither', () => {
    const has = (form: boolean, process: boolean) =>
      releases.some(
        ([, release]) => (release.form !== undefined) === form && (release.process !== undefined) === process,
      );
    expect([has(true, true), has(true, false), has(false, true), has(false, false)]).toEqual([true, true, true, true]);
    expect(releases.filter(([, { form }]) => form !== undefined).length).toBeGreaterThanOrEqual(9);
    expect(releases.filter(([, { process }]) => process !== undefined).length).toBeGreaterThanOrEqual(7);
  });
});

describe('the units on 1 July 2021', () => {
  const count = (kind: string) => definitions.units.filter((unit) => unit.kind === kind).length;

  it('are the province, 16 departments, their equals, the centre, 10 districts and 209 communes', () => {
    expect(['office', 'department', 'agency', 'centre', 'district', 'commune'].map(count)).toEqual([
      1, 16, 4, 1, 10, 209,
    ]);
  });

  it('have codes of their own, and parents that exist', () => {
    const codes = new Set(definitions.units.map(({ code }) => code));
    expect(codes.size).toBe(definitions.units.length);
    expect(new Set(definitions.units.map(({ identCode }) => identCode)).size).toBe(definitions.units.length);
    for (const { code, parent } of definitions.units)
      expect(parent === undefined || codes.has(parent), code).toBe(true);
  });

  it('count wards, townships and communes as the law of that day does', () => {
    const begins = (word: string) =>
      definitions.units.filter(({ kind, name }) => kind === 'commune' && name.startsWith(`Ủy ban nhân dân ${word}`))
        .length;
    expect([begins('phường'), begins('thị trấn'), begins('xã')]).toEqual([10, 15, 184]);
  });
});

describe('the working calendar', () => {
  const compiled = definitions.calendars.map((calendar) => compileCalendar(calendar));

  it('compiles', () => {
    expect(compiled.map(({ ok }) => ok)).toEqual([true]);
  });

  it.each([
    ['2021-02-08', 5, '2021-02-22'],
    ['2021-04-28', 3, '2021-05-05'],
    ['2022-12-29', 3, '2023-01-04'],
    ['2024-04-26', 3, '2024-05-04'],
    ['2025-04-25', 1, '2025-04-26'],
    ['2026-08-21', 1, '2026-08-22'],
    ['2026-11-23', 1, '2026-11-25'],
  ])('from %s, %i working days are over on %s', (from, value, due) => {
    const [first] = compiled;
    if (!first?.ok) throw new Error('no calendar');
    const found = deadline(first.value, { from: `${from}T02:00:00.000Z`, limit: { value, unit: 'working-day' } });
    expect(found.due?.slice(0, 10)).toBe(due);
    expect(found.provisional).toBe(false);
  });
});

describe('the decisions', () => {
  it('name releases that are there, and say that their numbers are the demo’s own', () => {
    expect(definitions.decisions.length).toBeGreaterThanOrEqual(3);
    for (const { decision, releases: brought } of [...definitions.decisions, ...definitions.examples.values()]) {
      expect(decision.number).toMatch(/^9[01][01]\d\/(QĐ-UBND|NQ-UBTVQH)$/);
      expect(JSON.stringify(decision)).toContain('bản trình diễn');
      expect(brought.length).toBe(decision.items.filter(({ action }) => action !== 'repeal').length);
    }
  });

  it('ready to upload carry the same releases as lie in their folders', () => {
    for (const { releases: brought } of definitions.examples.values())
      for (const { code, number, hash } of brought)
        expect(definitions.releases.get(`${code}/${number}`)?.hash).toBe(hash);
  });
});
