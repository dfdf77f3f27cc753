import {
  at,
  insert,
  isList,
  isRecord,
  listOf,
  put,
  recordOf,
  textOf,
  type Json,
  type JsonRecord,
  type Path,
} from './json.ts';
import { idFrom, idsIn } from './names.ts';

/** Editing of `form.json` as pages of questions. Every function takes a form and gives another; nothing is changed in place. */
const PAGES = ['pages'] as const;

export const questionTypes = [
  'text', 'long-text', 'number', 'money', 'date', 'choice', 'choices', 'yes-no', 'declaration', 'phone', 'e-mail',
  'personal-id', 'person', 'organisation', 'address', 'code-list', 'group', 'repeat', 'file', 'computed',
] as const; // prettier-ignore
export type QuestionType = (typeof questionTypes)[number];

/** What a question may stand in: a page, or a group or repeat of a page; neither holds another of its kind. */
export const isHolder = (question: Json | undefined): boolean =>
  isRecord(question) && (question['type'] === 'repeat' || (question['type'] === 'group' && !('use' in question)));

/** Ids that answers are stored by must be one of a kind over the whole form. */
const takenIds = (form: Json): ReadonlySet<string> => idsIn(at(form, PAGES));

/** The least of a question of that type that the format accepts. */
export const blankQuestion = (
  type: QuestionType,
  label: string,
  taken: ReadonlySet<string>,
  words: { readonly option: (number: number) => string },
): JsonRecord => {
  const id = idFrom(label, taken, 'cau');
  const common = { id, type, label: { vi: label } };
  switch (type) {
    case 'choice':
    case 'choices':
      return {
        ...common,
        options: [1, 2].map((number) => ({ value: String(number), label: { vi: words.option(number) } })),
      };
    case 'code-list':
      return { ...common, list: '' };
    case 'group':
      return { ...common, questions: [] };
    case 'repeat':
      return { ...common, questions: [], maxItems: 10 };
    case 'computed':
      return { ...common, value: '', result: 'number' };
    default:
      return common;
  }
};

export interface Placed {
  readonly form: Json;
  /** Where what was added or moved is now. */
  readonly path: Path;
}

/** The list that a question's path lies in. */
export const listPath = (path: Path): Path => path.slice(0, -1);
export const placeOf = (path: Path): number => Number(path.at(-1) ?? 0);

export const addPage = (form: Json, title: string, index = listOf(at(form, PAGES)).length): Placed => {
  const id = idFrom(title, takenIds(form), 'trang');
  return { form: insert(form, PAGES, index, { id, title: { vi: title }, questions: [] }), path: ['pages', index] };
};

/** Adds to the list at `into` (`['pages', 0, 'questions']`), at the end unless told where. */
export const addQuestion = (
  form: Json,
  into: Path,
  question: JsonRecord,
  index = listOf(at(form, into)).length,
): Placed => ({ form: insert(form, into, index, question), path: [...into, index] });

/** Gives every id in `value` a new one that is not taken, keeping the words. */
export const renewIds = (value: Json, taken: Set<string>): Json => {
  if (isList(value)) return value.map((each) => renewIds(each, taken));
  if (!isRecord(value)) return value;
  const id = textOf(value['id']);
  const next = Object.fromEntries(Object.entries(value).map(([key, each]) => [key, renewIds(each, taken)]));
  if (id === '') return next;
  let number = 2;
  const stem = id.replace(/[0-9]+$/, '').slice(0, 56);
  while (taken.has(`${stem}${String(number)}`)) number += 1;
  const renewed = `${stem}${String(number)}`;
  taken.add(renewed);
  return { ...next, id: renewed };
};

/** Copies a question or page to the place after it, under ids of its own. */
export const copy = (form: Json, path: Path): Placed => {
  const given = at(form, path);
  if (given === undefined) return { form, path };
  const index = placeOf(path) + 1;
  const fresh = renewIds(given, new Set(takenIds(form)));
  return { form: insert(form, listPath(path), index, fresh), path: [...listPath(path), index] };
};

export const remove = (form: Json, path: Path): Json => put(form, path, undefined);

/** The question or page one place up or down; a question at the edge of its page goes to the next page. */
export const shift = (form: Json, path: Path, by: -1 | 1): Placed => {
  const list = listPath(path);
  const from = placeOf(path);
  const to = from + by;
  const size = listOf(at(form, list)).length;
  if (to >= 0 && to < size) return moveTo(form, path, list, to);
  const [pages, page] = list;
  const isTop = list.length === 3 && pages === 'pages' && typeof page === 'number';
  if (!isTop || at(form, ['pages', page + by]) === undefined) return { form, path };
  const into = ['pages', page + by, 'questions'];
  return moveTo(form, path, into, by === 1 ? 0 : listOf(at(form, into)).length);
};

/** Moves to a place of another (or the same) list; `index` counts after it was taken out. */
export const moveTo = (form: Json, path: Path, into: Path, index: number): Placed => {
  const question = at(form, path);
  if (question === undefined || startsWith(into, path)) return { form, path };
  // A group may not hold another group: the format has one level.
  const deep = isRecord(question) && (question['type'] === 'group' || question['type'] === 'repeat');
  if (deep && into.length > 3) return { form, path };
  const without = remove(form, path);
  const target = shifted(into, path);
  return {
    form: insert(without, target, index, question),
    path: [...target, Math.min(index, listOf(at(without, target)).length)],
  };
};

const startsWith = (path: Path, start: Path): boolean => start.every((key, index) => path[index] === key);

/** A path that lay behind something in the same list moves up by one when that is taken out. */
const shifted = (path: Path, taken: Path): Path => {
  const list = listPath(taken);
  const own = path[list.length];
  if (!startsWith(path, list) || typeof own !== 'number' || own <= placeOf(taken)) return path;
  return [...list, own - 1, ...path.slice(list.length + 1)];
};

/** Makes a question one of another type: words and conditions stay, settings that the new type has not go. */
export const changeType = (
  form: Json,
  path: Path,
  type: QuestionType,
  keeps: (name: string) => boolean,
  words: { readonly option: (number: number) => string },
): Json => {
  const before = recordOf(at(form, path));
  const blank = blankQuestion(type, '', new Set(), words);
  const kept = Object.fromEntries(Object.entries(before).filter(([name]) => keeps(name)));
  return put(form, path, { ...blank, ...kept, type });
};

export interface QuestionPlace {
  readonly path: Path;
  readonly question: JsonRecord;
  readonly depth: 0 | 1;
}

/** Every question with its place, in order: pages, and inside groups and repeats. */
export const questionPlaces = (form: Json | undefined): readonly QuestionPlace[] =>
  listOf(at(form, PAGES)).flatMap((page, index) =>
    listOf(recordOf(page)['questions']).flatMap((question, place): readonly QuestionPlace[] => {
      const path = ['pages', index, 'questions', place];
      const inner = listOf(recordOf(question)['questions']);
      return [
        { path, question: recordOf(question), depth: 0 },
        ...inner.map((each, within) => ({
          path: [...path, 'questions', within],
          question: recordOf(each),
          depth: 1 as const,
        })),
      ];
    }),
  );
