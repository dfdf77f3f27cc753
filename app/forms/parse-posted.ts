import type { Answers, CompiledPage, CompiledQuestion } from '#engine/form/index.ts';
import { joinDate } from './date-parts.ts';
import { PREFIX } from './ids.ts';
import { readTypedNumber } from './typed-number.ts';

/** Name of the field that says which questions the posted page showed, in ids between blanks. */
export const SHOWN = '_hoi';

/** A file of a posted page: what was sent, kept by the upload handler under the field's name. */
export type FileOf = (name: string) => unknown;

const text = (data: FormData, name: string): string | undefined => {
  const value = data.get(name);
  return typeof value === 'string' && value.trim() !== '' ? value.normalize('NFC').trim() : undefined;
};

const yesNo = (typed: string | undefined): boolean | undefined =>
  typed === 'true' ? true : typed === 'false' ? false : undefined;

const several = (data: FormData, name: string): readonly string[] | undefined => {
  const values = data.getAll(`${name}[]`).filter((value) => typeof value === 'string');
  return values.length > 0 ? values : undefined;
};

const date = (data: FormData, name: string, partial: boolean): string | undefined =>
  joinDate(
    {
      day: text(data, `${name}[d]`) ?? '',
      month: text(data, `${name}[m]`) ?? '',
      year: text(data, `${name}[y]`) ?? '',
    },
    partial,
  );

/** Indexes of a list's items that were posted, in order: `q[children][0][…]`. */
const indexes = (data: FormData, name: string): readonly number[] => {
  const found = new Set<number>();
  const start = `${name}[`;
  for (const key of data.keys()) {
    if (!key.startsWith(start)) continue;
    const index = /^(\d{1,3})\]/.exec(key.slice(start.length))?.[1];
    if (index !== undefined) found.add(Number(index));
  }
  return [...found].sort((left, right) => left - right);
};

const parts = (
  questions: readonly CompiledQuestion[],
  data: FormData,
  name: string,
  fileOf: FileOf,
): Answers | undefined => {
  const found = Object.fromEntries(
    questions
      .map((part) => [part.id, read(part, data, `${name}[${part.id}]`, fileOf)] as const)
      .filter(([, value]) => value !== undefined),
  );
  return Object.keys(found).length > 0 ? found : undefined;
};

/** Digits of a phone or personal number as people space them. */
const digits = (typed: string | undefined): string | undefined =>
  typed !== undefined && /^[\d\s.+()-]+$/.test(typed) ? typed.replace(/[\s.()-]/g, '').replace(/^\+84/, '0') : typed;

const read = (compiled: CompiledQuestion, data: FormData, name: string, fileOf: FileOf): unknown => {
  const { question } = compiled;
  switch (question.type) {
    case 'number':
    case 'money': {
      const typed = text(data, name);
      return typed === undefined ? undefined : readTypedNumber(typed);
    }
    case 'date':
      return date(data, name, question.partial === true);
    case 'yes-no':
      return yesNo(text(data, name));
    case 'declaration':
      return text(data, name) === 'true' ? true : undefined;
    case 'choices':
      return several(data, name);
    case 'phone':
    case 'personal-id':
      return digits(text(data, name));
    case 'file':
      return fileOf(name);
    case 'computed':
      return undefined;
    case 'repeat': {
      const items = indexes(data, name).map(
        (index) => parts(compiled.questions ?? [], data, `${name}[${index}]`, fileOf) ?? {},
      );
      return items.length > 0 ? items : undefined;
    }
    case 'group':
    case 'person':
    case 'organisation':
    case 'address':
      return parts(compiled.questions ?? [], data, name, fileOf);
    case 'text':
    case 'long-text':
    case 'e-mail':
    case 'choice':
    case 'code-list':
      return text(data, name);
  }
};

/**
 * A posted page → its answers, question by question as the page defines them: nothing else in the
 * post is looked at. Only questions the page showed are in the result, as undefined when they were
 * left empty; values that do not fit their type stay as typed for the validator to refuse by name.
 */
export const parsePosted = (
  page: CompiledPage,
  data: FormData,
  fileOf: FileOf = () => undefined,
): Readonly<Record<string, unknown>> => {
  const shown = new Set(data.getAll(SHOWN).flatMap((value) => (typeof value === 'string' ? value.split(' ') : [])));
  return Object.fromEntries(
    page.questions
      .filter((question) => shown.has(question.id))
      .map((question) => [question.id, read(question, data, `${PREFIX}[${question.id}]`, fileOf)] as const),
  );
};
