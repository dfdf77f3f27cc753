import fc from 'fast-check';
import { evaluate as feelin } from 'feelin';
import { describe, expect, it } from 'vitest';
import {
  compileExpression,
  evaluate,
  type CompiledExpression,
  type FeelType,
  type TypeEnvironment,
} from '#engine/expression/index.ts';

/**
 * What the checker accepts gives, for every value the types allow, a value of the type it says: never
 * another kind, never null where it says there is a value, never beyond the bounds or the choices.
 */
const fieldTypes = fc.oneof(
  fc.record({
    kind: fc.constant('number' as const),
    integer: fc.constant(true),
    minimum: fc.integer({ min: -5, max: 3 }),
    maximum: fc.integer({ min: 4, max: 12 }),
    nullable: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('boolean' as const), nullable: fc.boolean() }),
  fc.record({
    kind: fc.constant('string' as const),
    values: fc.subarray(['a', 'b', 'c', 'd'], { minLength: 2 }),
    nullable: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('string' as const), nullable: fc.boolean() }),
  fc.record({ kind: fc.constant('date' as const), partial: fc.boolean(), nullable: fc.boolean() }),
  fc.record({
    kind: fc.constant('list' as const),
    items: fc.constant<FeelType>({ kind: 'string', values: ['a', 'b', 'c'] }),
    nullable: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('context' as const),
    fields: fc.constant<Readonly<Record<string, FeelType>>>({
      n: { kind: 'number', integer: true, minimum: 0, maximum: 9, nullable: true },
      t: { kind: 'string', nullable: true },
    }),
    nullable: fc.boolean(),
  }),
);

const NAMES = ['p', 'q', 'r', 's', 'u', 'v'];
const environments = fc
  .array(fieldTypes, { minLength: NAMES.length, maxLength: NAMES.length })
  .map((types): TypeEnvironment => ({
    form: { kind: 'context', fields: Object.fromEntries(types.map((type, at) => [NAMES[at] ?? 'p', type])) },
    today: { kind: 'date' },
  }));

const valueOf = (type: FeelType): fc.Arbitrary<unknown> => {
  const plain = (): fc.Arbitrary<unknown> => {
    switch (type.kind) {
      case 'number':
        return fc.integer({ min: type.minimum ?? -20, max: type.maximum ?? 20 });
      case 'boolean':
        return fc.boolean();
      case 'string':
        return type.values ? fc.constantFrom(...type.values) : fc.constantFrom('a', 'b', 'x', 'thọ', 'một hai');
      case 'date':
        return fc.constantFrom(
          '2020-02-29',
          '2021-07-01',
          '1999-12-31',
          ...(type.partial === true ? ['1990', '1990-05'] : []),
        );
      case 'list':
        return fc.array(valueOf(type.items), { maxLength: 3 });
      case 'context':
        return fc.record(
          Object.fromEntries(Object.entries(type.fields).map(([name, field]) => [name, valueOf(field)])),
        );
      default:
        return fc.constant(null);
    }
  };
  return 'nullable' in type && type.nullable === true ? fc.oneof(plain(), fc.constant(null)) : plain();
};

const field = fc.constantFrom(...NAMES.map((name) => `form.${name}`), 'form.u.n', 'form.v.t', 'form.p.n', 'today');
const literal = fc.constantFrom(
  '0',
  '1',
  '3',
  '7',
  '"a"',
  '"b"',
  'true',
  'date("2021-07-01")',
  'null',
  'duration("P3D")',
);
const operator = fc.constantFrom('=', '!=', '<', '<=', '>', '>=');

