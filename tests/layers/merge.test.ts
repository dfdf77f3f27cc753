import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isOpen,
  mergeLayers,
  own,
  rowsOf,
  same,
  type Choice,
  type Json,
  type JsonRecord,
  type LayerMerge,
} from '#engine/layers/index.ts';

const name = (vi: string): JsonRecord => ({ vi });
const days = (value: number): JsonRecord => ({ kind: 'duration', value, unit: 'working-day' });

const paper = fc.record({ name: fc.constantFrom('Tờ khai', 'Bản vẽ', 'Hợp đồng').map(name), originals: fc.nat(3) });
const limit = fc.record({ legal: fc.nat(9).map(days) });
const withIds = (rows: fc.Arbitrary<JsonRecord>): fc.Arbitrary<JsonRecord[]> =>
  fc
    .uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 5 })
    .chain((ids) => fc.tuple(...ids.map((id) => rows.map((row): JsonRecord => ({ ...row, id })))));

const national: fc.Arbitrary<JsonRecord> = fc.record({
  name: fc.constantFrom('Cấp phép', 'Cấp giấy phép').map(name),
  conditions: fc.constantFrom([name('Một')], [name('Một'), name('Hai')]),
  timeLimits: withIds(limit),
  checklist: withIds(paper),
});

/** What a province adds by right: promises, file types, papers of its own, its places. */
const provincial: fc.Arbitrary<(release: JsonRecord) => JsonRecord> = fc
  .record({ promised: fc.nat(5), papers: withIds(paper), online: fc.boolean() })
  .map(({ promised, papers, online }) => (release) => ({
    ...release,
    channels: online ? ['counter', 'online'] : ['counter'],
    timeLimits: rowsOf(own(release, 'timeLimits')).map((row) => ({ ...row, promised: days(promised) })),
    checklist: [
      ...rowsOf(own(release, 'checklist')),
      ...papers.map((row) => ({ ...row, id: `tinh-${String(row['id'])}` })),
    ],
  }));

const shuffled = (document: JsonRecord, seed: number): JsonRecord =>
  Object.fromEntries(
    Object.entries(document).map(([part, value]): [string, Json] => [
      part,
      rowsOf(value).some((row) => own(row, 'id') !== undefined)
        ? [...rowsOf(value)].sort((one, other) => order(one, seed) - order(other, seed))
        : value,
    ]),
  );
const order = (row: JsonRecord, seed: number): number => (String(row['id']).charCodeAt(0) * (seed * 2 + 1)) % 7;

const sorted = ({ content }: LayerMerge): JsonRecord => shuffled(content, 0);
const conflicts = ({ entries }: LayerMerge): readonly string[] =>
  entries.filter(({ conflict }) => conflict).map(({ path }) => path);
const asMap = (content: JsonRecord, part: string): ReadonlyMap<unknown, JsonRecord> =>
  new Map(rowsOf(own(content, part)).map((row) => [own(row, 'id'), row]));

