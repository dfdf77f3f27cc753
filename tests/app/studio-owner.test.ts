import { describe, expect, it } from 'vitest';
import type { Procedure } from '#engine/definition/index.ts';
import type { Actor } from '#engine/dossier/index.ts';
import { mayEdit } from '#app/server/studio/owner.ts';
import { units } from '../service/fixtures.ts';

const author = (unit: string, role: Actor['roles'][number] = 'agency-author'): Actor => ({
  kind: 'staff',
  id: 'a',
  name: 'Người soạn',
  unit,
  roles: [role],
});
const authority = (unit: string, receiving: Procedure['authority']['receiving']): Procedure['authority'] => ({
  deciding: { name: { vi: 'Cơ quan' }, unit },
  receiving,
});
const communes = [{ level: 'commune' as const }];

describe('a draft of a procedure', () => {
  it('may be changed by the province office, whoever settles it', () => {
    expect(mayEdit(author('H02', 'office'), authority('unit:H02.213', communes), units)).toBe(true);
  });

  it('may be changed by an author of the unit that settles it, and of no other', () => {
    expect(mayEdit(author('H02.213'), authority('unit:H02.213', communes), units)).toBe(true);
    expect(mayEdit(author('H02.07201'), authority('unit:H02.213', communes), units)).toBe(false);
    expect(mayEdit(author('H02.213', 'officer'), authority('unit:H02.213', communes), units)).toBe(false);
  });

  it('belongs to units that take it in where they settle it, or to those above them', () => {
    expect(mayEdit(author('H02.07201'), authority('receiving', communes), units)).toBe(true);
    expect(mayEdit(author('H02.07201'), authority('receiving', [{ unit: 'H02.07202' }]), units)).toBe(false);
    expect(mayEdit(author('H02.213'), authority('receiving', communes), units)).toBe(false);
    expect(mayEdit(author('H02.213'), authority('parent', communes), units)).toBe(true);
  });

  it('that nobody has published yet belongs to the unit that began it', () => {
    expect(mayEdit(author('H02.213'), undefined, units, 'H02.213')).toBe(true);
    expect(mayEdit(author('H02.213'), undefined, units, 'H02')).toBe(false);
    expect(mayEdit(author('H02.213'), authority('unit:H02', communes), units, 'H02.213')).toBe(false);
  });
});
