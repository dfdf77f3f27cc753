import { describe, expect, it } from 'vitest';
import { compileExpression, compileTable, evaluate, type DecisionTable } from '#engine/expression/index.ts';

/**
 * Cases written from DMN 1.3 itself, by section, for the part of FEEL that is taken. (The TCK's own files
 * are not used: they are not part of this project's material.)
 */
const SCOPE = { t: true, f: false, n: null, one: 1, two: 2, text: 'foo', list: [1, 2, 3], date: '2016-02-29' };

const value = (source: string): unknown => {
  const compiled = compileExpression(source, 'untyped');
  if (!compiled.ok) throw new Error(`${source}: ${JSON.stringify(compiled.problems)}`);
  return evaluate(compiled.value, SCOPE);
};

const sections: Readonly<Record<string, readonly (readonly [string, unknown])[]>> = {
  'table 48 and 49: conjunction and disjunction of three values': [
    ['t and t', true],
    ['t and f', false],
    ['t and n', null],
    ['f and n', false],
    ['n and f', false],
    ['n and n', null],
    ['t or n', true],
    ['n or t', true],
    ['f or f', false],
    ['f or n', null],
    ['n or n', null],
    ['not(t)', false],
    ['not(n)', null],
  ],
  'table 53: equality and inequality': [
    ['n = null', true],
    ['one = null', false],
    ['one != null', true],
    ['one = 1.0', true],
    ['text = "foo"', true],
    ['text != "bar"', true],
    ['list = [1, 2, 3]', true],
    ['list = [1, 3, 2]', false],
    ['date("2016-02-29") = date("2016-02-29")', true],
  ],
  'table 54: order of values': [
    ['one < 2', true],
    ['one <= 1', true],
    ['text > "bar"', true],
    ['one < n', null],
    ['date("2016-02-29") < date("2016-03-01")', true],
    ['duration("P1D") < duration("PT25H")', true],
    ['duration("P11M") < duration("P1Y")', true],
  ],
  'table 55: between and in': [
    ['two between 1 and 3', true],
    ['two between 3 and 4', false],
    ['two in [1..2]', true],
    ['two in [1..2)', false],
    ['two in (1..2]', true],
    ['one in (1..2]', false],
    ['two in (1, 2)', true],
    ['two in < 3', true],
    ['n in [1..2]', null],
  ],
  'tables 56 to 59: arithmetic': [
    ['one + two', 3],
    ['one - two', -1],
    ['two * 3', 6],
    ['two / 4', 0.5],
    ['two / 0', null],
    ['one + n', null],
    ['"a" + "b"', 'ab'],
    ['-two', -2],
    ['0.1 + 0.2 = 0.3', true],
    ['date("2016-02-29") + duration("P1Y")', '2017-02-28'],
    ['date("2016-01-31") + duration("P1M")', '2016-02-29'],
    ['duration("P1D") * 2', 'P2D'],
    ['duration("P2D") / duration("P1D")', 2],
    ['duration("P1Y") + duration("P2M")', 'P1Y2M'],
  ],
  'table 65: parts of dates and durations': [
    ['date("2016-02-29").year', 2016],
    ['date("2016-02-29").month', 2],
    ['date("2016-02-29").day', 29],
    ['date("2016-02-29").weekday', 1],
    ['duration("P1Y2M").years', 1],
    ['duration("P3DT4H").days', 3],
    ['duration("P3DT4H").hours', 4],
  ],
  '10.3.2.7 and 10.3.2.9: if and quantifiers': [
    ['if t then 1 else 2', 1],
    ['if n then 1 else 2', 2],
    ['some x in list satisfies x > 2', true],
    ['every x in list satisfies x > 2', false],
    ['every x in [] satisfies x > 2', true],
    ['some x in [] satisfies x > 2', false],
  ],
  '10.3.4: functions': [
    ['contains("foobar", "ob")', true],
    ['starts with("foobar", "fo")', true],
    ['ends with("foobar", "r")', true],
    ['string length("foo")', 3],
    ['string length("🐎ab")', 3],
    ['upper case("aBc4")', 'ABC4'],
    ['list contains(list, 2)', true],
    ['count(list)', 3],
    ['min(list)', 1],
    ['max(1, 2, 3)', 3],
    ['sum(list)', 6],
    ['sum([])', null],
    ['decimal(1/3, 2)', 0.33],
    ['decimal(1.5, 0)', 2],
    ['decimal(2.5, 0)', 2],
    ['floor(-1.5)', -2],
    ['ceiling(-1.5)', -1],
    ['abs(-10)', 10],
    ['modulo(12, 5)', 2],
    ['modulo(-12, 5)', 3],
    ['modulo(12, -5)', -3],
    ['date(2012, 12, 25)', '2012-12-25'],
    ['date(2021, 2, 30)', null],
    ['years and months duration(date("2011-12-22"), date("2013-08-24"))', 'P1Y8M'],
    ['is defined(one)', true],
  ],
};

describe.each(Object.entries(sections))('DMN 1.3 %s', (_, cases) => {
  it.each(cases)('%s', (source, wanted) => {
    expect(value(source)).toEqual(wanted);
  });
});

describe('DMN 1.3 8.2.10 hit policies', () => {
  const table = (hitPolicy: 'U' | 'F'): DecisionTable => ({
    hitPolicy,
    inputs: ['one', 'text'],
    rules: [
      { when: ['< 3', '-'], then: 'low' },
      { when: ['[1..5]', '"foo","bar"'], then: 'named' },
      { when: ['> 5', 'not("foo")'], then: 'high' },
    ],
  });
  const decided = (hitPolicy: 'U' | 'F', one: number, text: string): unknown => {
    const compiled = compileTable(table(hitPolicy), 'untyped');
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
    return evaluate(compiled.value, { one, text });
  };
  it('unique: one rule, or nothing', () => {
    expect(decided('U', 2, 'x')).toBe('low');
    expect(decided('U', 2, 'foo')).toBeNull();
    expect(decided('U', 4, 'bar')).toBe('named');
    expect(decided('U', 9, 'foo')).toBeNull();
  });
  it('first: the rule that stands first', () => {
    expect(decided('F', 2, 'foo')).toBe('low');
    expect(decided('F', 9, 'x')).toBe('high');
  });
});
