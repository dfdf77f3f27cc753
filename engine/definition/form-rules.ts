import type { Problem } from '#engine/result/index.ts';
import { duplicateIds } from './ids.ts';
import { limits } from './limits.ts';
import * as say from './messages.ts';
import type { FormDefinition, PagesForm, Question } from './schema/form.ts';

/** Question ids are unique over all pages (answers are stored by them), and within their group. */
export const formRules = (form: FormDefinition): readonly Problem[] => {
  if (form.kind === 'json-schema') return foreignRules(form.schema);
  return [
    ...duplicateIds(form.pages, '/pages'),
    ...duplicateQuestions(form),
    ...form.pages.flatMap((page, index) => pageRules(page.questions, `/pages/${index}/questions`)),
  ];
};

const duplicateQuestions = (form: PagesForm): readonly Problem[] => {
  const first = new Map<string, string>();
  return form.pages.flatMap((page, pageIndex) =>
    page.questions.flatMap(({ id }, index) => {
      const path = `/pages/${pageIndex}/questions/${index}`;
      const earlier = first.get(id);
      if (earlier !== undefined) return [say.duplicateId(`${path}/id`, id, earlier)];
      first.set(id, path);
      return [];
    }),
  );
};

const pageRules = (questions: readonly Question[], path: string): readonly Problem[] =>
  questions.flatMap((question, index) => questionRules(question, `${path}/${index}`));

const questionRules = (question: Question, path: string): readonly Problem[] => {
  switch (question.type) {
    case 'group': {
      const own = question.questions !== undefined;
      if (own === (question.use !== undefined)) return [say.groupNeedsOne(path)];
      return nested(question.questions, path);
    }
    case 'repeat':
      return [...bounds(question.minItems, question.maxItems, `${path}/maxItems`), ...nested(question.questions, path)];
    case 'choice':
    case 'choices': {
      const values = question.options.map(({ value }, at) => ({ id: value, at }));
      return duplicateIds(values, `${path}/options`).map((found) => ({
        ...found,
        path: found.path.replace(/id$/, 'value'),
      }));
    }
    case 'code-list':
    case 'computed':
      return [];
    default:
      return [
        ...bounds(question.minLength, question.maxLength, `${path}/maxLength`),
        ...bounds(question.minimum, question.maximum, `${path}/maximum`),
      ];
  }
};

const nested = (questions: readonly Question[] | undefined, path: string): readonly Problem[] => [
  ...duplicateIds(questions, `${path}/questions`),
  ...pageRules(questions ?? [], `${path}/questions`),
];

const bounds = (least: number | undefined, most: number | undefined, path: string): readonly Problem[] =>
  least !== undefined && most !== undefined && least > most ? [say.emptyRange(path, least, most)] : [];

/** A form that exists elsewhere: references stay inside it, and it is small enough to be shown. */
const foreignRules = (schema: unknown): readonly Problem[] => {
  const found: Problem[] = [];
  const walk = (value: unknown, path: string): void => {
    if (found.length >= limits.problems || typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      const at = `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      if (key === '$ref' && typeof inner === 'string' && !inner.startsWith('#'))
        found.push(say.remoteReference(at, inner));
      if (key === '$data') found.push(say.dataReference(at));
      walk(inner, at);
    }
  };
  walk(schema, '/schema');
  return found;
};
