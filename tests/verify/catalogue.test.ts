import { describe, expect, it } from 'vitest';
import type { Release, SharedDefinitions } from '#engine/definition/index.ts';
import { concernsKey, concernsOf, partOf, verifyRelease, type Surroundings } from '#engine/verify/index.ts';
import { realReleases, realShared } from '../bench/province.ts';

const releases = realReleases();
const shared = realShared();
const since = '2021-07-01';
const surroundings: Surroundings = {
  shared,
  today: '2021-07-15',
  units: [
    { code: 'H02', level: 'province', counter: true },
    { code: 'H02.12', level: 'district', parent: 'H02', counter: true },
    { code: 'H02.12.01', level: 'commune', parent: 'H02.12', counter: true },
    { code: 'H02.12.02', level: 'commune', parent: 'H02.12', counter: false },
  ],
  people: [
    { unit: 'H02.12.01', role: 'clerk' },
    { unit: 'H02.12', role: 'leader' },
  ],
};

const release = (code: string): Release => {
  const found = releases.find((each) => each.code === code);
  if (!found) throw new Error(code);
  return found;
};
const keyOf = (of: Release, around: Surroundings = surroundings, prior?: Release): string =>
  concernsKey(of, concernsOf(of, since, around, prior), 'checks');
const changed = (around: Surroundings): readonly string[] =>
  releases.filter((each) => keyOf(each) !== keyOf(each, around)).map(({ code }) => code);
const withList = (name: string, change: object): SharedDefinitions => {
  const list = shared.codeLists[name];
  if (!list) throw new Error(name);
  return { ...shared, codeLists: { ...shared.codeLists, [name]: { ...list, ...change } } };
};

describe('what a change can affect', () => {
  it('leaves out nothing that a finding needs: with what concerns a release the same is found', async () => {
    for (const each of releases) {
      const { context, shared: own } = concernsOf(each, since, surroundings);
      const whole = { ...context, units: surroundings.units, people: surroundings.people };
      expect(await verifyRelease(each, own, context), each.code).toEqual(await verifyRelease(each, shared, whole));
    }
  });

  it('is only what reads the list that has changed, groups in between included', () => {
    const readers = changed({ ...surroundings, shared: withList('sex@2020', { source: 'Nguồn khác' }) });
    expect(readers).toContain('1.001193');
    expect(readers.length).toBeLessThan(releases.length);
    const direct = JSON.stringify(release('1.001193').form).includes('ethnic-groups@2021');
    expect(direct).toBe(true);
    for (const code of readers)
      expect(JSON.stringify(concernsOf(release(code), since, surroundings).shared)).toContain('sex@2020');
  });

  it('is nothing when a list is added that nobody reads', () => {
    const [first] = Object.values(shared.codeLists);
    if (!first) throw new Error('no lists');
    const more = { ...shared, codeLists: { ...shared.codeLists, 'unread@1': { ...first, name: 'unread@1' } } };
    expect(changed({ ...surroundings, shared: more })).toEqual([]);
  });

  it('is only what a unit takes in when its people change', () => {
    const people = [...surroundings.people, { unit: 'H02.12.01', role: 'leader' }];
    const readers = changed({ ...surroundings, people });
    expect(readers.length).toBeGreaterThan(0);
    const levels = (code: string) =>
      release(code).procedure.authority.receiving.map(({ level, unit }) => level ?? unit);
    for (const code of readers) expect(levels(code)).toContain('commune');
    const ofNoStep = changed({ ...surroundings, people: [...people, { unit: 'H02.12.01', role: 'agency-author' }] });
    const generated = releases.filter(({ process }) => process === undefined).map(({ code }) => code);
    expect(ofNoStep.every((code) => readers.includes(code) || generated.includes(code))).toBe(true);
    expect(changed({ ...surroundings, people: [...surroundings.people, { unit: 'H99', role: 'leader' }] })).toEqual([]);
  });

  it('is nothing when a day passes, and what reads a list when that list ceases to hold', () => {
    expect(changed({ ...surroundings, today: '2021-07-16' })).toEqual([]);
    const ending = { ...surroundings, shared: withList('sex@2020', { validTo: '2021-07-20' }) };
    const keys = (today: string) => releases.map((each) => keyOf(each, { ...ending, today }));
    expect(keys('2021-07-20')).toEqual(keys('2021-07-15'));
    const after = keys('2021-07-21');
    const felt = releases.filter((_, at) => after[at] !== keys('2021-07-20')[at]).map(({ code }) => code);
    expect(felt).toContain('1.001193');
    expect(felt.length).toBeLessThan(releases.length);
  });

  it('is the release that follows another one, and everything when the checks are others', () => {
    const birth = release('1.001193');
    expect(keyOf(birth, surroundings, { ...birth, hash: '0' })).not.toBe(keyOf(birth));
    expect(concernsKey(birth, concernsOf(birth, since, surroundings), 'other checks')).not.toBe(keyOf(birth));
  });
});

describe('the part that a finding belongs to', () => {
  it.each([
    ['release.part.missing', '/procedure/none', 'information'],
    ['form.question.never-shown', '/form/pages/0/questions/1', 'form'],
    ['paper.never', '/procedure/checklist/0/when', 'papers'],
    ['process.time.over-legal', '/process', 'time'],
    ['fee.schedule.gap', '/procedure/fees/0/amount', 'fees'],
    ['process.gateway.no-way', '/process/Gate', 'process'],
    ['process.task.nobody', '/process/Sign', 'people'],
    ['release.prior.id-lost', '/procedure/cases', 'change'],
    ['release.text.markup', '/form/pages/0/title/vi', 'safety'],
  ])('of %s is the %s part', (code, path, part) => {
    expect(partOf({ code, path })).toBe(part);
  });
});
