import type { FeelType, TypeEnvironment } from '#engine/expression/browser.ts';
import type { CompiledForm, CompiledQuestion } from '#engine/form/browser.ts';
import type { Localized } from '#engine/result/index.ts';
import { wordFor, type StudioTexts } from '#app/i18n/use-studio-text.ts';
import type { ConditionName } from './context.ts';

const kindOf = (type: FeelType | undefined): ConditionName['kind'] => {
  switch (type?.kind) {
    case 'string':
    case 'number':
    case 'boolean':
    case 'date':
    case 'list':
      return type.kind;
    default:
      return 'other';
  }
};

/** Every name that conditions of the draft may use, with the words that its author gave it. */
export const conditionNames = (
  form: CompiledForm | undefined,
  environment: TypeEnvironment,
  cases: readonly { readonly value: string; readonly label: string }[],
  words: StudioTexts,
  pick: (text: Localized) => string,
): readonly ConditionName[] => {
  const found: ConditionName[] = [];
  const visit = (
    questions: readonly CompiledQuestion[],
    type: FeelType | undefined,
    at: string,
    before: string,
  ): void => {
    for (const { id, question, questions: parts, options } of questions) {
      const own = type?.kind === 'context' && Object.hasOwn(type.fields, id) ? type.fields[id] : undefined;
      const label = `${before}${pick(localized(question.label))}`;
      if (parts && question.type !== 'repeat') visit(parts, own, `${at}.${id}`, `${label}, `);
      else
        found.push({
          name: `${at}.${id}`,
          label,
          kind: kindOf(own),
          ...(options ? { values: options.map((each) => ({ value: each.value, label: pick(each.label) })) } : {}),
        });
    }
  };
  visit(form?.pages.flatMap((page) => page.questions) ?? [], environment['form'], 'form', '');
  const foreign = form?.foreign ? environment['form'] : undefined;
  if (foreign?.kind === 'context')
    for (const [name, type] of Object.entries(foreign.fields))
      found.push({ name: `form.${name}`, label: name, kind: kindOf(type) });
  const fact = (name: keyof StudioTexts['feel']['facts'], type: FeelType | undefined): void => {
    if (!type) return;
    const values =
      name === 'case'
        ? cases
        : type.kind === 'string'
          ? type.values?.map((value) => ({ value, label: wordFor(words.values, value) }))
          : undefined;
    found.push({ name, label: words.feel.facts[name], kind: kindOf(type), ...(values ? { values } : {}) });
  };
  const inside = (name: string, key: string): FeelType | undefined => {
    const type = environment[name];
    return type?.kind === 'context' ? type.fields[key] : undefined;
  };
  if (cases.length > 0) fact('case', environment['case']);
  fact('channel', environment['channel']);
  fact('applicant.kind', inside('applicant', 'kind'));
  fact('unit.level', inside('unit', 'level'));
  fact('today', environment['today']);
  return found;
};

const localized = (text: { readonly vi: string; readonly en?: string | undefined }): Localized =>
  text.en === undefined ? { vi: text.vi } : { vi: text.vi, en: text.en };

/** A sentence about a condition, for the list of questions: "khi Trẻ sinh tại nhà là Có". */
export const labelOfName = (names: readonly ConditionName[], name: string): string =>
  names.find((each) => each.name === name)?.label ?? name;
