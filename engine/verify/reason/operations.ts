import type { ExpressionCode } from '#engine/expression/index.ts';
import { orderTerms } from './compare.ts';
import { and, implies, not, or, type Formula } from './formula.ts';
import { discrete, numeric, type NumberVariable, type Sort, type Table } from './table.ts';
import {
  boundsOf,
  constantOf,
  isConstant,
  isWhole,
  keyOf,
  numberOfText,
  plus,
  times,
  variableOf,
  type Guarded,
  type Linear,
  type Term,
} from './terms.ts';
import { keyOfCode, NULL, pairs, type Translator } from './translate.ts';

type Code = ExpressionCode;

const DAY_MS = 86_400_000;

/** Arithmetic, parts of dates, and functions, as terms; undefined: not understood. */
export const termsOfOperation = (
  self: Translator,
  code: Code,
  input: Code | undefined,
): readonly Guarded[] | undefined => {
  const [operator, ...operands] = code;
  const terms = (index: number): readonly Guarded[] => self.terms(operands[index] as Code, input);
  const combine = (use: (left: Linear, right: Linear) => Term | readonly Guarded[], sort: Sort): readonly Guarded[] =>
    binary(terms(0), terms(1), sort, use, keyOfCode(code, input));
  switch (operator) {
    case '+':
    case '-':
      return combine((left, right) => plus(left, right, operator === '+' ? 1 : -1), 'number');
    case '*':
      return combine((left, right) => product(self.table, left, right), 'number');
    case '/':
      return combine((left, right) => quotient(self.table, left, right), 'number');
    case 'neg':
      return terms(0).map(({ when, term }) => ({
        when,
        term:
          term.is === 'linear'
            ? times(term, -1)
            : term.is === 'null'
              ? NULL
              : named(self.table, `neg ${keyOf(term)}`, 'number'),
      }));
    case 'add-span':
      return addSpan(self, terms(0), terms(1), operands[2] === -1 ? -1 : 1, keyOfCode(code, input));
    case 'between-dates':
      return binary(
        terms(0),
        terms(1),
        'date',
        (left, right) => times(plus(left, right, -1), left.sort === 'date' ? DAY_MS : 1, 'span'),
        keyOfCode(code, input),
      );
    case 'part':
      return partOf(self, terms(0), String(operands[1]));
    case 'call':
      return called(self, code, input);
    case 'concat':
      return strict(self, operands as readonly Code[], input, { is: 'opaque', key: keyOfCode(code, input) });
    default:
      return undefined;
  }
};

const toLinear = (term: Term, sort: Sort): Linear | undefined => {
  if (term.is === 'linear') return term;
  if (term.is !== 'constant' || typeof term.value !== 'string') return undefined;
  const number = numberOfText(term.value, sort);
  return number === undefined ? undefined : constantOf(number, sort);
};

/** A number of which only the text is known; the same text is the same number. */
const named = (table: Table, key: string, sort: Sort, more: Partial<NumberVariable> = {}): Linear => {
  table.approximate = true;
  return variableOf(numeric(table, { key: `term:${key}`, sort, integer: false, ...more }), sort);
};

const binary = (
  left: readonly Guarded[],
  right: readonly Guarded[],
  sort: Sort,
  use: (left: Linear, right: Linear) => Term | readonly Guarded[],
  key: string,
): readonly Guarded[] =>
  pairs(left, right).flatMap((pair): readonly Guarded[] => {
    if (pair.left.is === 'null' || pair.right.is === 'null') return [{ when: pair.when, term: NULL }];
    const other = pair.right.is === 'linear' ? pair.right.sort : sort;
    const a = toLinear(pair.left, pair.left.is === 'linear' ? sort : other);
    const b = toLinear(pair.right, a?.sort ?? sort);
    const made =
      a && b ? use(a, b) : ({ is: 'opaque', key: `${key} ${keyOf(pair.left)} ${keyOf(pair.right)}` } as const);
    return 'is' in made
      ? [{ when: pair.when, term: made }]
      : made.map(({ when, term }) => ({ when: and(pair.when, when), term }));
  });

const sign = (self: Table, term: Linear, order: '<' | '>'): Formula =>
  orderTerms(self, order, term, constantOf(0), 'plain');

