import { describe, expect, it } from 'vitest';
import { effectiveForm } from '#engine/form/index.ts';
import { compiled, facts, form, label, text } from './samples.ts';

const birth = compiled(
  form(
    {
      id: 'sex',
      type: 'choice',
      label: label('Giới tính'),
      required: true,
      options: [
        { value: 'm', label: label('Nam') },
        { value: 'f', label: label('Nữ') },
      ],
    },
    text('mother', { when: 'form.sex = "f"', required: true }),
    text('hospital', { when: 'is defined(form.mother)' }),
    { id: 'who', type: 'person', label: label('Người khai'), parts: ['fullName', 'phone', 'address'] },
    {
      id: 'children',
      type: 'repeat',
      label: label('Con'),
      maxItems: 5,
      questions: [
        text('name', { required: true }),
        { id: 'age', type: 'number', decimals: 0, label: label('Tuổi') },
        text('school', { when: 'item.age >= 6', required: true }),
      ] as never,
    },
    { id: 'count', type: 'computed', label: label('Số con'), result: 'number', value: 'count(form.children)' },
    { id: 'agree', type: 'declaration', label: label('Cam đoan'), required: true },
  ),
);

describe('the effective form', () => {
  it('drops questions that do not apply, and their answers', () => {
    const { schema, answers } = effectiveForm(birth, facts({ sex: 'm', mother: 'Lan', hospital: 'Bạch Mai' }));
    expect(Object.keys(schema.properties as object)).not.toContain('mother');
    expect(answers).toEqual({ sex: 'm' });
  });

  it('goes on until nothing changes: what depended on a dropped answer goes too', () => {
    expect(effectiveForm(birth, facts({ sex: 'f', mother: 'Lan', hospital: 'Bạch Mai' })).answers).toHaveProperty(
      'hospital',
    );
    expect(effectiveForm(birth, facts({ sex: 'm', mother: 'Lan', hospital: 'Bạch Mai' })).answers).not.toHaveProperty(
      'hospital',
    );
  });

  it('drops what no question asks for', () => {
    expect(effectiveForm(birth, facts({ sex: 'm', junk: 1, ['__proto__x']: 2 })).answers).toEqual({ sex: 'm' });
  });

  it('requires only what applies', () => {
    expect(effectiveForm(birth, facts({ sex: 'm' })).schema.required).toEqual(['sex', 'agree']);
    expect(effectiveForm(birth, facts({ sex: 'f' })).schema.required).toEqual(['sex', 'mother', 'agree']);
  });

  it('decides each item of a list by its own answers', () => {
    const children = [
      { name: 'An', age: 7, school: 'Ngô Sĩ Liên' },
      { name: 'Bình', age: 3, school: 'không tới trường' },
    ];
    expect(effectiveForm(birth, facts({ children })).answers.children).toEqual([
      { name: 'An', age: 7, school: 'Ngô Sĩ Liên' },
      { name: 'Bình', age: 3 },
    ]);
  });

  it('fills computed values, and takes none from outside', () => {
    expect(effectiveForm(birth, facts({ children: [{ name: 'An' }], count: 99 })).answers.count).toBe(1);
    expect(effectiveForm(birth, facts({ count: 99 })).answers).toEqual({});
  });

  it('stores texts composed, without blanks around them; blank texts are no answers', () => {
    expect(
      effectiveForm(birth, facts({ sex: 'f', mother: '  Nguye\u0302\u0303n Lan ', hospital: '   ' })).answers,
    ).toEqual({ sex: 'f', mother: 'Nguyễn Lan' });
  });

  it('takes an unticked declaration for no answer', () => {
    expect(effectiveForm(birth, facts({ agree: false })).answers).toEqual({});
    expect(effectiveForm(birth, facts({ agree: true })).answers).toEqual({ agree: true });
  });

  it('names our own widgets, and speaks the language asked for', () => {
    const { uiSchema } = effectiveForm(birth, facts({}), 'en');
    expect(uiSchema.sex).toMatchObject({ 'ui:widget': 'radio', 'ui:enumNames': ['Nam', 'Nữ'] });
    expect(uiSchema.who).toMatchObject({ fullName: { 'ui:title': 'Full name' }, address: { 'ui:field': 'address' } });
    expect(uiSchema['ui:order']).toEqual(['sex', 'who', 'children', 'count', 'agree']);
  });

  it('leaves out a page that does not apply, or has nothing to ask', () => {
    const two = compiled({
      format: 'motcua/form@1',
      kind: 'pages',
      pages: [
        { id: 'first', title: label('Một'), questions: [text('a')] },
        { id: 'second', title: label('Hai'), when: 'form.a = "x"', questions: [text('b')] },
        { id: 'third', title: label('Ba'), questions: [text('c', { when: 'form.b = "x"' })] },
      ],
    } as never);
    expect(effectiveForm(two, facts({ a: 'x', b: 'x', c: 'x' })).pages.map((page) => page.id)).toEqual([
      'first',
      'second',
      'third',
    ]);
    expect(effectiveForm(two, facts({ a: 'y', b: 'x', c: 'x' })).pages.map((page) => page.id)).toEqual(['first']);
  });

  it('is the same after a trip through JSON', () => {
    const again = JSON.parse(JSON.stringify(birth)) as typeof birth;
    const at = facts({ sex: 'f', children: [{ age: 7 }] });
    expect(effectiveForm(again, at)).toEqual(effectiveForm(birth, at));
  });
});
