import type { AppLoadContext } from '@remix-run/node';
import type { SharedDefinitions } from '#engine/definition/index.ts';
import type { FileRef } from '#engine/dossier/index.ts';
import type { Answers, CompiledForm, CompiledPage, CompiledQuestion } from '#engine/form/index.ts';
import { formatDate, formatMoney } from '#app/i18n/format.ts';
import { pick } from '#app/i18n/pick.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { isFileRef } from '#app/forms/form-context.ts';

export interface FactRow {
  readonly label: string;
  readonly value: string;
  readonly file?: FileRef;
}

export interface FactPart {
  readonly title: string;
  readonly rows: readonly FactRow[];
}

interface Reading {
  readonly locale: Locale;
  readonly shared: SharedDefinitions;
  readonly yes: string;
  readonly no: string;
}

const entryName = (
  code: string,
  lists: readonly SharedDefinitions['codeLists'][string][],
  locale: Locale,
): string | undefined => {
  for (const list of lists) {
    const found = list.entries.find((entry) => entry.code === code);
    if (found) return pick({ vi: found.name.vi, ...(found.name.en ? { en: found.name.en } : {}) }, locale);
  }
  return undefined;
};

const listsNamed = (shared: SharedDefinitions, start: string) =>
  Object.entries(shared.codeLists)
    .filter(([name]) => name.startsWith(start))
    .map(([, list]) => list);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** "Số 18, Phường Dĩnh Kế, Thành phố Bắc Giang": names for codes, from the smallest place outwards; a code without a name is left out. */
const addressText = (value: Readonly<Record<string, unknown>>, { shared, locale }: Reading): string => {
  const place = (key: string, list: string) => {
    const code = value[key];
    return typeof code === 'string' ? entryName(code, listsNamed(shared, list), locale) : undefined;
  };
  const detail = value['detail'];
  return [
    typeof detail === 'string' ? detail : undefined,
    place('commune', 'communes@'),
    place('district', 'districts@'),
    place('province', 'provinces@'),
  ]
    .filter((part) => part !== undefined && part !== '')
    .join(', ');
};

const isoDate = (value: string): string =>
  /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDate(value) : value.split('-').reverse().join('/');

/** A simple answer in words. */
const answerText = ({ question, options }: CompiledQuestion, value: unknown, reading: Reading): string => {
  if (typeof value === 'boolean') return value ? reading.yes : reading.no;
  if (typeof value === 'number') {
    const unit = 'unit' in question && question.unit ? ` ${question.unit.vi}` : '';
    return question.type === 'money' ? formatMoney(value) : `${String(value).replace('.', ',')}${unit}`;
  }
  if (Array.isArray(value))
    return value
      .map((each) =>
        answerText({ ...({ question } as CompiledQuestion), ...(options ? { options } : {}) }, each, reading),
      )
      .join(', ');
  if (typeof value !== 'string') return value === null || value === undefined ? '' : JSON.stringify(value);
  const option = options?.find((each) => each.value === value);
  if (option) return pick(option.label, reading.locale);
  if (question.type === 'code-list') {
    const list = reading.shared.codeLists[question.list];
    return (list && entryName(value, [list], reading.locale)) ?? value;
  }
  return question.type === 'date' ? isoDate(value) : value;
};

const rowsOf = (compiled: CompiledQuestion, value: unknown, reading: Reading, prefix = ''): readonly FactRow[] => {
  const label = `${prefix}${pick({ vi: compiled.question.label.vi, ...(compiled.question.label.en ? { en: compiled.question.label.en } : {}) }, reading.locale)}`;
  if (value === undefined || value === null) return [];
  const type = compiled.question.type;
  if (isFileRef(value)) return [{ label, value: value.name, file: value }];
  if (type === 'address' && isRecord(value)) return [{ label, value: addressText(value, reading) }];
  if (type === 'repeat' && Array.isArray(value))
    return value.flatMap((item, index) =>
      (compiled.questions ?? []).flatMap((part) =>
        rowsOf(part, isRecord(item) ? item[part.id] : undefined, reading, `${label} ${String(index + 1)}: `),
      ),
    );
  if (compiled.questions && isRecord(value))
    return compiled.questions.flatMap((part) => rowsOf(part, value[part.id], reading, `${label}: `));
  return [{ label, value: answerText(compiled, value, reading) }];
};

/** A question made of several (a person, an organisation) is a part of its own, under its own name. */
const partsOf = (page: CompiledPage, answers: Answers, reading: Reading): readonly FactPart[] => {
  const made = page.questions.filter(
    (question) => question.questions && !['repeat', 'address'].includes(question.question.type),
  );
  const single = page.questions.filter((question) => !made.includes(question));
  return [
    {
      title: pick(page.title, reading.locale),
      rows: single.flatMap((question) => rowsOf(question, answers[question.id], reading)),
    },
    ...made.map((question) => {
      const inside = answers[question.id];
      const { label } = question.question;
      return {
        title: pick({ vi: label.vi, ...(label.en ? { en: label.en } : {}) }, reading.locale),
        rows: isRecord(inside)
          ? (question.questions ?? []).flatMap((part) => rowsOf(part, inside[part.id], reading))
          : [],
      };
    }),
  ];
};

/** Answers under the titles of their pages, in the form's order; what was not answered is left out. */
export const factParts = async (
  context: AppLoadContext,
  form: CompiledForm,
  answers: Answers,
  words: { readonly locale: Locale; readonly yes: string; readonly no: string },
): Promise<readonly FactPart[]> => {
  const reading: Reading = { ...words, shared: await context.service.store.releases.shared() };
  if (form.foreign) {
    const rows = Object.entries(answers).map(([id, value]) => ({
      label: id,
      value: typeof value === 'string' ? value : JSON.stringify(value),
    }));
    return rows.length > 0 ? [{ title: '', rows }] : [];
  }
  return form.pages.flatMap((page) => partsOf(page, answers, reading)).filter((part) => part.rows.length > 0);
};
