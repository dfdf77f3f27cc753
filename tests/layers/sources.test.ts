import { describe, expect, it } from 'vitest';
import { loadRelease, type Release } from '#engine/definition/index.ts';
import { importJson } from '#engine/import/index.ts';
import {
  alignNational,
  draftOfMerge,
  isOpen,
  layersOf,
  mergeLayers,
  nationalContent,
  nationalPaths,
  own,
  readWritten,
  rowsOf,
  toJson,
  writingOf,
  type Choice,
  type JsonRecord,
  type LayerEntry,
} from '#engine/layers/index.ts';
import { verifyRelease } from '#engine/verify/index.ts';
import { loadDefinitions } from '#seeds/index.ts';

const { releases, national: synchronised, shared } = loadDefinitions();
const released = (name: string): Release => {
  const found = releases.get(name);
  if (!found) throw new Error(name);
  return found;
};
const contentOf = (code: string, version: number): JsonRecord => {
  const found = synchronised.find((each) => each.code === code && each.version === version);
  const drafts = importJson(found?.json);
  const [draft] = drafts.ok ? drafts.value : [];
  if (!draft) throw new Error(`${code} ${version}`);
  return nationalContent(draft.procedure);
};
const stated = (entries: readonly LayerEntry[], state: LayerEntry['state']): readonly string[] =>
  entries.filter((entry) => entry.state === state).map(({ path }) => path);

describe('a national version in the ids of the release', () => {
  it('is matched by words, codes and place, whatever ids the source’s words gave', () => {
    const ours = toJson(released('3.000347/1').procedure);
    const aligned = alignNational(contentOf('3.000347', 1), [ours]);
    for (const part of ['checklist', 'fees', 'results', 'timeLimits'])
      expect(
        rowsOf(own(aligned, part)).map(({ id }) => id),
        part,
      ).toEqual(rowsOf(own(ours, part)).map(({ id }) => id));
  });
});

describe('the amended national content of exchanging a driving licence', () => {
  const release = released('3.000347/1');
  const merged = layersOf(release, contentOf('3.000347', 2), contentOf('3.000347', 1)).then((layers) => ({
    layers,
    merge: mergeLayers(layers),
  }));

  it('comes in without a question, and what the province added stays', async () => {
    const { merge } = await merged;
    expect(merge.entries.filter(isOpen)).toEqual([]);
    expect(stated(merge.entries, 'removed')).toEqual(['/checklist/identity-copy', '/legalBasis/188~12016~1TT-BTC']);
    expect(stated(merge.entries, 'added')).toContain('/legalBasis/63~12023~1TT-BTC');
    const health = rowsOf(own(merge.content, 'checklist')).find(({ id }) => id === 'health');
    expect(health?.['whenText']).toEqual({ vi: 'Trừ hạng A1, A, B1' });
    expect(health?.['when']).toContain('form.licenceClass');
    expect(merge.content['authority']).toEqual(release.procedure.authority);
  });

  it('makes a release that loads and verifies no worse than the one before, and says where each value came from', async () => {
    const { layers, merge } = await merged;
    const draft = draftOfMerge(release, layers, merge, {
      hash: 'a'.repeat(64),
      source: 'CSDLQG',
      origins: [],
      open: [],
    });
    expect(draft.open.map(({ code, blocks }) => [code, blocks])).toEqual([['paper.condition', false]]);
    const next = loadRelease({
      code: release.code,
      number: 2,
      procedureJson: draft.procedure,
      ...(draft.form ? { formJson: draft.form } : {}),
    });
    if (!next.ok) throw new Error(JSON.stringify(next.problems));
    expect(next.value.procedure.source?.national).toBe('a'.repeat(64));
    const errors = async (one: Release) =>
      (await verifyRelease(one, shared)).filter(({ severity }) => severity === 'error').map(({ code }) => code);
    expect(await errors(next.value)).toEqual(await errors(release));
    const from = (at: string) => draft.origins.find((origin) => origin.at === at)?.from;
    expect(from('/procedure/authority')).toBe('3.000347, phiên bản 1');
    expect(from('/procedure/legalBasis/1')).toContain('CSDLQG');
    expect(from('/procedure/publicSteps/0')).toContain('CSDLQG');
    expect(from('/procedure/legalBasis/0')).toContain('CSDLQG');
    expect(from('/procedure/cases')).toBe('3.000347, phiên bản 1');
  });
});

