import type { PagesForm, Question, SharedDefinitions } from '#engine/definition/index.ts';
import { compileForm, type CompiledForm, type Facts } from '#engine/form/index.ts';

export const noShared: SharedDefinitions = { groups: {}, codeLists: {} };

export const form = (...questions: Question[]): PagesForm => ({
  format: 'motcua/form@1',
  kind: 'pages',
  pages: [{ id: 'page', title: { vi: 'Trang' }, questions: questions as [Question, ...Question[]] }],
});

export const label = (vi: string): { vi: string } => ({ vi });

export const text = (id: string, rest: Partial<Question> = {}): Question =>
  ({ id, type: 'text', label: label(id), ...rest }) as Question;

export const facts = (answers: Readonly<Record<string, unknown>>, rest: Partial<Facts> = {}): Facts => ({
  answers,
  channel: 'online',
  today: '2021-07-01',
  ...rest,
});

export const compiled = (definition: PagesForm, shared: SharedDefinitions = noShared): CompiledForm => {
  const result = compileForm(definition, shared);
  if (!result.ok) throw new Error(result.problems.map((each) => `${each.path} ${each.message.vi}`).join('; '));
  return result.value;
};

export const codesOf = (result: ReturnType<typeof compileForm>): readonly string[] =>
  (result.ok ? (result.warnings ?? []) : result.problems).map((each) => each.code);

/** Runs a generated module's text, as a browser would. */
export const load = async (module: string): Promise<Record<string, never>> => {
  const loaded = (await import(
    /* @vite-ignore */ `data:text/javascript;base64,${Buffer.from(module).toString('base64')}`
  )) as { readonly validators: Record<string, never> };
  return loaded.validators;
};
