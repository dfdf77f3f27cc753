import { foremost, type SchemaError, type SchemaValidate } from './answer-issues.ts';
import { isObject } from './answers.ts';
import { issueProblem } from './answer-messages.ts';
import type { Problem } from '#engine/result/index.ts';
import type { Answers, CompiledQuestion, JsonObject } from './types.ts';

/** Faults of answers to a form from elsewhere: what its schema says, in our words, under its titles. */

const stepsOf = (pointer: string): string[] =>
  pointer === ''
    ? []
    : pointer
        .slice(1)
        .split('/')
        .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));

const missingName = (error: SchemaError): string | undefined => {
  const name =
    error.keyword === 'required' || error.keyword === 'dependentRequired' ? error.params.missingProperty : undefined;
  return typeof name === 'string' ? name : undefined;
};

/** The titles met on the way to the answer; a list item is called by its number. */
const titleAt = (schema: unknown, steps: readonly string[]): string => {
  const titles: string[] = [];
  let at: unknown = schema;
  for (const step of steps) {
    if (!isObject(at)) break;
    const properties: unknown = at.properties;
    if (isObject(properties) && Object.hasOwn(properties, step)) {
      at = properties[step];
      titles.push(isObject(at) && typeof at.title === 'string' ? at.title : step);
    } else if (/^\d+$/.test(step) && 'items' in at) {
      at = at.items;
      titles.push(`${titles.pop() ?? ''} ${Number(step) + 1}`.trim());
    } else {
      at = undefined;
      titles.push(step);
    }
  }
  return titles.join(' – ');
};

const valueAt = (answers: unknown, steps: readonly string[]): unknown =>
  steps.reduce<unknown>(
    (at, step) =>
      Array.isArray(at) ? at[Number(step)] : isObject(at) && Object.hasOwn(at, step) ? at[step] : undefined,
    answers,
  );

const TYPES: Readonly<Record<string, 'number' | 'date' | 'e-mail' | 'text' | 'choice'>> = {
  number: 'number',
  integer: 'number',
  date: 'date',
  email: 'e-mail',
};

/** A stand-in question: only its type chooses the words. */
const standIn = (title: string, error: SchemaError): CompiledQuestion => {
  const named = error.params.format ?? error.params.type;
  const type = TYPES[String(Array.isArray(named) ? named[0] : named)] ?? 'text';
  return {
    id: title,
    question: { id: 'answer', type: type === 'choice' ? 'text' : type, label: { vi: title } },
    schema: {},
    uiSchema: {},
    required: false,
  };
};

/** Errors that only say that a branch failed; what failed inside is said of itself. */
const BRANCHES = new Set(['if', 'allOf', 'not']);

export const foreignProblems = (schema: JsonObject, answers: Answers, validate: SchemaValidate): readonly Problem[] => {
  if (validate(answers)) return [];
  const byPath = new Map<string, SchemaError[]>();
  for (const error of validate.errors ?? []) {
    if (BRANCHES.has(error.keyword) && (validate.errors?.length ?? 0) > 1) continue;
    const name = missingName(error);
    const path =
      name === undefined
        ? error.instancePath
        : `${error.instancePath}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    byPath.set(path, [...(byPath.get(path) ?? []), error]);
  }
  return [...byPath].flatMap(([path, errors]) => {
    const error = foremost(errors);
    if (!error) return [];
    const steps = stepsOf(path);
    const title = titleAt(schema, steps) || 'Biểu mẫu';
    const keyword = missingName(error) === undefined ? error.keyword : 'required';
    return [
      issueProblem({
        path: steps,
        label: { vi: title },
        question: standIn(title, error),
        keyword,
        limit: error.params.limit ?? error.params.multipleOf,
        value: valueAt(answers, steps),
      }),
    ];
  });
};
