import type { CompiledForm, CompiledQuestion, JsonObject } from '#engine/form/browser.ts';
import { isFileRef, type ListEntry } from '#app/forms/form-context.ts';
import { writeNumber } from '#app/forms/typed-number.ts';
import { formatDate, formatMoney } from '#app/i18n/format.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { pick } from '#app/i18n/pick.ts';
import { textsFor } from '#app/i18n/texts-for.ts';

/** One answer, to be read: what was asked, what was answered. */
export interface AnswerRow {
  readonly label: string;
  readonly value: string;
  /** Title of the group of questions it belongs to, where that is not the page's own. */
  readonly group?: string;
}

export interface AnswerPage {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly AnswerRow[];
}

interface Reading {
  readonly locale: Locale;
  /** Names of codes: places, long lists. */
  readonly names: ReadonlyMap<string, string>;
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const readDate = (value: string): string =>
  /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDate(value) : value.split('-').reverse().join('/');

const optionName = (question: CompiledQuestion, value: unknown, { locale, names }: Reading): string => {
  const option = question.options?.find((each) => each.value === value);
  return option ? pick(option.label, locale) : (names.get(String(value)) ?? String(value));
};

const valueText = (question: CompiledQuestion, value: unknown, reading: Reading): string => {
  const { common } = textsFor(reading.locale);
  if (value === undefined || value === null || value === '') return '';
  if (typeof value === 'boolean') return value ? common.yes : common.no;
  if (isFileRef(value)) return value.name;
  const kind = question.question.type === 'computed' ? question.question.result : question.question.type;
  if (typeof value === 'number') {
    const unit = 'unit' in question.question ? question.question.unit : undefined;
    if (kind === 'money') return formatMoney(value);
    return unit ? `${writeNumber(value)} ${pick(unit, reading.locale)}` : writeNumber(value);
  }
  if (Array.isArray(value)) return value.map((each) => optionName(question, each, reading)).join(', ');
  if (kind === 'date' && typeof value === 'string') return readDate(value);
  return optionName(question, value, reading);
};

const rowsOf = (question: CompiledQuestion, value: unknown, reading: Reading, prefix = ''): readonly AnswerRow[] => {
  const label = prefix + pick(question.question.label, reading.locale);
  if (question.question.type === 'repeat') {
    const items = Array.isArray(value) ? value : [];
    return items.flatMap((item: unknown, index) =>
      (question.questions ?? []).flatMap((part) =>
        rowsOf(part, isObject(item) ? item[part.id] : undefined, reading, `${label} ${index + 1}: `),
      ),
    );
  }
  if (question.question.type === 'address' && isObject(value)) {
    const parts = ['detail', 'commune', 'district', 'province']
      .map((part) => value[part])
      .filter((part) => typeof part === 'string');
    return [{ label, value: parts.map((part) => reading.names.get(part) ?? part).join(', ') }];
  }
  if (question.questions) {
    if (!isObject(value)) return [];
    return question.questions.flatMap((part) =>
      value[part.id] === undefined ? [] : rowsOf(part, value[part.id], reading, `${label}: `),
    );
  }
  return value === undefined ? [] : [{ label, value: valueText(question, value, reading) }];
};

/** Rows of a question of a page: those of a group stand under its title, and do not repeat it. */
const groupedRows = (
  question: CompiledQuestion,
  value: unknown,
  pageTitle: string,
  reading: Reading,
): readonly AnswerRow[] => {
  const { type, label } = question.question;
  const parts = question.questions;
  if (!parts || type === 'address') return rowsOf(question, value, reading);
  const title = pick(label, reading.locale);
  const inside = (item: unknown, group: string): readonly AnswerRow[] =>
    parts.flatMap((part) =>
      rowsOf(part, isObject(item) ? item[part.id] : undefined, reading).map((row) =>
        group === pageTitle ? row : { ...row, group },
      ),
    );
  if (type !== 'repeat') return inside(value, title);
  const items = Array.isArray(value) ? value : [];
  return items.flatMap((item: unknown, index) => inside(item, `${title} ${index + 1}`));
};

const titleOf = (schema: unknown, key: string): string =>
  isObject(schema) && typeof schema['title'] === 'string' && schema['title'] !== '' ? schema['title'] : key;

/** Answers of a form that is a JSON Schema of its own, under the titles its schema gives. */
const foreignRows = (value: unknown, label: string, schema: unknown): readonly AnswerRow[] => {
  const within = (next: string): string => (label === '' ? next : `${label}: ${next}`);
  if (isObject(value)) {
    const properties = isObject(schema) && isObject(schema['properties']) ? schema['properties'] : {};
    return Object.entries(value).flatMap(([key, each]) => {
      const inner = Object.hasOwn(properties, key) ? properties[key] : undefined;
      return foreignRows(each, within(titleOf(inner, key)), inner);
    });
  }
  if (Array.isArray(value)) {
    const items = isObject(schema) ? schema['items'] : undefined;
    return value.every((each) => !isObject(each))
      ? [{ label, value: value.map(String).join(', ') }]
      : value.flatMap((each, index) => foreignRows(each, `${label} ${index + 1}`, items));
  }
  return [{ label, value: String(value) }];
};

/** The given answers page by page, as a person reads them; questions without an answer are left out. */
export const answerPages = (
  form: CompiledForm,
  answers: Readonly<Record<string, unknown>>,
  places: readonly ListEntry[],
  locale: Locale,
): readonly AnswerPage[] => {
  const reading: Reading = { locale, names: new Map(places.map((place) => [place.code, place.name])) };
  if (form.foreign)
    return [
      {
        id: 'form',
        title: textsFor(locale).citizen.intake.tasks.form,
        rows: foreignRows(answers, '', form.foreign.schema),
      },
    ];
  return form.pages
    .map((page) => {
      const title = pick(page.title, locale);
      return {
        id: page.id,
        title,
        rows: page.questions.flatMap((question) => groupedRows(question, answers[question.id], title, reading)),
      };
    })
    .filter((page) => page.rows.length > 0);
};
