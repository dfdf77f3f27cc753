import type { ExpressionCode } from '#engine/expression/index.ts';
import { equalTerms, opaque, orderTerms, type Order } from './compare.ts';
import { and, isOneOf, not, or, type Formula } from './formula.ts';
import { discrete, type Table } from './table.ts';
import { choiceKey, CHOICES, constantOf, keyOf, keyOfCode, NULL, pairs, type Guarded, type Term } from './terms.ts';
import type { Translator, Truth } from './translator.ts';
import { termsOfOperation } from './operations.ts';

/** What a name stands for: its value as guarded terms; undefined: nothing is known of it. */
export type Resolve = (path: readonly string[], translator: Translator) => readonly Guarded[] | undefined;

/** Most alternatives of one value; more are not told apart. */
const MAX_TERMS = 48;

const LOGICAL = new Set(['and', 'or', 'not', '=', '!=', '<', '<=', '>', '>=', 'range', 'in', 'some', 'every']);
const LOGICAL_CALLS = new Set(['contains', 'starts with', 'ends with', 'list contains', 'is defined', 'not']);

const isLogical = (code: ExpressionCode): boolean =>
  LOGICAL.has(code[0]) || (code[0] === 'call' && LOGICAL_CALLS.has(String(code[1])));

const always = (term: Term): readonly Guarded[] => [{ when: true, term }];

export const termOfValue = (value: unknown): Term => {
  if (typeof value === 'number') return constantOf(value);
  if (typeof value === 'string' || typeof value === 'boolean') return { is: 'constant', value };
  return value === null || value === undefined ? NULL : { is: 'opaque', key: JSON.stringify(value) };
};

export const translator = (table: Table, resolve: Resolve): Translator => {
  const self: Translator = {
    table,
    truth: (code, input) => truthOf(self, code, input),
    terms: (code, input) => {
      const found = termsOf(self, resolve, code, input).filter(({ when }) => when !== false);
      return found.length > MAX_TERMS ? unknownTerms(table, keyOfCode(code, input)) : found;
    },
    missing: (code, input) =>
      or(...self.terms(code, input).flatMap(({ when, term }) => (term.is === 'null' ? [when] : []))),
  };
  return self;
};

/** A value of which nothing is known, null included. */
const unknownTerms = (table: Table, key: string): readonly Guarded[] => {
  const missing = opaque(table, `null ${key}`);
  return [
    { when: missing, term: NULL },
    { when: not(missing), term: { is: 'opaque', key } },
  ];
};

const unknownTruth = (table: Table, key: string): Truth => {
  table.approximate = true;
  const of = discrete(table, `truth:${key}`, [true, false, null]);
  return { yes: isOneOf(of, true), no: isOneOf(of, false) };
};

type Code = ExpressionCode;

const isPartial = (term: Term): boolean => term.is === 'opaque' && term.key.startsWith('partial:');

const truthOf = (self: Translator, code: Code, input: Code | undefined): Truth => {
  const [operator, ...operands] = code;
  const of = (index: number): Code => operands[index] as Code;
  const all = (): readonly Truth[] => operands.map((operand) => self.truth(operand as Code, input));
  switch (operator) {
    case 'and':
      return { yes: and(...all().map(({ yes }) => yes)), no: or(...all().map(({ no }) => no)) };
    case 'or':
      return { yes: or(...all().map(({ yes }) => yes)), no: and(...all().map(({ no }) => no)) };
    case 'not': {
      const { yes, no } = self.truth(of(0), input);
      return { yes: no, no: yes };
    }
    case '=':
    case '!=': {
      const same = or(
        ...pairs(self.terms(of(0), input), self.terms(of(1), input)).map(({ when, left, right }) =>
          and(when, equalTerms(self.table, left, right)),
        ),
      );
      return operator === '=' ? { yes: same, no: not(same) } : { yes: not(same), no: same };
    }
    case '<':
    case '<=':
    case '>':
    case '>=':
      return ordered(self, operator, of(0), of(1), String(operands[2]), input);
    case 'range': {
      const [value, low, lowIncluded, high, highIncluded, kind] = operands;
      const ends: Truth[] = [];
      if (low !== null)
        ends.push(ordered(self, lowIncluded === true ? '>=' : '>', value as Code, low as Code, String(kind), input));
      if (high !== null)
        ends.push(ordered(self, highIncluded === true ? '<=' : '<', value as Code, high as Code, String(kind), input));
      return { yes: and(...ends.map(({ yes }) => yes)), no: or(...ends.map(({ no }) => no)) };
    }
    case 'in':
      return contains(self, of(1), of(0), keyOfCode(code, input), input, 'in');
    case 'if': {
      const condition = self.truth(of(0), input).yes;
      const [then, otherwise] = [self.truth(of(1), input), self.truth(of(2), input)];
      return {
        yes: or(and(condition, then.yes), and(not(condition), otherwise.yes)),
        no: or(and(condition, then.no), and(not(condition), otherwise.no)),
      };
    }
    case 'call':
      return truthOfCall(self, code, input);
    case 'some':
    case 'every':
      return unknownTruth(self.table, keyOfCode(code, input));
    default:
      return truthOfTerms(self.terms(code, input));
  }
};

