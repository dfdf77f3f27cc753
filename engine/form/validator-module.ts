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

/** `require("ajv/dist/runtime/equal").default` → the helper written out above. */
const withoutRequire = (code: string): { readonly code: string; readonly used: readonly string[] } => {
  const used = new Set<string>();
  const replaced = code.replace(/require\("ajv\/dist\/runtime\/(\w+)"\)\.default/g, (_match, name: string) => {
    if (!Object.hasOwn(HELPERS, name)) throw new Error(`generated validator needs ${name}`);
    used.add(name);
    return `helper_${name}`;
  });
  return { code: replaced, used: [...used] };
};

const cache = new WeakMap<CompiledForm, string>();

/**
 * A self-contained ES module: `export const validators`, an object from a question's key to its
 * validate function (AJV's, with `errors`). No imports, no `eval`, no `new Function`: a page needs no
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
  const ajv = standaloneAjv({ source: true, esm: true, lines: false, formats: _`formats` });
  // Many questions share a schema (two texts, every telephone number): one function serves all.
  const names = new Map<string, string>();
  const byKey: Record<string, string> = {};
  for (const [key, schema] of schemas) {
    const text = JSON.stringify(schema);
    const name = names.get(text) ?? `v${names.size}`;
    if (!names.has(text)) {
      names.set(text, name);
      ajv.addSchema({ ...schema, $id: name });
    }
    byKey[key] = name;
  }
  const exported = Object.fromEntries([...names.values()].map((name) => [name, name]));
  const { code, used } = withoutRequire(names.size === 0 ? '' : standaloneCode(ajv, exported));
  const table = Object.entries(byKey).map(([key, name]) => `${JSON.stringify(key)}:${name}`);
  return [
    ...used.map((name) => `const helper_${name} = ${String(HELPERS[name])};`),
    ...(code.includes('formats')
      ? [
          `const formats = {${Object.entries(formats)
            .map(([name, use]) => `${JSON.stringify(name)}:${String(use)}`)
            .join(',')}};`,
        ]
      : []),
    code,
    `export const validators = {${table.join(',')}};`,
    '',
  ].join('\n');
};

// The package is CommonJS: under some loaders its function is one step further down.
const standaloneCode = (typeof standalone === 'function'
  ? standalone
  : (standalone as unknown as { default: typeof standalone }).default) as unknown as (
  ajv: ReturnType<typeof standaloneAjv>,
  exported: Readonly<Record<string, string>>,
) => string;
