import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSqliteStore, type Store, type StudioDraft } from '#engine/store/index.ts';

const draft = (over: Partial<StudioDraft> = {}): StudioDraft => ({
  code: '1.000001',
  status: 'editing',
  unit: 'H05.01',
  parts: { 'procedure.json': '{"name":"…"', 'process.bpmn': '<chưa đọc được' },
  revision: 1,
  editor: { id: 'p1', name: 'Trần Đức Mạnh' },
  createdAt: '2026-03-02T02:00:00.000Z',
  updatedAt: '2026-03-02T02:00:00.000Z',
  ...over,
});

describe('drafts of the studios', () => {
  let dir: string;
  let store: Store;
  const open = () => openSqliteStore({ path: path.join(dir, 'db.sqlite'), filesDir: path.join(dir, 'files') });
  beforeAll(async () => {
    dir = await mkdtemp(path.join(tmpdir(), 'studio-'));
    store = await open();
  });
  afterAll(async () => {
    await store.close();
    await rm(dir, { recursive: true, force: true });
  });

  it('keeps texts that are not sound yet, over a restart', async () => {
    expect((await store.studio.save(draft())).ok).toBe(true);
    await store.close();
    store = await open();
    expect(await store.studio.load('1.000001')).toEqual(draft());
  });

  it('refuses the second of two editors and names the first', async () => {
    const other = { id: 'p2', name: 'Nguyễn Thu Hà' };
    expect((await store.studio.save(draft({ revision: 2, editor: other }))).ok).toBe(true);
    const late = await store.studio.save(draft({ revision: 2, parts: {} }));
    expect(late).toMatchObject({ ok: false, problems: [{ code: 'studio.conflict' }] });
    expect(late.ok ? '' : late.problems[0]?.message.vi).toContain('Nguyễn Thu Hà');
    expect((await store.studio.load('1.000001'))?.parts).not.toEqual({});
  });

  it('refuses to begin what has been begun', async () => {
    expect((await store.studio.save(draft())).ok).toBe(false);
  });

  it('tells who changed what when; one stretch of work is one edit', async () => {
    for (const [revision, minute] of [
      [3, 1],
      [4, 5],
      [5, 40],
    ] as const)
      await store.studio.save(
        draft({
          revision,
          updatedAt: `2026-03-02T03:${String(minute).padStart(2, '0')}:00.000Z`,
          parts: { a: `${revision}` },
        }),
      );
    expect((await store.studio.edits('1.000001')).map((edit) => [edit.revision, edit.editor.id])).toEqual([
      [5, 'p1'],
      [4, 'p1'],
      [2, 'p2'],
      [1, 'p1'],
    ]);
    expect((await store.studio.edit('1.000001', 4))?.parts).toEqual({ a: '4' });
  });

  it('keeps what people say about a part, and that it is settled', async () => {
    const said = {
      id: 'c1',
      code: '1.000001',
      place: '/process/tham-dinh',
      author: { id: 'p2', name: 'Nguyễn Thu Hà' },
      at: '2026-03-02T04:00:00.000Z',
      text: 'Bước này nên là 2 ngày.',
    };
    await store.studio.putComment(said);
    const settled = { ...said, resolved: { by: said.author, at: '2026-03-02T05:00:00.000Z' } };
    await store.studio.putComment(settled);
    expect(await store.studio.comments('1.000001')).toEqual([settled]);
  });

  it('lists drafts without their parts, and throws one away with all that hangs on it', async () => {
    expect((await store.studio.list()).map((each) => [each.code, 'parts' in each])).toEqual([['1.000001', false]]);
    await store.studio.remove('1.000001');
    expect(await store.studio.load('1.000001')).toBeUndefined();
    expect(await store.studio.edits('1.000001')).toEqual([]);
    expect(await store.studio.comments('1.000001')).toEqual([]);
  });
});
