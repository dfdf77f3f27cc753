import type { ExpressionCode } from '#engine/expression/index.ts';
import { orderTerms } from './compare.ts';
import { and, implies, not, or, type Formula } from './formula.ts';
import { called } from './calls.ts';
import { binary, bounded, named, PARTS, strict, toLinear, unsure } from './numbers.ts';
import type { Sort, Table } from './table.ts';
import {
  boundsOf,
  constantOf,
  isConstant,
  isWhole,
  keyOf,
  keyOfCode,
  NULL,
  pairs,
  plus,
  times,
  type Guarded,
  type Linear,
  type Term,
} from './terms.ts';
import type { Translator } from './translator.ts';

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
