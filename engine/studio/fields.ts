import { feel, formSchema, id, localDate, localized, procedureSchema, sharedRef } from '#engine/definition/browser.ts';
import { SETTING_USE, knownParts } from '#engine/form/browser.ts';
import type { Json, JsonRecord } from './json.ts';
import type { QuestionType } from './questions.ts';

/**
 * What can be set, read from the very schemas that definitions are checked against: a setting that
 * the format gains is a setting that the studio shows.
 */
export type Field =
  | { readonly kind: 'localized' | 'feel' | 'id' | 'shared' | 'date' | 'boolean' | 'required' }
  | { readonly kind: 'text'; readonly most: number; readonly pattern?: string }
  | { readonly kind: 'number'; readonly integer: boolean; readonly minimum?: number; readonly maximum?: number }
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  | { readonly kind: 'choices'; readonly values: readonly string[] }
  /** Ids of the procedure's cases. */
  | { readonly kind: 'cases' }
  | { readonly kind: 'fixed'; readonly value: string }
  | { readonly kind: 'list'; readonly item: Field; readonly most: number }
  | { readonly kind: 'record'; readonly fields: readonly NamedField[] }
  | { readonly kind: 'variants'; readonly variants: readonly Variant[] };

export interface NamedField {
  readonly name: string;
  readonly field: Field;
  readonly needed: boolean;
}

export interface Variant {
  readonly name: string;
  readonly field: Field;
  /** Is a value of this variant? */
  readonly fits: (value: Json | undefined) => boolean;
}

type Schema = Readonly<Record<string, unknown>>;
const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const strings = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
const numberOr = (value: unknown, otherwise: number): number => (typeof value === 'number' ? value : otherwise);

const KNOWN: readonly (readonly [unknown, Field])[] = [
  [localized, { kind: 'localized' }],
  [feel, { kind: 'feel' }],
  [id, { kind: 'id' }],
  [sharedRef, { kind: 'shared' }],
  [localDate, { kind: 'date' }],
];

/** A schema of the definition formats → what can be set there. Throws on a shape that the formats do not use. */
export const fieldOf = (schema: unknown): Field => {
  const known = KNOWN.find(([each]) => each === schema);
  if (known) return known[1];
  if (!isSchema(schema)) throw new TypeError('not a schema');
  if (typeof schema['const'] === 'string') return { kind: 'fixed', value: schema['const'] };
  if (Array.isArray(schema['anyOf'])) return variantsOf(schema['anyOf']);
  if (Array.isArray(schema['enum'])) return { kind: 'choice', values: strings(schema['enum']) };
  switch (schema['type']) {
    case 'string':
      return {
        kind: 'text',
        most: numberOr(schema['maxLength'], 200),
        ...(typeof schema['pattern'] === 'string' ? { pattern: schema['pattern'] } : {}),
      };
    case 'boolean':
      return { kind: 'boolean' };
    case 'integer':
    case 'number':
      return {
        kind: 'number',
        integer: schema['type'] === 'integer',
        ...(typeof schema['minimum'] === 'number' ? { minimum: schema['minimum'] } : {}),
        ...(typeof schema['maximum'] === 'number' ? { maximum: schema['maximum'] } : {}),
      };
    case 'array': {
      if (schema['items'] === id) return { kind: 'cases' };
      const item = fieldOf(schema['items']);
      if (item.kind === 'choice') return { kind: 'choices', values: item.values };
      return { kind: 'list', item, most: numberOr(schema['maxItems'], 100) };
    }
    case 'object':
      return { kind: 'record', fields: fieldsIn(schema) };
    default:
      throw new TypeError(`no field for ${JSON.stringify(schema).slice(0, 80)}`);
  }
};

const written: Field = { kind: 'text', most: 64, pattern: id.pattern };

const fieldsIn = (schema: Schema): readonly NamedField[] => {
  const needed = strings(schema['required']);
  return Object.entries(isSchema(schema['properties']) ? schema['properties'] : {}).map(([name, each]) => ({
    name,
    // Only a thing's own id is given by the studio; an id under another name is one that somebody writes.
    field: each === id && name !== 'id' ? written : fieldOf(each),
    needed: needed.includes(name),
  }));
};

const kindOf = (value: Json | undefined): Json | undefined =>
  typeof value === 'object' && value !== null && 'kind' in value ? value.kind : undefined;

