import { contentOf, type StudioContent } from './content.ts';
import { isRecord, textOf, type Json } from './json.ts';

/** Texts of part files by the name that a release folder gives them: `form.json`, `templates/receipt.typ`. */
export type PartFiles = Readonly<Record<string, string>>;

const TEMPLATES = 'templates/';

/** A draft as files, ready for a folder; `filesOf` then `contentFrom` gives the same content. */
export const filesOf = (content: StudioContent): PartFiles => {
  const templates = isRecord(content['templates']) ? content['templates'] : {};
  return {
    'procedure.json': written(content.procedure),
    ...(isRecord(content['form']) ? { 'form.json': written(content['form']) } : {}),
    ...(typeof content['process'] === 'string' ? { 'process.bpmn': content['process'] } : {}),
    ...Object.fromEntries(Object.entries(templates).map(([name, text]) => [`${TEMPLATES}${name}`, textOf(text)])),
  };
};

const written = (value: Json): string => `${JSON.stringify(value, undefined, 2)}\n`;

/** Files → content. A part that is no JSON is told by its name and left out. */
export const contentFrom = (
  files: PartFiles,
): { readonly content: StudioContent; readonly unreadable: readonly string[] } => {
  const unreadable: string[] = [];
  const read = (name: string): Json | undefined => {
    const text = files[name];
    if (text === undefined) return undefined;
    try {
      return JSON.parse(text) as Json;
    } catch {
      unreadable.push(name);
      return undefined;
    }
  };
  const templates = Object.entries(files).filter(([name]) => name.startsWith(TEMPLATES));
  const procedure = read('procedure.json');
  const form = read('form.json');
  const content = contentOf({
    ...(procedure === undefined ? {} : { procedure }),
    ...(form === undefined ? {} : { form }),
    ...(files['process.bpmn'] === undefined ? {} : { process: files['process.bpmn'] }),
    ...(templates.length === 0
      ? {}
      : { templates: Object.fromEntries(templates.map(([name, text]) => [name.slice(TEMPLATES.length), text])) }),
  });
  return { content, unreadable };
};
