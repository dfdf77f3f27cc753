import { isList, isRecord, type Json, type JsonRecord } from '#engine/definition/browser.ts';

export { isList, isRecord, type Json, type JsonRecord };

/** A document as plain JSON: what is undefined is absent. */
export const toJson = (document: object): JsonRecord => {
  const plain: unknown = JSON.parse(JSON.stringify(document));
  return isRecord(plain) ? plain : {};
};

export const own = (record: JsonRecord | undefined, key: string): Json | undefined =>
  record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;

export const textsOf = (value: Json | undefined): readonly string[] =>
  isList(value) ? value.filter((each): each is string => typeof each === 'string') : [];

/** The rows of a list that have an id. */
export const rowsOf = (value: Json | undefined): readonly JsonRecord[] => (isList(value) ? value.filter(isRecord) : []);

const tidy = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim();
/** A capital at the start or a full stop at the end is no change of the law. */
const worded = (text: string): string =>
  tidy(text)
    .toLowerCase()
    .replace(/[.;,\s]+$/u, '');

/**
 * The value as it is compared: words by their Vietnamese alone (a translation is no change of the law), lists of codes
 * in any order, a duration with or without its `kind`.
 */
const compared = (value: Json | undefined): unknown => {
  if (typeof value === 'string') return tidy(value);
  if (isList(value)) {
    const items = value.map(compared);
    return items.every((item) => typeof item === 'string') ? [...items].sort() : items;
  }
  if (!isRecord(value)) return value;
  if (typeof value['vi'] === 'string') return worded(value['vi']);
  const entries = Object.entries(value).filter(([key]) => !(key === 'kind' && value['kind'] === 'duration'));
  return Object.fromEntries(
    entries.map(([key, inner]) => [key, compared(inner)] as const).sort(([one], [other]) => (one < other ? -1 : 1)),
  );
};

/** Whether two values say the same. Absent is only the same as absent. */
export const same = (one: Json | undefined, other: Json | undefined): boolean =>
  one === other ||
  (one !== undefined && other !== undefined && JSON.stringify(compared(one)) === JSON.stringify(compared(other)));
