import {
  applicantName,
  channelName,
  describeLimit,
  describeMoney,
  levelName,
  vietnameseNumber,
  type Channel,
  type Level,
  type Limit,
  type Procedure,
} from '#engine/definition/browser.ts';
import { APPLICANTS } from '../drafts/filled.ts';
import { isRecord, own, rowsOf, type Json, type JsonRecord } from '#engine/layers/index.ts';
import type { Localized } from '#engine/result/index.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { officeTextsFor } from '#app/i18n/office-texts-for.ts';
import { pick } from '#app/i18n/pick.ts';

type Words = ReturnType<typeof officeTextsFor>['layers'];

/** Says values of a procedure in the reader's words; the contents it knows tell the names of cases. */
export interface Speaker {
  readonly locale: Locale;
  readonly words: Words;
  value(part: string, field: string | undefined, value: Json | undefined): string;
  /** What a row is called: a paper's name, a law's number, where a limit holds. */
  rowName(part: string, row: Json | undefined, id: string): string;
  place(part: string, field: string | undefined, named: string | undefined): string;
}

const isLocalized = (value: Json | undefined): value is JsonRecord & Localized =>
  isRecord(value) && typeof own(value, 'vi') === 'string';
/** Values come from contents that were checked or read as this format. */
const isLimit = (value: Json | undefined): value is JsonRecord & Limit =>
  isRecord(value) && ('unit' in value || 'kind' in value);
const LEVELS: readonly Level[] = ['ministry', 'province', 'district', 'commune'];
const CHANNELS: readonly Channel[] = ['counter', 'online', 'post'];

export const speaker = (locale: Locale, contents: readonly (JsonRecord | undefined)[]): Speaker => {
  const { layers: words } = officeTextsFor(locale);
  const say = (text: Localized): string => pick(text, locale);
  const cases = new Map<string, string>();
  for (const content of [...contents].reverse())
    for (const row of rowsOf(content && own(content, 'cases'))) {
      const name = own(row, 'name');
      if (isLocalized(name)) cases.set(String(own(row, 'id')), say(name));
    }

  const text = (value: Json | undefined): string => {
    if (value === undefined || value === null) return '';
    if (typeof value === 'boolean') return value ? words.yes : words.no;
    if (typeof value === 'number') return vietnameseNumber(value);
    if (typeof value === 'string') return code(value);
    if (isLocalized(value)) return say(value);
    if (isRecord(value)) return named(value);
    return value.map(text).filter(Boolean).join('; ');
  };
  const code = (value: string): string => {
    const level = LEVELS.find((each) => each === value);
    if (level) return say(levelName(level));
    const channel = CHANNELS.find((each) => each === value);
    return channel ? say(channelName(channel)) : value;
  };
  const named = (value: JsonRecord): string => {
    for (const key of ['name', 'database', 'text', 'reason', 'unit', 'level']) {
      const inner = own(value, key);
      if (inner !== undefined) return text(inner);
    }
    return Object.values(value).map(text).filter(Boolean).join(', ');
  };
  const list = (value: Json, each: (item: string) => Localized): string =>
    strings(value)
      .map((item) => say(each(item)))
      .join(', ');

  const value: Speaker['value'] = (part, field, given) => {
    if (given === undefined) return '';
    const key = field ?? part;
    if (field === undefined && rowParts.has(part) && isRecord(given)) return row(part, given);
    if (['legal', 'promised', 'extension'].includes(key) && isLimit(given)) return say(describeLimit(given));
    if (key === 'amount')
      return typeof given === 'number' ? say(describeMoney(given)) : typeof given === 'string' ? given : words.schedule;
    if (key === 'cases')
      return strings(given)
        .map((id) => cases.get(id) ?? id)
        .join(', ');
    if (key === 'applicants') return list(given, (each) => (isApplicant(each) ? applicantName(each) : { vi: each }));
    if (key === 'authority' && isRecord(given))
      return ['deciding', 'receiving', 'coordinating']
        .map((each) => text(own(given, each)))
        .filter(Boolean)
        .join('; ');
    if (Array.isArray(given) && (part === 'conditions' || part === 'publicSteps'))
      return given
        .map((each, place) => `${place + 1}. ${text(isRecord(each) ? (own(each, 'text') ?? each) : each)}`)
        .join('\n');
    return text(given);
  };

  const row = (part: string, given: JsonRecord): string => {
    const of = (field: string): string => value(part, field, own(given, field));
    const scope = ['cases', 'channels', 'levels'].map(of);
    const parts: Readonly<Record<string, readonly string[]>> = {
      timeLimits: [of('legal'), ...scope],
      fees: [of('name'), [of('amount'), of('unit')].filter(Boolean).join(', '), ...scope],
      checklist: [
        of('name'),
        ...['originals', 'copies', 'certifiedCopies'].map((field) =>
          own(given, field) ? `${of(field)} ${words.fields[field as 'originals'].replace(/^số /u, '')}` : '',
        ),
        of('whenText'),
        ...scope,
      ],
      results: [of('name'), of('code')],
      legalBasis: [text(own(given, 'number')), of('name')],
    };
    return (parts[part] ?? [named(given)]).filter(Boolean).join(' · ');
  };

  const rowName: Speaker['rowName'] = (part, given, id) => {
    if (!isRecord(given)) return id;
    if (part === 'legalBasis') return id;
    if (part === 'timeLimits') {
      const scope = ['cases', 'channels', 'levels'].map((field) => value(part, field, own(given, field)));
      return scope.filter(Boolean).join(' · ');
    }
    return named(given);
  };

  return {
    locale,
    words,
    value,
    rowName,
    place: (part, field, called) =>
      [wordOf(words.parts, part), called, field === undefined ? undefined : wordOf(words.fields, field)]
        .filter(Boolean)
        .join(' › '),
  };
};

export const rowParts: ReadonlySet<string> = new Set([
  'cases',
  'timeLimits',
  'fees',
  'checklist',
  'results',
  'legalBasis',
]);

export const wordOf = (words: Readonly<Record<string, string>>, key: string): string => words[key] ?? key;

const strings = (value: Json): readonly string[] =>
  Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];

const isApplicant = (value: string): value is Procedure['applicants'][number] =>
  APPLICANTS.some((each) => each === value);
