import { matchesSchema, type Answers } from '#engine/form/index.ts';
import { sampleText } from './sample-text.ts';

type Schema = Readonly<Record<string, unknown>>;

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Completes answers to a JSON Schema from elsewhere: what it requires gets the plainest value that fits. */
export const fillForeign = (schema: unknown, answers: Answers): Answers =>
  isSchema(schema) ? (objectOf(schema, answers, schema, 0) as Answers) : answers;

const followed = (schema: Schema, root: Schema): Schema => {
  const { $ref: reference } = schema;
  if (typeof reference !== 'string' || !reference.startsWith('#/')) return schema;
  let at: unknown = root;
  for (const part of reference.slice(2).split('/'))
    at = isSchema(at) ? at[part.replaceAll('~1', '/').replaceAll('~0', '~')] : undefined;
  return isSchema(at) ? at : schema;
};

const objectOf = (schema: Schema, given: Answers, root: Schema, depth: number): Answers => {
  const properties = isSchema(schema.properties) ? schema.properties : {};
  const required: readonly unknown[] = Array.isArray(schema.required) ? schema.required : [];
  const done: Record<string, unknown> = { ...given };
  for (const [name, part] of Object.entries(properties)) {
    if (!isSchema(part) || (done[name] === undefined && !required.includes(name))) continue;
    const value = valueOf(followed(part, root), done[name], root, depth + 1);
    if (value !== undefined) done[name] = value;
  }
  return done;
};

const valueOf = (schema: Schema, given: unknown, root: Schema, depth: number): unknown => {
  if (depth > 12) return given;
  if (schema.type === 'object') return objectOf(schema, isSchema(given) ? given : {}, root, depth);
  if (given !== undefined) return given;
  if ('const' in schema) return schema.const;
  if (Array.isArray(schema.enum)) return (schema.enum as readonly unknown[])[0];
  switch (schema.type) {
    case 'string':
      return textOf(schema);
    case 'integer':
    case 'number':
      return typeof schema.minimum === 'number' ? Math.ceil(schema.minimum) : 0;
    case 'boolean':
      return true;
    case 'array': {
      const least = typeof schema.minItems === 'number' ? schema.minItems : 0;
      const items = isSchema(schema.items) ? followed(schema.items, root) : {};
      return Array.from({ length: least }, () => valueOf(items, undefined, root, depth + 1));
    }
    default:
      return undefined;
  }
};

const FORMATS: Readonly<Record<string, string>> = {
  date: '2026-01-05',
  'date-time': '2026-01-05T08:00:00+07:00',
  time: '08:00:00',
  email: 'nguoi.nop@vidu.vn',
  uri: 'https://vidu.gov.vn/',
};

const textOf = (schema: Schema): string | undefined => {
  const format = typeof schema.format === 'string' ? FORMATS[schema.format] : undefined;
  if (format !== undefined) return format;
  const number = (key: string, otherwise: number): number =>
    typeof schema[key] === 'number' ? schema[key] : otherwise;
  return sampleText(
    typeof schema.pattern === 'string' ? schema.pattern : undefined,
    number('minLength', 1),
    number('maxLength', 500),
    () => 0,
    (text) => matchesSchema(schema, text),
  );
};