describe('what the studio shows as the nation’s, read-only', () => {
  it('is what was taken in and still stands, not what the province says by right or decided otherwise', async () => {
    const release = released('3.000347/1');
    const base = contentOf('3.000347', 1);
    const locked = nationalPaths(await layersOf(release, base, base));
    expect(locked).toEqual(
      expect.arrayContaining(['/name', '/timeLimits/all/legal', '/checklist/health', '/checklist/health/whenText']),
    );
    for (const open of ['/authority', '/channels', '/checklist/health/when', '/timeLimits/all/promised'])
      expect(locked).not.toContain(open);
    const otherwise = { ...release, procedure: { ...release.procedure, conditions: [{ vi: 'Của tỉnh' }] } };
    expect(nationalPaths(await layersOf(otherwise, base, base))).not.toContain('/conditions');
    expect(nationalPaths(await layersOf(release, base, undefined))).toEqual([]);
  });
});

describe('a conflict-free merge', { timeout: 60_000 }, () => {
  it.each([...releases.keys()])('into %s loads and verifies no worse than before', async (name) => {
    const release = released(name);
    const base = nationalContent(release.procedure);
    const theirs: JsonRecord = {
      ...base,
      conditions: [{ vi: 'Điều kiện mới của Bộ' }],
      legalBasis: [...rowsOf(own(base, 'legalBasis')), { number: '999/2030/NĐ-CP' }],
      checklist: [
        ...rowsOf(own(base, 'checklist')).map((row) => ({ ...row, note: { vi: 'Ghi chú mới của Bộ' } })),
        { id: 'new-paper', name: { vi: 'Giấy tờ mới của Bộ' }, kind: 'submit', originals: 1, required: false },
      ],
    };
    const layers = await layersOf(release, theirs, base);
    const merge = mergeLayers(layers);
    expect(merge.entries.filter(isOpen)).toEqual([]);
    const draft = draftOfMerge(release, layers, merge, { hash: 'c'.repeat(64), source: 'Q', origins: [], open: [] });
    const next = loadRelease({
      code: release.code,
      number: release.number + 1,
      procedureJson: draft.procedure,
      ...(draft.form ? { formJson: draft.form } : {}),
      ...(draft.process === undefined ? {} : { processXml: draft.process }),
    });
    if (!next.ok) throw new Error(JSON.stringify(next.problems));
    expect(next.value.procedure.checklist?.map(({ id }) => id)).toContain('new-paper');
    const errors = async (one: Release) =>
      (await verifyRelease(one, shared)).filter(({ severity }) => severity === 'error').map(({ code }) => code);
    expect(await errors(next.value)).toEqual(await errors(release));
  });
});

describe('a release that the agency’s process holds on to', () => {
  const release = released('1.001193/1');
  const base = nationalContent(release.procedure);

  it('is asked about when a result or a case that steps and questions use has gone', async () => {
    const theirs = {
      ...base,
      results: [{ id: 'extract', name: { vi: 'Trích lục' } }],
      cases: rowsOf(own(base, 'cases')).filter(({ id }) => id !== 'abandoned'),
      timeLimits: rowsOf(own(base, 'timeLimits')).filter(({ id }) => id !== 'abandoned'),
      checklist: rowsOf(own(base, 'checklist')).filter(({ id }) => id !== 'abandoned-minutes'),
    };
    const layers = await layersOf(release, theirs, base);
    const asked = mergeLayers(layers).entries.filter(isOpen);
    expect(asked.map(({ path, conflict }) => [path, conflict?.kind])).toContainEqual([
      '/results/birth-certificate',
      'removed-used',
    ]);
    expect(asked.find(({ row }) => row === 'birth-certificate')?.conflict?.uses[0]).toMatchObject({ layer: 'agency' });
    const choices = new Map(asked.map(({ path }): [string, Choice] => [path, { take: 'theirs' }]));
    const decided = mergeLayers(layers, choices);
    const draft = draftOfMerge(release, layers, decided, { hash: 'b'.repeat(64), source: 'Q', origins: [], open: [] });
    expect(draft.open.some(({ code, blocks }) => code === 'contradiction' && blocks)).toBe(true);
  });
});

describe('a value of one’s own', () => {
  const entry = (field: string, theirs: JsonRecord | number): LayerEntry => ({
    path: `/timeLimits/all/${field}`,
    part: 'timeLimits',
    row: 'all',
    field,
    layer: 'province',
    state: 'conflict',
    theirs,
  });

  it('is read as the format wants it: a limit from its words, a text, a number', () => {
    expect(readWritten(entry('legal', {}), '05 ngày làm việc')).toMatchObject({ value: 5, unit: 'working-day' });
    expect(readWritten(entry('legal', {}), 'sớm thôi')).toBeUndefined();
    expect(readWritten(entry('note', { vi: 'x' }), ' Ghi chú ')).toEqual({ vi: 'Ghi chú' });
    expect(readWritten(entry('originals', 2), '3')).toBe(3);
    expect(writingOf({ path: '/checklist/a', part: 'checklist', row: 'a', layer: 'province', state: 'conflict' })).toBe(
      undefined,
    );
  });
});
