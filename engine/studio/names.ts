import { isList, isRecord, textOf, type Json } from './json.ts';

const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();

/** An id from a name in Vietnamese: "Trẻ sinh tại nhà" → `treSinhTaiNha`; at most six words, not one of `taken`. */
export const idFrom = (name: string, taken: ReadonlySet<string>, fallback: string): string => {
  const words = plain(name)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
    .slice(0, 6);
  const joined = words
    .map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('');
  const base = (/^[a-z]/.test(joined) ? joined : joined === '' ? fallback : `${fallback}${joined}`).slice(0, 56);
  if (!taken.has(base)) return base;
  let number = 2;
  while (taken.has(`${base}${String(number)}`)) number += 1;
  return `${base}${String(number)}`;
};

/** Every `id` at any depth. */
export const idsIn = (value: Json | undefined): ReadonlySet<string> => {
  const found = new Set<string>();
  const visit = (here: Json | undefined): void => {
    if (isList(here)) here.forEach(visit);
    else if (isRecord(here)) {
      if (textOf(here['id']) !== '') found.add(textOf(here['id']));
      Object.values(here).forEach(visit);
    }
  };
  visit(value);
  return found;
};
