import { parseJson, type Question, type SharedDefinitions } from '#engine/definition/index.ts';
import type { GraphNode } from '#engine/process/index.ts';

/** Id and type of what a step asks; nothing where that cannot be read (the check `step-questions` says why). */
export const questionsOfStep = (
  { settings }: GraphNode,
  { groups }: SharedDefinitions,
): readonly { readonly id: string; readonly type: string }[] => {
  const form = settings.form?.trim() ?? '';
  if (form === '') return [];
  if (!form.startsWith('[')) return Object.hasOwn(groups, form) ? (groups[form]?.questions ?? []) : [];
  const parsed = parseJson(form);
  return parsed.ok && Array.isArray(parsed.value) ? parsed.value.filter(isQuestion) : [];
};

const isQuestion = (value: unknown): value is Pick<Question, 'id' | 'type'> =>
  typeof value === 'object' &&
  value !== null &&
  'id' in value &&
  typeof value.id === 'string' &&
  'type' in value &&
  typeof value.type === 'string';
