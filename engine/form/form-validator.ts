import type { Problem } from '#engine/result/index.ts';
import type { SchemaValidate } from './answer-issues.ts';
import { isObject } from './answers.ts';
import { problemsOfAnswers } from './answer-problems.ts';
import { matchesSchema } from './matches-schema.ts';
import type { Answers, CompiledForm, Facts } from './types.ts';
import type { Locale } from './ui.ts';

/** What a module made by `validatorModule` exports as `validators`. */
export type Validators = Readonly<Record<string, SchemaValidate>>;

/**
 * The browser's check: same walk, same sentences as the server's, with validators made ahead. Codes of
 * long lists are checked on the server only. `pages` limits it to some pages.
 */
export const checkInBrowser = (
  form: CompiledForm,
  facts: Facts,
  validators: Validators,
  pages?: readonly string[],
): readonly Problem[] =>
  problemsOfAnswers(form, facts, {
    validator: (_question, key) => (Object.hasOwn(validators, key) ? validators[key] : undefined),
    whole: Object.hasOwn(validators, '') ? validators[''] : undefined,
    pages,
  });

/** As RJSF has them (`RJSFValidationError`, `ErrorSchema`), without its packages. */
export interface FieldError {
  readonly name: string;
  readonly property: string;
  readonly message: string;
  readonly stack: string;
}

export interface ErrorTree {
  __errors?: string[];
  [name: string]: ErrorTree | string[] | undefined;
}

const stepsOf = (pointer: string): string[] =>
  pointer === ''
    ? []
    : pointer
        .slice(1)
        .split('/')
        .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));

const sentenceOf = ({ message, remedy }: Problem, locale: Locale): string => {
  const say = (text: Problem['message'] | undefined): string =>
    locale === 'en' ? (text?.en ?? text?.vi ?? '') : (text?.vi ?? '');
  return `${say(message)} ${say(remedy)}`.trim();
};

/** Problems as the tree of errors that RJSF draws beside its fields. */
export const errorTree = (problems: readonly Problem[], locale: Locale): ErrorTree => {
  const root: ErrorTree = {};
  for (const found of problems) {
    let at = root;
    for (const step of stepsOf(found.path)) {
      const next = Object.hasOwn(at, step) ? at[step] : undefined;
      if (next && !Array.isArray(next)) at = next;
      else {
        const made: ErrorTree = {};
        at[step] = made;
        at = made;
      }
    }
    at.__errors = [...(at.__errors ?? []), sentenceOf(found, locale)];
  }
  return root;
};

const propertyOf = (pointer: string): string =>
  stepsOf(pointer)
    .map((step) => `.${step}`)
    .join('');

export interface FormValidatorSettings {
  readonly form: CompiledForm;
  /** All that is known when the check runs; the answers given to RJSF are laid over these. */
  readonly facts: () => Facts;
  readonly validators: Validators;
  readonly locale: Locale;
}

/**
 * RJSF's `ValidatorType`, without AJV and without code made in the browser. It checks the effective
 * form; of the schema it is given, it only looks at which questions it holds.
 */
export const createFormValidator = ({ form, facts, validators, locale }: FormValidatorSettings) => {
  const problemsOf = (formData: unknown, schema: unknown): readonly Problem[] => {
    const known = facts();
    const asked = isObject(schema) && isObject(schema.properties) ? new Set(Object.keys(schema.properties)) : undefined;
    // What was cleared in the form must not come back from the stored answers.
    const others = Object.entries(known.answers).filter(([id]) => asked === undefined || !asked.has(id));
    const answers: Answers = { ...Object.fromEntries(others), ...(isObject(formData) ? formData : {}) };
    const problems = checkInBrowser(form, { ...known, answers }, validators);
    return asked === undefined ? problems : problems.filter((found) => asked.has(stepsOf(found.path)[0] ?? ''));
  };
  const errorsOf = (problems: readonly Problem[]): FieldError[] =>
    problems.map((found) => {
      const message = sentenceOf(found, locale);
      return { name: found.code, property: propertyOf(found.path), message, stack: message };
    });
  return {
    validateFormData: (formData: unknown, schema: unknown): { errors: FieldError[]; errorSchema: ErrorTree } => {
      const problems = problemsOf(formData, schema);
      return { errors: errorsOf(problems), errorSchema: errorTree(problems, locale) };
    },
    isValid: (schema: unknown, formData: unknown, rootSchema: unknown): boolean =>
      matchesSchema(schema, formData, rootSchema),
    rawValidation: (schema: unknown, formData?: unknown): { errors: FieldError[] } => ({
      errors: errorsOf(problemsOf(formData, schema)),
    }),
  };
};
