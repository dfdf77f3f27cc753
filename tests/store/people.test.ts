import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Draft, Unit } from '#engine/store/index.ts';
import { freshStore } from './fixtures.ts';

const NOW = '2021-07-01T01:00:00.000Z';
const codes = (result: { ok: boolean; problems?: readonly { code: string }[] }) =>
  result.problems?.map((it) => it.code) ?? [];

describe('files', () => {
  it('are kept under their hash, once, and come back byte for byte', async () => {
    const { store, folder } = await freshStore();
    const bytes = Uint8Array.from({ length: 5000 }, (_, place) => place % 251);
    const hash = await store.files.put(bytes, 'me');
    expect(hash).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(await Promise.all(Array.from({ length: 8 }, () => store.files.put(bytes, 'you')))).toEqual(
      Array(8).fill(hash),
    );
    expect(new Uint8Array((await store.files.get(hash)) ?? [])).toEqual(bytes);
    expect(await readdir(path.join(folder, 'files', hash.slice(0, 2)))).toEqual([hash]);
  });

  it('are found by their hash only, never by a path', async () => {
    const { store } = await freshStore();
    await store.files.put(new Uint8Array([1]), 'me');
    for (const name of ['../../motcua.sqlite', '', 'x'.repeat(64), '..'])
      expect(await store.files.get(name)).toBeUndefined();
  });

  it('that were damaged on disk are not handed out', async () => {
    const { store, folder } = await freshStore();
    const hash = await store.files.put(new Uint8Array([1, 2, 3]), 'me');
    const file = path.join(folder, 'files', hash.slice(0, 2), hash);
    expect(await readFile(file)).toHaveLength(3);
    await writeFile(file, 'else');
    await expect(store.files.get(hash)).rejects.toThrow(/damaged/);
  });
});

describe('people', () => {
  it('are found by sign-in name, phone and identity number, with what they may do on a day', async () => {
    const { store } = await freshStore();
    const person = {
      id: 'p',
      name: 'Nguyễn Văn An',
      kind: 'staff',
      login: 'an',
      phone: '0912',
      idNumber: '0241',
    } as const;
    await store.people.put(
      [person],
      [
        { person: 'p', unit: 'H02', role: 'office', from: '2021-01-01', to: '2021-07-01' },
        { person: 'p', unit: 'H02', role: 'office-approver', from: '2021-07-01' },
      ],
    );
    expect(await store.people.byLogin('an')).toEqual(person);
    expect(await store.people.byPhone('0912')).toEqual(person);
    expect(await store.people.byIdNumber('0241')).toEqual(person);
    expect((await store.people.assignments('p', '2021-06-30')).map((one) => one.role)).toEqual(['office']);
    expect(await store.people.assignments('p', '2021-07-01')).toEqual([
      { person: 'p', unit: 'H02', role: 'office-approver', from: '2021-07-01' },
    ]);
    expect(await store.people.withRole('H02', 'office-approver', '2021-07-02')).toEqual([person]);
    expect(await store.people.withRole('H02', 'office', '2021-07-02')).toEqual([]);
  });

  it('do not share a sign-in name', async () => {
    const { store } = await freshStore();
    const person = (id: string) => ({ id, name: id, kind: 'staff', login: 'an' }) as const;
    await store.people.put([person('a')], []);
    expect(codes(await store.people.put([{ ...person('c'), login: 'c' }, person('b')], []))).toEqual([
      'people.login-taken',
    ]);
    expect(await store.people.byId('c')).toBeUndefined();
    expect((await store.people.put([{ ...person('a'), name: 'Đổi tên' }], [])).ok).toBe(true);
  });

  it('hold sessions until these end or are closed', async () => {
    const { store } = await freshStore();
    await store.people.openSession('h1', { person: 'p', expiresAt: '2021-07-01T02:00:00.000Z' });
    await store.people.openSession('h2', { person: 'p', expiresAt: '2021-07-02T02:00:00.000Z' });
    expect((await store.people.session('h1', NOW))?.person).toBe('p');
    expect(await store.people.session('h1', '2021-07-01T02:00:00.000Z')).toBeUndefined();
    await store.people.closeSession('h1');
    expect(await store.people.session('h1', NOW)).toBeUndefined();
    await store.people.closeSessionsOf('p');
    expect(await store.people.session('h2', NOW)).toBeUndefined();
  });

  it('have five tries for a one-time code, which holds once and not for long', async () => {
    const { store } = await freshStore();
    const until = '2021-07-01T01:10:00.000Z';
    await store.people.putOneTimeCode('0912', 'right', until);
    const tries = await Promise.all(
      Array.from({ length: 7 }, () => store.people.takeOneTimeCode('0912', 'guess', NOW)),
    );
    expect(tries).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'wrong', 'too-many', 'too-many']);
    expect(await store.people.takeOneTimeCode('0912', 'right', NOW)).toBe('too-many');
    await store.people.putOneTimeCode('0912', 'again', until);
    expect(await store.people.takeOneTimeCode('0912', 'again', until)).toBe('expired');
    expect(await store.people.takeOneTimeCode('0912', 'again', NOW)).toBe('ok');
    expect(await store.people.takeOneTimeCode('0912', 'again', NOW)).toBe('wrong');
  });
});

