import type { FormDefinition } from '#engine/definition/index.ts';
import { open } from './messages.ts';
import type { Notes } from './notes.ts';
import { foldTidy, idMaker, tidy } from './numbers.ts';
import type { SourceQuestion } from './source.ts';
import { listFor } from './vocabulary.ts';

type Pages = Extract<FormDefinition, { readonly kind: 'pages' }>;
type Question = Pages['pages'][number]['questions'][number];
type Leaf = Exclude<Question, { readonly type: 'group' } | { readonly type: 'repeat' }>;

const SIMPLE = {
  text: 'text',
  textarea: 'long-text',
  date: 'date',
  partial_date: 'date',
  number: 'number',
  money: 'money',
  phone: 'phone',
  email: 'e-mail',
  address: 'text',
  identity_document: 'text',
  datetime: 'text',
  attachment: 'file',
} as const;

type Simple = keyof typeof SIMPLE;
const isSimple = (type: string): type is Simple => Object.hasOwn(SIMPLE, type);

/** Questions by section, a page each. Undefined when the source has none: then the form is generated. */
export const makeForm = (
  given: readonly SourceQuestion[],
  lists: readonly string[],
  notes: Notes,
): FormDefinition | undefined => {
  const sections = new Map<string, SourceQuestion[]>();
  for (const each of given) {
    const section = each.section ?? '';
    sections.set(section, [...(sections.get(section) ?? []), each]);
  }
  const pageId = idMaker();
  const questionId = idMaker();
  const pages: Pages['pages'] = [];
  for (const [section, questions] of sections) {
    const page = `/form/pages/${pages.length}`;
    const made: Question[] = [];
    for (const each of questions) {
      const at = `${page}/questions/${made.length}`;
      const question = makeQuestion(each, questionId(each.words, 'question'), lists, at, notes);
      if (!question) continue;
      made.push(question);
      notes.origin(at, 'source', each.from, each.words);
    }
    if (made.length === 0) continue;
    const title = section === '' ? 'Nội dung tờ khai' : tidy(section);
    if (section === '') notes.origin(`${page}/title`, 'format', '', title);
    pages.push({ id: pageId(title, `page-${pages.length + 1}`), title: { vi: title }, questions: made });
  }
  if (pages.length === 0) return undefined;
  if (given.some(({ required }) => required === undefined))
    notes.leaveOpen('/form', 'form.required', open.formRequired(), false);
  return { format: 'motcua/form@1', kind: 'pages', pages };
};

const makeQuestion = (
  each: SourceQuestion,
  id: string,
  lists: readonly string[],
  at: string,
  notes: Notes,
): Question | undefined => {
  const hint = [each.note, each.when === undefined ? undefined : `Chỉ trả lời khi: ${tidy(each.when)}`]
    .filter((part) => part !== undefined)
    .join('. ');
  const common = {
    id,
    label: { vi: tidy(each.words) },
    ...(hint ? { hint: { vi: hint } } : {}),
    ...(each.required === undefined || each.when !== undefined ? {} : { required: each.required }),
  };
  if (each.when !== undefined) notes.leaveOpen(at, 'form.condition', open.formCondition(), false, each.when);
  if (each.type === 'signature') {
    notes.leaveOpen('/form', 'form.left-out', open.formLeftOut(), false, each.words);
    return undefined;
  }
  if (each.type === 'table') {
    const columnId = idMaker();
    const columns = (each.columns ?? []).map((column): Leaf => ({
      id: columnId(column, 'column'),
      type: 'text',
      label: { vi: tidy(column) },
    }));
    if (columns.length > 0) return { ...common, type: 'repeat', questions: columns, maxItems: 50 };
    notes.leaveOpen(at, 'form.options', open.formOptions(), false, each.words);
    return { ...common, type: 'long-text' };
  }
  const list = each.codeList === undefined ? undefined : listFor(each.codeList, lists);
  if (list !== undefined) return { ...common, type: 'code-list', list };
  const options = [...new Map((each.options ?? []).map((option) => [foldTidy(option), tidy(option)])).values()];
  if (options.length > 0) {
    const valueOf = idMaker();
    return {
      ...common,
      type: each.type === 'checkbox' ? 'choices' : 'choice',
      options: options.map((option) => ({ value: valueOf(option, 'option'), label: { vi: option } })),
    };
  }
  if (each.type === 'checkbox') return { ...common, type: 'yes-no' };
  if (isSimple(each.type))
    return { ...common, type: SIMPLE[each.type], ...(each.type === 'partial_date' ? { partial: true } : {}) };
  notes.leaveOpen(at, 'form.options', open.formOptions(), false, each.codeList ?? each.words);
  return { ...common, type: 'text' };
};