/** A product of two unknown numbers is known by its bounds and its sign. */
const product = (table: Table, left: Linear, right: Linear): Term => {
  if (isConstant(left)) return times(right, left.constant);
  if (isConstant(right)) return times(left, right.constant);
  const [a, b] = boundsOf(table, left);
  const [c, d] = boundsOf(table, right);
  const ends = [a * c, a * d, b * c, b * d].map((end) => (Number.isNaN(end) ? 0 : end));
  const key = [keyOf(left), keyOf(right)].sort().join('*');
  const known = table.numberOf.has(`term:${key}`);
  const made = named(
    table,
    key,
    'number',
    bounded(Math.min(...ends), Math.max(...ends), isWhole(table, left) && isWhole(table, right)),
  );
  if (!known) {
    const [up, down] = [sign(table, left, '>'), sign(table, left, '<')];
    const [high, low] = [sign(table, right, '>'), sign(table, right, '<')];
    const positive = or(and(up, high), and(down, low));
    const negative = or(and(up, low), and(down, high));
    table.constraints.push(
      implies(positive, sign(table, made, '>')),
      implies(negative, sign(table, made, '<')),
      implies(and(not(positive), not(negative)), orderTerms(table, '<=', made, constantOf(0), 'plain')),
      implies(and(not(positive), not(negative)), orderTerms(table, '>=', made, constantOf(0), 'plain')),
    );
  }
  return made;
};

const bounded = (low: number, high: number, integer: boolean): Partial<NumberVariable> => ({
  integer,
  ...(Number.isFinite(low) ? { minimum: low } : {}),
  ...(Number.isFinite(high) ? { maximum: high } : {}),
});

/** By zero there is no quotient. */
const quotient = (table: Table, left: Linear, right: Linear): Term | readonly Guarded[] => {
  if (isConstant(right)) return right.constant === 0 ? NULL : times(left, 1 / right.constant);
  const zero = and(
    orderTerms(table, '<=', right, constantOf(0), 'plain'),
    orderTerms(table, '>=', right, constantOf(0), 'plain'),
  );
  const [low] = boundsOf(table, left);
  const [least] = boundsOf(table, right);
  const made = named(table, `${keyOf(left)}/${keyOf(right)}`, 'number', low >= 0 && least >= 0 ? { minimum: 0 } : {});
  return [
    { when: zero, term: NULL },
    { when: not(zero), term: made },
  ];
};

const addSpan = (
  self: Translator,
  moments: readonly Guarded[],
  spans: readonly Guarded[],
  by: 1 | -1,
  key: string,
): readonly Guarded[] =>
  pairs(moments, spans).map(({ when, left, right }): Guarded => {
    if (left.is === 'null' || right.is === 'null') return { when, term: NULL };
    const moment = toLinear(left, 'date') ?? toLinear(left, 'date-time');
    const days = toLinear(right, 'span');
    if (moment && days?.sort === 'span') {
      if (moment.sort === 'date-time') return { when, term: plus(moment, days, by) };
      const whole = times(days, by / DAY_MS, 'date');
      if (isConstant(whole) && Number.isInteger(whole.constant)) return { when, term: plus(moment, whole, 1) };
    }
    const name = `${key} ${keyOf(left)} ${keyOf(right)}`;
    return {
      when,
      term: moment
        ? named(self.table, name, moment.sort, { integer: moment.sort === 'date' })
        : { is: 'opaque', key: name },
    };
  });

const PARTS: Readonly<Record<string, Partial<NumberVariable>>> = {
  year: { minimum: 0, maximum: 9999 },
  month: { minimum: 1, maximum: 12 },
  day: { minimum: 1, maximum: 31 },
  weekday: { minimum: 1, maximum: 7 },
  hour: { minimum: 0, maximum: 23 },
  minute: { minimum: 0, maximum: 59 },
};

const partOf = (self: Translator, of: readonly Guarded[], part: string): readonly Guarded[] =>
  of.flatMap(({ when, term }): readonly Guarded[] => {
    if (term.is === 'null') return [{ when, term: NULL }];
    const made = named(self.table, `${part} of ${keyOf(term)}`, 'number', { integer: true, ...PARTS[part] });
    // Of a partly known date the month may be unknown.
    if (term.is === 'linear' || part === 'year') return [{ when, term: made }];
    const missing = unsure(self.table, `${part} of ${keyOf(term)}`);
    return [
      { when: and(when, missing), term: NULL },
      { when: and(when, not(missing)), term: made },
    ];
  });

