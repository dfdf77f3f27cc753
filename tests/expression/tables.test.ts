import { describe, expect, it } from 'vitest';
import {
  compileTable,
  compileUnaryTest,
  evaluate,
  evaluateUnaryTest,
  tableHits,
  type DecisionTable,
  type TypeEnvironment,
} from '#engine/expression/index.ts';

const environment: TypeEnvironment = {
  form: {
    kind: 'context',
    fields: {
      pages: { kind: 'number', nullable: true },
      kind: { kind: 'string', values: ['copy', 'signature'], nullable: true },
    },
  },
};

const schedule: DecisionTable = {
  hitPolicy: 'U',
  inputs: ['form.kind', 'form.pages'],
  rules: [
    { when: ['"copy"', '[1..2]'], then: 2000 },
    { when: ['"copy"', '> 2'], then: 1000 },
    { when: ['"signature"', '-'], then: 10_000 },
  ],
};

const compiled = (table: DecisionTable) => {
  const result = compileTable(table, environment);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
};

const at = (kind: string | null, pages: number | null) => ({ form: { kind, pages } });

describe('decision tables', () => {
  it('give the output of the rule that holds', () => {
    const table = compiled(schedule);
    expect(evaluate(table, at('copy', 2))).toBe(2000);
    expect(evaluate(table, at('copy', 9))).toBe(1000);
    expect(evaluate(table, at('signature', null))).toBe(10_000);
  });

  it('give null when no rule holds', () => {
    expect(evaluate(compiled(schedule), at('copy', null))).toBe(null);
    expect(evaluate(compiled(schedule), at(null, 3))).toBe(null);
  });

  it('under U give null when several rules hold, and say which', () => {
    const table = compiled({ ...schedule, rules: [...schedule.rules, { when: ['-', '> 5'], then: 1 }] });
    expect(evaluate(table, at('copy', 9))).toBe(null);
    expect(tableHits(table, at('copy', 9))).toEqual([1, 3]);
  });

  it('under F give the first that holds', () => {
    const table = compiled({ ...schedule, hitPolicy: 'F', rules: [...schedule.rules, { when: ['-', '-'], then: 1 }] });
    expect(evaluate(table, at('copy', 9))).toBe(1000);
    expect(evaluate(table, at('copy', null))).toBe(1);
  });

  it('say where a cell is wrong', () => {
    const result = compileTable({ ...schedule, rules: [{ when: ['"copi"', '> "a"'], then: 1 }] }, environment);
    expect(result.ok ? [] : result.problems.map((each) => each.path)).toEqual([
      '/rules/0/when/0#0-6',
      '/rules/0/when/1#0-5',
    ]);
  });

  it('want a cell for every column', () => {
    const result = compileTable({ ...schedule, rules: [{ when: ['"copy"'], then: 1 }] }, environment);
    expect(result.ok ? [] : result.problems.map((each) => each.code)).toEqual(['expression.table-width']);
  });
});

describe('unary tests', () => {
  it.each<[string, unknown, boolean]>([
    ['-', null, true],
    ['3', 3, true],
    ['< 3, > 9', 10, true],
    ['not(3, 4)', 4, false],
    ['not(3, 4)', 5, true],
    ['[1..3]', 3, true],
    ['[1..3)', 3, false],
    ['? * 2 = 6', 3, true],
    ['? > 1 and ? < 9', 3, true],
    ['null', null, true],
    ['> 3', null, false],
    ['not(> 3)', null, false],
  ])('%s on %j is %s', (source, input, expected) => {
    const test = compileUnaryTest(source, { kind: 'number', nullable: true }, environment);
    if (!test.ok) throw new Error(JSON.stringify(test.problems));
    expect(evaluateUnaryTest(test.value, input, {})).toBe(expected);
  });
});