/** Texts of all kinds; most do not check, and those that do are what the property is about. */
const sources = fc.letrec<{ any: string; test: string }>((tie) => ({
  any: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    field,
    literal,
    fc.tuple(tie('any'), fc.constantFrom('+', '-', '*', '/'), tie('any')).map(([x, op, y]) => `(${x} ${op} ${y})`),
    fc.tuple(tie('test'), tie('any'), tie('any')).map(([x, y, z]) => `(if ${x} then ${y} else ${z})`),
    fc
      .tuple(
        fc.constantFrom(
          'count',
          'string length',
          'year',
          'month',
          'upper case',
          'abs',
          'floor',
          'string',
          'date',
          'min',
        ),
        tie('any'),
      )
      .map(([name, x]) => `${name}(${x})`),
    fc.tuple(field, fc.constantFrom('year', 'month', 'days', 'n', 't')).map(([x, part]) => `${x}.${part}`),
    fc
      .tuple(fc.constantFrom('min', 'max', 'modulo', 'years and months duration'), tie('any'), tie('any'))
      .map(([name, x, y]) => `${name}(${x}, ${y})`),
    tie('test'),
  ),
  test: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.tuple(field, operator, literal).map((parts) => parts.join(' ')),
    fc.tuple(tie('any'), operator, tie('any')).map(([x, op, y]) => `(${x} ${op} ${y})`),
    fc.tuple(field, operator, literal).map(([x, op, y]) => `(${x} != null and ${x} ${op} ${y})`),
    fc.tuple(field, operator, literal).map(([x, op, y]) => `(${x} = null or ${x} ${op} ${y})`),
    fc.tuple(field, operator, literal).map(([x, op, y]) => `(is defined(${x}) and not(${x} ${op} ${y}))`),
    fc
      .tuple(field, fc.integer({ min: 0, max: 4 }), fc.integer({ min: 5, max: 9 }))
      .map(([x, low, high]) => `${x} in [${low}..${high}]`),
    fc.tuple(field, literal).map(([x, y]) => `list contains(${x}, ${y})`),
    fc
      .tuple(fc.constantFrom('some', 'every'), field, tie('test'))
      .map(([word, x, y]) => `(${word} i in ${x} satisfies ${y})`),
    fc.tuple(tie('test'), fc.constantFrom('and', 'or'), tie('test')).map(([x, op, y]) => `(${x} ${op} ${y})`),
    tie('test').map((x) => `not(${x})`),
    field,
  ),
}));

const fits = (value: unknown, type: FeelType): boolean => {
  if (type.kind === 'any') return true;
  if (value === null) return type.kind === 'null' || type.nullable === true;
  switch (type.kind) {
    case 'string':
      return typeof value === 'string' && (type.values === undefined || type.values.includes(value));
    case 'number':
      return (
        typeof value === 'number' &&
        (type.integer !== true || Number.isInteger(value)) &&
        value >= (type.minimum ?? value) &&
        value <= (type.maximum ?? value)
      );
    case 'boolean':
      return typeof value === 'boolean';
    case 'date':
      return typeof value === 'string' && (type.partial === true ? /^\d{4}/ : /^\d{4}-\d{2}-\d{2}$/).test(value);
    case 'date-time':
      return typeof value === 'string' && value.includes('T');
    case 'duration':
      return typeof value === 'string' && /^-?P/.test(value);
    case 'list':
      return Array.isArray(value) && value.every((item) => fits(item, type.items));
    case 'context':
      return typeof value === 'object' && !Array.isArray(value);
    case 'null':
      return false;
  }
};

const compiled = (source: string, environment: TypeEnvironment): CompiledExpression | undefined => {
  if (source.length > 900) return undefined;
  const result = compileExpression(source, environment);
  return result.ok ? result.value : undefined;
};

const scopes = (environment: TypeEnvironment): fc.Arbitrary<Readonly<Record<string, unknown>>> =>
  fc.record({ form: valueOf(environment.form ?? { kind: 'null' }), today: fc.constant('2021-07-01') });

describe('the types', () => {
  it('are kept by every value, and null comes only where it was said', () => {
    let accepted = 0;
    fc.assert(
      fc.property(
        environments.chain((environment) =>
          fc.tuple(
            fc.constant(environment),
            fc.array(fc.oneof(sources.any, sources.test), { minLength: 8, maxLength: 8 }),
            fc.array(scopes(environment), { minLength: 4, maxLength: 4 }),
          ),
        ),
        ([environment, texts, given]) => {
          for (const source of texts) {
            const expression = compiled(source, environment);
            if (!expression) continue;
            accepted += 1;
            for (const scope of given) {
              const value = evaluate(expression, scope);
              expect(
                fits(value, expression.type),
                `${source} gives ${JSON.stringify(value)} of ${JSON.stringify(expression.type)} in ${JSON.stringify(scope)}`,
              ).toBe(true);
            }
          }
        },
      ),
      { numRuns: 1200 },
    );
    expect(accepted).toBeGreaterThan(1500);
  });

  /** Where feelin gives a value of the declared kind, ours is the same; the differences are those of `oracle.test.ts`. */
  it('hold of another implementation too, for conditions', () => {
    const numbers: TypeEnvironment = {
      form: {
        kind: 'context',
        fields: {
          p: { kind: 'number', integer: true, minimum: 0, maximum: 9, nullable: true },
          q: { kind: 'number', integer: true, minimum: 0, maximum: 9 },
          r: { kind: 'string', values: ['a', 'b'], nullable: true },
          s: { kind: 'boolean' },
        },
      },
    };
    const condition = fc.letrec<{ value: string }>((tie) => ({
      value: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc
          .tuple(fc.constantFrom('form.p', 'form.q'), operator, fc.constantFrom('form.q', '3', '7'))
          .map((parts) => parts.join(' ')),
        fc.constantFrom(
          'form.r = "a"',
          'form.r != "b"',
          'form.p = null',
          'form.s',
          'form.p in [2..5]',
          'form.q between 1 and 4',
        ),
        fc.tuple(tie('value'), fc.constantFrom('and', 'or'), tie('value')).map(([x, op, y]) => `(${x} ${op} ${y})`),
        tie('value').map((x) => `not(${x})`),
      ),
    })).value;
    fc.assert(
      fc.property(condition, scopes(numbers), (source, scope) => {
        const expression = compiled(source, numbers);
        if (!expression) return;
        expect(evaluate(expression, scope), source).toEqual(feelin(source, scope).value ?? null);
      }),
      { numRuns: 500 },
    );
  });
});

