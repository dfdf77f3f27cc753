import { describe, expect, it } from 'vitest';
import {
  checkInBrowser,
  compileForm,
  effectiveForm,
  formEnvironment,
  matchesSchema,
  validateAnswers,
  validatorModule,
} from '#engine/form/index.ts';
import { codesOf, facts, load, noShared } from './samples.ts';

const foreign = (schema: object) =>
  compileForm({ format: 'motcua/form@1', kind: 'json-schema', schema } as never, noShared);

const ready = (schema: object) => {
  const result = foreign(schema);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
};

describe('a form from elsewhere', () => {
  it('in draft 4 becomes 2020-12', () => {
    const form = ready({
      $schema: 'http://json-schema.org/draft-04/schema#',
      type: 'object',
      definitions: { area: { type: 'number', minimum: 0, exclusiveMinimum: true } },
      properties: {
        area: { $ref: '#/definitions/area' },
        pair: { type: 'array', items: [{ type: 'string' }, { type: 'integer' }], additionalItems: false },
      },
      dependencies: { area: ['pair'] },
      required: ['area'],
    });
    expect(form.foreign?.schema).toMatchObject({
      $defs: { area: { exclusiveMinimum: 0 } },
      properties: {
        area: { $ref: '#/$defs/area' },
        pair: { prefixItems: [{ type: 'string' }, { type: 'integer' }], items: false },
      },
      dependentRequired: { area: ['pair'] },
    });
    expect(validateAnswers(form, facts({ area: 0, pair: [] })).map((each) => each.path)).toEqual(['/area']);
    expect(validateAnswers(form, facts({ area: 1, pair: ['a', 1] }))).toEqual([]);
    expect(validateAnswers(form, facts({ area: 1 })).map((each) => [each.path, each.code])).toEqual([
      ['/pair', 'form.answer.required'],
    ]);
  });

  it('keeps draft 7 conditions', () => {
    const form = ready({
      $schema: 'http://json-schema.org/draft-07/schema#',
      type: 'object',
      properties: { kind: { type: 'string', title: 'Loại', enum: ['a', 'b'] } },
      if: { properties: { kind: { const: 'b' } }, required: ['kind'] },
      then: { properties: { why: { type: 'string', title: 'Lý do' } }, required: ['why'] },
    });
    expect(validateAnswers(form, facts({ kind: 'a' }))).toEqual([]);
    expect(validateAnswers(form, facts({ kind: 'b' })).map((each) => each.path)).toEqual(['/why']);
  });

  it('gives texts and lists a bound where they have none, and no more', () => {
    const form = ready({
      type: 'object',
      properties: {
        t: { type: 'string' },
        l: { type: 'array', items: { type: 'number' } },
        s: { type: 'string', maxLength: 3 },
      },
    });
    expect(form.foreign?.schema.properties).toMatchObject({
      t: { maxLength: 5000 },
      l: { maxItems: 200 },
      s: { maxLength: 3 },
    });
  });

  it('names the field by its title', () => {
    const form = ready({
      type: 'object',
      properties: {
        who: {
          type: 'object',
          title: 'Người khai',
          properties: { name: { type: 'string', title: 'Họ tên' } },
          required: ['name'],
        },
      },
    });
    expect(validateAnswers(form, facts({ who: { x: 1 } }))[0]?.message.vi).toBe('Người khai – Họ tên: chưa điền.');
  });

  it('is checked alike in the browser', async () => {
    const form = ready({
      type: 'object',
      properties: {
        a: { type: 'string', minLength: 3 },
        b: { type: 'array', uniqueItems: true, items: { type: 'string' } },
      },
      required: ['a'],
    });
    const validators = await load(validatorModule(form));
    for (const answers of [{}, { a: 'x' }, { a: 'xyz', b: ['1', '1'] }, { a: 'xyz' }]) {
      expect(checkInBrowser(form, facts(answers), validators)).toEqual(validateAnswers(form, facts(answers)));
    }
  });

  it('is typed for conditions elsewhere', () => {
    const form = ready({
      type: 'object',
      properties: {
        kind: { enum: ['a', 'b'], type: 'string' },
        born: { type: 'string', format: 'date' },
        n: { type: 'integer' },
      },
    });
    expect(formEnvironment(form).form).toMatchObject({
      fields: { kind: { kind: 'string', values: ['a', 'b'] }, born: { kind: 'date' }, n: { kind: 'number' } },
    });
  });

  it('is one page', () => {
    const { pages } = effectiveForm(
      ready({ type: 'object', title: 'Đơn', properties: { a: { type: 'string' } } }),
      facts({}),
    );
    expect(pages.map((page) => [page.title.vi, page.questionIds])).toEqual([['Đơn', ['a']]]);
  });

  const deep = (levels: number): object =>
    levels === 0 ? { type: 'string' } : { type: 'object', properties: { a: deep(levels - 1) } };

  it.each<[string, object, string]>([
    [
      'a remote reference',
      { type: 'object', properties: { a: { $ref: 'https://example.org/a.json' } } },
      'form.remote-ref',
    ],
    [
      'a reference that leads nowhere',
      { type: 'object', properties: { a: { $ref: '#/$defs/none' } } },
      'form.broken-ref',
    ],
    ['a reference to itself', { type: 'object', properties: { a: { $ref: '#' } } }, 'form.ref-cycle'],
    [
      'references in a circle',
      {
        type: 'object',
        $defs: { a: { allOf: [{ $ref: '#/$defs/b' }] }, b: { $ref: '#/$defs/a' } },
        properties: { a: { $ref: '#/$defs/a' } },
      },
      'form.ref-cycle',
    ],
    [
      '$data',
      { type: 'object', properties: { a: { type: 'number', maximum: { $data: '1/b' } }, b: { type: 'number' } } },
      'form.keyword',
    ],
    ['$dynamicRef', { type: 'object', properties: { a: { $dynamicRef: '#a' } } }, 'form.keyword'],
    ['too many levels', deep(25), 'form.schema-too-deep'],
    ['a thousand levels', deep(1000), 'form.schema-too-deep'],
    [
      'too many fields',
      {
        type: 'object',
        properties: Object.fromEntries(Array.from({ length: 501 }, (_, index) => [`f${index}`, { type: 'string' }])),
      },
      'form.schema-too-large',
    ],
    ['too many bytes', { type: 'object', description: 'x'.repeat(300_000), properties: {} }, 'form.schema-too-large'],
    [
      'too many choices',
      { type: 'object', properties: { a: { enum: Array.from({ length: 2001 }, (_, index) => index) } } },
      'form.schema-too-large',
    ],
    [
      'lists too long',
      { type: 'object', properties: { a: { type: 'array', maxItems: 100_000 } } },
      'form.schema-too-large',
    ],
    [
      'a list of required names that is empty, in draft 4',
      { $schema: 'http://json-schema.org/draft-04/schema#', type: 'object', properties: {}, required: [] },
      'form.schema-invalid',
    ],
    ['an evil pattern of names', { type: 'object', patternProperties: { '^(a|a)*$': {} } }, 'form.evil-pattern'],
    [
      'an unknown draft',
      { $schema: 'http://json-schema.org/draft-03/schema#', type: 'object', properties: {} },
      'form.schema-draft',
    ],
    ['no object', { type: 'string' }, 'form.schema-object'],
    ['nonsense', { type: 'object', properties: { a: { type: 'strnig' } } }, 'form.schema-invalid'],
  ])('is refused for %s', (_, schema, code) => {
    const result = foreign(schema);
    expect(result.ok).toBe(false);
    expect(codesOf(result)).toContain(code);
  });

  it.each([
    ['could hang', '^(a*)*$', 'aaa', 'ab'],
    ['looks ahead', '^(?!0000)[0-9]{4}$', '0001', '0000'],
    ['escapes what need not be', '^[0-9]{2}\\-[0-9]$', '12-3', '123'],
  ])('a pattern that %s is checked by the server, and not run in a browser', (_, pattern, right, wrong) => {
    const result = foreign({ type: 'object', properties: { a: { type: 'string', title: 'Mã', pattern } } });
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    expect(codesOf(result)).toEqual([]);
    const judged = (a: string) => validateAnswers(result.value, facts({ a })).map(({ code }) => code);
    expect(judged(right)).toEqual([]);
    expect(judged(wrong)).toEqual(['form.answer.pattern']);
    expect(judged(`${'a'.repeat(4000)}!`)).toEqual(['form.answer.pattern']);
    expect(validatorModule(result.value)).not.toMatch(/RegExp\(|\.test\(/);
  });

  it('a pattern that refers back is left out and told, and the form is taken', () => {
    const result = foreign({ type: 'object', properties: { a: { type: 'string', pattern: '^(a+)b\\1$' } } });
    expect(result.ok && result.warnings).toMatchObject([
      { code: 'form.pattern-unchecked', severity: 'warning', path: '/schema/properties/a/pattern' },
    ]);
    expect(JSON.stringify(result.ok ? result.value.foreign?.schema : '')).not.toContain('attern');
  });

  it('a root that only refers to an object inside is that object', () => {
    const result = foreign({
      $schema: 'http://json-schema.org/draft-04/schema#',
      $ref: '#/definitions/root',
      definitions: { root: { type: 'object', properties: { a: { $ref: '#/definitions/b' } } }, b: { type: 'string' } },
    });
    expect(result.ok && result.value.foreign?.schema).toMatchObject({ type: 'object', properties: { a: {} } });
  });

  it('objects of a list may have to differ: lists are short enough to compare them', () => {
    const result = foreign({
      type: 'object',
      properties: { a: { type: 'array', uniqueItems: true, items: { type: 'object', properties: {} } } },
    });
    expect(result.ok).toBe(true);
  });

  it('does not let answers reach the prototype', () => {
    const form = ready({
      type: 'object',
      properties: { a: { type: 'string' } },
      required: ['constructor'],
      additionalProperties: true,
    });
    expect(validateAnswers(form, facts({ a: 'x' }))).toHaveLength(1);
  });
});

describe('matching a branch', () => {
  it.each<[unknown, unknown, boolean]>([
    [{ const: 'a' }, 'a', true],
    [{ enum: [1, 2] }, 3, false],
    [{ oneOf: [{ type: 'string' }, { maxLength: 3 }] }, 'ab', false],
    [{ properties: { k: { const: 'x' } }, required: ['k'] }, { k: 'x' }, true],
    [{ if: { minimum: 5 }, then: { multipleOf: 2 }, else: { maximum: 3 } }, 6, true],
    [{ if: { minimum: 5 }, then: { multipleOf: 2 }, else: { maximum: 3 } }, 4, false],
    [{ contains: { const: 1 } }, [2, 1], true],
    [{ not: { type: 'null' } }, null, false],
    [{ $ref: '#/$defs/a', $defs: { a: { type: 'boolean' } } }, true, true],
    [{ prefixItems: [{ type: 'string' }], items: false }, ['a', 1], false],
  ])('%j and %j: %s', (schema, value, expected) => {
    expect(matchesSchema(schema, value)).toBe(expected);
  });
});
