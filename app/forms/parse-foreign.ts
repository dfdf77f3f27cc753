import type { Answers, JsonObject } from '#engine/form/index.ts';
import { joinDate } from './date-parts.ts';
import { PREFIX } from './ids.ts';
import { readTypedNumber } from './typed-number.ts';

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const MAX_DEPTH = 20;

const typeOf = (schema: JsonObject): string => {
  const type = Array.isArray(schema['type']) ? schema['type'].find((each) => each !== 'null') : schema['type'];
  return typeof type === 'string' ? type : isObject(schema['properties']) ? 'object' : 'string';
};

const pointed = (schema: JsonObject, root: JsonObject): JsonObject => {
  const reference = schema['$ref'];
  if (typeof reference !== 'string' || !reference.startsWith('#/')) return schema;
  let at: unknown = root;
  for (const key of reference.slice(2).split('/')) at = isObject(at) && Object.hasOwn(at, key) ? at[key] : undefined;
  return isObject(at) ? at : {};
};

/** All properties a schema may have, those of its branches too. */
const propertiesOf = (schema: JsonObject, root: JsonObject, depth = 0): readonly (readonly [string, JsonObject])[] => {
  if (depth > MAX_DEPTH) return [];
  const own = isObject(schema['properties'])
    ? Object.entries(schema['properties']).filter((entry): entry is [string, JsonObject] => isObject(entry[1]))
    : [];
  const branches = ['allOf', 'anyOf', 'oneOf'].flatMap((word) => (Array.isArray(schema[word]) ? schema[word] : []));
  const dependent = isObject(schema['dependentSchemas']) ? Object.values(schema['dependentSchemas']) : [];
  return [
    ...own,
    ...[...branches, schema['then'], schema['else'], ...dependent]
      .filter(isObject)
      .flatMap((branch) => propertiesOf(pointed(branch, root), root, depth + 1)),
  ];
};

const read = (given: JsonObject, root: JsonObject, data: FormData, name: string, depth: number): unknown => {
  if (depth > MAX_DEPTH) return undefined;
  const schema = pointed(given, root);
  const posted = data.get(name);
  const typed = typeof posted === 'string' && posted.trim() !== '' ? posted.normalize('NFC').trim() : undefined;
  switch (typeOf(schema)) {
    case 'object': {
      const found = Object.fromEntries(
        propertiesOf(schema, root)
          .map(([key, each]) => [key, read(each, root, data, `${name}[${key}]`, depth + 1)] as const)
          .filter(([, value]) => value !== undefined),
      );
      return Object.keys(found).length > 0 ? found : undefined;
    }
    case 'array': {
      const many = data.getAll(`${name}[]`).filter((value) => typeof value === 'string');
      if (many.length > 0) return many;
      const items = isObject(schema['items']) ? schema['items'] : {};
      const found: unknown[] = [];
      const keys = [...data.keys()];
      for (let index = 0; index < 200 && keys.some((key) => key.startsWith(`${name}[${index}]`)); index += 1) {
        found.push(
          read(items, root, data, `${name}[${index}]`, depth + 1) ??
            (typeOf(pointed(items, root)) === 'object' ? {} : ''),
        );
      }
      return found.length > 0 ? found : undefined;
    }
    case 'number':
    case 'integer':
      return typed === undefined ? undefined : readTypedNumber(typed);
    case 'boolean':
      return typed === 'true' ? true : typed === 'false' ? false : undefined;
    default:
      if (schema['format'] === 'date') {
        const box = (part: string): string => String(data.get(`${name}[${part}]`) ?? '');
        return joinDate({ day: box('d'), month: box('m'), year: box('y') }, false) ?? typed;
      }
      return typed;
  }
};

/** A posted form that is a JSON Schema of its own → its answers. */
export const parseForeign = (schema: JsonObject, data: FormData): Answers => {
  const found = read(schema, schema, data, PREFIX, 0);
  return isObject(found) ? found : {};
};
