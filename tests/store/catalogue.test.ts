import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { freshStore, openOf, recordOf, releaseOf } from './fixtures.ts';

const MARCH = '2021-03-01T00:00:00.000Z';
const JULY = '2021-07-01T00:00:00.000Z';
const codes = (result: { ok: boolean; problems?: readonly { code: string }[] }) =>
  result.problems?.map((it) => it.code) ?? [];

const withOneInForce = async () => {
  const opened = await freshStore();
  const first = releaseOf('1.000001', 1);
  const second = releaseOf('1.000001', 2);
  await opened.store.catalogue.saveDecision(recordOf('1/QĐ', MARCH), [first, second]);
  await opened.store.catalogue.apply(
    recordOf('1/QĐ', MARCH),
    { close: [], open: [openOf(first, MARCH, '1/QĐ')] },
    '2021-02-01T00:00:00.000Z',
  );
  return { ...opened, first, second };
};

describe('releases', () => {
  it('are kept by code and number; the same again is no error, other content is', async () => {
    const { store } = await freshStore();
    const release = releaseOf('1.000001', 1);
    expect((await store.releases.add([release])).ok).toBe(true);
    expect((await store.releases.add([release])).ok).toBe(true);
    expect(codes(await store.releases.add([releaseOf('1.000001', 1, { description: { vi: 'khác' } })]))).toEqual([
      'release.number-taken',
    ]);
    expect(await store.releases.byHash(release.hash)).toEqual(release);
    expect(await store.releases.byNumber('1.000001', 1)).toEqual(release);
  });

  it('may come back to older content under a new number', async () => {
    const { store } = await freshStore();
    const first = releaseOf('1.000001', 1);
    expect((await store.releases.add([first, { ...first, number: 3 }])).ok).toBe(true);
    expect(await store.releases.numbers('1.000001')).toEqual([
      { number: 1, hash: first.hash },
      { number: 3, hash: first.hash },
    ]);
  });

  it('cannot be changed, not even by SQL', async () => {
    const { store, file } = await freshStore();
    await store.releases.add([releaseOf('1.000001', 1)]);
    const raw = new Database(file);
    expect(() => raw.exec(`UPDATE releases SET body = '{}'`)).toThrow('releases.immutable');
    expect(() => raw.exec('DELETE FROM releases')).toThrow('releases.immutable');
    raw.close();
  });
});

