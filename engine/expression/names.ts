import type { FeelType, TypeEnvironment } from './types.ts';

/**
 * Question ids may hold hyphens (`birth-place`) or be FEEL's own words (`date`), which a FEEL parser
 * would read as a minus or a keyword. Where such a name is declared, it is masked with letters of the
 * same length before parsing, so that positions stay, and unmasked when read from the tree.
 */
const HYPHEN = 'ǀ';
const WORD = 'ǂ';

const RESERVED = new Set(
  'for in return if then else some every satisfies or and between instance of days time duration years months date list context function null true false external not'.split(
    ' ',
  ),
);

const RUN = /"(?:[^"\\]|\\.)*"?|[\p{L}_$][\p{L}\p{N}_$]*(?:-[\p{L}\p{N}_$]+)*/gu;

const needsMask = (name: string): boolean => name.includes('-') || RESERVED.has(name);

const cache = new WeakMap<object, ReadonlySet<string>>();

/** Names of the environment, at any depth, that need a mask. */
const maskable = (environment: TypeEnvironment): ReadonlySet<string> => {
  const known = cache.get(environment);
  if (known) return known;
  const names = new Set<string>();
  const visit = (type: FeelType): void => {
    if (type.kind === 'list') visit(type.items);
    if (type.kind !== 'context') return;
    for (const [name, field] of Object.entries(type.fields)) {
      if (needsMask(name)) names.add(name);
      visit(field);
    }
  };
  for (const [name, type] of Object.entries(environment)) {
    if (needsMask(name)) names.add(name);
    visit(type);
  }
  cache.set(environment, names);
  return names;
};

const mask = (name: string): string => (RESERVED.has(name) ? WORD + name.slice(1) : name.replaceAll('-', HYPHEN));

/** The longest declared name at the start of `run`: `a-b-3` is `a-b` minus 3 when only `a-b` is declared. */
const longest = (run: string, names: ReadonlySet<string>): string | undefined => {
  for (let end = run.length; end > 0; end = run.lastIndexOf('-', end - 1)) {
    const name = run.slice(0, end);
    if (names.has(name)) return name;
  }
  return undefined;
};

/** Text that a FEEL parser reads rightly; same length as the source. */
export const maskNames = (source: string, environment: TypeEnvironment | 'untyped'): string => {
  if (environment === 'untyped') return source;
  const names = maskable(environment);
  if (names.size === 0) return source;
  return source.replace(RUN, (run, offset: number) => {
    if (run.startsWith('"')) return run;
    const name = longest(run, names);
    if (name === undefined) return run;
    // A keyword is a name only after a dot: `form.date`.
    if (RESERVED.has(name) && !/\.\s*$/.test(source.slice(0, offset))) return run;
    return mask(name) + run.slice(name.length);
  });
};

const FIRST_LETTERS: Readonly<Record<string, string>> = Object.fromEntries(
  [...RESERVED].map((word) => [mask(word), word]),
);

export const unmaskName = (name: string): string =>
  FIRST_LETTERS[name] ?? name.replaceAll(HYPHEN, '-').replace(/\s+/gu, ' ');

const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      next.push(Math.min((next[j - 1] ?? 0) + 1, (row[j] ?? 0) + 1, (row[j - 1] ?? 0) + same));
    }
    row = next;
  }
  return row[b.length] ?? 0;
};

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').toLowerCase();

/** The declared name most like what was written, if any is like it at all. */
export const nearest = (written: string, names: readonly string[]): string | undefined => {
  let best: string | undefined;
  let least = Math.max(2, Math.floor(written.length / 3)) + 1;
  for (const name of names) {
    const far = distance(plain(written.slice(0, 80)), plain(name.slice(0, 80)));
    if (far < least) [best, least] = [name, far];
  }
  return best;
};
