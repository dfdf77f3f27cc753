import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileExpression } from '#engine/expression/index.ts';
import {
  addPage,
  addQuestion,
  at,
  begin,
  blankContent,
  blankQuestion,
  contentFrom,
  copy,
  filesOf,
  fieldOf,
  idsIn,
  listOf,
  merge,
  moveTo,
  pagesFromSheet,
  put,
  questionPlaces,
  questionTypes,
  readSentence,
  record,
  recordOf,
  redo,
  remove,
  same,
  screens,
  settingsOf,
  shift,
  undo,
  usesOf,
  writeSentence,
  type Json,
  type Sentence,
} from '#engine/studio/index.ts';
import { loadForm, procedureSchema } from '#engine/definition/index.ts';

const words = { option: (number: number): string => `Lựa chọn ${String(number)}` };
const start = (): Json => blankContent({ code: '9.000001', name: 'Thử', pageTitle: 'Trang đầu' })['form'] ?? {};

/** One thing somebody does in the studio; numbers are taken modulo what there is. */
const doing = fc.record({
  kind: fc.constantFrom('page', 'question', 'copy', 'remove', 'up', 'down', 'move', 'move-page', 'label'),
  a: fc.nat(50),
  b: fc.nat(50),
  type: fc.constantFrom(...questionTypes),
  text: fc.string({ minLength: 1, maxLength: 12 }),
});
type Doing = typeof doing extends fc.Arbitrary<infer Value> ? Value : never;

const perform = (form: Json, { kind, a, b, type, text }: Doing): Json => {
  const places = questionPlaces(form);
  const pages = listOf(at(form, ['pages']));
  const chosen = places[a % Math.max(1, places.length)]?.path;
  const into = ['pages', b % Math.max(1, pages.length), 'questions'];
  if (kind === 'page') return addPage(form, text).form;
  if (kind === 'question') return addQuestion(form, into, blankQuestion(type, text, idsIn(form), words)).form;
  if (kind === 'move-page') return moveTo(form, ['pages', a % pages.length], ['pages'], b % pages.length).form;
  if (!chosen) return form;
  switch (kind) {
    case 'copy':
      return copy(form, chosen).form;
    case 'remove':
      return remove(form, chosen);
    case 'up':
      return shift(form, chosen, -1).form;
    case 'down':
      return shift(form, chosen, 1).form;
    case 'move':
      return moveTo(form, chosen, into, b).form;
    default:
      return put(form, [...chosen, 'label', 'vi'], text);
  }
};

const ids = (form: Json): readonly Json[] => questionPlaces(form).map(({ question }) => question['id'] ?? '');

describe('editing a form', () => {
  it('can be undone to the beginning and redone to the end, whatever was done', () => {
    fc.assert(
      fc.property(fc.array(doing, { maxLength: 40 }), (doings) => {
        const first = start();
        const worked = doings.reduce(
          (history, each) => record(history, perform(history.present, each), each.kind),
          begin(first),
        );
        let back = worked;
        while (back.past.length > 0) back = undo(back);
        expect(back.present).toBe(first);
        let again = back;
        while (again.future.length > 0) again = redo(again);
        expect(again.present).toBe(worked.present);
      }),
    );
  });

  it('keeps one question for every id, however they are copied and moved', () => {
    fc.assert(
      fc.property(fc.array(doing, { maxLength: 40 }), (doings) => {
        const form = doings.reduce(perform, start());
        expect(new Set(ids(form)).size).toBe(ids(form).length);
      }),
    );
  });

  it('moves a question without losing or changing any', () => {
    fc.assert(
      fc.property(fc.array(doing, { maxLength: 25 }), doing, (doings, last) => {
        const before = doings.reduce(perform, start());
        const after = perform(before, { ...last, kind: 'move' });
        expect([...ids(after)].sort()).toEqual([...ids(before)].sort());
      }),
    );
  });

  it('moves a page with all its questions to the place that was asked for, and no other page apart from that', () => {
    fc.assert(
      fc.property(fc.array(doing, { maxLength: 25 }), fc.nat(50), fc.nat(50), (doings, one, other) => {
        const before = doings.reduce(perform, start());
        const pages = listOf(at(before, ['pages']));
        const [from, to] = [one % pages.length, other % pages.length];
        const { form, path } = moveTo(before, ['pages', from], ['pages'], to);
        const rest = pages.filter((_, index) => index !== from);
        expect(path).toEqual(['pages', to]);
        expect(listOf(at(form, ['pages']))).toEqual([...rest.slice(0, to), pages[from], ...rest.slice(to)]);
      }),
    );
  });

  it('joins typing on at one place into one step', () => {
    const typed = ['T', 'Tê', 'Tên'].reduce(
      (history, text) => record(history, put(history.present, ['label'], text), 'sửa', '/label'),
      begin<Json>({}),
    );
    expect(undo(typed).present).toEqual({});
  });
});

