import { jsonHash } from '#engine/definition/index.ts';
import type { CompiledForm } from '#engine/form/browser.ts';
import type { Draft } from '#engine/store/index.ts';

/** A mark of a page's answers as they are stored: another one means that they were changed elsewhere. */
export const pageMark = (form: CompiledForm, page: string, answers: Draft['answers']): string => {
  const own = new Set(form.pages.find(({ id }) => id === page)?.questions.map(({ id }) => id));
  const seen = form.foreign ? answers : Object.fromEntries(Object.entries(answers).filter(([id]) => own.has(id)));
  return jsonHash(seen).slice(0, 16);
};
