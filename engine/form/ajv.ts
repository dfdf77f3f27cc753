import { Ajv2020, type ErrorObject, type Options, type ValidateFunction } from 'ajv/dist/2020.js';
import { RE2JS } from 're2js';
import { formats } from './formats.ts';
import type { JsonObject } from './types.ts';

/** Matching in linear time on the server, whatever the pattern and the answer. */
const linearRegExp = Object.assign(
  (pattern: string): { test: (text: string) => boolean } => {
    const compiled = RE2JS.compile(RE2JS.translateRegExp(pattern));
    return { test: (text) => compiled.test(text) };
  },
  { code: 're2' },
);

const options: Options = {
  strict: true,
  // `if`/`then` of foreign schemas name properties that stand elsewhere.
  strictRequired: false,
  strictTypes: false,
  allowUnionTypes: true,
  allErrors: true,
  ownProperties: true,
  // Messages are our own.
  messages: false,
  multipleOfPrecision: 6,
  addUsedSchema: false,
  logger: false,
};

const withVocabulary = (ajv: Ajv2020): Ajv2020 => {
  for (const [name, validate] of Object.entries(formats)) ajv.addFormat(name, validate);
  // RJSF's older way to name options; it says nothing about validity.
  ajv.addKeyword({ keyword: 'enumNames', schemaType: 'array' });
  return ajv;
};

/** An AJV that validates on the server. */
export const serverAjv = (): Ajv2020 =>
  withVocabulary(
    new Ajv2020({
      ...options,
      code: { regExp: linearRegExp as unknown as NonNullable<NonNullable<Options['code']>['regExp']> },
    }),
  );

/** An AJV whose generated code can be written out for the browser. */
export const standaloneAjv = (code: NonNullable<Options['code']>): Ajv2020 =>
  withVocabulary(new Ajv2020({ ...options, code }));

let shared: Ajv2020 | undefined;
const compiled = new WeakMap<JsonObject, ValidateFunction>();

/** The validator of a schema object, compiled at most once. */
export const validatorOf = (schema: JsonObject): ValidateFunction => {
  const known = compiled.get(schema);
  if (known) return known;
  shared ??= serverAjv();
  const validate = shared.compile(schema);
  // The instance must not keep what the WeakMap lets go.
  shared.removeSchema(schema);
  compiled.set(schema, validate);
  return validate;
};

export type { ErrorObject };
