import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { accessTable, may, type Address } from '#app/server/access/index.ts';
import type { Actor } from '#engine/dossier/index.ts';

const citizen: Actor = { kind: 'citizen', id: 'c', name: 'C', roles: [] };
const clerk: Actor = { kind: 'staff', id: 's', name: 'S', unit: 'H02', roles: ['clerk'] };

const files = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)],
  );

/** `_citizen+/nop.$code.$draft.xoa.tsx` → `/nop/:code/:draft/xoa`. */
const addressOf = (file: string): string => {
  const name = file.replace(/^.*\/_[a-z]+\+\//, '').replace(/\.tsx?$/, '');
  const escaped = name.replaceAll('[.]', '\u0000');
  const parts = escaped.split('.').filter((part) => part !== '_index' && part !== '');
  return `/${parts.map((part) => (part === '$' ? '*' : part.replace(/^\$/, ':')).replaceAll('\u0000', '.')).join('/')}`;
};

const routes = files('app/routes').filter((file) => /\.tsx?$/.test(file) && !file.endsWith('_layout.tsx'));

describe('the access table', () => {
  it('has a line for every route, and every route asks it', () => {
    const missing = routes.filter((file) => {
      const source = readFileSync(file, 'utf8');
      // Every address the file hands to something: its own must be one of them.
      const named = [...source.matchAll(/\(\s*(?:\{[^}]*\}|\w+)?,?\s*'(\/[^']*)'/g)]
        .map((match) => match[1] ?? '')
        .filter((address) => address in accessTable);
      const onlySendsOn = /export const loader = \(\) => redirect/.test(source) && !/export const action/.test(source);
      return !onlySendsOn && named.length === 0 && !/requireActor\(/.test(source);
    });
    const unknown = routes.filter(
      (file) => !(addressOf(file) in accessTable) && !/'\/[^']*'/.test(readFileSync(file, 'utf8')),
    );
    expect(unknown).toEqual([]);
    expect(missing).toEqual([]);
  });

  it('lets nobody who is not signed in write to a page of citizens', () => {
    const open = (Object.keys(accessTable) as Address[]).filter(
      (address) => address.startsWith('/nop') && (may(undefined, address) || may(undefined, address, 'write')),
    );
    expect(open).toEqual([]);
  });

  it('keeps staff out of what belongs to citizens, and citizens out of what belongs to staff', () => {
    expect(may(clerk, '/nop/:code')).toBe(false);
    expect(may(citizen, '/nop/:code')).toBe(true);
    const staffOnly = (Object.keys(accessTable) as Address[]).filter((address) =>
      /^\/(mot-cua|cong-viec|cong-bo|danh-muc$|giam-sat|quan-tri)/.test(address),
    );
    for (const address of staffOnly) {
      expect([address, may(citizen, address), may(undefined, address)]).toEqual([address, false, false]);
      expect([address, may(citizen, address, 'write'), may(undefined, address, 'write')]).toEqual([
        address,
        false,
        false,
      ]);
    }
  });

  it('gives a role only what names it', () => {
    const officer: Actor = { ...clerk, roles: ['officer'] };
    for (const address of Object.keys(accessTable) as Address[]) {
      const rule: { readonly read: readonly string[] } = accessTable[address];
      const expected = rule.read.some(
        (audience) => audience === 'anyone' || audience === 'staff' || audience === 'officer',
      );
      expect([address, may(officer, address)]).toEqual([address, expected]);
    }
  });
});