const environment: TypeEnvironment = {
  form: {
    kind: 'context',
    fields: {
      n: { kind: 'number', integer: true, minimum: 0, maximum: 9, nullable: true },
      m: { kind: 'number', integer: true, minimum: 1, maximum: 9 },
      born: { kind: 'date', partial: true },
      g: { kind: 'context', nullable: true, fields: { n: { kind: 'number' } } },
      b: { kind: 'boolean', nullable: true },
      list: { kind: 'list', items: { kind: 'number', nullable: true } },
    },
  },
  today: { kind: 'date' },
};

const told = (source: string): readonly string[] => {
  const result = compileExpression(source, environment, 'boolean');
  return (result.ok ? (result.warnings ?? []) : result.problems).map(({ code }) => code.slice('expression.'.length));
};

describe('what is known of null', () => {
  it.each(
    [
      'form.n != null and form.n > 3',
      'form.n = null or form.n > 3',
      'is defined(form.n) and form.n < 3 and form.n + 1 > 2',
      'if form.n = null then false else form.n > 3',
      'if form.n != null then form.n > 3 else true',
      'not(form.n = null) and form.n > 3',
      'form.n != null and (form.n > 3 or form.n < 1)',
      'not(form.n = null or form.n > 3)',
      'form.g != null and form.g.n > 3',
      'some x in form.list satisfies x != null and x > 3',
    ].map((source) => [source]),
  )('%s has a truth value', (source) => {
    expect(told(source)).toEqual([]);
  });

  it.each(
    [
      'form.n > 3',
      'form.n != null or form.n > 3',
      'form.n > 3 and form.n != null',
      'if form.b then form.n > 3 else false',
      'not(form.n > 3)',
      'form.g.n > 3',
      'form.born < today',
      'some x in form.list satisfies x > 3',
    ].map((source) => [source]),
  )('%s may be unknown', (source) => {
    expect(told(source)).toEqual(['may-be-null']);
  });
});

describe('comparisons of numbers beyond their limits', () => {
  it.each(
    [
      'form.n > 9',
      'form.m < 1',
      'form.m = 0',
      'form.m = 2.5',
      'form.m + 1 > 10',
      'form.m in [10..20]',
      'form.m * 2 = 1.5',
    ].map((each) => [each]),
  )('%s can never hold', (source) => {
    expect(told(source)).toContain('never-holds');
  });
  it.each(['form.m > 0', 'form.m <= 9', 'form.m - 10 < 0'].map((each) => [each]))('%s always holds', (source) => {
    expect(told(source)).toEqual(['always-holds']);
  });
});

describe('“in” before “and” or “or”', () => {
  it('wants brackets, as nobody means what it is read as', () => {
    expect(told('form.m in [1..3] or form.m = 5')).toEqual(['brackets']);
    expect(told('(form.m in [1..3]) or form.m = 5')).toEqual([]);
  });
});

describe('dates that may not exist', () => {
  it('are refused when written, and told when put together', () => {
    expect(told('date("2021-02-30") < today')).toContain('bad-literal');
    expect(told('date(2021, 2, 30) < today')).toContain('bad-literal');
    expect(told('date(2021, 2, form.m) < today')).toContain('date-may-not-exist');
    expect(told('date(2020, 2, 29) < today')).toEqual([]);
  });
});
