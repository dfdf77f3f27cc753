import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWorkbook, readZip, writeWorkbook, writeZip } from '#engine/spreadsheet/index.ts';
import { sheetOfTable, tableOfSheet, type StepRow, type StepTable } from '#engine/process/index.ts';
import { blankContent, filesOf, takeFiles, type StudioContent } from '#engine/studio/index.ts';

const blank = blankContent({ code: '9.000001', name: 'Thử', pageTitle: 'Trang đầu' });

/** What fits into XML and keeps its line ends. */
const words = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
  // eslint-disable-next-line no-control-regex
  .map((text) => text.replace(/[\u0000-\u001f\ufffd-\uffff]/g, 'ă').normalize('NFC'));
const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,12}$/);

const unpacked = (bytes: Uint8Array): Readonly<Record<string, string>> => {
  const read = readZip(bytes);
  if (!read.ok) throw new Error('no archive');
  return Object.fromEntries([...read.value].map(([file, content]) => [file, new TextDecoder().decode(content)]));
};
const packed = (files: Readonly<Record<string, string>>): Uint8Array =>
  writeZip(Object.entries(files).map(([file, content]) => ({ name: file, content })));

describe('a draft as files', () => {
  it('comes back from its archive as it was, in a folder or not', () => {
    const draft = fc.record({
      title: words,
      hint: words,
      process: words.map((text) => `<definitions>${text}</definitions>`),
      templates: fc.dictionary(
        name.map((stem) => `${stem}.typ`),
        words,
      ),
      folder: fc.constantFrom('', '9.000001/', 'tải về/9.000001/'),
    });
    fc.assert(
      fc.property(draft, ({ title, hint, process, templates, folder }) => {
        const content: StudioContent = {
          procedure: { ...blank.procedure, name: { vi: title } },
          form: { format: 'motcua/form@1', kind: 'pages', pages: [{ id: 'p', title: { vi: hint }, questions: [] }] },
          process,
          ...(Object.keys(templates).length > 0 ? { templates } : {}),
        };
        const files = Object.fromEntries(
          Object.entries(filesOf(content)).map(([file, text]) => [`${folder}${file}`, text]),
        );
        const back = takeFiles(unpacked(packed(files)), blank);
        expect(back.faults).toEqual([]);
        expect(back.content).toEqual(content);
      }),
      { numRuns: 60 },
    );
  });

  it('stays the draft of its own procedure, and keeps the parts that no file names', () => {
    const { content } = takeFiles(
      { 'procedure.json': JSON.stringify({ ...blank.procedure, code: '1.999999', name: { vi: 'Khác' } }) },
      blank,
    );
    expect(content.procedure).toMatchObject({ code: '9.000001', name: { vi: 'Khác' } });
    expect(content['form']).toEqual(blank['form']);
  });

  it('tells of each file what is wrong and where, and changes nothing by it', () => {
    const { content, taken, faults } = takeFiles(
      {
        'form.json': '{\n  "format": "motcua/form@1",\n  "pages" []\n}',
        'procedure.json': '{"format":"motcua/form@1"}',
        'process.bpmn': 'không phải XML',
        'anh.png': 'PNG\0',
        'ghi-chu.docx': 'x',
        'a/templates/x.typ': 'một',
        'b/templates/x.typ': 'hai',
      },
      blank,
    );
    expect(faults[0]?.problems?.[0]?.message.vi).toContain('dòng 3, cột 11');
    expect(faults.map(({ code, file }) => ({ code, file }))).toEqual([
      { code: 'not-json', file: 'form.json' },
      { code: 'other-format', file: 'procedure.json' },
      { code: 'other-format', file: 'process.bpmn' },
      { code: 'not-text', file: 'anh.png' },
      { code: 'unknown', file: 'ghi-chu.docx' },
      { code: 'twice', file: 'b/templates/x.typ' },
    ]);
    expect(taken).toEqual(['a/templates/x.typ']);
    expect(content).toEqual({ ...blank, templates: { 'x.typ': 'một' } });
  });
});

describe('a step table as a workbook', () => {
  const row: fc.Arbitrary<StepRow> = fc.record(
    {
      step: name,
      name: words,
      who: fc.constantFrom('clerk', 'officer', 'head', 'leader'),
      performer: words,
      unit: fc.constantFrom('receiving', 'deciding', 'unit:H02'),
      time: fc.constantFrom('PT4H', '0,5 ngày', '30 phút'),
      condition: words,
      outcomes: fc.array(fc.record({ id: name, name: words, next: name }, { requiredKeys: ['id', 'name'] }), {
        minLength: 1,
        maxLength: 3,
      }),
      product: fc.constantFrom('receipt', 'result:giay refusal'),
      requires: fc.constantFrom('result:giay'),
      deliverable: words,
      act: fc.constantFrom('receive', 'examine', 'sign'),
      form: name,
      parallel: name,
      next: name,
    },
    { requiredKeys: ['step', 'name', 'who'] },
  );

  it('comes back as it was, whatever a step holds', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), (rows) => {
        const table: StepTable = { format: 'motcua/step-table@1', id: 'p', name: 'Quy trình', rows };
        const { columns, rows: cells } = sheetOfTable(table);
        const bytes = writeWorkbook([
          {
            name: 'Quy trình',
            above: ['Quy trình'],
            columns: columns.map((title) => ({ title, width: 20 })),
            rows: cells,
          },
        ]);
        const book = readWorkbook(bytes);
        const back = tableOfSheet(book.ok ? (book.value[0]?.rows.map((each) => each.cells) ?? []) : [], {
          id: 'p',
          name: 'Quy trình',
        });
        expect(back).toMatchObject({ ok: true, value: table });
      }),
      { numRuns: 60 },
    );
  });

  it('is read from an approved process that an office typed itself, below its title', () => {
    const back = tableOfSheet(
      [
        ['QUY TRÌNH NỘI BỘ'],
        [],
        ['TT', 'Nội dung công việc', 'Người thực hiện', 'Thời gian (giờ)'],
        ['1', 'Tiếp nhận hồ sơ', 'Bộ phận Một cửa', '4'],
        ['2', 'Phê duyệt kết quả', 'Lãnh đạo', '8'],
      ],
      { name: 'Quy trình' },
    );
    expect(back.ok && back.value.rows.map(({ step, who, time }) => [step, who, time])).toEqual([
      ['tiep-nhan-ho-so', 'clerk', 'PT4H'],
      ['phe-duyet-ket-qua', 'leader', 'P1D'],
    ]);
  });
});
