import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compileExpression,
  evaluate,
  isTrue,
  type CompiledExpression,
  type TypeEnvironment,
} from '#engine/expression/index.ts';
import { modelOf, solve, textsIn, worldOf, isOther, type World } from '#engine/verify/reason/index.ts';

const fields = {
  kind: { kind: 'string', values: ['a', 'b', 'c'], nullable: true },
  other: { kind: 'string', values: ['a', 'b', 'd'] },
  yes: { kind: 'boolean', nullable: true },
  sure: { kind: 'boolean' },
  n: { kind: 'number', integer: true, minimum: 0, maximum: 4, nullable: true },
  m: { kind: 'number', integer: true, minimum: 1, maximum: 4 },
  k: { kind: 'number', integer: true, minimum: -2, maximum: 2 },
  text: { kind: 'string', nullable: true },
  word: { kind: 'string' },
  from: { kind: 'date', nullable: true },
} as const;

const environment: TypeEnvironment = { form: { kind: 'context', fields } };

const DAYS = ['2021-01-01', '2021-01-02', '2021-01-03'];
const WORDS = ['x', 'y', 'z', 'else', 'other'];

const domain: Readonly<Record<string, readonly unknown[]>> = {
  kind: ['a', 'b', 'c', null],
  other: ['a', 'b', 'd'],
  yes: [true, false, null],
  sure: [true, false],
  n: [0, 1, 2, 3, 4, null],
  m: [1, 2, 3, 4],
  k: [-2, -1, 0, 1, 2],
  text: [...WORDS, null],
  word: WORDS,
  from: [...DAYS, '2020-12-31', '2021-01-04', null],
};

/** Every scope over the variables that the expression reads. */
const scopes = function* (names: readonly string[]): Generator<Readonly<Record<string, unknown>>> {
  const [name, ...others] = names;
  if (name === undefined) return yield {};
  for (const value of domain[name] ?? []) for (const rest of scopes(others)) yield { [name]: value, ...rest };
};

const number = fc.constantFrom(
  'form.n',
  'form.m',
  'form.k',
  'form.m + 1',
  'form.n * 2',
  '3 - form.k',
  '2 * form.m - 1',
  'min(form.m, 3)',
);
const literal = fc.integer({ min: -1, max: 5 }).map(String);
const order = fc.constantFrom('<', '<=', '>', '>=', '=', '!=');
const text = fc.constantFrom('form.text', 'form.word');
const day = fc.constantFrom(...DAYS).map((each) => `date("${each}")`);

const conditions = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.tuple(number, order, literal).map((parts) => parts.join(' ')),
    fc
      .tuple(
        fc.constantFrom('form.n', 'form.m', 'form.k'),
        order,
        fc.constantFrom('form.n', 'form.m', 'form.k', 'form.m + 1'),
      )
      .map((parts) => parts.join(' ')),
    fc.constantFrom(
      'form.kind = "a"',
      'form.kind != "b"',
      'form.kind in ("a", "c")',
      'form.kind = form.other',
      'form.kind = null',
      'form.yes = true',
      'form.yes = false',
      'form.yes',
      'form.sure',
      'form.n != null',
      'is defined(form.text)',
      'form.n between 1 and 3',
      'form.m in [2..3)',
      'form.text = form.word',
      '(if form.yes = true then form.m else form.k) > 1',
      '(if form.n > 2 then form.n else 0) = form.m',
      'form.text in ("x", "y")',
    ),
    fc.tuple(text, fc.constantFrom('=', '!='), fc.constantFrom('"x"', '"y"', '"z"')).map((parts) => parts.join(' ')),
    fc.tuple(fc.constant('form.from'), order, day).map((parts) => parts.join(' ')),
    fc.tuple(tie('value'), fc.constantFrom('and', 'or'), tie('value')).map(([x, op, y]) => `(${x} ${op} ${y})`),
    tie('value').map((x) => `not(${x})`),
  ),
})).value;

const compiled = (source: string): CompiledExpression => {
  const result = compileExpression(source, environment, 'boolean');
  if (!result.ok) throw new Error(`${source}: ${JSON.stringify(result.problems)}`);
  return result.value;
};

