import { describe, expect, it } from 'vitest';
import { compileExpression, evaluate, type Scope, type TypeEnvironment } from '#engine/expression/index.ts';

const environment: TypeEnvironment = {
  form: {
    kind: 'context',
    fields: {
      copies: { kind: 'number', integer: true, nullable: true },
      'birth-place': { kind: 'string', values: ['hospital', 'home'], nullable: true },
      date: { kind: 'date', nullable: true },
      'tên gọi': { kind: 'string', nullable: true },
      họ_tên: { kind: 'string', nullable: true },
      married: { kind: 'boolean', nullable: true },
      papers: { kind: 'list', items: { kind: 'string', values: ['a', 'b', 'c'] }, nullable: true },
      children: {
        kind: 'list',
        nullable: true,
        items: {
          kind: 'context',
          fields: {
            name: { kind: 'string', nullable: true },
            age: { kind: 'number', nullable: true },
            born: { kind: 'date', nullable: true },
          },
        },
      },
    },
  },
  case: { kind: 'string', values: ['first', 'again'], nullable: true },
  today: { kind: 'date' },
};

const scope: Scope = {
  form: {
    copies: 5,
    'birth-place': 'home',
    date: '2020-01-31',
    'tên gọi': 'Ánh',
    họ_tên: 'Nguyễn Văn Ánh',
    papers: ['a', 'c'],
    children: [
      { name: 'An', age: 3, born: '2018-05-01' },
      { name: 'Bình', age: 8, born: '2013-02-03' },
    ],
  },
  case: 'first',
  today: '2021-07-01',
};

const value = (source: string, at: Scope = scope): unknown => {
  const compiled = compileExpression(source, environment);
  if (!compiled.ok)
    throw new Error(`${source}: ${compiled.problems.map((each) => `${each.path} ${each.message.vi}`).join('; ')}`);
  return evaluate(compiled.value, at);
};