describe('units', () => {
  const unit = (validFrom: string, validTo: string | undefined, name: string): Unit => ({
    code: 'H02.07201',
    name,
    level: 'commune',
    kind: 'commune',
    identCode: '000.01.13.H02',
    counter: true,
    calendar: 'vietnam',
    validFrom,
    ...(validTo === undefined ? {} : { validTo }),
  });

  it('are what they were on the day asked', async () => {
    const { store } = await freshStore();
    expect(
      (
        await store.units.put([
          unit('2025-07-01', undefined, 'Phường mới'),
          unit('2010-01-01', '2025-07-01', 'Phường cũ'),
        ])
      ).ok,
    ).toBe(true);
    expect((await store.units.byCode('H02.07201', '2021-07-01'))?.name).toBe('Phường cũ');
    expect((await store.units.byCode('H02.07201', '2025-07-01'))?.name).toBe('Phường mới');
    expect(await store.units.all('2009-01-01')).toEqual([]);
  });

  it('may not be two things at once', async () => {
    const { store } = await freshStore();
    const given = [unit('2010-01-01', undefined, 'A'), unit('2020-01-01', undefined, 'B')];
    expect(codes(await store.units.put(given))).toEqual(['units.overlap']);
    expect(await store.units.all('2021-01-01')).toEqual([]);
  });
});

describe('drafts and settings', () => {
  const draft: Draft = {
    id: 'd',
    owner: 'c',
    procedure: '1.000001',
    releaseHash: 'r',
    releaseNumber: 1,
    channel: 'online',
    answers: {},
    papers: [],
    pagesDone: [],
    revision: 1,
    createdAt: NOW,
    updatedAt: NOW,
  };

  it('save a draft only onto the revision it was based on', async () => {
    const { store } = await freshStore();
    expect(codes(await store.drafts.save({ ...draft, revision: 2 }))).toEqual(['draft.conflict']);
    expect((await store.drafts.save(draft)).ok).toBe(true);
    expect(codes(await store.drafts.save(draft))).toEqual(['draft.conflict']);
    expect((await store.drafts.save({ ...draft, revision: 2, answers: { a: 1 } })).ok).toBe(true);
    expect(codes(await store.drafts.save({ ...draft, revision: 2 }))).toEqual(['draft.conflict']);
    expect(await store.drafts.byProcedure('1.000001')).toEqual([{ id: 'd', owner: 'c' }]);
    expect(codes(await store.drafts.save({ ...draft, revision: 3, answers: { a: '\u0000' } }))).toEqual(['store.text']);
  });

  it('keep a setting as the JSON it was', async () => {
    const { store } = await freshStore();
    expect(await store.settings.get('x')).toBeUndefined();
    await store.settings.put('x', { a: [1, null, 'đ'] });
    await store.settings.put('x', { a: [2] });
    expect(await store.settings.get('x')).toEqual({ a: [2] });
  });
});

describe('durability', () => {
  it('rests on FULL synchronisation in WAL mode, and survives reopening', async () => {
    const { store, file, folder } = await freshStore();
    await store.settings.put('x', 1);
    await store.close();
    const { openSqliteStore } = await import('#engine/store/index.ts');
    const again = await openSqliteStore({ path: file, filesDir: path.join(folder, 'files') });
    expect(await again.settings.get('x')).toBe(1);
    await again.close();
  });
});
