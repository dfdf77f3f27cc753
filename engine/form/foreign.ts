import type { ForeignForm } from '#engine/definition/index.ts';
import { fail, ok, problem, type Problem, type Result } from '#engine/result/index.ts';
import { validatorOf } from './ajv.ts';
import { boundSchema, LIMITS, REFUSED } from './foreign-limits.ts';
import { pointer } from './foreign-type.ts';
import { messages } from './messages.ts';
import type { CompiledForm, JsonObject } from './types.ts';
import { draftOf, isObject, upgradeSchema } from './upgrade-schema.ts';

const deeperThan = (value: unknown, limit: number): boolean => {
  if (typeof value !== 'object' || value === null) return false;
  if (limit === 0) return true;
  return Object.values(value).some((each) => deeperThan(each, limit - 1));
};

/** Every level of a schema is at most two levels of JSON, and its data adds a few. */
const MAX_JSON_DEPTH = LIMITS.depth * 2 + 8;

const tooLarge = (form: ForeignForm): Problem | undefined => {
  if (deeperThan(form.schema, MAX_JSON_DEPTH)) {
    return problem(
      'form.schema-too-deep',
      '/schema',
      messages.foreignTooLarge('số cấp lồng nhau', LIMITS.depth),
      messages.splitForm(),
    );
  }
  const bytes = new TextEncoder().encode(JSON.stringify([form.schema, form.uiSchema ?? {}])).length;
  if (bytes <= LIMITS.bytes) return undefined;
  return problem(
    'form.schema-too-large',
    '/schema',
    messages.foreignTooLarge(`${bytes} byte`, LIMITS.bytes),
    messages.splitForm(),
  );
};

/** A form that exists elsewhere: brought to 2020-12, held to the limits of published forms, otherwise as it is. */
export const compileForeign = (form: ForeignForm): Result<CompiledForm> => {
  const large = tooLarge(form);
  if (large) return fail(large);
  const schema = form.schema as JsonObject;
  const draft = draftOf(schema);
  if (draft === undefined)
    return fail(
      problem('form.schema-draft', '/schema/$schema', messages.draft(String(schema.$schema)), messages.useDraft()),
    );
  const upgraded = upgradeSchema(schema, draft);
  const problems: Problem[] = upgraded.dropped.map(({ keyword, path }) =>
    problem(
      'form.keyword',
      `/schema${path}/${keyword}`,
      messages.keyword(keyword),
      messages.removeKeyword(),
      REFUSED.includes(keyword) ? 'error' : 'warning',
    ),
  );
  if (draft === 4) problems.push(...emptyRequired(schema, '', 0));
  const bounded = boundSchema(rooted(upgraded.schema), problems);
  if (!isObject(bounded) || (bounded.type !== 'object' && !isObject(bounded.properties))) {
    problems.push(problem('form.schema-object', '/schema/type', messages.notObject(), messages.makeObject()));
  }
  if (problems.some((found) => found.severity === 'error')) return fail(...problems);
  const ready = { ...(bounded as JsonObject), type: 'object' };
  const invalid = whyInvalid(ready);
  if (invalid !== undefined)
    return fail(problem('form.schema-invalid', '/schema', messages.invalidSchema(invalid), messages.checkSchema()));
  return ok(
    {
      kind: 'json-schema',
      pages: [],
      foreign: { schema: ready, uiSchema: (form.uiSchema ?? {}) as JsonObject },
      generated: false,
    },
    problems,
  );
};

/** A root that only refers to an object inside itself is that object, with the definitions it may need. */
const rooted = (root: unknown): unknown => {
  if (!isObject(root) || typeof root.$ref !== 'string' || isObject(root.properties)) return root;
  const target = pointer(root, root.$ref);
  if (!isObject(target) || target === root) return root;
  const { $ref: _, ...rest } = root;
  const merged = { ...rest, ...target };
  // A reference that leads to another is followed as long as it gets somewhere else.
  return typeof target.$ref === 'string' && target.$ref !== root.$ref ? rooted(merged) : merged;
};

/** Draft 4 (validation 5.4.3) wants at least one name in `required`; later drafts allow none. */
const emptyRequired = (schema: unknown, path: string, depth: number): readonly Problem[] => {
  if (depth > MAX_JSON_DEPTH || typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]: readonly [string, unknown]) =>
    key === 'required' && Array.isArray(value) && value.length === 0
      ? [problem('form.schema-invalid', `/schema${path}/required`, messages.emptyRequired(), messages.checkSchema())]
      : emptyRequired(value, `${path}/${key}`, depth + 1),
  );
};

const whyInvalid = (schema: JsonObject): string | undefined => {
  try {
    validatorOf(schema);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message.slice(0, 300) : 'schema';
  }
};