const isPlainRecord = (value: Json | undefined): value is JsonRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const variantsOf = (schemas: readonly unknown[]): Field => {
  const fields = schemas.map(fieldOf);
  if (fields.length === 2 && fields[0]?.kind === 'boolean' && fields[1]?.kind === 'feel') return { kind: 'required' };
  return {
    kind: 'variants',
    variants: fields.map((field): Variant => {
      if (field.kind === 'number') return { name: 'number', field, fits: (value) => typeof value === 'number' };
      if (field.kind === 'feel') return { name: 'feel', field, fits: (value) => typeof value === 'string' };
      const mark = field.kind === 'record' ? field.fields.find(({ name }) => name === 'kind') : undefined;
      if (mark?.field.kind !== 'fixed')
        return { name: 'table', field, fits: (value) => isPlainRecord(value) && 'rules' in value };
      const { value: name } = mark.field;
      // A limit without a kind is a duration.
      return {
        name,
        field,
        fits: (value) =>
          kindOf(value) === name || (!mark.needed && isPlainRecord(value) && kindOf(value) === undefined),
      };
    }),
  };
};

const questionSchemas: readonly Schema[] = ((): readonly Schema[] => {
  const [pages] = formSchema.anyOf;
  return pages.properties.pages.items.properties.questions.items.anyOf;
})();

const typeNames = (schema: Schema): readonly string[] => {
  const type = isSchema(schema['properties']) ? schema['properties']['type'] : undefined;
  if (!isSchema(type)) return [];
  return typeof type['const'] === 'string' ? [type['const']] : strings(type['enum']);
};

const isSettingOf = (name: string, type: string): boolean => {
  const users = Object.hasOwn(SETTING_USE, name) ? SETTING_USE[name as keyof typeof SETTING_USE] : undefined;
  return users === undefined || users.includes(type);
};

const COMPOSITES = ['person', 'organisation', 'address'] as const;

const settings = new Map<string, readonly NamedField[]>();

/**
 * The settings of a question type, from the schema of `form.json`. What every question has (id, type,
 * label, hint, required, when) comes first; the questions inside a group are edited as questions.
 */
export const settingsOf = (type: QuestionType): readonly NamedField[] => {
  const known = settings.get(type);
  if (known) return known;
  const schema = questionSchemas.find((each) => typeNames(each).includes(type));
  if (!schema) throw new TypeError(`no question type ${type}`);
  const composite = COMPOSITES.find((each) => each === type);
  const found = Object.entries(isSchema(schema['properties']) ? schema['properties'] : {})
    .filter(([name]) => name !== 'type' && name !== 'questions' && isSettingOf(name, type))
    .map(([name, each]): NamedField => {
      const needed = strings(schema['required']).includes(name);
      const isParts = composite !== undefined && (name === 'parts' || name === 'requiredParts');
      return { name, needed, field: isParts ? { kind: 'choices', values: knownParts(composite) } : fieldOf(each) };
    });
  settings.set(type, found);
  return found;
};

/** The screens of `procedure.json` and the properties on each; together they are all there are. */
export const screens = {
  'thong-tin': [
    'code', 'name', 'field', 'description', 'keywords', 'levels', 'authority', 'applicants', 'channels', 'onlineLevel',
    'sets', 'onTheSpot', 'replaces', 'source',
  ],
  'truong-hop': ['cases'],
  'giay-to': ['checklist'],
  'thoi-han': ['timeLimits'],
  'le-phi': ['fees'],
  'ket-qua': ['results'],
  'trinh-tu': ['conditions', 'publicSteps'],
  'can-cu': ['legalBasis'],
} as const; // prettier-ignore
export type Screen = keyof typeof screens;

const procedureFields = new Map(fieldsIn(procedureSchema).map((each) => [each.name, each]));

export const screenFields = (screen: Screen): readonly NamedField[] =>
  screens[screen].flatMap((name) => {
    const field = procedureFields.get(name);
    return field ? [field] : [];
  });

/** Parts of which it can be said that the law provides none. */
export const noneParts: readonly string[] = procedureSchema.properties.none.items.enum;

/** The least of a value of that field, for something just added. */
export const blankOf = (field: Field, newId: () => string): Json => {
  switch (field.kind) {
    case 'localized':
      return { vi: '' };
    case 'boolean':
    case 'required':
      return false;
    case 'number':
      return field.minimum ?? 0;
    case 'choice':
      return field.values[0] ?? '';
    case 'fixed':
      return field.value;
    case 'id':
      return newId();
    case 'choices':
    case 'cases':
    case 'list':
      return [];
    case 'record':
      return Object.fromEntries(
        field.fields.filter(({ needed }) => needed).map(({ name, field: inner }) => [name, blankOf(inner, newId)]),
      );
    case 'variants':
      return field.variants[0] ? blankOf(field.variants[0].field, newId) : '';
    default:
      return '';
  }
};