describe('the catalogue', () => {
  it('answers on both time axes without any job', async () => {
    const { store, second } = await withOneInForce();
    await store.catalogue.apply(
      recordOf('2/QĐ', JULY),
      {
        close: [{ code: '1.000001', effectiveFrom: MARCH, at: JULY, endedBy: '2/QĐ' }],
        open: [openOf(second, JULY, '2/QĐ')],
      },
      '2021-06-01T00:00:00.000Z',
    );
    const number = async (asOf: string, knownAt?: string) =>
      (await store.catalogue.inForce('1.000001', asOf, knownAt))?.number;
    expect(await number('2021-02-28T23:59:59.999Z')).toBeUndefined();
    expect(await number(MARCH)).toBe(1);
    expect(await number('2021-06-30T23:59:59.999Z')).toBe(1);
    expect(await number(JULY)).toBe(2);
    expect(await number(JULY, '2021-05-01T00:00:00.000Z')).toBe(1);
    expect(await number(JULY, '2021-01-01T00:00:00.000Z')).toBeUndefined();
  });

  it('refuses overlapping intervals by itself, whoever writes', async () => {
    const { store, file, second } = await withOneInForce();
    const result = await store.catalogue.apply(
      recordOf('2/QĐ', JULY),
      { close: [], open: [openOf(second, JULY, '2/QĐ')] },
      JULY,
    );
    expect(codes(result)).toEqual(['catalogue.overlap']);
    const raw = new Database(file);
    const copy = (from: string, to: string) =>
      raw.exec(`INSERT INTO catalogue_entries (code, number, hash, name, sort_key, field, levels, document, effective_from, effective_to, recorded_at, superseded_at, decision, written_by)
                SELECT code, 2, hash, name, sort_key, field, levels, document, '${from}', '${to}', recorded_at, superseded_at, decision, written_by FROM catalogue_entries LIMIT 1`);
    expect(() => copy('2021-04-01', '2021-05-01')).toThrow('catalogue.overlap');
    expect(() => copy('2021-01-01', '2021-03-02')).toThrow('catalogue.overlap');
    expect(() => copy('2021-02-01', '2021-02-01')).toThrow('catalogue.interval');
    expect(() => copy('2021-01-01', MARCH)).not.toThrow();
    raw.close();
  });

  it('lets a row only be superseded, once', async () => {
    const { file } = await withOneInForce();
    const raw = new Database(file);
    expect(() => raw.exec(`UPDATE catalogue_entries SET effective_to = '2022-01-01'`)).toThrow(
      'catalogue.supersede-only',
    );
    expect(() => raw.exec(`UPDATE catalogue_entries SET number = 2`)).toThrow('catalogue.supersede-only');
    expect(() => raw.exec('DELETE FROM catalogue_entries')).toThrow('catalogue.supersede-only');
    raw.exec(`UPDATE catalogue_entries SET superseded_at = '2021-09-01T00:00:00.000Z'`);
    expect(() => raw.exec(`UPDATE catalogue_entries SET superseded_at = '2021-10-01T00:00:00.000Z'`)).toThrow(
      'catalogue.supersede-only',
    );
    raw.close();
  });

  it('keeps an applied decision as it was, and does not apply it twice', async () => {
    const { store, file, first } = await withOneInForce();
    const again = await store.catalogue.apply(
      recordOf('1/QĐ', MARCH),
      { close: [], open: [openOf(first, MARCH, '1/QĐ')] },
      JULY,
    );
    expect(codes(again)).toEqual(['decision.fixed']);
    expect(codes(await store.catalogue.saveDecision(recordOf('1/QĐ', JULY), []))).toEqual(['decision.fixed']);
    const raw = new Database(file);
    expect(() => raw.exec(`UPDATE decisions SET content_hash = 'x'`)).toThrow('decisions.fixed');
    raw.close();
  });

  it('refuses a change planned on a catalogue that has moved since', async () => {
    const { store } = await withOneInForce();
    const version = await store.catalogueVersion();
    const change = {
      basedOn: version - 1,
      close: [{ code: '1.000001', effectiveFrom: MARCH, at: JULY, endedBy: '2/QĐ' }],
      open: [],
    };
    expect(codes(await store.catalogue.apply(recordOf('2/QĐ', JULY), change, MARCH))).toEqual(['catalogue.stale']);
    expect(await store.catalogueVersion()).toBe(version);
  });

  it('withdraws to exactly what was before, and leaves a trace', async () => {
    const { store, second } = await withOneInForce();
    const before = await store.catalogue.history('1.000001');
    const record = recordOf('2/QĐ', JULY);
    await store.catalogue.apply(
      record,
      {
        close: [{ code: '1.000001', effectiveFrom: MARCH, at: JULY, endedBy: '2/QĐ' }],
        open: [openOf(second, JULY, '2/QĐ')],
      },
      '2021-06-01T00:00:00.000Z',
    );
    expect((await store.catalogue.withdraw(record, '2021-06-10T00:00:00.000Z')).ok).toBe(true);
    const after = await store.catalogue.history('1.000001');
    const timeless = (rows: typeof before) => rows.map(({ recordedAt: _, ...row }) => row);
    expect(timeless(after)).toEqual(timeless(before));
    expect((await store.catalogue.inForce('1.000001', JULY, '2021-06-05T00:00:00.000Z'))?.number).toBe(2);
    expect((await store.catalogue.decision('2/QĐ'))?.status).toBe('withdrawn');
    expect(codes(await store.catalogue.withdraw(record, '2021-06-11T00:00:00.000Z'))).toEqual(['decision.fixed']);
  });

  it('does not withdraw what is in effect, nor what another decision was built upon', async () => {
    const { store, second } = await withOneInForce();
    expect(codes(await store.catalogue.withdraw(recordOf('1/QĐ', MARCH), MARCH))).toEqual([
      'decision.withdraw.in-effect',
    ]);
    const june = '2021-06-01T00:00:00.000Z';
    const scheduled = recordOf('2/QĐ', JULY);
    const close = { code: '1.000001', effectiveFrom: MARCH, at: JULY, endedBy: '2/QĐ' };
    await store.catalogue.apply(scheduled, { close: [close], open: [openOf(second, JULY, '2/QĐ')] }, june);
    const repeal = recordOf('3/QĐ', '2021-09-01');
    const september = '2021-08-31T17:00:00.000Z';
    await store.catalogue.apply(
      repeal,
      { close: [{ code: '1.000001', effectiveFrom: JULY, at: september, endedBy: '3/QĐ' }], open: [] },
      june,
    );
    expect(codes(await store.catalogue.withdraw(scheduled, june))).toEqual(['decision.withdraw.built-upon']);
    expect((await store.catalogue.withdraw(repeal, june)).ok).toBe(true);
    expect((await store.catalogue.withdraw(scheduled, june)).ok).toBe(true);
    expect(await store.catalogue.history('1.000001')).toMatchObject([{ number: 1, effectiveFrom: MARCH }]);
  });

  it('tells every connection that it changed', async () => {
    const { store, second } = await withOneInForce();
    const before = await store.catalogueVersion();
    const close = { code: '1.000001', effectiveFrom: MARCH, at: JULY, endedBy: '2/QĐ' };
    await store.catalogue.apply(
      recordOf('2/QĐ', JULY),
      { close: [close], open: [openOf(second, JULY, '2/QĐ')] },
      MARCH,
    );
    expect(await store.catalogueVersion()).toBeGreaterThan(before);
  });
});

