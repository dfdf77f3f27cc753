import { describe, expect, it } from 'vitest';
import type { Question } from '#engine/definition/index.ts';
import {
  checkInBrowser,
  errorTree,
  createFormValidator,
  validateAnswers,
  validatorModule,
  type CompiledForm,
} from '#engine/form/index.ts';
import { compiled, facts, form, label, load, text } from './samples.ts';

const said = (question: Question, answer: unknown): string => {
  const found = validateAnswers(compiled(form(question)), facts({ [question.id]: answer }));
  return found.map((each) => `${each.message.vi} ${each.remedy?.vi ?? ''}`.trim()).join(' | ');
};

const date: Question = {
  id: 'born',
  type: 'date',
  label: label('Ngày sinh của trẻ'),
  latest: 'today',
  earliest: '1900-01-01',
};

describe('what people are told', () => {
  it.each<[Question, unknown, string]>([
    [{ ...date, required: true }, '', 'Ngày sinh của trẻ: chưa nhập ngày. Hãy nhập theo ngày/tháng/năm.'],
    [date, '2021-02-31', 'Ngày sinh của trẻ: ngày 31/02/2021 không có trong lịch. Hãy nhập lại theo ngày/tháng/năm.'],
    [date, '2021-07-02', 'Ngày sinh của trẻ: muộn hơn ngày 01/07/2021. Hãy nhập ngày không muộn hơn 01/07/2021.'],
    [date, '1899-12-31', 'Ngày sinh của trẻ: sớm hơn ngày 01/01/1900. Hãy nhập ngày từ 01/01/1900 trở đi.'],
    [{ ...date, partial: true }, '1954', ''],
    [
      { ...date, partial: true },
      '2021-13',
      'Ngày sinh của trẻ: ngày 13/2021 không có trong lịch. Hãy nhập lại theo ngày/tháng/năm; chỉ nhớ năm thì nhập năm.',
    ],
    [
      { id: 'p', type: 'phone', label: label('Số điện thoại') },
      '123',
      'Số điện thoại: số điện thoại chưa đúng. Hãy nhập 10 chữ số (máy bàn 11 chữ số), bắt đầu bằng số 0, viết liền.',
    ],
    [{ id: 'p', type: 'phone', label: label('Số điện thoại') }, '0912345678', ''],
    [
      { id: 'i', type: 'personal-id', label: label('Số định danh') },
      '12345678',
      'Số định danh: số định danh chưa đúng. Hãy nhập đủ 9 hoặc 12 chữ số, viết liền.',
    ],
    [{ id: 'i', type: 'personal-id', label: label('Số định danh') }, '123456789012', ''],
    [
      { id: 'e', type: 'e-mail', label: label('Thư điện tử') },
      'a@b',
      'Thư điện tử: địa chỉ thư điện tử chưa đúng. Hãy nhập theo dạng ten@vidu.vn.',
    ],
    [
      { id: 'n', type: 'number', label: label('Diện tích'), maximum: 1000 },
      1001,
      'Diện tích: lớn hơn 1.000. Hãy nhập số không quá 1.000.',
    ],
    [
      { id: 'n', type: 'number', label: label('Diện tích'), decimals: 1 },
      1.25,
      'Diện tích: có quá nhiều chữ số sau dấu phẩy. Hãy làm tròn đến 0,1.',
    ],
    [
      { id: 'n', type: 'number', label: label('Số tờ'), decimals: 0 },
      'hai',
      'Số tờ: phải là số. Hãy nhập bằng chữ số.',
    ],
    [
      text('t', { label: label('Lý do'), maxLength: 3 } as never),
      'dài quá',
      'Lý do: dài quá 3 ký tự. Hãy viết ngắn lại.',
    ],
    [
      text('t', { label: label('Số thửa'), pattern: '^[0-9]+$', patternText: label('chỉ gồm chữ số') } as never),
      'x',
      'Số thửa: chưa đúng cách viết. Hãy nhập lại: chỉ gồm chữ số.',
    ],
    [
      {
        id: 'c',
        type: 'choice',
        label: label('Hình thức?'),
        required: true,
        options: [{ value: 'x', label: label('x') }],
      },
      null,
      'Hình thức? Chưa chọn. Hãy chọn một mục.',
    ],
    [
      { id: 'c', type: 'choices', label: label('Nhóm'), options: [{ value: 'x', label: label('x') }] },
      ['y'],
      'Nhóm: mục đã chọn không có trong danh sách. Hãy chọn lại trong danh sách.',
    ],
    [
      { id: 'd', type: 'declaration', label: label('Cam đoan'), required: true },
      false,
      'Cam đoan: chưa đánh dấu vào ô cam đoan. Hãy đọc kỹ rồi đánh dấu vào ô này.',
    ],
    [
      { id: 'f', type: 'file', label: label('Ảnh'), maxBytes: 1_048_576 },
      { hash: 'a'.repeat(64), name: 'a.jpg', type: 'image/jpeg', bytes: 2_000_000 },
      'Ảnh: tệp lớn hơn 1 MB. Hãy chọn tệp nhỏ hơn.',
    ],
    [
      { id: 'w', type: 'person', label: label('Người khai'), required: true, parts: ['fullName'] },
      {},
      'Người khai – Họ, chữ đệm và tên: chưa điền. Hãy điền mục này.',
    ],
    [{ id: 'w', type: 'person', label: label('Người được ủy quyền') }, undefined, ''],
    [
      { id: 'r', type: 'repeat', label: label('Con'), maxItems: 1, questions: [text('n')] as never },
      [{ n: 'a' }, { n: 'b' }],
      'Con: nhiều hơn 1 mục. Hãy bỏ bớt.',
    ],
  ])('%o with %j', (question, answer, sentence) => {
    expect(said(question, answer)).toBe(sentence);
  });

  it('points at the answer', () => {
    const ready = compiled(
      form({
        id: 'r',
        type: 'repeat',
        label: label('Con'),
        maxItems: 3,
        questions: [text('n', { required: true })] as never,
      }),
    );
    expect(validateAnswers(ready, facts({ r: [{ n: 'a' }, {}] })).map((each) => [each.path, each.message.vi])).toEqual([
      ['/r/1/n', 'Con thứ 2 – n: chưa điền.'],
    ]);
  });

  it('says nothing of questions that do not apply', () => {
    const ready = compiled(form(text('a'), { ...date, when: 'form.a = "x"', required: true }));
    expect(validateAnswers(ready, facts({ a: 'y', born: 'không phải ngày' }))).toEqual([]);
    expect(validateAnswers(ready, facts({ a: 'x', born: 'không phải ngày' }))).toHaveLength(1);
  });

  it('stays quick on answers made to be slow', () => {
    const ready = compiled(
      form(text('a', { pattern: '^[0-9]+$', maxLength: 10_000, patternText: label('chữ số') } as never), {
        id: 'e',
        type: 'e-mail',
        label: label('e'),
      }),
    );
    const start = performance.now();
    validateAnswers(ready, facts({ a: `${'1'.repeat(9999)}x`, e: `${'a.'.repeat(5000)}@` }));
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

describe('in the browser', () => {
  const questions: Question[] = [
    { ...date, required: true },
    text('name', { minLength: 2, required: true } as never),
    { id: 'who', type: 'person', label: label('Người khai'), required: true },
    {
      id: 'list',
      type: 'repeat',
      label: label('Con'),
      maxItems: 3,
      questions: [text('n', { required: true })] as never,
    },
  ];
  const ready: CompiledForm = compiled(form(...questions));
  const at = facts({ born: '2021-02-30', name: 'A', who: { phone: '12' }, list: [{}] });

  it('the module is self-contained and makes no code', () => {
    const module = validatorModule(ready);
    expect(module).not.toMatch(/\brequire\(|\bimport\b|\beval\(|new Function/);
    expect(validatorModule(ready)).toBe(module);
  });

  it('says the very same as the server', async () => {
    const validators = await load(validatorModule(ready));
    expect(checkInBrowser(ready, at, validators)).toEqual(validateAnswers(ready, at));
    expect(validateAnswers(ready, at).length).toBeGreaterThan(3);
  });

  it('is a validator for RJSF: page by page, as a tree of errors', async () => {
    const validators = await load(validatorModule(ready));
    const validator = createFormValidator({
      form: ready,
      facts: () => facts({ name: 'Nguyễn An' }),
      validators,
      locale: 'vi',
    });
    const page = { type: 'object', properties: { born: {}, list: {} } };
    const { errors, errorSchema } = validator.validateFormData({ born: '2021-02-30', list: [{}] }, page);
    expect(errors.map((each) => each.property)).toEqual(['.born', '.list.0.n']);
    expect(errorSchema).toMatchObject({
      born: { __errors: [expect.stringContaining('không có trong lịch')] },
      list: { 0: { n: { __errors: [expect.any(String)] } } },
    });
    expect(validator.validateFormData({ born: '2021-02-03' }, page).errors).toEqual([]);
    expect(validator.isValid({ const: 1 }, 1, {})).toBe(true);
  });

  it('draws a tree from problems', () => {
    expect(errorTree(validateAnswers(ready, facts({})), 'en')).toHaveProperty('who.fullName.__errors');
  });
});
