import { isObject, sameJson } from './answers.ts';
import { formats } from './formats.ts';
import { pointer } from './foreign-type.ts';

/**
 * Whether a value fits a schema: for RJSF, which asks it of the branches of `oneOf`, `anyOf` and `if`
 * in forms from elsewhere. An interpreter, so that the browser needs no generated code for branches.
 * What the server says at submission is AJV's word.
 */
export const matchesSchema = (schema: unknown, value: unknown, root: unknown = schema, depth = 0): boolean => {
  if (typeof schema === 'boolean') return schema;
  if (!isObject(schema) || depth > 40) return true;
  const down = (each: unknown, inner: unknown = value): boolean => matchesSchema(each, inner, root, depth + 1);
  const all = (list: unknown): readonly unknown[] => (Array.isArray(list) ? list : []);
  if (typeof schema.$ref === 'string' && !down(pointer(root, schema.$ref))) return false;
  if (
    'type' in schema &&
    !(Array.isArray(schema.type) ? schema.type : [schema.type]).some((type) => isType(type, value))
  )
    return false;
  if ('const' in schema && !sameJson(schema.const, value)) return false;
  if (Array.isArray(schema.enum) && !schema.enum.some((each) => sameJson(each, value))) return false;
  if (!all(schema.allOf).every((each) => down(each))) return false;
  if (Array.isArray(schema.anyOf) && !schema.anyOf.some((each) => down(each))) return false;
  if (Array.isArray(schema.oneOf) && schema.oneOf.filter((each) => down(each)).length !== 1) return false;
  if ('not' in schema && down(schema.not)) return false;
  if ('if' in schema && !down(down(schema.if) ? (schema.then ?? true) : (schema.else ?? true))) return false;
  if (typeof value === 'string') return matchesText(schema, value);
  if (typeof value === 'number') return matchesNumber(schema, value);
  if (Array.isArray(value)) return matchesList(schema, value, down);
  return !isObject(value) || matchesObject(schema, value, down);
};

type Schema = Readonly<Record<string, unknown>>;
type Down = (schema: unknown, value?: unknown) => boolean;

const isType = (type: unknown, value: unknown): boolean => {
  switch (type) {
    case 'null':
      return value === null;
    case 'array':
      return Array.isArray(value);
    case 'object':
      return isObject(value);
    case 'integer':
      return Number.isInteger(value);
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    default:
      return typeof value === type;
  }
};

const atLeast = (limit: unknown, value: number): boolean => typeof limit !== 'number' || value >= limit;
const atMost = (limit: unknown, value: number): boolean => typeof limit !== 'number' || value <= limit;

const matchesText = (schema: Schema, value: string): boolean => {
  const { length } = [...value];
  if (!atLeast(schema.minLength, length) || !atMost(schema.maxLength, length)) return false;
  // Published patterns are proved free of backtracking.
  if (typeof schema.pattern === 'string' && !new RegExp(schema.pattern, 'u').test(value)) return false;
  const format =
    typeof schema.format === 'string' && Object.hasOwn(formats, schema.format) ? formats[schema.format] : undefined;
  return format === undefined || format(value);
};

const matchesNumber = (schema: Schema, value: number): boolean =>
  atLeast(schema.minimum, value) &&
  atMost(schema.maximum, value) &&
  (typeof schema.exclusiveMinimum !== 'number' || value > schema.exclusiveMinimum) &&
  (typeof schema.exclusiveMaximum !== 'number' || value < schema.exclusiveMaximum) &&
  (typeof schema.multipleOf !== 'number' ||
    Math.abs(Math.round(value / schema.multipleOf) - value / schema.multipleOf) < 1e-6);

const matchesList = (schema: Schema, value: readonly unknown[], down: Down): boolean => {
  const first = Array.isArray(schema.prefixItems) ? schema.prefixItems : [];
  if (!atLeast(schema.minItems, value.length) || !atMost(schema.maxItems, value.length)) return false;
  if (!first.every((each, index) => index >= value.length || down(each, value[index]))) return false;
  if ('items' in schema && !value.slice(first.length).every((item) => down(schema.items, item))) return false;
  if ('contains' in schema) {
    const found = value.filter((item) => down(schema.contains, item)).length;
    if (!atLeast(schema.minContains ?? 1, found) || !atMost(schema.maxContains, found)) return false;
  }
  return (
    schema.uniqueItems !== true ||
    value.every((item, index) => value.findIndex((other) => sameJson(other, item)) === index)
  );
};

const matchesObject = (schema: Schema, value: Schema, down: Down): boolean => {
  const keys = Object.keys(value);
  const has = (name: unknown): boolean => typeof name === 'string' && Object.hasOwn(value, name);
  if (Array.isArray(schema.required) && !schema.required.every(has)) return false;
  if (!atLeast(schema.minProperties, keys.length) || !atMost(schema.maxProperties, keys.length)) return false;
  const properties = isObject(schema.properties) ? schema.properties : {};
  const patterns = Object.entries(isObject(schema.patternProperties) ? schema.patternProperties : {}).map(
    ([name, each]) => [new RegExp(name, 'u'), each] as const,
  );
  for (const key of keys) {
    const own = Object.hasOwn(properties, key);
    const fitting = patterns.filter(([pattern]) => pattern.test(key));
    if (own && !down(properties[key], value[key])) return false;
    if (!fitting.every(([, each]) => down(each, value[key]))) return false;
    if (
      !own &&
      fitting.length === 0 &&
      'additionalProperties' in schema &&
      !down(schema.additionalProperties, value[key])
    )
      return false;
    if ('propertyNames' in schema && !down(schema.propertyNames, key)) return false;
  }
  const needs = Object.entries(isObject(schema.dependentRequired) ? schema.dependentRequired : {});
  if (!needs.every(([name, others]) => !has(name) || (Array.isArray(others) && others.every(has)))) return false;
  return Object.entries(isObject(schema.dependentSchemas) ? schema.dependentSchemas : {}).every(
    ([name, each]) => !has(name) || down(each),
  );
};
