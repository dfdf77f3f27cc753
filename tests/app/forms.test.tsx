import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { compileForm, effectiveForm, type CompiledForm, type Facts } from '#engine/form/index.ts';
import type { PagesForm } from '#engine/definition/index.ts';
import { problem } from '#engine/result/index.ts';
import { joinDate, splitDate } from '#app/forms/date-parts.ts';
import { pressListButton } from '#app/forms/list-buttons.ts';
import { PageForm } from '#app/forms/page-form.tsx';
import { parsePosted, SHOWN } from '#app/forms/parse-posted.ts';
import { errorSchemaOf, summaryOf } from '#app/forms/problem-errors.ts';
import { readTypedDate } from '#app/forms/typed-date.ts';
import { readTypedNumber, writeNumber } from '#app/forms/typed-number.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { TextsContext } from '#app/i18n/use-text.ts';

const definition: PagesForm = {
  format: 'motcua/form@1',
  kind: 'pages',
  pages: [
    {
      id: 'child',
      title: { vi: 'Trẻ' },
      questions: [
        { id: 'name', type: 'text', label: { vi: 'Họ tên' }, hint: { vi: 'Có dấu' }, required: true },
        { id: 'born', type: 'date', label: { vi: 'Ngày sinh' }, required: true },
        {
          id: 'sex',
          type: 'choice',
          label: { vi: 'Giới tính' },
          options: [
            { value: 'm', label: { vi: 'Nam' } },
            { value: 'f', label: { vi: 'Nữ' } },
          ],
        },
        { id: 'twin', type: 'yes-no', label: { vi: 'Sinh đôi' } },
        { id: 'area', type: 'number', label: { vi: 'Diện tích' }, decimals: 2, unit: { vi: 'm²' } },
        { id: 'price', type: 'money', label: { vi: 'Giá trị' } },
        {
          id: 'kinds',
          type: 'choices',
          label: { vi: 'Loại' },
          options: [
            { value: 'a', label: { vi: 'A' } },
            { value: 'b', label: { vi: 'B' } },
          ],
        },
        { id: 'mother', type: 'person', label: { vi: 'Người mẹ' }, parts: ['fullName', 'birthDate', 'phone'] },
        {
          id: 'others',
          type: 'repeat',
          label: { vi: 'Người khác' },
          maxItems: 5,
          questions: [{ id: 'who', type: 'text', label: { vi: 'Tên' } }],
        },
        { id: 'promise', type: 'declaration', label: { vi: 'Tôi cam đoan' }, required: true },
      ],
    },
  ],
};

const compiled = (): CompiledForm => {
  const result = compileForm(definition, { groups: {}, codeLists: {} });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
};

const facts = (answers: Facts['answers']): Facts => ({ answers, channel: 'online', today: '2021-07-15' });

const render = (answers: Facts['answers'], problems: Parameters<typeof errorSchemaOf>[0] = []): string => {
  const page = effectiveForm(compiled(), facts(answers)).pages[0];
  if (!page) throw new Error('no page');
  return renderToStaticMarkup(
    <TextsContext.Provider value={textsFor('vi')}>
      <form>
        <PageForm
          schema={page.schema}
          uiSchema={page.uiSchema}
          answers={answers}
          errors={errorSchemaOf(problems, 'vi')}
          context={{ lists: {}, places: [] }}
        />
      </form>
    </TextsContext.Provider>,
  );
};

/** What a browser without scripts would post: every control that has a name and counts. */
const posted = (html: string): FormData => {
  const data = new FormData();
  const decode = (text: string): string =>
    text.replaceAll('&quot;', '"').replaceAll('&amp;', '&').replaceAll('&#x27;', "'");
  const attribute = (tag: string, name: string): string | undefined => {
    const found = new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
    return found === undefined ? undefined : decode(found);
  };
  for (const [tag] of html.matchAll(/<input[^>]*>/g)) {
    const name = attribute(tag, 'name');
    const type = attribute(tag, 'type') ?? 'text';
    if (!name || type === 'file') continue;
    if ((type === 'radio' || type === 'checkbox') && !tag.includes(' checked')) continue;
    data.append(name, attribute(tag, 'value') ?? '');
  }
  for (const [, head = '', body = ''] of html.matchAll(/<textarea([^>]*)>([^<]*)</g))
    data.append(attribute(` ${head}`, 'name') ?? '', decode(body));
  for (const [, head = '', body = ''] of html.matchAll(/<select([^>]*)>(.*?)<\/select>/gs)) {
    const chosen = /<option[^>]*selected=""[^>]*>/.exec(body)?.[0] ?? '';
    data.append(attribute(` ${head}`, 'name') ?? '', attribute(chosen, 'value') ?? '');
  }
  return data;
};

const pageOf = (form: CompiledForm) => {
  const page = form.pages[0];
  if (!page) throw new Error('no page');
  return page;
};

