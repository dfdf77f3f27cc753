import type { CodeList, SharedDefinitions } from '#engine/definition/index.ts';
import type { CompiledQuestion } from './types.ts';

/**
 * Code lists too long for a schema stay out of the compiled form, which browsers get; the server
 * remembers them beside the questions it compiled.
 */
const lists = new WeakMap<CompiledQuestion, CodeList>();
const codes = new WeakMap<CodeList, ReadonlySet<string>>();

export const rememberList = (question: CompiledQuestion, list: CodeList): void => {
  lists.set(question, list);
};

const codesOf = (list: CodeList): ReadonlySet<string> => {
  const known = codes.get(list) ?? new Set(list.entries.map((entry) => entry.code));
  codes.set(list, known);
  return known;
};

/** Whether the code is in the question's list; a form that was not compiled here needs `shared` to know. */
export const isMember = (question: CompiledQuestion, code: string, shared?: SharedDefinitions): boolean => {
  const { question: definition } = question;
  if (definition.type !== 'code-list') return true;
  const named =
    shared && Object.hasOwn(shared.codeLists, definition.list) ? shared.codeLists[definition.list] : undefined;
  const list = named ?? lists.get(question);
  return list !== undefined && codesOf(list).has(code);
};
