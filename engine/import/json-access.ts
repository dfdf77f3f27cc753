/** Looking into JSON that anybody may have written: nothing is believed. */
export type Json = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? (value as readonly unknown[]) : [];

export const objectsOf = (value: unknown): readonly (readonly [Json, number])[] =>
  listOf(value).flatMap((each, place) => (isObject(each) ? [[each, place] as const] : []));

/** A text or a number as text; blank is none. */
export const textOf = (value: unknown): string | undefined => {
  const text = typeof value === 'number' ? String(value).replace('.', ',') : typeof value === 'string' ? value : '';
  return text.trim() === '' ? undefined : text;
};

export const numberOf = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined;

/** Both words and place, when there are words. */
export const cite = (object: Json, key: string, path = ''): { words: string; from: string } | undefined => {
  const words = textOf(object[key]);
  return words === undefined ? undefined : { words, from: `${path}/${key}` };
};

export const citeAll = (value: unknown, path: string): readonly { words: string; from: string }[] =>
  listOf(value).flatMap((each, place) => {
    const words = textOf(each);
    return words === undefined ? [] : [{ words, from: `${path}/${place}` }];
  });