const world = (code: unknown): World => worldOf({ environment, stage: 'filling', texts: [...textsIn(code)] });

const scopeOf = (
  reasoned: World,
  state: Parameters<typeof modelOf>[1],
  names: readonly string[],
): Readonly<Record<string, unknown>> => {
  const model = modelOf(reasoned.table, state);
  const form: Record<string, unknown> = {};
  for (const name of names) {
    const key = `form.${name}`;
    const value = model.discrete.get(key);
    if (model.discrete.get(`null:${key}`) === true) form[name] = null;
    else if (model.numbers.has(key)) {
      const number = model.numbers.get(key);
      form[name] =
        number?.sort === 'date' ? new Date(number.value * 86_400_000).toISOString().slice(0, 10) : number?.value;
    } else form[name] = typeof value === 'string' && isOther(value) ? `other ${value}` : (value ?? null);
  }
  return { form };
};

describe('the reasoner', () => {
  it('says what counting through all values says, true or false, and shows values', () => {
    fc.assert(
      fc.property(
        conditions.filter((source) => source.length < 400),
        fc.boolean(),
        (source, wanted) => {
          let expression: CompiledExpression;
          try {
            expression = compiled(source);
          } catch {
            return;
          }
          const names = [...new Set(expression.reads.map((read) => read.slice(5)))];
          if (names.reduce((size, name) => size * (domain[name]?.length ?? 1), 1) > 20_000) return;
          const possible = [...scopes(names)].some((form) => evaluate(expression, { form }) === wanted);
          const reasoned = world(expression.code);
          const { yes, no } = reasoned.translator.truth(expression.code);
          const answer = solve(reasoned.table, [wanted ? yes : no]);
          expect(answer.verdict, source).toBe(possible ? 'sat' : 'unsat');
          if (answer.verdict === 'sat')
            expect(evaluate(expression, scopeOf(reasoned, answer.state, names)), source).toBe(wanted);
        },
      ),
      { numRuns: 1500 },
    );
  });

  it('knows order among several numbers', () => {
    const code = compiled('form.m < form.n and form.n < form.k + 2 and form.k < form.m').code;
    const reasoned = world(code);
    const { yes } = reasoned.translator.truth(code);
    expect(solve(reasoned.table, [yes]).verdict).toBe('unsat');
  });

  it('never proves what it only half understands', () => {
    const sources = [
      'string length(form.word) > 3 and form.m * form.k = 4',
      'contains(form.word, "a") and not(contains(form.word, "b"))',
      'modulo(form.m, 2) = 1',
      'form.m * form.k < 0',
      'upper case(form.word) = "X"',
    ];
    for (const source of sources) {
      const expression = compiled(source);
      const reasoned = world(expression.code);
      const { yes } = reasoned.translator.truth(expression.code);
      expect(solve(reasoned.table, [yes]).verdict, source).toBe('sat');
      expect(reasoned.table.approximate, source).toBe(true);
    }
    const impossible = compiled('form.k * form.k < 0');
    const reasoned = world(impossible.code);
    expect(solve(reasoned.table, [reasoned.translator.truth(impossible.code).yes]).verdict).toBe('unsat');
    expect(isTrue(impossible, { form: { k: 2 } })).toBe(false);
  });

  it('counts in decimals as people do', () => {
    const expression = compiled('form.m * 0.1 <= 0.3 and form.m > 2');
    const reasoned = world(expression.code);
    const { yes } = reasoned.translator.truth(expression.code);
    expect(isTrue(expression, { form: { m: 3 } })).toBe(true);
    expect(solve(reasoned.table, [yes]).verdict).toBe('sat');
  });

  it('proves a text and its contrary of any kind', () => {
    const expression = compiled('contains(form.word, "a") or not(contains(form.word, "a"))');
    const reasoned = world(expression.code);
    expect(solve(reasoned.table, [reasoned.translator.truth(expression.code).no]).verdict).toBe('unsat');
  });
});
