import { isList, isRecord, same, textOf, type Json, type Path } from './json.ts';

export interface Merged {
  readonly value: Json | undefined;
  /** Places where both sides changed the same thing differently; `mine` stands there. */
  readonly conflicts: readonly Path[];
}

/** What identifies a row of a list: its id, so that moving it is not taking it out and putting in another. */
const keyOf = (row: Json): string | undefined => {
  if (!isRecord(row)) return undefined;
  return textOf(row['id']) || textOf(row['value']) || undefined;
};

const keysOf = (list: readonly Json[]): readonly string[] | undefined => {
  const keys = list.map(keyOf);
  const all = keys.filter((key) => key !== undefined);
  return all.length === list.length && new Set(all).size === all.length ? all : undefined;
};

/**
 * Three-way merge of JSON: what only one side changed since `base` is taken from that side, record by
 * record and, in lists whose rows have ids, row by row. Where both changed the same value, `mine`
 * stands and the place is told.
 */
export const merge = (
  base: Json | undefined,
  mine: Json | undefined,
  theirs: Json | undefined,
  path: Path = [],
): Merged => {
  if (same(mine, theirs) || same(base, theirs)) return { value: mine, conflicts: [] };
  if (same(base, mine)) return { value: theirs, conflicts: [] };
  if (isRecord(mine) && isRecord(theirs)) {
    const before = isRecord(base) ? base : {};
    const keys = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])];
    const parts = keys.map(
      (key) => [key, merge(own(before, key), own(mine, key), own(theirs, key), [...path, key])] as const,
    );
    return {
      value: Object.fromEntries(parts.flatMap(([key, { value }]) => (value === undefined ? [] : [[key, value]]))),
      conflicts: parts.flatMap(([, { conflicts }]) => conflicts),
    };
  }
  if (isList(mine) && isList(theirs)) {
    const merged = mergeRows(isList(base) ? base : [], mine, theirs, path);
    if (merged) return merged;
  }
  return { value: mine, conflicts: [path] };
};

const own = (record: { readonly [key: string]: Json }, key: string): Json | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

const mergeRows = (
  base: readonly Json[],
  mine: readonly Json[],
  theirs: readonly Json[],
  path: Path,
): Merged | undefined => {
  const [before, here, there] = [keysOf(base), keysOf(mine), keysOf(theirs)];
  if (!before || !here || !there) return undefined;
  const find = (list: readonly Json[], keys: readonly string[], key: string): Json | undefined =>
    list[keys.indexOf(key)];
  // Whoever changed the order decides it; rows that only the other side has keep their neighbour.
  const kept = (keys: readonly string[], others: readonly string[]) =>
    keys.filter((key) => before.includes(key) && others.includes(key));
  const mineMoved = !same(
    [...kept(here, there)],
    [...before.filter((key) => here.includes(key) && there.includes(key))],
  );
  const [lead, follow] = mineMoved ? [here, there] : [there, here];
  const order = [...lead];
  follow.forEach((key, index) => {
    if (order.includes(key)) return;
    const neighbour = follow.slice(0, index).findLast((each) => order.includes(each));
    order.splice(neighbour === undefined ? 0 : order.indexOf(neighbour) + 1, 0, key);
  });
  const conflicts: Path[] = [];
  const rows = order.flatMap((key, index) => {
    const merged = merge(find(base, before, key), find(mine, here, key), find(theirs, there, key), [...path, index]);
    conflicts.push(...merged.conflicts);
    return merged.value === undefined ? [] : [merged.value];
  });
  return { value: rows, conflicts };
};
