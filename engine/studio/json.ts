import { isList, isRecord, type Json, type JsonRecord } from '#engine/definition/browser.ts';

export { isList, isRecord, type Json, type JsonRecord };

/** Keys and places from the root down. */
export type Path = readonly (string | number)[];

export const recordOf = (value: unknown): JsonRecord => (isRecord(value) ? value : {});
export const listOf = (value: unknown): readonly Json[] => (isList(value) ? value : []);
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The value at a path; undefined where there is none. */
export const at = (value: Json | undefined, path: Path): Json | undefined => {
  let here: Json | undefined = value;
  for (const key of path) {
    if (isList(here)) here = here[Number(key)];
    else here = isRecord(here) && Object.hasOwn(here, key) ? here[key] : undefined;
  }
  return here;
};

/** Puts `value` at the path, making records on the way; `undefined` takes the key away. What is not touched is shared. */
export const put = (root: Json, path: Path, value: Json | undefined): Json => {
  const [key, ...rest] = path;
  if (key === undefined) return value ?? root;
  if (isList(root)) {
    const index = Number(key);
    if (value === undefined && rest.length === 0) return root.filter((_, place) => place !== index);
    const next = [...root];
    next[index] = put(root[index] ?? {}, rest, value);
    return next;
  }
  const record = recordOf(root);
  const name = String(key);
  if (value === undefined && rest.length === 0) {
    if (!Object.hasOwn(record, name)) return root;
    return Object.fromEntries(Object.entries(record).filter(([each]) => each !== name));
  }
  if (value === undefined && !Object.hasOwn(record, name)) return root;
  return { ...record, [name]: put(record[name] ?? {}, rest, value) };
};

/** Inserts into the list at the path; a missing list is made. */
export const insert = (root: Json, path: Path, index: number, value: Json): Json => {
  const list = listOf(at(root, path));
  const place = Math.max(0, Math.min(index, list.length));
  return put(root, path, [...list.slice(0, place), value, ...list.slice(place)]);
};

/** Moves one row of the list at the path; `to` is its place afterwards. */
export const move = (root: Json, path: Path, from: number, to: number): Json => {
  const list = listOf(at(root, path));
  const row = list[from];
  if (row === undefined || from === to || to < 0 || to >= list.length) return root;
  const without = list.filter((_, index) => index !== from);
  return put(root, path, [...without.slice(0, to), row, ...without.slice(to)]);
};

/** Equality of JSON values, whatever the order of keys. */
export const same = (one: Json | undefined, other: Json | undefined): boolean => {
  if (one === other) return true;
  if (isList(one) && isList(other))
    return one.length === other.length && one.every((each, index) => same(each, other[index]));
  if (!isRecord(one) || !isRecord(other)) return false;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && same(one[key], other[key]))
  );
};
