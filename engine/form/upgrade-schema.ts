import type { JsonObject } from './types.ts';

/** JSON Schema drafts 4 to 2020-12 → 2020-12, schema by schema. Shape only; limits are in `foreign-limits.ts`. */
export type Draft = 4 | 6 | 7 | 2019 | 2020;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const DRAFTS: readonly (readonly [RegExp, Draft])[] = [
  [/draft-04/, 4],
  [/draft-06/, 6],
  [/draft-07/, 7],
  [/2019-09/, 2019],
  [/2020-12/, 2020],
];

/** From `$schema`; RJSF forms without one are draft 7. undefined: a draft not read here. */
export const draftOf = (schema: JsonObject): Draft | undefined => {
  const named = schema.$schema;
  if (typeof named !== 'string') return typeof schema.id === 'string' ? 4 : '$defs' in schema ? 2020 : 7;
  return DRAFTS.find(([pattern]) => pattern.test(named))?.[1];
};

/** Keywords whose value is a schema, a list of schemas, or schemas by name. */
export const ONE = ['additionalProperties', 'items', 'contains', 'not', 'if', 'then', 'else', 'propertyNames'] as const;
export const SEVERAL = ['allOf', 'anyOf', 'oneOf', 'prefixItems'] as const;
export const NAMED = ['properties', 'patternProperties', '$defs', 'dependentSchemas'] as const;

/** Keywords whose value is data. */
const PLAIN = [
  'type', 'enum', 'const', 'title', 'description', 'default', 'examples', 'readOnly', 'writeOnly', 'format', 'pattern',
  'minLength', 'maxLength', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf', 'required',
  'minProperties', 'maxProperties', 'minItems', 'maxItems', 'uniqueItems', 'minContains', 'maxContains',
  'dependentRequired', 'enumNames',
]; // prettier-ignore

/** Say nothing about answers and are left out. */
const IGNORED = new Set(['$schema', '$id', 'id', '$comment', 'contentEncoding', 'contentMediaType', 'deprecated']);

export interface Upgraded {
  readonly schema: unknown;
  /** Keywords that were left out because nothing here knows them, with their place. */
  readonly dropped: readonly { readonly keyword: string; readonly path: string }[];
}

const renameRef = (reference: unknown): unknown =>
  typeof reference === 'string' ? reference.replace(/\/definitions\//g, '/$defs/') : reference;

const mapValues = (value: unknown, use: (each: unknown, key: string) => unknown): unknown =>
  isObject(value) ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, use(each, key)])) : value;

export const upgradeSchema = (root: unknown, draft: Draft): Upgraded => {
  const dropped: { keyword: string; path: string }[] = [];
  const upgrade = (schema: unknown, path: string, depth: number): unknown => {
    if (!isObject(schema) || depth > 60) return schema;
    const down = (each: unknown, key: string): unknown => upgrade(each, `${path}/${key}`, depth + 1);
    const found: Record<string, unknown> = {};
    if ('$ref' in schema) found.$ref = renameRef(schema.$ref);
    // Up to draft 7 a reference stands alone; only what it is called may stand beside it.
    const alone = '$ref' in schema && draft <= 7;
    for (const [keyword, value] of Object.entries(schema)) {
      if (keyword === '$ref' || IGNORED.has(keyword)) continue;
      if (alone && !['title', 'description', 'default', 'definitions', '$defs'].includes(keyword)) continue;
      if (keyword === 'definitions')
        found.$defs = {
          ...(isObject(found.$defs) ? found.$defs : {}),
          ...(mapValues(value, (each, key) => down(each, `definitions/${key}`)) as JsonObject),
        };
      else if (keyword === 'items' && Array.isArray(value)) {
        found.prefixItems = value.map((each, index) => down(each, `items/${index}`));
        if ('additionalItems' in schema) found.items = down(schema.additionalItems, 'additionalItems');
      } else if (keyword === 'additionalItems') continue;
      else if (keyword === 'dependencies') splitDependencies(value, found, down);
      else if ((ONE as readonly string[]).includes(keyword)) found[keyword] = down(value, keyword);
      else if ((SEVERAL as readonly string[]).includes(keyword))
        found[keyword] = Array.isArray(value) ? value.map((each, index) => down(each, `${keyword}/${index}`)) : value;
      else if ((NAMED as readonly string[]).includes(keyword))
        found[keyword] = {
          ...(isObject(found[keyword]) ? found[keyword] : {}),
          ...(mapValues(value, (each, key) => down(each, `${keyword}/${key}`)) as JsonObject),
        };
      else if (PLAIN.includes(keyword)) found[keyword] = value;
      else dropped.push({ keyword, path });
    }
    return draft === 4 ? exclusiveBounds(found) : found;
  };
  return { schema: upgrade(root, '', 0), dropped };
};

const splitDependencies = (
  value: unknown,
  found: Record<string, unknown>,
  down: (each: unknown, key: string) => unknown,
): void => {
  if (!isObject(value)) return;
  const entries = Object.entries(value);
  const names = entries.filter(([, each]) => Array.isArray(each));
  const schemas = entries.filter(([, each]) => !Array.isArray(each));
  if (names.length > 0) found.dependentRequired = Object.fromEntries(names);
  if (schemas.length > 0)
    found.dependentSchemas = Object.fromEntries(schemas.map(([key, each]) => [key, down(each, `dependencies/${key}`)]));
};

/** Draft 4 says `exclusiveMinimum: true` beside `minimum`. */
const exclusiveBounds = (schema: JsonObject): JsonObject => {
  const bounds = new Map(Object.entries(schema));
  for (const [exclusive, bound] of [
    ['exclusiveMinimum', 'minimum'],
    ['exclusiveMaximum', 'maximum'],
  ] as const) {
    const flag = bounds.get(exclusive);
    if (typeof flag !== 'boolean') continue;
    bounds.delete(exclusive);
    if (flag && bounds.has(bound)) {
      bounds.set(exclusive, bounds.get(bound));
      bounds.delete(bound);
    }
  }
  return Object.fromEntries(bounds);
};
