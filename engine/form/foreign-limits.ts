import { problem, type Problem } from '#engine/result/index.ts';
import { formats } from './formats.ts';
import { pointer } from './foreign-type.ts';
import { LINEAR_PATTERN, linearPattern } from './linear-pattern.ts';
import { messages } from './messages.ts';
import { checkPattern } from './patterns.ts';
import type { JsonObject } from './types.ts';
import { isObject, NAMED, ONE, SEVERAL } from './upgrade-schema.ts';

/** What a schema from elsewhere may cost at most. */
export const LIMITS = {
  bytes: 256 * 1024,
  depth: 20,
  fields: 500,
  items: 200,
  textLength: 100_000,
  choices: 2000,
} as const;

/** Bound for texts and lists that set none of their own. */
const TEXT_LENGTH = 5000;

/** Keywords of 2019-09 and 2020-12 that neither RJSF nor a bounded check can follow. */
export const REFUSED = [
  '$dynamicRef',
  '$dynamicAnchor',
  '$recursiveRef',
  '$recursiveAnchor',
  '$anchor',
  'unevaluatedProperties',
  'unevaluatedItems',
  '$vocabulary',
  'contentSchema',
  'formatMinimum',
  'formatMaximum',
  '$data',
];

interface Walk {
  readonly root: unknown;
  readonly problems: Problem[];
  fields: number;
}

/** Checks an upgraded schema and gives texts and lists their bounds; collects what is refused. */
export const boundSchema = (root: unknown, problems: Problem[]): unknown => {
  const walk: Walk = { root, problems, fields: 0 };
  const bounded = bound(root, '', 0, walk);
  if (walk.fields > LIMITS.fields)
    problems.push(
      problem(
        'form.schema-too-large',
        '/schema',
        messages.foreignTooLarge(`${walk.fields} câu hỏi`, LIMITS.fields),
        messages.splitForm(),
      ),
    );
  checkReferences(root, problems);
  return bounded;
};

const has = (schema: JsonObject, type: string): boolean =>
  schema.type === type || (Array.isArray(schema.type) && schema.type.includes(type));

const bound = (schema: unknown, path: string, depth: number, walk: Walk): unknown => {
  if (!isObject(schema)) return schema;
  const at = `/schema${path}`;
  if (depth > LIMITS.depth) {
    if (!walk.problems.some((found) => found.code === 'form.schema-too-deep')) {
      walk.problems.push(
        problem(
          'form.schema-too-deep',
          at,
          messages.foreignTooLarge('số cấp lồng nhau', LIMITS.depth),
          messages.splitForm(),
        ),
      );
    }
    return schema;
  }
  checkValues(schema, at, walk);
  const found: Record<string, unknown> = { ...schema };
  const down = (each: unknown, key: string): unknown => bound(each, `${path}/${key}`, depth + 1, walk);
  for (const keyword of ONE) if (keyword in schema) found[keyword] = down(schema[keyword], keyword);
  for (const keyword of SEVERAL) {
    const value = schema[keyword];
    if (Array.isArray(value)) found[keyword] = value.map((each, index) => down(each, `${keyword}/${index}`));
  }
  for (const keyword of NAMED) {
    const value = schema[keyword];
    if (isObject(value))
      found[keyword] = Object.fromEntries(
        Object.entries(value).map(([key, each]) => [key, down(each, `${keyword}/${key}`)]),
      );
  }
  if (has(schema, 'string') && schema.maxLength === undefined && !('enum' in schema) && !('const' in schema))
    found.maxLength = TEXT_LENGTH;
  if (has(schema, 'array') && schema.maxItems === undefined) found.maxItems = LIMITS.items;
  if (typeof schema.format === 'string' && !Object.hasOwn(formats, schema.format)) delete found.format;
  if (typeof schema.pattern === 'string') {
    // What could hang in a browser is checked by the server, in linear time; what nobody can check is left out and told.
    const against = checkPattern(schema.pattern, `${at}/pattern`);
    if (against.length > 0) delete found.pattern;
    if (against.length > 0 && linearPattern(schema.pattern)) found[LINEAR_PATTERN] = schema.pattern;
    else
      for (const { path: place, message } of against)
        walk.problems.push(problem('form.pattern-unchecked', place, message, messages.patternUnchecked(), 'warning'));
  }
  return found;
};

const checkValues = (schema: JsonObject, at: string, walk: Walk): void => {
  const add = (code: string, keyword: string, message: Problem['message'], remedy: Problem['remedy']): void => {
    walk.problems.push(problem(`form.${code}`, `${at}/${keyword}`, message, remedy));
  };
  for (const [keyword, value] of Object.entries(schema)) {
    if (isObject(value) && Object.hasOwn(value, '$data'))
      add('keyword', keyword, messages.keyword('$data'), messages.removeKeyword());
  }
  for (const name of Object.keys(isObject(schema.patternProperties) ? schema.patternProperties : {}))
    walk.problems.push(...checkPattern(name, `${at}/patternProperties`));
  const names = Object.keys(isObject(schema.properties) ? schema.properties : {});
  walk.fields += names.length;
  if (names.includes('__proto__'))
    add('keyword', 'properties', messages.keyword('__proto__'), messages.removeKeyword());
  if (Array.isArray(schema.enum) && schema.enum.length > LIMITS.choices)
    add(
      'schema-too-large',
      'enum',
      messages.foreignTooLarge(`${schema.enum.length} lựa chọn`, LIMITS.choices),
      messages.splitForm(),
    );
  if (typeof schema.maxItems === 'number' && schema.maxItems > LIMITS.items)
    add(
      'schema-too-large',
      'maxItems',
      messages.foreignTooLarge(`maxItems ${schema.maxItems}`, LIMITS.items),
      messages.splitForm(),
    );
  if (typeof schema.maxLength === 'number' && schema.maxLength > LIMITS.textLength)
    add(
      'schema-too-large',
      'maxLength',
      messages.foreignTooLarge(`maxLength ${schema.maxLength}`, LIMITS.textLength),
      messages.splitForm(),
    );
};

/** References stay in the document, lead somewhere, and do not go round. */
const checkReferences = (root: unknown, problems: Problem[]): void => {
  const done = new Set<unknown>();
  const follow = (schema: unknown, trail: readonly unknown[], at: string): void => {
    if (!isObject(schema) || done.has(schema)) return;
    if (typeof schema.$ref === 'string') {
      const { $ref } = schema;
      const place = `/schema${at}/$ref`;
      if (!$ref.startsWith('#'))
        problems.push(problem('form.remote-ref', place, messages.remoteRef($ref), messages.inlineRef()));
      else {
        const target = pointer(root, $ref);
        if (!isObject(target))
          problems.push(problem('form.broken-ref', place, messages.brokenRef($ref), messages.inlineRef()));
        else if (trail.includes(target) || target === schema)
          problems.push(problem('form.ref-cycle', place, messages.refCycle($ref), messages.inlineRef()));
        else follow(target, [...trail, schema, target], at);
      }
    }
    const inside = [...trail, schema];
    for (const keyword of ONE) follow(schema[keyword], inside, `${at}/${keyword}`);
    for (const keyword of SEVERAL)
      if (Array.isArray(schema[keyword]))
        schema[keyword].forEach((each, index) => follow(each, inside, `${at}/${keyword}/${index}`));
    for (const keyword of NAMED)
      if (isObject(schema[keyword]))
        for (const [key, each] of Object.entries(schema[keyword])) follow(each, inside, `${at}/${keyword}/${key}`);
    done.add(schema);
  };
  follow(root, [], '');
};
