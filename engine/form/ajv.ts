import type { SchemaValidateFunction } from 'ajv';
import { Ajv2020, type Options, type ValidateFunction } from 'ajv/dist/2020.js';
import { RE2JS } from 're2js';
import { formats } from './formats.ts';
import { LINEAR_PATTERN, linearPattern } from './linear-pattern.ts';
import type { JsonObject } from './types.ts';

/** Matching in linear time on the server, whatever the pattern and the answer. */
const linearRegExp = Object.assign(
  (pattern: string): { test: (text: string) => boolean; toString: () => string } => {
    const compiled = RE2JS.compile(RE2JS.translateRegExp(pattern));
    // AJV tells compiled patterns apart by their text.
    return { test: (text) => compiled.test(text), toString: () => `/${pattern}/u` };
  },
  { code: 're2' },
);

const options: Options = {
  strict: true,
  // `if`/`then` of foreign schemas name properties that stand elsewhere.
  strictRequired: false,
  strictTypes: false,
  strictTuples: false,
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

/** As `pattern` does, in time linear in the answer. */
const withLinearPatterns = (ajv: Ajv2020): Ajv2020 => {
  const check: SchemaValidateFunction = (source: string, text: string): boolean => {
    if (linearPattern(source)?.(text) !== false) return true;
    check.errors = [{ keyword: 'pattern', params: { pattern: source } }];
    return false;
  };
  return ajv.addKeyword({
    keyword: LINEAR_PATTERN,
    type: 'string',
    schemaType: 'string',
    errors: 'full',
    validate: check,
  });
};

/** An AJV that validates on the server. */
export const serverAjv = (): Ajv2020 =>
  withLinearPatterns(
    withVocabulary(
      new Ajv2020({
        ...options,
        code: { regExp: linearRegExp as unknown as NonNullable<NonNullable<Options['code']>['regExp']> },
      }),
    ),
  );

/** An AJV whose generated code can be written out for the browser. */
export const standaloneAjv = (code: NonNullable<Options['code']>): Ajv2020 =>
  withVocabulary(new Ajv2020({ ...options, code })).addKeyword({ keyword: LINEAR_PATTERN, schemaType: 'string' });

let shared: Ajv2020 | undefined;
const compiled = new WeakMap<JsonObject, ValidateFunction>();

/** By text: most questions of a province look alike, and their schemas are small. */
const byText = new Map<string, ValidateFunction>();
const MOST_TEXTS = 5000;

const compile = (schema: JsonObject): ValidateFunction => {
  const text = JSON.stringify(schema);
  const known = byText.get(text);
  if (known) return known;
  shared ??= serverAjv();
  const validate = shared.compile(schema);
  // The instance must not keep what the caches let go.
  shared.removeSchema(schema);
  if (byText.size < MOST_TEXTS) byText.set(text, validate);
  return validate;
};

/** The validator of a schema object, compiled at most once. */
export const validatorOf = (schema: JsonObject): ValidateFunction => {
  const known = compiled.get(schema);
  if (known) return known;
  const validate = compile(schema);
  compiled.set(schema, validate);
  return validate;
};
