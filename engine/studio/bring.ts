import { isRecord, listOf, at, textOf, type Json, type JsonRecord } from './json.ts';
import { idsIn } from './names.ts';
import { renewIds } from './questions.ts';

/** A form that exists elsewhere, kept as it is: JSON Schema (draft 4, 7, 2020-12), with its uiSchema where there is one. */
export const foreignForm = (schema: JsonRecord, uiSchema?: JsonRecord): JsonRecord => ({
  format: 'motcua/form@1',
  kind: 'json-schema',
  schema,
  ...(uiSchema ? { uiSchema } : {}),
});

/** Is it a JSON Schema rather than a part of a release? */
export const looksLikeSchema = (value: Json): value is JsonRecord =>
  isRecord(value) &&
  !textOf(value['format']).startsWith('motcua/') &&
  (isRecord(value['properties']) || textOf(value['$schema']).includes('json-schema') || value['type'] === 'object');

/** Pages of another form at the end of this one, under ids of their own where these are taken. */
export const appendPages = (form: Json | undefined, pages: readonly Json[]): JsonRecord => {
  const before = isRecord(form) && form['kind'] === 'pages' ? listOf(at(form, ['pages'])) : [];
  const taken = new Set(idsIn(before));
  const clash = pages.some((page) => [...idsIn(page)].some((id) => taken.has(id)));
  // A form nobody has begun gives way.
  const begun = before.filter((page) => listOf(at(page, ['questions'])).length > 0);
  const added = clash ? pages.map((page) => renewIds(page, taken)) : pages;
  return { format: 'motcua/form@1', kind: 'pages', pages: [...begun, ...added] };
};