describe('a draft as files', () => {
  it('comes back from its files as it was', () => {
    fc.assert(
      fc.property(fc.array(doing, { maxLength: 25 }), fc.option(fc.string()), (doings, process) => {
        const content = {
          ...blankContent({ code: '9.000001', name: 'Thử', pageTitle: 'Trang' }),
          form: recordOf(doings.reduce(perform, start())),
          ...(process === null ? {} : { process, templates: { 'a.typ': process } }),
        };
        expect(contentFrom(filesOf(content))).toEqual({ content, unreadable: [] });
      }),
    );
  });

  it('tells which file is no JSON', () => {
    expect(contentFrom({ 'procedure.json': '{' }).unreadable).toEqual(['procedure.json']);
  });
});

const json = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.integer(),
    fc.string({ maxLength: 4 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('value')),
  ),
})).value;

describe('what two people changed', () => {
  it('is merged: where only one of them changed something, nothing is lost', () => {
    fc.assert(
      fc.property(json, json, (base, mine) => {
        expect(same(merge(base, mine, base).value, mine)).toBe(true);
        expect(same(merge(base, base, mine).value, mine)).toBe(true);
        expect(merge(base, mine, mine).conflicts).toEqual([]);
      }),
    );
  });

  it('is merged question by question, with the place told where both changed the same', () => {
    const base = {
      pages: [
        {
          id: 'p',
          questions: [
            { id: 'a', label: 'A' },
            { id: 'b', label: 'B' },
          ],
        },
      ],
    };
    const mine = { pages: [{ id: 'p', questions: [{ id: 'a', label: 'A1' }, { id: 'c', label: 'C' }, { id: 'b', label: 'B1' }] }] }; // prettier-ignore
    const theirs = { pages: [{ id: 'p', questions: [{ id: 'b', label: 'B2' }, { id: 'a', label: 'A' }, { id: 'd', label: 'D' }] }] }; // prettier-ignore
    const merged = merge(base, mine, theirs);
    expect(merged.value).toEqual({
      pages: [
        { id: 'p', questions: [{ id: 'b', label: 'B1' }, { id: 'a', label: 'A1' }, { id: 'c', label: 'C' }, { id: 'd', label: 'D' }] }, // prettier-ignore
      ],
    });
    expect(merged.conflicts).toEqual([['pages', 0, 'questions', 0, 'label']]);
  });
});