describe('merging an amended national version into what the province has', { timeout: 60_000 }, () => {
  it('changes nothing when the nation changed nothing', () => {
    fc.assert(
      fc.property(national, national, provincial, (base, departed, add) => {
        const ours = add(departed);
        const merged = mergeLayers({ base, theirs: base, ours });
        expect(merged.content).toEqual(Object.fromEntries(Object.entries(ours).filter(([, rows]) => !empty(rows))));
        expect(conflicts(merged)).toEqual([]);
      }),
    );
  });

  it('gives the new national version with the additions when the province had changed nothing of the nation’s', () => {
    fc.assert(
      fc.property(national, national, (base, theirs) => {
        const merged = mergeLayers({ base, theirs, ours: base });
        expect(conflicts(merged)).toEqual([]);
        expect(sorted(merged)).toEqual(
          shuffled(Object.fromEntries(Object.entries(theirs).filter(([, rows]) => !empty(rows))), 0),
        );
      }),
    );
  });

  it('does not depend on the order of rows', () => {
    fc.assert(
      fc.property(national, national, national, provincial, fc.nat(6), (base, theirs, changed, add, seed) => {
        const ours = add(changed);
        const one = mergeLayers({ base, theirs, ours });
        const other = mergeLayers({
          base: shuffled(base, seed),
          theirs: shuffled(theirs, seed + 1),
          ours: shuffled(ours, seed + 2),
        });
        expect(sorted(other)).toEqual(sorted(one));
        expect([...conflicts(other)].sort()).toEqual([...conflicts(one)].sort());
      }),
    );
  });

  it('asks exactly where both changed one value to different things, or one dropped what the other changed', () => {
    fc.assert(
      fc.property(national, national, national, (base, theirs, ours) => {
        const expected = ['checklist', 'timeLimits'].flatMap((part) => {
          const [b, t, o] = [asMap(base, part), asMap(theirs, part), asMap(ours, part)];
          return [...new Set([...b.keys(), ...t.keys(), ...o.keys()])].flatMap((id) => {
            const [was, above, here] = [b.get(id), t.get(id), o.get(id)];
            const at = `/${part}/${String(id)}`;
            if (above && here)
              return Object.keys(above)
                .filter((field) => trueConflict(was?.[field], above[field], here[field]))
                .map((field) => `${at}/${field}`);
            return was && (above ? !same(was, above) : here && !same(was, here)) ? [at] : [];
          });
        });
        const plain = ['name', 'conditions'].filter((part) => trueConflict(base[part], theirs[part], ours[part]));
        expect([...conflicts(mergeLayers({ base, theirs, ours }))].sort()).toEqual(
          [...expected, ...plain.map((part) => `/${part}`)].sort(),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('keeps every change that is no conflict, however the conflicts are decided', () => {
    const choice: fc.Arbitrary<Choice> = fc.constantFrom({ take: 'ours' }, { take: 'theirs' });
    fc.assert(
      fc.property(
        national,
        national,
        national,
        provincial,
        fc.infiniteStream(choice),
        (base, theirs, changed, add, chosen) => {
          const ours = add(changed);
          const before = mergeLayers({ base, theirs, ours });
          const choices = new Map(conflicts(before).map((path) => [path, chosen.next().value] as const));
          const after = mergeLayers({ base, theirs, ours }, choices);
          expect(after.entries.filter(isOpen)).toEqual([]);
          for (const entry of after.entries) {
            const was = before.entries.find(({ path }) => path === entry.path);
            if (!entry.conflict) expect(entry).toEqual(was);
            else expect(entry.merged).toEqual(choices.get(entry.path)?.take === 'theirs' ? entry.theirs : entry.ours);
          }
          for (const paper of rowsOf(own(ours, 'checklist')).filter(({ id }) => String(id).startsWith('tinh-')))
            expect(rowsOf(own(after.content, 'checklist'))).toContainEqual(paper);
        },
      ),
    );
  });
});

const empty = (value: Json): boolean => Array.isArray(value) && value.length === 0;
const trueConflict = (base: Json | undefined, theirs: Json | undefined, ours: Json | undefined): boolean =>
  !same(base, theirs) && !same(base, ours) && !same(theirs, ours);

describe('what the lower layers hold on to', () => {
  const base = { timeLimits: [{ id: 'all', legal: days(5) }], results: [{ id: 'permit', name: name('Giấy phép') }] };
  const ours = {
    timeLimits: [{ id: 'all', legal: days(5), promised: days(3) }],
    results: [{ id: 'permit', name: name('Giấy phép'), signedFile: true }],
  };
  const theirs = {
    timeLimits: [{ id: 'other', legal: days(7) }],
    results: [{ id: 'notice', name: name('Thông báo') }],
  };

  it('is asked about when the nation drops it', () => {
    const step = { layer: 'agency', at: 'process:sign', name: 'Ký giấy phép' } as const;
    const merged = mergeLayers({
      base,
      theirs,
      ours,
      usesOf: (part, row) => (part === 'results' && row === 'permit' ? [step] : []),
    });
    const asked = merged.entries.filter(isOpen);
    expect(asked.map(({ path, conflict }) => [path, conflict?.kind])).toEqual([
      ['/timeLimits/all', 'removed-used'],
      ['/results/permit', 'removed-used'],
    ]);
    expect(asked[1]?.conflict?.uses).toEqual([step]);
  });

  it('is not asked about when a part is merely not spoken of', () => {
    const merged = mergeLayers({ base, theirs: { name: name('Mới') }, ours });
    expect(merged.entries.filter(isOpen)).toEqual([]);
    expect(merged.content['results']).toEqual(ours.results);
  });

  it('goes when the law is said to provide none', () => {
    const merged = mergeLayers({ base, theirs: { none: ['results'] }, ours: { ...ours, none: [] } });
    expect(merged.content['results']).toBeUndefined();
    expect(merged.content['none']).toEqual(['results']);
  });
});

describe('without a version taken in before', () => {
  it('asks where both say something else, adds what is new and keeps what is the province’s', () => {
    const merged = mergeLayers({
      theirs: {
        checklist: [
          { id: 'a', name: name('Tờ khai'), originals: 2 },
          { id: 'n', name: name('Mới') },
        ],
      },
      ours: {
        checklist: [
          { id: 'a', name: name('Tờ khai'), originals: 1 },
          { id: 'p', name: name('Của tỉnh') },
        ],
      },
    });
    expect(merged.entries.filter(isOpen).map(({ path, conflict }) => [path, conflict?.kind])).toEqual([
      ['/checklist/a/originals', 'no-base'],
    ]);
    expect([...asMap(merged.content, 'checklist').keys()].sort()).toEqual(['a', 'n', 'p']);
  });
});