const truthOfTerms = (terms: readonly Guarded[]): Truth => {
  const when = (wanted: boolean): Formula =>
    or(
      ...terms.map(({ when: guard, term }) => {
        if (term.is === 'constant') return and(guard, term.value === wanted);
        return term.is === 'variable' ? and(guard, isOneOf(term.of, wanted)) : false;
      }),
    );
  return { yes: when(true), no: when(false) };
};

const ordered = (
  self: Translator,
  order: Order,
  left: Code,
  right: Code,
  kind: string,
  input: Code | undefined,
): Truth => {
  const yes: Formula[] = [];
  const no: Formula[] = [];
  for (const pair of pairs(self.terms(left, input), self.terms(right, input))) {
    if (pair.left.is === 'null' || pair.right.is === 'null' || isPartial(pair.left) || isPartial(pair.right)) continue;
    const holds = orderTerms(self.table, order, pair.left, pair.right, kind);
    yes.push(and(pair.when, holds));
    no.push(and(pair.when, not(holds)));
  }
  return { yes: or(...yes), no: or(...no) };
};

const truthOfCall = (self: Translator, code: Code, input: Code | undefined): Truth => {
  const [, name, first, second] = code as readonly [string, string, Code, Code | undefined];
  switch (name) {
    case 'not': {
      const { yes, no } = self.truth(first, input);
      return { yes: no, no: yes };
    }
    case 'is defined': {
      const missing = self.missing(first, input);
      return { yes: not(missing), no: missing };
    }
    case 'list contains':
      return contains(self, first, second ?? ['lit', null], keyOfCode(code, input), input, 'call');
    case 'contains':
    case 'starts with':
    case 'ends with': {
      const missing = or(self.missing(first, input), second ? self.missing(second, input) : false);
      const holds = opaque(self.table, keyOfCode(code, input));
      return { yes: and(not(missing), holds), no: and(not(missing), not(holds)) };
    }
    default:
      return unknownTruth(self.table, keyOfCode(code, input));
  }
};

const hasChoice = (table: Table, list: string, value: string): Formula => {
  const of = table.discreteOf.get(choiceKey(list, value));
  return of === undefined ? false : isOneOf(of, true);
};

/** Membership in a question with several choices is exact for a written choice. */
const contains = (
  self: Translator,
  list: Code,
  wanted: Code,
  key: string,
  input: Code | undefined,
  by: 'in' | 'call',
): Truth => {
  const lists = self.terms(list, input);
  const [chosen] = self.terms(wanted, input);
  const yes: Formula[] = [];
  const no: Formula[] = [];
  for (const { when, term } of lists) {
    if (term.is === 'null') {
      if (by === 'in') no.push(when);
      continue;
    }
    const holds =
      term.is === 'opaque' && term.key.startsWith(CHOICES) && chosen?.term.is === 'constant'
        ? hasChoice(self.table, term.key, String(chosen.term.value))
        : opaque(self.table, `${keyOf(term)} has ${key}`);
    yes.push(and(when, holds));
    no.push(and(when, not(holds)));
  }
  return { yes: or(...yes), no: or(...no) };
};

const termsOf = (self: Translator, resolve: Resolve, code: Code, input: Code | undefined): readonly Guarded[] => {
  const [operator, ...operands] = code;
  switch (operator) {
    case 'lit':
      return always(termOfValue(operands[0]));
    case 'get':
      return resolve(operands as readonly string[], self) ?? unknownTerms(self.table, keyOfCode(code, undefined));
    case 'local':
      return operands[0] === 0 && input !== undefined
        ? self.terms(input)
        : unknownTerms(self.table, keyOfCode(code, input));
    case 'if': {
      const [condition, then, otherwise] = operands as [Code, Code, Code];
      const { yes } = self.truth(condition, input);
      return [
        ...self.terms(then, input).map(({ when, term }) => ({ when: and(yes, when), term })),
        ...self.terms(otherwise, input).map(({ when, term }) => ({ when: and(not(yes), when), term })),
      ];
    }
    case 'table':
      return termsOfTable(self, operands);
    default:
      break;
  }
  if (isLogical(code)) {
    const { yes, no } = self.truth(code, input);
    return [
      { when: yes, term: { is: 'constant', value: true } },
      { when: no, term: { is: 'constant', value: false } },
      { when: and(not(yes), not(no)), term: NULL },
    ];
  }
  return termsOfOperation(self, code, input) ?? unknownTerms(self.table, keyOfCode(code, input));
};

/** When each row of a decision table holds. */
export const rowsOf = (
  self: Translator,
  operands: readonly unknown[],
): readonly { readonly when: Formula; readonly output: unknown }[] => {
  const inputs = operands[1] as readonly Code[];
  const rows = operands[2] as readonly (readonly [readonly (Code | null)[], unknown])[];
  return rows.map(([tests, output]) => ({
    when: and(...tests.map((test, column) => (test === null ? true : self.truth(test, inputs[column]).yes))),
    output,
  }));
};

const termsOfTable = (self: Translator, operands: readonly unknown[]): readonly Guarded[] => {
  const rows = rowsOf(self, operands);
  const first = operands[0] === 'F';
  const hit = rows.map(({ when }, at) =>
    and(when, ...rows.flatMap((other, place) => (place === at || (first && place > at) ? [] : [not(other.when)]))),
  );
  return [
    ...rows.map(({ output }, at) => ({ when: hit[at] ?? false, term: termOfValue(output) })),
    { when: and(...hit.map(not)), term: NULL },
  ];
};