describe('a condition as a sentence', () => {
  const value = fc.oneof(
    fc.string({ maxLength: 8 }).map((text) => text.replace(/[\n\r\t\u0000-\u001f]/g, ' ')), // eslint-disable-line no-control-regex
    fc.integer({ min: -999, max: 9999 }),
    fc.boolean(),
    fc.constant({ date: '2021-07-01' }),
    fc.constant({ today: true as const }),
  );
  const name = fc.constantFrom('form.treSinhTaiNha', 'form.me.ho-ten', 'case', 'channel');
  const clause = fc.oneof(
    fc.record({ name, operator: fc.constantFrom('=' as const, '!=' as const, '<' as const, '>=' as const, 'contains' as const, 'lacks' as const), value }), // prettier-ignore
    fc.record({ name, operator: fc.constantFrom('answered' as const, 'unanswered' as const) }),
  );
  const sentences: fc.Arbitrary<Sentence> = fc
    .record({ join: fc.constantFrom('and' as const, 'or' as const), clauses: fc.array(clause, { minLength: 2, maxLength: 4 }) }); // prettier-ignore

  it('is written as FEEL and read back as the same sentence', () => {
    fc.assert(
      fc.property(sentences, (sentence) => {
        expect(readSentence(writeSentence(sentence))).toEqual(sentence);
      }),
    );
  });

  it('is FEEL that the engine takes', () => {
    const environment = {
      form: { kind: 'context', fields: { home: { kind: 'boolean', nullable: true }, why: { kind: 'list', items: { kind: 'string' }, nullable: true } } }, // prettier-ignore
    } as const;
    for (const feel of ['form.home = true', 'form.home != null', 'not(list contains(form.why, "a"))']) {
      const sentence = readSentence(feel);
      expect(sentence).toBeDefined();
      expect(writeSentence(sentence ?? { join: 'and', clauses: [] })).toBe(feel);
      expect(compileExpression(feel, environment, 'boolean').ok).toBe(true);
    }
  });

  it('is left to the FEEL view where it says more', () => {
    for (const feel of [
      'a = 1 and b = 2 or c = 3',
      'form.a + 1 > 2',
      'count(form.a) > 2',
      'form.a = form.b',
      'a =',
      '(a = 1)',
    ])
      expect(readSentence(feel)).toBeUndefined();
  });

  it('is found by the question it looks at, not by words in quotes', () => {
    const content = {
      form: { pages: [{ when: 'form.a = "form.b"' }] },
      procedure: { fees: [{ amount: 'form.b * 2' }] },
    };
    expect(usesOf(content, 'b').map(({ path }) => path.join('/'))).toEqual(['procedure/fees/0/amount']);
    expect(usesOf(content, 'a')).toHaveLength(1);
  });
});

describe('what can be set', () => {
  it('is read from the format: every question type has its settings, every property of a procedure its screen', () => {
    for (const type of questionTypes) expect(settingsOf(type).map(({ name }) => name)).toContain('label');
    expect(settingsOf('date').map(({ name }) => name)).toContain('latest');
    expect(settingsOf('date').map(({ name }) => name)).not.toContain('maxLength');
    const shown = new Set<string>([...Object.values(screens).flat(), 'format', 'none']);
    expect(Object.keys(procedureSchema.properties).filter((name) => !shown.has(name))).toEqual([]);
    expect(fieldOf(procedureSchema.properties.timeLimits).kind).toBe('list');
  });
});

describe('a spreadsheet of fields', () => {
  const sheet =
    'Trang\tCâu hỏi\tKiểu\tBắt buộc\tLựa chọn\nNgười nộp\tHọ và tên\tchữ\tx\t\n\tGiới tính\tchọn một\t\tNam|Nữ\nTrẻ\tSinh tại nhà\tcó/không\tx\t\n\tLạ\tkiểu lạ\t\t';

  it('becomes pages of questions that the format accepts; what cannot be read is told by its row', () => {
    const { pages, faults } = pagesFromSheet(sheet, new Set(), { page: 'Trang 1', ...words });
    expect(faults).toEqual([{ code: 'unknown-type', row: 5, text: 'kiểu lạ' }]);
    expect(loadForm({ format: 'motcua/form@1', kind: 'pages', pages }).ok).toBe(true);
    expect(pages.map((page) => page['id'])).toEqual(['nguoiNop', 'tre']);
  });
});
