import { describe, expect, it } from 'vitest';
import type { CodeList, Question } from '#engine/definition/index.ts';
import { compileForm, validateAnswers, effectiveForm, formEnvironment } from '#engine/form/index.ts';
import { codesOf, compiled, facts, form, label, noShared, text } from './samples.ts';

const list = (size: number, rest: Partial<CodeList> = {}): CodeList => ({
  format: 'motcua/code-list@1',
  name: 'many@1',
  title: label('Danh mục'),
  entries: Array.from({ length: size }, (_, index) => ({ code: `c${index}`, name: label(`Mục ${index}`) })) as never,
  ...rest,
});

const ofList: Question = { id: 'kind', type: 'code-list', label: label('Loại'), list: 'many@1' };

describe('a form that cannot be published', () => {
  it.each<[string, readonly Question[], string]>([
    ['an id used twice', [text('a'), text('a')], 'form.duplicate-id'],
    [
      'an id used twice in a list',
      [{ id: 'l', type: 'repeat', label: label('l'), maxItems: 2, questions: [text('a'), text('a')] } as Question],
      'form.duplicate-id',
    ],
    [
      'two conditions that wait for each other',
      [text('a', { when: 'form.b = "x"' }), text('b', { when: 'form.a = "x"' })],
      'form.cycle',
    ],
    ['a condition on itself', [text('a', { when: 'form.a = "x"' })], 'form.cycle'],
    [
      'a computed value that comes back to itself',
      [
        { id: 'a', type: 'computed', label: label('a'), result: 'number', value: 'form.b + 1' },
        { id: 'b', type: 'computed', label: label('b'), result: 'number', value: 'form.a + 1' },
      ],
      'form.cycle',
    ],
    [
      'a part that waits for its own group',
      [{ id: 'g', type: 'group', label: label('g'), when: 'form.g.a = "x"', questions: [text('a')] } as Question],
      'form.cycle',
    ],
    ['an unknown list', [ofList], 'form.unknown-list'],
    ['an unknown shared group', [{ id: 'g', type: 'group', label: label('g'), use: 'nobody@1' }], 'form.unknown-group'],
    ['a group without questions', [{ id: 'g', type: 'group', label: label('g') }], 'form.empty-group'],
    [
      'an unknown part of a person',
      [{ id: 'p', type: 'person', label: label('p'), parts: ['shoeSize'] }],
      'form.unknown-part',
    ],
    ['limits that cross', [{ id: 'n', type: 'number', label: label('n'), minimum: 5, maximum: 1 }], 'form.bounds'],
    ['a date that is none', [{ id: 'd', type: 'date', label: label('d'), latest: '2021-2-3' }], 'form.bad-date'],
    ['nested repetition in a pattern', [text('a', { pattern: '^(a+)+$' } as never)], 'form.evil-pattern'],
    [
      'overlapping repetition in a pattern',
      [text('a', { pattern: '^(\\w|[a-z0-9])+$' } as never)],
      'form.evil-pattern',
    ],
    ['look-ahead in a pattern', [text('a', { pattern: '^(?=x)' } as never)], 'form.bad-pattern'],
    ['a back-reference in a pattern', [text('a', { pattern: '(a)\\1' } as never)], 'form.bad-pattern'],
    ['a pattern that does not parse', [text('a', { pattern: '(' } as never)], 'form.bad-pattern'],
    ['an unknown name in a condition', [text('a', { when: 'form.nobody = "x"' })], 'expression.unknown-name'],
    ['a condition that is no condition', [text('a', { when: '1 + 1' })], 'expression.wrong-type'],
    [
      'a computed value of another kind',
      [{ id: 'n', type: 'computed', label: label('n'), result: 'date', value: '1 + 1' }],
      'expression.wrong-type',
    ],
    [
      'an option listed twice',
      [
        {
          id: 'c',
          type: 'choice',
          label: label('c'),
          options: [
            { value: 'x', label: label('x') },
            { value: 'x', label: label('y') },
          ],
        },
      ],
      'form.duplicate-option',
    ],
  ])('%s', (_, questions, code) => {
    const result = compileForm(form(...questions), noShared);
    expect(result.ok).toBe(false);
    expect(codesOf(result)).toContain(code);
  });

  it('says where, and how to mend it', () => {
    const result = compileForm(form(text('a'), text('b', { when: 'form.c = "x"' })), noShared);
    const [found] = result.ok ? [] : result.problems;
    expect(found?.path).toBe('/pages/0/questions/1/when#5-6');
    expect(found?.remedy?.vi).toBeTruthy();
  });

  it('does not call a required-condition a circle: it changes no answer', () => {
    expect(
      compileForm(form(text('a', { required: 'form.b = "x"' }), text('b', { required: 'form.a = "x"' })), noShared).ok,
    ).toBe(true);
  });

  it('refuses a list that is out of force on the day', () => {
    const shared = { groups: {}, codeLists: { 'many@1': list(3, { validTo: '2020-12-31' }) } };
    expect(codesOf(compileForm(form(ofList), shared, {}, '2021-07-01'))).toContain('form.expired-list');
    expect(compileForm(form(ofList), shared, {}, '2020-07-01').ok).toBe(true);
    const later = { groups: {}, codeLists: { 'many@1': list(3, { validFrom: '2022-01-01' }) } };
    expect(codesOf(compileForm(form(ofList), later, {}, '2021-07-01'))).toContain('form.future-list');
  });
});

describe('code lists', () => {
  it('stand in the schema up to 500 entries', () => {
    const shared = { groups: {}, codeLists: { 'many@1': list(500) } };
    const { schema } = effectiveForm(compiled(form(ofList), shared), facts({}));
    expect((schema.properties as Record<string, { enum: string[] }>).kind?.enum).toHaveLength(500);
  });

  it('are checked by membership beyond that', () => {
    const shared = { groups: {}, codeLists: { 'many@1': list(501) } };
    const ready = compiled(form(ofList), shared);
    expect(JSON.stringify(ready).length).toBeLessThan(2000);
    expect(validateAnswers(ready, facts({ kind: 'c500' }), shared)).toEqual([]);
    expect(validateAnswers(ready, facts({ kind: 'c501' })).map((each) => each.code)).toEqual([
      'form.answer.membership',
    ]);
    const elsewhere = JSON.parse(JSON.stringify(ready)) as typeof ready;
    expect(validateAnswers(elsewhere, facts({ kind: 'c500' }), shared)).toEqual([]);
  });
});

describe('shared question groups', () => {
  it('are put in where they are used', () => {
    const shared = {
      codeLists: {},
      groups: {
        'requester@1': {
          format: 'motcua/question-group@1' as const,
          name: 'requester@1',
          title: label('Người yêu cầu'),
          questions: [text('fullName', { required: true })] as never,
        },
      },
    };
    const ready = compiled(form({ id: 'who', type: 'group', label: label('Ai'), use: 'requester@1' }), shared);
    expect(validateAnswers(ready, facts({})).map((each) => each.path)).toEqual(['/who/fullName']);
    expect(formEnvironment(ready).form).toMatchObject({
      fields: { who: { fields: { fullName: { kind: 'string' } } } },
    });
  });
});
