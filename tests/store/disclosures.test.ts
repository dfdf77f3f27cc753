import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { at } from '#engine/clock/index.ts';
import type { Disclosure } from '#engine/store/index.ts';
import { freshStore } from './fixtures.ts';

const shown = (over: Partial<Disclosure> = {}): Disclosure => ({
  at: at('2021-07-15', '09:00'),
  actor: { id: 'clerk', name: 'Phạm Văn Dũng', unit: 'H02.07201' },
  subject: '024190000123',
  draft: 'draft-1',
  procedure: '1.000001',
  what: 'population',
  outcome: 'found',
  ...over,
});

describe('who was shown whose data', () => {
  it('is kept with who, whose, for which application, and told newest first', async () => {
    const { store } = await freshStore();
    const other = shown({ subject: '024190000124', actor: { id: 'other', name: 'Lý Thị Hoa' }, what: 'held-papers' });
    await store.disclosures.add([shown(), shown({ outcome: 'unavailable' })]);
    await store.disclosures.add([other]);
    expect(await store.disclosures.of({ subject: '024190000123', limit: 9 })).toEqual([
      shown({ outcome: 'unavailable' }),
      shown(),
    ]);
    expect(await store.disclosures.of({ actor: 'other', limit: 9 })).toEqual([other]);
    expect(await store.disclosures.of({ limit: 1 })).toEqual([other]);
  });

  it('can neither be changed nor removed', async () => {
    const { store, file } = await freshStore();
    await store.disclosures.add([shown()]);
    const db = new Database(file);
    expect(() => db.exec("UPDATE disclosures SET actor = 'nobody'")).toThrow('disclosures.append-only');
    expect(() => db.exec('DELETE FROM disclosures')).toThrow('disclosures.append-only');
    db.close();
  });
});

describe('dossiers of one person', () => {
  it('are found by an index, whatever the number of dossiers', async () => {
    const { file } = await freshStore();
    const db = new Database(file, { readonly: true });
    const plan = db
      .prepare(
        'EXPLAIN QUERY PLAN SELECT state FROM dossiers WHERE id_number = ? ORDER BY submitted_at DESC, id DESC LIMIT 50',
      )
      .all('024190000123') as readonly { readonly detail: string }[];
    db.close();
    expect(plan[0]?.detail).toContain('USING INDEX dossiers_id_number (id_number=?)');
    expect(plan.map(({ detail }) => detail).join()).not.toContain('SCAN');
  });
});