describe('FEEL expressions', () => {
  it.each<[string, unknown]>([
    ['1 + 2 * 3 - 4 / 2', 5],
    ['0.1 + 0.2', 0.3],
    ['1.1 * 3', 3.3],
    ['-(form.copies)', -5],
    ['5 / 0', null],
    ['"a" + "b"', 'ab'],
    ['if form.copies > 3 then "many" else "few"', 'many'],
    ['if null then 1 else 2', 2],
    ['form.copies in [1..5]', true],
    ['form.copies in (1..5)', false],
    ['form.copies in [1..5)', false],
    ['form.copies in ]1..5]', true],
    ['form.copies in (1..5)', false],
    ['form.copies in (>7, <2)', false],
    ['form.copies in [1, 5, 7]', true],
    ['form.copies between 5 and 6', true],
    ['case in ("first", "again")', true],
    ['"b" in form.papers', false],
    ['[1, 2, 3]', [1, 2, 3]],
    ['"\\u0041\\"\\n"', 'A"\n'],
  ])('%s gives %j', (source, expected) => {
    expect(value(source)).toEqual(expected);
  });

  it.each<[string, unknown]>([
    ['form.birth-place = "home"', true],
    ['2 * form.copies-1', 9],
    ['form.date.year', 2020],
    ['form.tên gọi = "Ánh"', true],
    ['string length(form.tên gọi)', 3],
    ['contains(form.họ_tên, "Văn")', true],
  ])('names with hyphens, keywords, spaces and diacritics: %s gives %j', (source, expected) => {
    expect(value(source)).toEqual(expected);
  });

  it.each<[string, unknown]>([
    ['date("2021-07-01") - date("2021-06-01")', 'P30D'],
    ['form.date + duration("P1M")', '2020-02-29'],
    ['form.date - duration("P1Y")', '2019-01-31'],
    ['today + duration("P10D")', '2021-07-11'],
    ['today - form.date > duration("P500D")', true],
    ['@"2021-07-01" = today', true],
    ['date(2021, 1 + 1, 29)', null],
    ['date(2020, 2, 29)', '2020-02-29'],
    ['date(date and time("2021-06-30T18:00:00Z"))', '2021-07-01'],
    ['years and months duration(form.date, today).years', 1],
    ['duration("P1Y") + duration("P2M")', 'P1Y2M'],
    ['duration("PT36H") / duration("PT12H")', 3],
    ['duration("P1D") * 2', 'P2D'],
    ['year(today) - year(form.date)', 1],
    ['today.weekday', 4],
    ['form.date in [date("2020-01-01")..today]', true],
  ])('dates and durations: %s gives %j', (source, expected) => {
    expect(value(source)).toEqual(expected);
  });

  it.each<[string, unknown]>([
    ['count(form.children)', 2],
    ['sum(form.children.age)', 11],
    ['min(form.children.age)', 3],
    ['max(1, 7, 3)', 7],
    ['list contains(form.papers, "c")', true],
    ['some c in form.children satisfies c.age > 7', true],
    ['every c in form.children satisfies c.age > 7', false],
    ['some c in form.children, p in form.papers satisfies c.age > 7 and p = "c"', true],
    ['form.children[1].name', 'An'],
    ['form.children[-1].name', 'Bình'],
    ['form.children[age < 6].name', ['An']],
    ['count(form.children[item.age < 6])', 1],
    ['form.children.born.year', [2018, 2013]],
    ['floor(-1.5)', -2],
    ['ceiling(1.2)', 2],
    ['abs(-3)', 3],
    ['round half up(2.5, 0)', 3],
    ['round half up(1.005, 2)', 1.01],
    ['round half even(2.5)', 2],
    ['decimal(2.345, 2)', 2.34],
    ['round up(1.121, 2)', 1.13],
    ['round down(-1.126, 2)', -1.12],
    ['modulo(-12, 5)', 3],
    ['upper case("đường")', 'ĐƯỜNG'],
    ['starts with("Bắc Giang", "Bắc")', true],
    ['ends with("Bắc Giang", "Bắc")', false],
    ['number("12.5")', 12.5],
    ['number("mười")', null],
    ['string(12)', '12'],
    ['is defined(form.married)', false],
    ['not(form.copies > 3)', false],
  ])('functions and lists: %s gives %j', (source, expected) => {
    expect(value(source)).toEqual(expected);
  });

  describe('while an answer is missing', () => {
    const empty: Scope = { form: {}, today: '2021-07-01' };
    it.each<[string, unknown]>([
      ['form.copies', null],
      ['form.copies > 3', null],
      ['form.copies + 1', null],
      ['form.copies = null', true],
      ['null = null', true],
      ['form.copies = 3', false],
      ['form.copies != 3', true],
      ['form.copies > 3 and false', false],
      ['form.copies > 3 or true', true],
      ['form.copies > 3 and true', null],
      ['form.copies > 3 or false', null],
      ['not(form.copies > 3)', null],
      ['form.copies in [1..5]', null],
      ['form.children.name', null],
      ['count(form.children)', null],
      ['some c in form.children satisfies c.age > 1', null],
      ['contains(form.họ_tên, "a")', null],
      ['case', null],
    ])('%s gives %j', (source, expected) => {
      expect(value(source, empty)).toEqual(expected);
    });
  });

  it('never finds what the answers do not hold themselves', () => {
    const compiled = compileExpression('form.constructor.name', 'untyped');
    expect(compiled.ok && evaluate(compiled.value, { form: {} })).toBe(null);
  });

  it('gives null instead of failing whatever the scope holds', () => {
    for (const odd of [
      undefined,
      1,
      'x',
      [],
      { form: 3 },
      { form: { copies: {}, children: 'x', date: 'không biết' } },
    ]) {
      for (const source of [
        'form.copies + 1',
        'form.date + duration("P1D")',
        'form.children[1].name',
        'sum(form.children.age)',
        'form.date.year',
      ]) {
        expect(() => value(source, (odd ?? {}) as Scope)).not.toThrow();
      }
    }
  });

  it('survives being sent as JSON', () => {
    const compiled = compileExpression('some c in form.children satisfies c.age > form.copies', environment);
    expect(compiled.ok && evaluate(JSON.parse(JSON.stringify(compiled.value)), scope)).toBe(true);
  });

  it('says what it reads', () => {
    const compiled = compileExpression(
      'form.children.name = null or case = "first" and form.date.year > 2000',
      environment,
    );
    expect(compiled.ok && [...compiled.value.reads].sort()).toEqual(['case', 'form.children.name', 'form.date']);
  });
});
