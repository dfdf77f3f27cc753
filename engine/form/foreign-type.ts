import type { FeelType } from '#engine/expression/browser.ts';
import type { JsonObject } from './types.ts';

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const ANY: FeelType = { kind: 'any', nullable: true };

/** The FEEL type of what a foreign JSON Schema describes; `any` where it does not say. */
export const foreignType = (schema: unknown, root: unknown = schema, depth = 0): FeelType => {
  if (!isObject(schema) || depth > 20) return ANY;
  if (typeof schema.$ref === 'string') return foreignType(pointer(root, schema.$ref), root, depth + 1);
  const values = Array.isArray(schema.enum) ? schema.enum : undefined;
  switch (schema.type) {
    case 'string':
      if (schema.format === 'date') return { kind: 'date', nullable: true };
      if (schema.format === 'date-time') return { kind: 'date-time', nullable: true };
      return values?.every((value) => typeof value === 'string')
        ? { kind: 'string', values, nullable: true }
        : { kind: 'string', nullable: true };
    case 'number':
      return { kind: 'number', nullable: true };
    case 'integer':
      return { kind: 'number', integer: true, nullable: true };
    case 'boolean':
      return { kind: 'boolean', nullable: true };
    case 'array':
      return { kind: 'list', items: foreignType(schema.items, root, depth + 1), nullable: true };
    case 'object': {
      const properties = isObject(schema.properties) ? schema.properties : {};
      // Properties that only a condition or a combination brings in are not known here.
      if (['allOf', 'anyOf', 'oneOf', 'if', 'dependentSchemas'].some((word) => word in schema)) return ANY;
      const fields = Object.entries(properties).map(
        ([name, each]) => [name, foreignType(each, root, depth + 1)] as const,
      );
      return { kind: 'context', fields: Object.fromEntries(fields), nullable: true };
    }
    default:
      return ANY;
  }
};

/** A reference inside the same document: `#/definitions/address`. */
export const pointer = (root: unknown, reference: string): unknown => {
  if (reference === '#') return root;
  if (!reference.startsWith('#/')) return undefined;
  let at: unknown = root;
  for (const raw of reference.slice(2).split('/')) {
    const key = decodeURIComponent(raw).replaceAll('~1', '/').replaceAll('~0', '~');
    if (Array.isArray(at)) at = at[Number(key)];
    else at = isObject(at) && Object.hasOwn(at, key) ? at[key] : undefined;
  }
  return at;
};