const unsure = (table: Table, key: string): Formula => {
  table.approximate = true;
  return { op: 'in', of: discrete(table, `opaque:null ${key}`, [true, false]), values: new Set([true]), not: false };
};

/** Null where an argument is, else that. */
const strict = (
  self: Translator,
  args: readonly Code[],
  input: Code | undefined,
  term: Term,
  unsureToo?: Formula,
): readonly Guarded[] => {
  const missing = or(...args.map((arg) => self.missing(arg, input)), unsureToo ?? false);
  return [
    { when: missing, term: NULL },
    { when: not(missing), term },
  ];
};

const NUMBERS: Readonly<Record<string, Partial<NumberVariable>>> = {
  'string length': { integer: true, minimum: 0 },
  year: { integer: true, ...PARTS.year },
  month: { integer: true, ...PARTS.month },
  day: { integer: true, ...PARTS.day },
  'day of week number': { integer: true, ...PARTS.weekday },
  abs: { minimum: 0 },
  floor: {},
  ceiling: {},
  decimal: {},
  'round up': {},
  'round down': {},
  'round half up': {},
  'round half down': {},
  'round half even': {},
};

/** Rounding keeps a number's bounds, when they are whole. */
const ROUNDING = new Set([
  'floor',
  'ceiling',
  'decimal',
  'round up',
  'round down',
  'round half up',
  'round half down',
  'round half even',
]);

const called = (self: Translator, code: Code, input: Code | undefined): readonly Guarded[] | undefined => {
  const [, name, ...args] = code as readonly [string, string, ...Code[]];
  const [first] = args;
  const key = keyOfCode(code, input);
  if (name === 'count' && args.length === 1 && first) return counted(self, first, input);
  if ((name === 'min' || name === 'max') && args.length === 2 && first && args[1])
    return extreme(self, name, self.terms(first, input), self.terms(args[1], input), key);
  if (name === 'years and months duration')
    return strict(self, args, input, named(self.table, key, 'months', { integer: true }), partial(self, args, input));
  if (name === 'date' && args.length === 1 && first) return self.terms(first, input);
  if (name === 'upper case' || name === 'lower case') return strict(self, args, input, { is: 'opaque', key });
  const known = Object.hasOwn(NUMBERS, name) ? NUMBERS[name] : undefined;
  if (!known || !first) return undefined;
  return self.terms(first, input).flatMap(({ when, term }): readonly Guarded[] => {
    if (term.is === 'null') return [{ when, term: NULL }];
    const scaled = args.length > 1;
    const bounds = ROUNDING.has(name) && !scaled && term.is === 'linear' ? rounded(self.table, term) : {};
    const made = named(self.table, `${key} ${keyOf(term)}`, 'number', { ...known, ...bounds });
    const unknown =
      (term.is !== 'linear' && /^(month|day)/.test(name)) || scaled
        ? unsure(self.table, `${key} ${keyOf(term)}`)
        : false;
    return [
      { when: and(when, unknown), term: NULL },
      { when: and(when, not(unknown)), term: made },
    ];
  });
};

const rounded = (table: Table, term: Linear): Partial<NumberVariable> => {
  const [low, high] = boundsOf(table, term);
  return bounded(Math.floor(low), Math.ceil(high), true);
};

/** A partly known date has no distance to another. */
const partial = (self: Translator, args: readonly Code[], input: Code | undefined): Formula =>
  or(
    ...args.flatMap((arg) => self.terms(arg, input).flatMap(({ when, term }) => (term.is === 'opaque' ? [when] : []))),
  );

const counted = (self: Translator, list: Code, input: Code | undefined): readonly Guarded[] =>
  self.terms(list, input).map(({ when, term }): Guarded =>
    term.is === 'null'
      ? { when, term: NULL }
      : {
          when,
          term: variableOf(
            numeric(self.table, {
              key: `count:${keyOf(term)}`,
              sort: 'number',
              integer: true,
              minimum: term.is === 'opaque' && term.key.startsWith('list:') ? 1 : 0,
            }),
            'number',
          ),
        },
  );

const extreme = (
  self: Translator,
  name: 'min' | 'max',
  left: readonly Guarded[],
  right: readonly Guarded[],
  key: string,
): readonly Guarded[] =>
  binary(
    left,
    right,
    'number',
    (a, b) => {
      const first = orderTerms(self.table, name === 'min' ? '<=' : '>=', a, b, 'plain');
      return [
        { when: first, term: a },
        { when: not(first), term: b },
      ];
    },
    key,
  );
