import { describe, expect, it } from 'vitest';
import { compileExpression, compileUnaryTest, type FeelType, type TypeEnvironment } from '#engine/expression/index.ts';

const environment: TypeEnvironment = {
  form: {
    kind: 'context',
    fields: {
      copies: { kind: 'number', nullable: true },
      name: { kind: 'string', nullable: true },
      sex: { kind: 'string', values: ['male', 'female'], nullable: true },
      place: { kind: 'string', values: ['hospital', 'home'], nullable: true },
      born: { kind: 'date', nullable: true },
      address: { kind: 'context', fields: { commune: { kind: 'string', nullable: true } }, nullable: true },
      list: { kind: 'list', items: { kind: 'number' }, nullable: true },
    },
  },
  today: { kind: 'date' },
};

const problems = (source: string, expected?: FeelType['kind']) => {
  const compiled = compileExpression(source, environment, expected);
  return compiled.ok ? [] : compiled.problems;
};

describe('the checker', () => {
  it.each<[string, string, string]>([
    ['form.copeis > 3', 'expression.unknown-name', '#5-11'],
    ['from.copies > 3', 'expression.unknown-name', '#0-4'],
    ['form.address.village = "x"', 'expression.unknown-name', '#13-20'],
    ['form.name.first', 'expression.unknown-name', '#10-15'],
    ['form.copies = "3"', 'expression.not-comparable', '#0-17'],
    ['form.born > "2020-01-01"', 'expression.not-comparable', '#0-24'],
    ['form.sex = "mail"', 'expression.outside-choices', '#0-17'],
    ['form.sex in ("male", "other")', 'expression.outside-choices', '#21-28'],
    ['form.sex = form.place', 'expression.no-common-choice', '#0-21'],
    ['form.list = ]', 'expression.syntax', '#13-13'],
    ['form.copies +', 'expression.syntax', '#13-13'],
    ['form.copies + form.name', 'expression.bad-operands', '#0-23'],
    ['form.copies and true', 'expression.wrong-type', '#0-11'],
    ['contains(form.copies, "a")', 'expression.wrong-type', '#9-20'],
    ['contains("a")', 'expression.argument-count', '#0-13'],
    ['matches(form.name, "a+")', 'expression.unknown-function', '#0-24'],
    ['replace(form.name, "a", "b")', 'expression.unknown-function', '#0-28'],
    ['split(form.name, ",")', 'expression.unknown-function', '#0-21'],
    ['for i in 1..1000000 return i', 'expression.unsupported', '#0-28'],
    ['form.copies ** 2', 'expression.unsupported', '#12-14'],
    ['{a: 1}.a', 'expression.unsupported', '#0-6'],
    ['function(x) x', 'expression.unsupported', '#0-13'],
    ['date("2021-02-30") < today', 'expression.bad-literal', '#5-17'],
    ['form.copies in [5..1]', 'expression.empty-range', '#15-21'],
    ['form.address > 3', 'expression.not-comparable', '#0-16'],
    ['form.list < form.list', 'expression.not-ordered', '#0-21'],
    ['form.copies < null', 'expression.wrong-type', '#0-18'],
    ['', 'expression.empty', '#0-0'],
  ])('refuses %s: %s at %s', (source, code, path) => {
    const [first] = problems(source);
    expect(first?.code).toBe(code);
    expect(first?.path).toBe(path);
  });

  it('names the nearest thing', () => {
    expect(problems('form.copeis > 3')[0]?.remedy?.vi).toContain('copies');
    expect(problems('form.sex = "mail"')[0]?.remedy?.vi).toContain('male');
    expect(problems('contians("a", "b")')[0]?.remedy?.vi).toContain('contains');
  });

  it('speaks Vietnamese and English, and says what to do', () => {
    for (const source of ['form.x = 1', 'form.copies = "a"', '1 +', 'foo(1)', 'date("x")']) {
      for (const found of problems(source)) {
        expect(found.message.vi.length).toBeGreaterThan(10);
        expect(found.message.en?.length).toBeGreaterThan(10);
        expect(found.remedy?.vi.length).toBeGreaterThan(5);
      }
    }
  });

  it('reports every mistake, each once', () => {
    expect(problems('form.x = 1 and form.y = 2').map((each) => each.path)).toEqual(['#5-6', '#20-21']);
  });

  it('wants the kind it is told to want', () => {
    expect(problems('form.copies', 'boolean')[0]?.code).toBe('expression.wrong-type');
    expect(problems('form.copies > 1', 'number')[0]?.code).toBe('expression.wrong-type');
    expect(problems('form.copies * 2', 'number')).toEqual([]);
  });

  it('warns of a condition that may be unknown, and only of such', () => {
    const warnings = (source: string) => {
      const compiled = compileExpression(source, environment, 'boolean');
      return compiled.ok ? (compiled.warnings ?? []).map((each) => each.code) : ['error'];
    };
    expect(warnings('form.copies > 3')).toEqual(['expression.may-be-null']);
    expect(warnings('form.sex = "male"')).toEqual([]);
    expect(warnings('today > date("2021-01-01")')).toEqual([]);
  });

  it('keeps within 1,000 characters and 40 levels', () => {
    expect(problems(`form.copies > 3${' or form.copies > 3'.repeat(60)}`)[0]?.code).toBe('expression.too-long');
    expect(problems(`${'('.repeat(90)}1${')'.repeat(90)}`)[0]?.code).toBe('expression.too-deep');
    expect(problems(`${'('.repeat(400)}1${')'.repeat(400)}`)[0]?.code).toBe('expression.too-deep');
    expect(problems(`${'('.repeat(38)}1${')'.repeat(38)}`)).toEqual([]);
  });

  it('lets anything be named where nothing is declared', () => {
    const compiled = compileExpression(
      'amount > 100 and status = "ok" and applicant.age + 1 < 5',
      'untyped',
      'boolean',
    );
    expect(compiled.ok).toBe(true);
  });

  it('checks the cells of a decision table against their column', () => {
    const number: FeelType = { kind: 'number' };
    expect(compileUnaryTest('> 3', number, environment).ok).toBe(true);
    expect(compileUnaryTest('"x"', number, environment).ok).toBe(false);
    expect(compileUnaryTest('"mail"', { kind: 'string', values: ['male'] }, environment).ok).toBe(false);
  });
});
