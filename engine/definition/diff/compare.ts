import type { Localized } from '#engine/result/index.ts';
import type { Change } from '../difference.ts';

type Part = Change['part'];

/** Two values are the same content when their JSON is, whatever the order of keys. */
export const same = (one: unknown, other: unknown): boolean => {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const left = Object.entries(one).filter(([, value]) => value !== undefined);
  const right = new Map(Object.entries(other).filter(([, value]) => value !== undefined));
  return left.length === right.size && left.every(([key, value]) => right.has(key) && same(value, right.get(key)));
};

export const text = (vi: string, en: string): Localized => ({ vi, en });

export const english = ({ vi, en }: Localized): string => en ?? vi;

export const added = (part: Part, path: string, sentence: Localized, after: unknown): Change => ({
  part,
  kind: 'added',
  path,
  sentence,
  after,
});

export const removed = (part: Part, path: string, sentence: Localized, before: unknown): Change => ({
  part,
  kind: 'removed',
  path,
  sentence,
  before,
});

export const changed = (part: Part, path: string, sentence: Localized, before: unknown, after: unknown): Change => ({
  part,
  kind: 'changed',
  path,
  sentence,
  before,
  after,
});

/** "Mức thu: 5.000 đồng → 8.000 đồng". */
export const arrow = (label: Localized, before: Localized, after: Localized): Localized => ({
  vi: `${label.vi}: ${before.vi} → ${after.vi}`,
  en: `${english(label)}: ${english(before)} → ${english(after)}`,
});

export interface Matched<Item> {
  readonly added: readonly Item[];
  readonly removed: readonly Item[];
  readonly both: readonly (readonly [before: Item, after: Item])[];
  /** What both have now stands in another order. */
  readonly reordered: boolean;
}

/** Matches two lists by the id that survives releases. */
export const match = <Item>(
  before: readonly Item[],
  after: readonly Item[],
  idOf: (item: Item) => string,
): Matched<Item> => {
  const old = new Map(before.map((item) => [idOf(item), item]));
  const now = new Map(after.map((item) => [idOf(item), item]));
  const kept = (items: readonly Item[], other: ReadonlyMap<string, Item>): readonly string[] =>
    items.map(idOf).filter((id) => other.has(id));
  const both = [...now].flatMap(([id, item]) => {
    const earlier = old.get(id);
    return earlier === undefined ? [] : [[earlier, item] as const];
  });
  return {
    added: [...now].filter(([id]) => !old.has(id)).map(([, item]) => item),
    removed: [...old].filter(([id]) => !now.has(id)).map(([, item]) => item),
    both,
    reordered: kept(before, now).join('\n') !== kept(after, old).join('\n'),
  };
};

/** One named field of an item, and how it reads. */
export interface Field<Item> {
  readonly key: keyof Item & string;
  readonly label: Localized;
  readonly show: (item: Item) => Localized;
}

const blank: Localized = { vi: 'không có', en: 'none' };

/** One change for each field that differs: "<item>: <label>: <before> → <after>". */
export const fieldChanges = <Item>(
  part: Part,
  path: string,
  about: Localized,
  before: Item,
  after: Item,
  fields: readonly Field<Item>[],
): readonly Change[] =>
  fields.flatMap(({ key, label, show }) => {
    if (same(before[key], after[key])) return [];
    const shown = (item: Item): Localized => {
      const words = item[key] === undefined ? blank : show(item);
      return words.vi === '' ? blank : words;
    };
    const old = shown(before);
    const now = shown(after);
    const body = old.vi === now.vi ? text(`${label.vi} được sửa`, `${english(label)} changed`) : arrow(label, old, now);
    const sentence =
      about.vi === ''
        ? capitalised(body)
        : { vi: `${about.vi}: ${body.vi}`, en: `${english(about)}: ${english(body)}` };
    return [changed(part, `${path}/${key}`, sentence, before[key], after[key])];
  });

const capitalised = ({ vi, en }: Localized): Localized => ({
  vi: vi.charAt(0).toLocaleUpperCase('vi') + vi.slice(1),
  en: en === undefined ? vi : en.charAt(0).toUpperCase() + en.slice(1),
});

/** Long texts are cut in a sentence; the whole stands in `before` and `after`. */
export const shorten = (words: Localized, most = 120): Localized => {
  const cut = (value: string): string => (value.length > most ? `${value.slice(0, most - 1).trimEnd()}…` : value);
  return words.en === undefined ? { vi: cut(words.vi) } : { vi: cut(words.vi), en: cut(words.en) };
};

/** A FEEL expression, as it stands. */
export const code = (source: unknown): Localized => ({ vi: `«${String(source)}»`, en: `"${String(source)}"` });
