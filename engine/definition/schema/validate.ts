import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { fail, ok, type Problem, type Result } from '#engine/result/index.ts';
import { limits } from '../limits.ts';
import * as say from '../messages.ts';
import {
  codeListSchema,
  formSchema,
  questionGroupSchema,
  type CodeList,
  type FormDefinition,
  type QuestionGroup,
} from './form.ts';
import { decisionSchema, type Decision } from './decision.ts';
import { explain } from './explain.ts';
import { packageSchema, type PackageFile } from './package.ts';
import { procedureSchema, type Procedure } from './procedure.ts';

/** The formats of this version, and the schema each is checked by. */
const schemas = {
  'motcua/procedure@1': procedureSchema,
  'motcua/form@1': formSchema,
  'motcua/decision@1': decisionSchema,
  'motcua/code-list@1': codeListSchema,
  'motcua/question-group@1': questionGroupSchema,
  'motcua/package@1': packageSchema,
} as const;

export interface Formats {
  readonly 'motcua/procedure@1': Procedure;
  readonly 'motcua/form@1': FormDefinition;
  readonly 'motcua/decision@1': Decision;
  readonly 'motcua/code-list@1': CodeList;
  readonly 'motcua/question-group@1': QuestionGroup;
  readonly 'motcua/package@1': PackageFile;
}

export type Format = keyof Formats;

/** What the value says it is: `motcua/form@1` … */
export const formatOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && 'format' in value ? value.format : undefined;

let ajv: Ajv2020 | undefined;
const compiled = new Map<Format, ValidateFunction>();

/** Compiled on first use and kept: a command that reads no form does not pay for the form schema. */
const validator = (format: Format): ValidateFunction => {
  const known = compiled.get(format);
  if (known) return known;
  const made = compiler().compile(schemas[format]);
  compiled.set(format, made);
  return made;
};

const compiler = (): Ajv2020 => {
  if (!ajv) {
    ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true, verbose: true });
    addFormats.default(ajv, ['date']);
  }
  return ajv;
};

export type Checked<Value> = { readonly value: Value } | { readonly problems: readonly Problem[] };

/** Checks a value against the schema of a format. An unknown or other `format` is the only finding then. */
export const check = <Name extends Format>(format: Name, value: unknown, at = ''): Checked<Formats[Name]> => {
  const stated = formatOf(value);
  if (stated !== format) return { problems: [under(at, say.unknownFormat(stated, [format]))] };
  const validate = validator(format);
  if (isOf<Formats[Name]>(validate, value)) return { value };
  return { problems: explained(validate.errors ?? [], at) };
};

const explained = (errors: readonly ErrorObject[], at: string): readonly Problem[] => {
  const problems = explain(errors).map((found) => under(at, found));
  const shown = problems.slice(0, limits.problems);
  return problems.length > shown.length ? [...shown, say.moreProblems(problems.length - shown.length)] : shown;
};

const others = new WeakMap<object, ValidateFunction>();

/**
 * Checks a value against a schema of another room (a calendar, a unit file), with the same sentences.
 * `Value` is that schema's own type: `conform<CalendarDefinition>(calendarSchema, json)`.
 */
export const conform = <Value>(schema: Readonly<Record<string, unknown>>, value: unknown, at = ''): Result<Value> => {
  const validate = others.get(schema) ?? compiler().compile(schema);
  others.set(schema, validate);
  return isOf<Value>(validate, value) ? ok(value) : fail(...explained(validate.errors ?? [], at));
};

const isOf = <Value>(validate: ValidateFunction, value: unknown): value is Value => validate(value) === true;

/** Moves a problem under a place: a form's `/pages/0` becomes `/form/pages/0`. */
export const under = (at: string, found: Problem): Problem =>
  at === '' ? found : { ...found, path: `${at}${found.path}` };