describe('search', () => {
  const names = ['Đăng ký khai sinh', 'Đăng ký kết hôn', 'Cấp bản sao trích lục hộ tịch', 'Ưu đãi người có công'];
  const withNames = async () => {
    const opened = await freshStore();
    const releases = names.map((vi, place) =>
      releaseOf(`1.00000${place + 1}`, 1, {
        name: { vi },
        ...(place === 3
          ? { field: { code: 'nguoi-co-cong', name: { vi: 'Người có công' } }, levels: ['province'] as const }
          : {}),
        ...(place === 0 ? { keywords: ['giấy khai sinh'], onlineLevel: '4' } : {}),
      }),
    );
    await opened.store.catalogue.saveDecision(recordOf('1/QĐ', MARCH), releases);
    const open = releases.map((release) => openOf(release, MARCH, '1/QĐ'));
    const applied = await opened.store.catalogue.apply(recordOf('1/QĐ', MARCH), { close: [], open }, MARCH);
    expect(applied).toEqual({ ok: true, value: undefined });
    const search = async (query: object) => {
      const page = await opened.store.catalogue.search({ asOf: JULY, limit: 10, offset: 0, ...query });
      return { ...page, names: page.entries.map((entry) => entry.name) };
    };
    return { ...opened, search };
  };

  it.each([
    ['dang ky khai sinh', 'Đăng ký khai sinh'],
    ['ĐĂNG KÝ KHAI SINH', 'Đăng ký khai sinh'],
    ['đăng ký khai sinh'.normalize('NFD'), 'Đăng ký khai sinh'],
    ['khai si', 'Đăng ký khai sinh'],
    ['giay khai sinh', 'Đăng ký khai sinh'],
    ['uu dai', 'Ưu đãi người có công'],
    ['1.000002', 'Đăng ký kết hôn'],
    ['trích lục', 'Cấp bản sao trích lục hộ tịch'],
  ])('finds “%s”', async (text, name) => {
    const { search } = await withNames();
    expect((await search({ text })).names).toEqual([name]);
  });

  it('puts what has the same marks first', async () => {
    const { store, search } = await withNames();
    const other = releaseOf('1.000009', 1, { name: { vi: 'Dạng kỳ lạ' } });
    await store.catalogue.saveDecision(recordOf('2/QĐ', MARCH), [other]);
    await store.catalogue.apply(recordOf('2/QĐ', MARCH), { close: [], open: [openOf(other, MARCH, '2/QĐ')] }, MARCH);
    expect((await search({ text: 'dạng kỳ' })).names[0]).toBe('Dạng kỳ lạ');
    expect((await search({ text: 'đăng ký' })).names.at(-1)).toBe('Dạng kỳ lạ');
  });

  it('filters by field, level, online level and unit, and counts fields', async () => {
    const { store, search } = await withNames();
    await store.units.put([
      {
        code: 'H02.07201',
        name: 'Phường Trần Phú',
        level: 'commune',
        kind: 'commune',
        identCode: '000.07.201.H02',
        counter: true,
        calendar: 'vietnam',
        validFrom: '2020-01-01',
      },
    ]);
    expect((await search({ level: 'province' })).names).toEqual(['Ưu đãi người có công']);
    expect((await search({ field: 'Người có công' })).names).toEqual(['Ưu đãi người có công']);
    expect((await search({ onlineLevel: '4' })).names).toEqual(['Đăng ký khai sinh']);
    expect((await search({ unit: 'H02.07201' })).total).toBe(4);
    expect((await search({ unit: 'H02.STP' })).total).toBe(0);
    expect((await search({ text: 'dang ky', field: 'Hộ tịch' })).fields).toEqual([{ field: 'Hộ tịch', count: 2 }]);
    expect((await search({})).fields).toEqual([
      { field: 'Hộ tịch', count: 3 },
      { field: 'Người có công', count: 1 },
    ]);
  });

  it('lists in the order of a Vietnamese dictionary, page by page', async () => {
    const { search } = await withNames();
    const order = [...names].sort(new Intl.Collator('vi').compare);
    expect((await search({})).names).toEqual(order);
    expect((await search({ limit: 2, offset: 2 })).names).toEqual(order.slice(2));
    expect((await search({ limit: 2, offset: 2 })).total).toBe(4);
  });

  it('offers only what is in force at the instant asked', async () => {
    const { store, search } = await withNames();
    const close = { code: '1.000001', effectiveFrom: MARCH, at: JULY, endedBy: '2/QĐ' };
    await store.catalogue.apply(recordOf('2/QĐ', JULY), { close: [close], open: [] }, MARCH);
    expect((await search({ text: 'khai sinh', asOf: '2021-06-30T23:59:59.999Z' })).total).toBe(1);
    expect((await search({ text: 'khai sinh' })).total).toBe(0);
  });

  it.each(['"', '*', 'a OR', 'NEAR(', ')', ':', '-', '   ', "'; DROP"])('is not disturbed by %j', async (text) => {
    const { search } = await withNames();
    await expect(search({ text })).resolves.toBeDefined();
  });
});
