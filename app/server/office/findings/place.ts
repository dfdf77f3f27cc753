import type { Release } from '#engine/definition/index.ts';
import type { Graph } from '#engine/process/index.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { officeTextsFor } from '#app/i18n/office-texts-for.ts';
import { pick } from '#app/i18n/pick.ts';

/** What is known of the release that a place lies in: then questions and steps are called by their names. */
export interface Around {
  readonly release?: { readonly procedure: unknown; readonly form?: unknown };
  readonly graph?: Graph;
}

const parts = (path: string): readonly string[] =>
  path
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const inside = (value: unknown, key: string): unknown =>
  isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;

/** The element of the process that a finding is about. */
export const elementOf = (path: string): string | undefined => {
  const [first, element] = parts(path);
  return first === 'process' && element !== '' ? element : undefined;
};

/** The question of the form that a finding is about: its ids from the page down. */
export const questionOf = (path: string, release: Release): readonly string[] => {
  const [first, ...rest] = parts(path);
  if (first !== 'form') return [];
  const ids: string[] = [];
  let at: unknown = release.form;
  rest.forEach((part, index) => {
    at = inside(at, part);
    const id = inside(at, 'id');
    if (rest[index - 1] === 'questions' && typeof id === 'string') ids.push(id);
  });
  return ids;
};

/** What stands at the place now, to be read beside the finding; undefined where that is no written value. */
export const contentAt = (path: string, release: Release): string | undefined => {
  const [first, ...rest] = parts(path);
  let at: unknown = first === 'procedure' ? release.procedure : first === 'form' ? release.form : undefined;
  for (const part of rest) at = inside(at, part);
  if (at === undefined || rest.length === 0) return undefined;
  const text = typeof at === 'string' ? at : JSON.stringify(at, undefined, 2);
  return text.length > MOST ? `${text.slice(0, MOST)} …` : text;
};

const MOST = 600;

const labelOf = (value: unknown, locale: Locale): string => {
  const label = inside(value, 'label') ?? inside(value, 'name') ?? inside(value, 'title');
  const vi = inside(label, 'vi');
  const en = inside(label, 'en');
  return typeof vi === 'string' ? pick({ vi, ...(typeof en === 'string' ? { en } : {}) }, locale) : '';
};

/** The place in words: "Biểu mẫu, trang 2, câu 3", with the names of things where the release is at hand. */
export const placeName = (path: string, locale: Locale, { release, graph }: Around = {}): string => {
  const { places: words } = officeTextsFor(locale).findings;
  const [first = '', ...rest] = parts(path);
  const quoted = (name: string): string => (name === '' ? '' : ` “${name}”`);
  if (first === 'process') {
    const [element] = rest;
    if (element === undefined || element === '') return words.process;
    const name = graph?.nodes.find(({ id }) => id === element)?.name ?? '';
    return `${words.process}, ${words.element}${quoted(name === '' ? element : name)}`;
  }
  if (first === 'form') {
    const names = [words.form];
    let at: unknown = release?.form;
    rest.forEach((part, index) => {
      at = inside(at, part);
      const number = Number(part) + 1;
      if (!Number.isInteger(number)) return;
      if (rest[index - 1] === 'pages') names.push(`${words.page(number)}${quoted(labelOf(at, locale))}`);
      if (rest[index - 1] === 'questions') names.push(`${words.question(number)}${quoted(labelOf(at, locale))}`);
    });
    return names.join(', ');
  }
  if (first === 'templates') return words.templates;
  const [list = '', row] = rest;
  const title = Object.hasOwn(words.procedure, list)
    ? words.procedure[list as keyof typeof words.procedure]
    : undefined;
  if (title === undefined) return words.information;
  const number = Number(row) + 1;
  if (!Number.isInteger(number)) return title;
  const value = inside(inside(release?.procedure, list), String(row));
  return `${title}, ${words.row(number)}${quoted(labelOf(value, locale))}`;
};
