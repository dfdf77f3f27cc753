import { parseJson } from '#engine/definition/browser.ts';
import type { Problem } from '#engine/result/index.ts';
import { foreignForm, looksLikeSchema } from './bring.ts';
import { contentOf, type StudioContent } from './content.ts';
import { isRecord, recordOf, type Json, type JsonRecord } from './json.ts';

/** Why a file could not be taken. */
export interface FileFault {
  readonly code: 'not-json' | 'not-text' | 'unknown' | 'other-format' | 'twice';
  readonly file: string;
  /** Of a JSON text: what is wrong with it, by line and column. */
  readonly problems?: readonly Problem[];
}

export interface TakenFiles {
  readonly content: StudioContent;
  /** Names of the files that were taken. */
  readonly taken: readonly string[];
  readonly faults: readonly FileFault[];
}

const FORMATS: Readonly<Record<string, string>> = {
  'procedure.json': 'motcua/procedure@1',
  'form.json': 'motcua/form@1',
};

/** `9.000777/templates/receipt.typ` → `receipt.typ`; deeper folders below `templates` stay in the name. */
const templateName = (name: string): string => /(?:^|\/)templates\/(.+)$/.exec(name)?.[1] ?? baseOf(name);

const baseOf = (name: string): string => name.split('/').at(-1) ?? name;

/**
 * Puts files into a draft: the parts of a release folder by their names or formats (a folder around them does not
 * matter), a whole draft in one file, a JSON Schema with or without its uiSchema. What cannot be taken is told and
 * leaves the draft's own part as it was. The draft stays the draft of its own procedure.
 */
export const takeFiles = (files: Readonly<Record<string, string>>, content: StudioContent): TakenFiles => {
  let next = content;
  const taken: string[] = [];
  const faults: FileFault[] = [];
  const parts = new Set<string>();
  let schema: JsonRecord | undefined;
  let ui: JsonRecord | undefined;
  const own = (procedure: JsonRecord): JsonRecord => ({ ...procedure, code: content.procedure['code'] ?? '' });
  for (const [file, text] of Object.entries(files)) {
    const take = (part: string, change: () => void): void => {
      if (parts.has(part)) {
        faults.push({ code: 'twice', file });
        return;
      }
      parts.add(part);
      change();
      taken.push(file);
    };
    if (text.includes('\uFFFD') || text.includes('\0')) faults.push({ code: 'not-text', file });
    else if (/\.(bpmn|xml)$/i.test(file)) {
      if (/<(?:\w+:)?definitions[\s>]/.test(text)) take('process', () => { next = { ...next, process: text }; });
      else faults.push({ code: 'other-format', file });
    } else if (/\.typ$/i.test(file)) {
      const name = templateName(file);
      take(`templates/${name}`, () => { next = { ...next, templates: { ...recordOf(next['templates']), [name]: text } }; });
    } else if (/\.json$/i.test(file)) {
      const parsed = parseJson(text);
      if (!parsed.ok) {
        faults.push({ code: 'not-json', file, problems: parsed.problems });
        continue;
      }
      const value = parsed.value as Json;
      const record = recordOf(value);
      const format = record['format'];
      const wanted = FORMATS[baseOf(file).toLowerCase()];
      if (wanted !== undefined && format !== wanted) faults.push({ code: 'other-format', file });
      else if (format === 'motcua/procedure@1') take('procedure', () => { next = { ...next, procedure: own(record) }; });
      else if (format === 'motcua/form@1') take('form', () => { next = { ...next, form: record }; });
      else if (isRecord(record['procedure'])) take('procedure', () => { const whole = contentOf(value); next = { ...next, ...whole, procedure: own(whole.procedure) }; });
      else if (isRecord(record['schema']) && looksLikeSchema(record['schema'])) take('form', () => {
        ({ schema } = record as { schema: JsonRecord });
        ui = isRecord(record['uiSchema']) ? record['uiSchema'] : ui;
      });
      else if (looksLikeSchema(value)) take('form', () => { schema = record; });
      else if (isRecord(value) && (/ui/i.test(file) || Object.keys(value).some((key) => key.startsWith('ui:')))) take('ui', () => { ui = record; });
      else faults.push({ code: 'unknown', file });
    } else faults.push({ code: 'unknown', file });
  }
  if (schema) next = { ...next, form: foreignForm(schema, ui) };
  return { content: next, taken, faults };
}; // prettier-ignore
