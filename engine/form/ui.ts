import type { Question } from '#engine/definition/index.ts';
import type { AnswerOption, JsonObject } from './types.ts';

export type Locale = 'vi' | 'en';

const text = (localized: { readonly vi: string; readonly en?: string | undefined }, locale: Locale): string =>
  locale === 'en' ? (localized.en ?? localized.vi) : localized.vi;

const FEW_OPTIONS = 6;

/** Names of our own theme's widgets; `field:` ones stand for a whole object. */
const widgetOf = (question: Question, options: readonly AnswerOption[] | undefined): JsonObject => {
  switch (question.type) {
    case 'text':
      return { 'ui:widget': 'text' };
    case 'long-text':
      return { 'ui:widget': 'textarea' };
    case 'number':
      return { 'ui:widget': 'number' };
    case 'money':
      return { 'ui:widget': 'money' };
    case 'date':
      return { 'ui:widget': question.partial === true ? 'partialDate' : 'date' };
    case 'yes-no':
      return { 'ui:widget': 'yesNo' };
    case 'declaration':
      return { 'ui:widget': 'declaration' };
    case 'phone':
      return { 'ui:widget': 'phone' };
    case 'e-mail':
      return { 'ui:widget': 'email' };
    case 'personal-id':
      return { 'ui:widget': 'personalId' };
    case 'choice':
      return { 'ui:widget': (options?.length ?? 0) <= FEW_OPTIONS ? 'radio' : 'select' };
    case 'choices':
      return { 'ui:widget': 'checkboxes' };
    case 'code-list':
      return { 'ui:widget': options ? 'select' : 'codeList' };
    case 'computed':
      return { 'ui:widget': 'computed', 'ui:readonly': true };
    case 'file':
      return { 'ui:field': 'file' };
    case 'address':
      return { 'ui:field': 'address' };
    case 'person':
    case 'organisation':
    case 'group':
    case 'repeat':
      return {};
  }
};

const ACCEPT: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  png: 'image/png',
  heic: 'image/heic',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Settings a widget may want, in `ui:options`. */
const settings = (question: Question, options: readonly AnswerOption[] | undefined, locale: Locale): JsonObject => {
  const found: Record<string, unknown> = { type: question.type };
  if ('unit' in question && question.unit) found.unit = text(question.unit, locale);
  if ('earliest' in question && question.earliest !== undefined) found.earliest = question.earliest;
  if ('latest' in question && question.latest !== undefined) found.latest = question.latest;
  if ('decimals' in question && question.decimals !== undefined) found.decimals = question.decimals;
  if (question.type === 'file') {
    found.accept = (question.accept ?? ['pdf', 'jpg', 'png']).map((name) => ACCEPT[name] ?? name);
    found.maxBytes = question.maxBytes ?? 10 * 1024 * 1024;
  }
  if (question.type === 'code-list') found.list = question.list;
  if (question.type === 'computed') found.result = question.result;
  if (question.type === 'repeat' && question.itemLabel) found.itemLabel = text(question.itemLabel, locale);
  if (question.prefill !== undefined) found.prefill = question.prefill;
  const hints = options?.map((option) => (option.hint ? text(option.hint, locale) : ''));
  if (hints?.some((hint) => hint !== '')) found.optionHints = hints;
  return found;
};

/** RJSF uiSchema of one question without its parts. */
export const questionUi = (
  question: Question,
  options: readonly AnswerOption[] | undefined,
  locale: Locale,
): JsonObject => ({
  'ui:title': text(question.label, locale),
  ...(question.hint ? { 'ui:description': text(question.hint, locale) } : {}),
  ...widgetOf(question, options),
  ...(options ? { 'ui:enumNames': options.map((option) => text(option.label, locale)) } : {}),
  ...(question.autocomplete === undefined ? {} : { 'ui:autocomplete': question.autocomplete }),
  'ui:options': settings(question, options, locale),
});
