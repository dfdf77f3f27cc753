import { ADD, REMOVE } from './templates/list-names.ts';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Changes the value at a path of ids and indexes; what is not there is not made. */
const change = (value: unknown, path: readonly string[], how: (found: unknown) => unknown): unknown => {
  const [key, ...rest] = path;
  if (key === undefined) return how(value);
  if (Array.isArray(value)) {
    const index = Number(key);
    return value.map((item, at) => (at === index ? change(item, rest, how) : item));
  }
  if (['__proto__', 'constructor', 'prototype'].includes(key)) return value;
  const before = isObject(value) ? value : {};
  return { ...before, [key]: change(Object.hasOwn(before, key) ? before[key] : undefined, rest, how) };
};

/**
 * "Add" and "remove" of a list where scripts are off: the page was posted by that button. Returns
 * the answers with an item more or less, or undefined when no such button was pressed.
 */
export const pressListButton = (
  answers: Readonly<Record<string, unknown>>,
  data: FormData,
): Readonly<Record<string, unknown>> | undefined => {
  const add = data.get(ADD);
  if (typeof add === 'string' && add !== '') {
    const next = change(answers, add.split('.'), (list) => [...(Array.isArray(list) ? list : []), {}]);
    return isObject(next) ? next : answers;
  }
  const remove = data.get(REMOVE);
  if (typeof remove === 'string' && remove !== '') {
    const path = remove.split('.');
    const index = Number(path.at(-1));
    const next = change(answers, path.slice(0, -1), (list) =>
      Array.isArray(list) ? list.filter((_item, at) => at !== index) : list,
    );
    return isObject(next) ? next : answers;
  }
  return undefined;
};
