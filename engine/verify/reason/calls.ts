import type { ExpressionCode } from '#engine/expression/index.ts';
import { orderTerms } from './compare.ts';
import { and, atMost, implies, isOneOf, not, or, type Formula } from './formula.ts';
import { binary, bounded, named, PARTS, strict, unsure } from './numbers.ts';
import { numeric, type NumberVariable, type Table } from './table.ts';
import {
  boundsOf,
  choiceKey,
  CHOICES,
  keyOf,
  keyOfCode,
  NULL,
  variableOf,
  type Guarded,
  type Linear,
} from './terms.ts';
import type { Translator } from './translator.ts';

type Code = ExpressionCode;

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

export const called = (self: Translator, code: Code, input: Code | undefined): readonly Guarded[] | undefined => {
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
  self.terms(list, input).map(({ when, term }): Guarded => {
    if (term.is === 'null') return { when, term: NULL };
    const name = keyOf(term);
    const isAnswer = name.startsWith('list:') || name.startsWith(CHOICES);
    const variable = { key: `count:${name}`, sort: 'number', integer: true, minimum: isAnswer ? 1 : 0 } as const;
    const of = numeric(self.table, variable, (index) => {
      if (name.startsWith(CHOICES)) countChoices(self.table, name, index);
    });
    return { when, term: variableOf(of, 'number') };
  });

/** So many choices are counted exactly; of more only that there is one. */
const MOST_COUNTED = 6;

const countChoices = (table: Table, list: string, count: number): void => {
  const chosen = table.discrete.flatMap(({ key }, index) =>
    key.startsWith(choiceKey(list, '')) ? [isOneOf(index, true)] : [],
  );
  if (chosen.length > MOST_COUNTED) {
    table.approximate = true;
    return;
  }
  for (let set = 1; set < 2 ** chosen.length; set += 1) {
    const isIn = (place: number): boolean => ((set >> place) & 1) === 1;
    const size = chosen.filter((_, place) => isIn(place)).length;
    const exactly = and(...chosen.map((each, place) => (isIn(place) ? each : not(each))));
    table.constraints.push(implies(exactly, and(atMost(count, 0, size), atMost(0, count, -size))));
  }
};

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
