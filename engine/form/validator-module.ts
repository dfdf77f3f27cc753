import { _ } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import { standaloneAjv } from './ajv.ts';
import { formats } from './formats.ts';
import { equal, ucs2length } from './runtime.ts';
import type { CompiledForm, CompiledQuestion, JsonObject } from './types.ts';

/** Schemas of all leaf questions by key (ids joined by dots); of a form from elsewhere, one under ''. */
const schemasOf = (form: CompiledForm): ReadonlyMap<string, JsonObject> => {
  const found = new Map<string, JsonObject>();
  if (form.foreign) found.set('', form.foreign.schema);
  const visit = (questions: readonly CompiledQuestion[], prefix: string): void => {
    for (const question of questions) {
      const key = `${prefix}${question.id}`;
      if (question.questions) visit(question.questions, `${key}.`);
      else found.set(key, question.schema);
    }
  };
  for (const page of form.pages) visit(page.questions, '');
  return found;
};

const HELPERS: Readonly<Record<string, (...args: never[]) => unknown>> = { ucs2length, equal };

// The package is CommonJS: under some loaders its function is one step further down.
const standaloneCode = (typeof standalone === 'function'
  ? standalone
  : (standalone as unknown as { default: typeof standalone }).default) as unknown as (
  ajv: ReturnType<typeof standaloneAjv>,
  validate: unknown,
) => string;

let ajv: ReturnType<typeof standaloneAjv> | undefined;

/** Code of schemas already written, over all forms: most questions of a province look alike. */
const written = new Map<string, string>();
const MOST_WRITTEN = 5000;

/** An expression whose value is the schema's validate function. */
const writeValidator = (schema: JsonObject, text: string): string => {
  const known = written.get(text);
  if (known !== undefined) return known;
  ajv ??= standaloneAjv({ source: true, esm: true, lines: false, formats: _`formats` });
  const validate = ajv.compile(schema);
  const module = standaloneCode(ajv, validate);
  ajv.removeSchema(schema);
  const exported = /export default (\w+);/.exec(module);
  if (!exported) throw new Error('generated validator exports nothing');
  const body = module
    .replace(/^"use strict";/, '')
    .replace(/export const validate = \w+;export default \w+;/, '')
    .replace(/require\("ajv\/dist\/runtime\/(\w+)"\)\.default/g, (_match, name: string) => {
      if (!Object.hasOwn(HELPERS, name)) throw new Error(`generated validator needs ${name}`);
      return name;
    });
  const code = `(() => {${body}return ${exported[1]};})()`;
  if (written.size < MOST_WRITTEN) written.set(text, code);
  return code;
};

const cache = new WeakMap<CompiledForm, string>();

/**
 * A self-contained ES module: `export const validators`, an object from a question's key to its
 * validate function (AJV's, with `errors`). No imports, no code made from text: a page needs no
 * `unsafe-eval` for it. The same form gives the same text, so its address may be a hash of it.
 */
export const validatorModule = (form: CompiledForm): string => {
  const known = cache.get(form);
  if (known !== undefined) return known;
  const text = generate(schemasOf(form));
  cache.set(form, text);
  return text;
};

const generate = (schemas: ReadonlyMap<string, JsonObject>): string => {
  // Many questions share a schema (two texts, every telephone number): one function serves all.
  const names = new Map<string, string>();
  const lines: string[] = [];
  const table: string[] = [];
  for (const [key, schema] of schemas) {
    const text = JSON.stringify(schema);
    let name = names.get(text);
    if (name === undefined) {
      name = `v${names.size}`;
      names.set(text, name);
      lines.push(`const ${name} = ${writeValidator(schema, text)};`);
    }
    table.push(`${JSON.stringify(key)}: ${name}`);
  }
  const code = lines.join('\n');
  const helpers = Object.entries(HELPERS).filter(([name]) => new RegExp(`\\b${name}\\b`).test(code));
  const used = Object.entries(formats).filter(
    ([name]) => code.includes(`formats.${name};`) || code.includes(`formats[${JSON.stringify(name)}]`),
  );
  return [
    ...helpers.map(([name, use]) => `const ${name} = ${String(use)};`),
    `const formats = {${used.map(([name, use]) => `${JSON.stringify(name)}: ${String(use)}`).join(', ')}};`,
    code,
    `export const validators = {${table.join(', ')}};`,
    '',
  ].join('\n');
};