describe('a page posted without scripts', () => {
  const answers = {
    name: 'Nguyễn Hoàng Bảo Anh',
    born: '2021-07-01',
    sex: 'f',
    twin: false,
    area: 1234.5,
    price: 1_500_000,
    kinds: ['a', 'b'],
    mother: { fullName: 'Hoàng Thị Lan', birthDate: '1992', phone: '0912345678' },
    others: [{ who: 'Ông Bình' }, { who: 'Bà Hà' }],
    promise: true,
  };

  it('comes back as the answers it was drawn from', () => {
    expect(parsePosted(pageOf(compiled()), posted(render(answers)))).toEqual(answers);
  });

  it('keeps a date that is no date, so that it can be shown and refused', () => {
    const html = render({ ...answers, born: '2021-02-31' });
    expect(html).toContain('value="31"');
    expect(parsePosted(pageOf(compiled()), posted(html))).toMatchObject({ born: '2021-02-31' });
  });

  it('reads only what the page defines and showed', () => {
    const data = new FormData();
    data.set(SHOWN, 'name');
    data.set('q[name]', '  Lan  ');
    data.set('q[sex]', 'm');
    data.set('q[__proto__][admin]', '1');
    expect(parsePosted(pageOf(compiled()), data)).toEqual({ name: 'Lan' });
  });

  it('adds and removes items of a list by its buttons', () => {
    const add = new FormData();
    add.set('_them', 'others');
    expect(pressListButton({ others: [{ who: 'A' }] }, add)).toEqual({ others: [{ who: 'A' }, {}] });
    const remove = new FormData();
    remove.set('_bot', 'others.0');
    expect(pressListButton({ others: [{ who: 'A' }, { who: 'B' }] }, remove)).toEqual({ others: [{ who: 'B' }] });
    expect(pressListButton({}, new FormData())).toBeUndefined();
  });
});

describe('the theme', () => {
  const problems = [
    problem('form.required', '/name', { vi: 'Họ tên: chưa nhập.' }, { vi: 'Hãy viết có dấu.' }),
    problem('form.date', '/born', { vi: 'Ngày sinh: ngày 31/02 không có trong lịch.' }),
    problem('form.phone', '/mother/phone', { vi: 'Số điện thoại: cần 10 chữ số.' }),
  ];

  it('describes a control only by ids that are on the page', () => {
    const html = render({}, problems);
    const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]));
    const references = [...html.matchAll(/ aria-describedby="([^"]+)"/g)].flatMap((match) =>
      (match[1] ?? '').split(' '),
    );
    expect(references.length).toBeGreaterThan(0);
    expect(references.filter((id) => !ids.has(id))).toEqual([]);
  });

  it('labels every control, groups choices under a legend, and repeats no id', () => {
    const html = render({ others: [{ who: 'A' }] });
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(ids.length).toBe(new Set(ids).size);
    const labelled = new Set([...html.matchAll(/ for="([^"]+)"/g)].map((match) => match[1]));
    const alone = [...html.matchAll(/<(?:input|select|textarea)[^>]*>/g)]
      .map((match) => match[0])
      .filter((tag) => !/type="(?:hidden|radio|checkbox)"/.test(tag))
      .map((tag) => / id="([^"]+)"/.exec(tag)?.[1] ?? tag)
      .filter((id) => !labelled.has(id));
    expect(alone).toEqual([]);
    expect(html).toContain('<legend class="label">Giới tính');
    expect(html).toContain('<legend>Người mẹ');
  });

  it('marks what is wrong and leads to it from the summary', () => {
    const html = render({}, problems);
    expect(html).toMatch(/<input id="q-name"[^>]*aria-invalid="true"/);
    expect(html).toContain('Họ tên: chưa nhập. Hãy viết có dấu.');
    for (const line of summaryOf(problems, 'vi')) expect(html).toContain(` id="${line.target ?? ''}"`);
  });

  it('chooses nothing for anybody and says what is optional', () => {
    const html = render({});
    expect(html).not.toContain(' checked');
    expect(html).toContain('(không bắt buộc)');
  });
});

describe('what people type', () => {
  it('reads numbers as Vietnamese write them', () => {
    expect(readTypedNumber('1.234.567,5')).toBe(1234567.5);
    expect(readTypedNumber('12,5')).toBe(12.5);
    expect(readTypedNumber('12.5')).toBe(12.5);
    expect(readTypedNumber('50.000 đ')).toBe(50_000);
    expect(readTypedNumber('')).toBeUndefined();
    expect(readTypedNumber('mười')).toBe('mười');
    expect(writeNumber(1234567.5)).toBe('1.234.567,5');
  });
  it('reads days in the order of the country', () => {
    expect(readTypedDate('1/7/2021')).toBe('2021-07-01');
    expect(readTypedDate('31/02/2021')).toBeUndefined();
    expect(readTypedDate('2021-07-01')).toBe('2021-07-01');
  });
  it('keeps dates of which only a part is known', () => {
    for (const [value, partial] of [
      ['2021-07-01', false],
      ['1992', true],
      ['1992-05', true],
    ] as const)
      expect(joinDate(splitDate(value), partial)).toBe(value);
    expect(joinDate({ day: '', month: '', year: '' }, true)).toBeUndefined();
  });
});
