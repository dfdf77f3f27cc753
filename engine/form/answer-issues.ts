import type { LocalDate } from '#engine/clock/index.ts';
import type { Localized } from '#engine/result/index.ts';
import { isObject, own } from './answers.ts';
import type { EffectiveQuestion } from './effective-tree.ts';
import type { Answers, CompiledQuestion } from './types.ts';

/** One fault of one answer, found alike in browser and server. */
export interface Issue {
  readonly path: readonly (string | number)[];
  /** The question's label, with those of the list items it is in. */
  readonly label: Localized;
  readonly question: CompiledQuestion;
  /** A JSON Schema keyword, or `required`, `earliest`, `latest`, `membership`. */
  readonly keyword: string;
  /** The keyword's value in the schema, as far as a sentence needs it. */
  readonly limit?: unknown;
  readonly value: unknown;
}

/** The shape of AJV's errors, as far as it is used; generated code gives the same. */
export interface SchemaError {
  readonly keyword: string;
  readonly instancePath: string;
  readonly params: Readonly<Record<string, unknown>>;
}

export interface SchemaValidate {
  (value: unknown): boolean;
  errors?: readonly SchemaError[] | null;
}

/** Gives the validator of a question's own schema; `key` is its ids joined by dots. */
export type FindValidator = (question: CompiledQuestion, key: string) => SchemaValidate | undefined;

export interface Checking {
  readonly today: LocalDate;
  readonly validator: FindValidator;
  /** Code lists too long for a schema: whether the code is in the list. Absent: not checked here. */
  readonly isMember?: (question: CompiledQuestion, code: string) => boolean;
}

interface Place {
  readonly path: readonly (string | number)[];
  readonly key: string;
  readonly label?: Localized;
}

const ROOT: Place = { path: [], key: '' };

const joined = (outer: Localized | undefined, inner: Localized): Localized => {
  if (!outer) return inner;
  return { vi: `${outer.vi} – ${inner.vi}`, en: `${outer.en ?? outer.vi} – ${inner.en ?? inner.vi}` };
};

/** Checks answers that have been made effective, question by question; at most one issue for each. */
export const findIssues = (
  questions: readonly EffectiveQuestion[],
  answers: Answers,
  checking: Checking,
  place: Place = ROOT,
): readonly Issue[] =>
  questions.flatMap((effective) => issuesOf(effective, own(answers, effective.question.id), checking, place));

const issuesOf = (effective: EffectiveQuestion, value: unknown, checking: Checking, place: Place): readonly Issue[] => {
  const { question, parts, items, required } = effective;
  const here: Place = {
    path: [...place.path, question.id],
    key: place.key === '' ? question.id : `${place.key}.${question.id}`,
    ...(place.label ? { label: place.label } : {}),
  };
  const issue = (keyword: string, limit?: unknown): Issue => ({
    path: here.path,
    label: joined(place.label, question.question.label),
    question,
    keyword,
    value,
    ...(limit === undefined ? {} : { limit }),
  });
  if (items) return listIssues(effective, value, checking, here, issue);
  if (parts) {
    if (value === undefined && !required) return [];
    if (value === undefined && !parts.some((part) => part.required)) return [issue('required')];
    return findIssues(parts, isObject(value) ? value : {}, checking, { ...here, ...innerLabel(question, place) });
  }
  if (value === undefined) return required ? [issue('required')] : [];
  return leafIssues(question, value, checking, here, issue);
};

/** A person's or a group's own name is said before its parts only inside a list, where it tells the items apart. */
const innerLabel = (question: CompiledQuestion, place: Place): { readonly label?: Localized } => {
  if (question.question.type === 'group') return place.label ? { label: place.label } : {};
  return { label: joined(place.label, question.question.label) };
};

type MakeIssue = (keyword: string, limit?: unknown) => Issue;

const listIssues = (
  { question, items = [], required }: EffectiveQuestion,
  value: unknown,
  checking: Checking,
  here: Place,
  issue: MakeIssue,
): readonly Issue[] => {
  const { question: definition } = question;
  if (definition.type !== 'repeat') return [];
  if (value === undefined && !required) return [];
  if (value === undefined) return [issue('required')];
  const given = Array.isArray(value) ? value : [];
  const least = definition.minItems ?? 0;
  const found: Issue[] = [];
  if (given.length < least) found.push(issue('minItems', least));
  if (given.length > definition.maxItems) return [issue('maxItems', definition.maxItems)];
  const itemLabel = definition.itemLabel ?? definition.label;
  items.forEach((parts, index) => {
    const label = { vi: `${itemLabel.vi} thứ ${index + 1}`, en: `${itemLabel.en ?? itemLabel.vi} ${index + 1}` };
    const item = given[index];
    found.push(
      ...findIssues(parts, isObject(item) ? item : {}, checking, {
        path: [...here.path, index],
        key: here.key,
        label: joined(here.label, label),
      }),
    );
  });
  return found;
};

const ORDER = [
  'type',
  'enum',
  'const',
  'required',
  'additionalProperties',
  'format',
  'minLength',
  'maxLength',
  'pattern',
];

const rank = (error: SchemaError): number => {
  const place = ORDER.indexOf(error.keyword);
  return place < 0 ? ORDER.length : place;
};

/** The error that says most: a wrong kind before a wrong length. */
export const foremost = (errors: readonly SchemaError[]): SchemaError | undefined =>
  errors.reduce<SchemaError | undefined>(
    (best, error) => (best === undefined || rank(error) < rank(best) ? error : best),
    undefined,
  );

const leafIssues = (
  question: CompiledQuestion,
  value: unknown,
  checking: Checking,
  here: Place,
  issue: MakeIssue,
): readonly Issue[] => {
  const validate = checking.validator(question, here.key);
  if (validate && !validate(value)) {
    const error = foremost(validate.errors ?? []);
    const place = error?.instancePath ?? '';
    const inFile = question.question.type === 'file' && place !== '' ? `file${place.replace('/', '.')}` : undefined;
    return [issue(inFile ?? error?.keyword ?? 'type', error?.params.limit ?? error?.params.multipleOf)];
  }
  const beyond = beyondDates(question, value, checking.today);
  if (beyond) return [issue(beyond.keyword, beyond.limit)];
  const { question: definition } = question;
  if (
    definition.type === 'code-list' &&
    !question.options &&
    checking.isMember &&
    !checking.isMember(question, String(value))
  ) {
    return [issue('membership', definition.list)];
  }
  return [];
};

/** A partly known date is beyond a limit only when every day it may mean is. */
const beyondDates = (
  { question }: CompiledQuestion,
  value: unknown,
  today: LocalDate,
): { readonly keyword: string; readonly limit: string } | undefined => {
  if (question.type !== 'date' || typeof value !== 'string') return undefined;
  const day = (limit: string): string => (limit === 'today' ? today : limit);
  const { earliest, latest } = question;
  if (earliest !== undefined && value < day(earliest).slice(0, value.length))
    return { keyword: 'earliest', limit: day(earliest) };
  if (latest !== undefined && value.slice(0, 10) > day(latest).slice(0, value.length))
    return { keyword: 'latest', limit: day(latest) };
  return undefined;
};
