import { escapeToken } from '#engine/definition/index.ts';
import { own, rowsOf } from './json.ts';
import { mergeLayers } from './merge.ts';
import { rowParts, rowRules } from './ownership.ts';
import type { Layers } from './types.ts';

/**
 * Where the province's content is the nation's word as it was taken in: fields, and rows that may not be dropped, as
 * pointers by id. Where the province decided for its own words, they are its own.
 */
export const nationalPaths = ({ base, ours }: Pick<Layers, 'base' | 'ours'>): readonly string[] => {
  if (!base) return [];
  const fields = mergeLayers({ base, theirs: base, ours })
    .entries.filter((entry) => entry.state === 'same' && entry.base !== undefined)
    .map(({ path }) => path);
  const rows = rowParts.flatMap((part) => {
    const { key } = rowRules[part];
    const national = new Set(rowsOf(own(base, part)).map((row) => own(row, key)));
    return rowsOf(own(ours, part)).flatMap((row) => {
      const id = own(row, key);
      if (typeof id !== 'string' || !national.has(id)) return [];
      const path = `/${part}/${escapeToken(id)}`;
      return key === 'number' ? [path, `${path}/number`] : [path];
    });
  });
  return [...fields, ...rows];
};
