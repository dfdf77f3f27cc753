import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadForm, loadRelease } from '#engine/definition/index.ts';
import {
  addCounts,
  importAnnex,
  importJson,
  noCount,
  rowsOfCsv,
  rowsOfText,
  type ImportedDraft,
} from '#engine/import/index.ts';
import { parseProcess } from '#engine/process/index.ts';
import { readWorkbook, writeWorkbook } from '#engine/spreadsheet/index.ts';

const only = (drafts: ReturnType<typeof importJson>): ImportedDraft => {
  const [draft] = drafts.ok ? drafts.value : [];
  if (!draft) throw new Error(JSON.stringify(drafts));
  return draft;
};

const national = {
  MATTHC: '1.001193',
  TENTTHC: 'Thủ tục thử',
  LINHVUCTHUCHIEN: [{ MALINHVUC: 'G15-TP01', TENLINHVUC: 'Hộ tịch' }],
  CACHTHUCTHUCHIEN: [
    {
      KENH: '1',
      THOIGIAN: [
        {
          THOIGIANGIAIQUYET: '5',
          DONVITINH: 'Ngày làm việc',
          MOTA: '',
          PHILEPHI: [{ SOTIEN: '8000', DONVI: 'Đồng', MOTA: '' }],
        },
      ],
    },
    { KENH: '2', THOIGIAN: [{ THOIGIANGIAIQUYET: '3', DONVITINH: '', PHILEPHI: [] }] },
  ],
  THANHPHANHOSO: [
    { TRUONGHOP: 'Giấy tờ phải nộp', GIAYTO: [{ MAGIAYTO: 'a', TENGIAYTO: 'Tờ khai', TENMAUDON: 'Mẫu 01' }] },
  ],
  KETQUATHUCHIEN: [{ MAKETQUA: 'KQ.G15.000031', TENKETQUA: 'Giấy khai sinh' }],
  CANCUPHAPLY: [{ SOVANBAN: '123/2015/NĐ-CP', TENVANBAN: 'Nghị định' }],
  COQUANTHUCHIEN: [{ TENDONVI: 'UBND xã', MADONVI: '' }],
  DOITUONGTHUCHIEN: [{ TENDOITUONG: 'Công dân Việt Nam' }, { TENDOITUONG: 'Thủ quỹ' }],
};

describe('the number of a law', () => {
  test('keeps the small letter of the Prime Minister’s decisions', () => {
    const read = importJson({
      name: 'A',
      cases: [],
      documents: [],
      legal_basis: ['24/2021/QĐ-TTg', 'Quyết định 09/QĐ-TTg'],
    });
    expect(read.ok && read.value[0]?.procedure.legalBasis?.map(({ number }) => number)).toEqual([
      '24/2021/QĐ-TTg',
      '09/QĐ-TTg',
    ]);
  });
});

describe('The national database’s fields', () => {
  const draft = only(importJson(national));

  test('are taken with the place each came from', () => {
    expect(draft.procedure).toMatchObject({
      code: '1.001193',
      name: { vi: 'Thủ tục thử' },
      channels: ['counter', 'online'],
      timeLimits: [{ channels: ['counter'], legal: { value: 5, unit: 'working-day' } }],
      fees: [{ amount: 8000, channels: ['counter'] }],
      legalBasis: [{ number: '123/2015/NĐ-CP' }],
    });
    expect(draft.origins).toContainEqual({
      at: '/procedure/timeLimits/0',
      how: 'read',
      from: '/CACHTHUCTHUCHIEN/0/THOIGIAN/0',
      words: '5 Ngày làm việc',
    });
  });

  test('a number without its unit, an unknown applicant and the units of the province stay open', () => {
    expect(draft.open.map(({ code, at }) => `${code} ${at}`)).toEqual(
      expect.arrayContaining([
        'limit.not-determined /procedure/timeLimits',
        'applicant.unknown /procedure/applicants',
        'missing /procedure/authority/deciding',
        'missing /procedure/levels',
        'paper.quantity /procedure/checklist/0',
      ]),
    );
    expect(draft.procedure.levels).toBeUndefined();
    expect(draft.procedure.authority).toBeUndefined();
  });

  test('another file is refused with what to choose instead', () => {
    expect(importJson({ hello: 1 })).toMatchObject({ ok: false, problems: [{ code: 'import.unknown-shape' }] });
    expect(importJson([])).toMatchObject({ ok: false, problems: [{ code: 'import.empty' }] });
  });
});

describe('The page of the national portal', () => {
  const draft = only(
    importJson({
      ma_thu_tuc: '2.000815',
      ten_thu_tuc: 'Thủ tục chứng thực',
      cap_thuc_hien: 'Cấp tỉnh, Cấp xã',
      doi_tuong_thuc_hien: 'Công dân Việt Nam, Tổ chức (không bao gồm doanh nghiệp, HTX)',
      cach_thuc_thuc_hien:
        'Hình thức nộpThời gianPhí, lệ phíMô tảTrực tuyến5 Ngày làm việcMiễn phíMức thu lệ phí do HĐND cấp tỉnh quyết địnhTrực tiếp1Miễn phí',
      thanh_phan_ho_so:
        '* Giấy tờ phải nộp:Tên giấy tờMẫu đơn, tờ khaiSố lượng- Tờ khai1 bản chính- Lưu ý thêm0 bản chính* Giấy tờ phải xuất trình:Tên giấy tờMẫu đơn, tờ khaiSố lượng- Hộ chiếu1 bản chính',
    }),
  );

  test('is read from tables that were run together', () => {
    expect(draft.procedure).toMatchObject({
      levels: ['province', 'commune'],
      applicants: ['citizen', 'organisation'],
      timeLimits: [{ channels: ['online'], legal: { value: 5, unit: 'working-day' } }],
      checklist: [
        { name: { vi: 'Tờ khai' }, kind: 'submit', originals: 1 },
        { name: { vi: 'Hộ chiếu' }, kind: 'present', originals: 1 },
      ],
    });
  });

  test('“Miễn phí” beside words about a fee decides nothing', () => {
    expect(draft.procedure.none).toBeUndefined();
    expect(draft.open.some(({ code, words }) => code === 'fee.not-determined' && words?.includes('HĐND'))).toBe(true);
  });
});

const annex = [
  ['A. Thủ tục hành chính sửa đổi, bổ sung'],
  [
    'STT',
    'Tên thủ tục hành chính (mã)',
    'Thời hạn giải quyết',
    'Địa điểm thực hiện',
    'Phí, lệ phí',
    'Căn cứ pháp lý',
    'Cơ quan thực hiện',
  ],
  ['I', 'LĨNH VỰC CHỨNG THỰC'],
  [
    '1',
    'Chứng thực di chúc (2.001019.000.00.00. H61)',
    '02 ngày làm việc',
    'Trung tâm Phục vụ hành chính công',
    '50.000 đồng/di chúc',
    '- Nghị định số 23/2015/NĐ-CP\n- Thông tư số 226/2016/TT-BTC',
    'UBND cấp xã',
  ],
  ['B. Thủ tục hành chính bị bãi bỏ'],
  ['1', 'Chứng thực văn bản khai nhận di sản (2.001009)', '', '', '', '', ''],
];

const expectAnnex = (read: ReturnType<typeof importAnnex>): void => {
  expect(
    read.ok && read.value.map(({ action, draft }) => [action, draft.procedure.code, draft.procedure.name?.vi]),
  ).toEqual([
    ['amend', '2.001019.000.00.00.H61', 'Chứng thực di chúc'],
    ['repeal', '2.001009', 'Chứng thực văn bản khai nhận di sản'],
  ]);
  expect(read.ok && read.value[0]?.draft.procedure).toMatchObject({
    field: { name: { vi: 'Chứng thực' } },
    timeLimits: [{ legal: { value: 2, unit: 'working-day' } }],
    fees: [{ amount: 50_000, unit: { vi: 'đồng/di chúc' } }],
    legalBasis: [{ number: '23/2015/NĐ-CP' }, { number: '226/2016/TT-BTC' }],
  });
};

describe('The annex of a decision', () => {
  const quoted = (cell: string, mark: string): string =>
    cell.includes('\n') || cell.includes(mark) ? `"${cell}"` : cell;
  const as = (mark: string): string => annex.map((row) => row.map((cell) => quoted(cell, mark)).join(mark)).join('\n');

  test('is read as text pasted from a document', () => {
    expectAnnex(importAnnex(rowsOfText(as('\t')), 'phụ lục'));
  });

  test('is read as comma-separated values', () => {
    expectAnnex(importAnnex(rowsOfCsv(as(',')), 'phụ lục'));
  });

  test('is read as a workbook, and a written workbook is read again', () => {
    const [head = [], ...rows] = annex;
    const bytes = writeWorkbook([{ name: 'Phụ lục', columns: head.map((title) => ({ title, width: 20 })), rows }]);
    const book = readWorkbook(bytes);
    const sheet = book.ok ? book.value[0] : undefined;
    expectAnnex(
      importAnnex(
        (sheet?.rows ?? []).map(({ cells, number }) => ({ cells, from: `hàng ${number}` })),
        'phụ lục',
      ),
    );
  });

  test('names what is replaced, in a column of its own or in its word for what is done', () => {
    const read = (...lines: readonly string[]) => {
      const found = importAnnex(rowsOfText(lines.join('\n')), 'phụ lục');
      return found.ok ? found.value.map(({ draft: _draft, ...done }) => done) : found.problems;
    };
    expect(
      read(
        'STT\tTTHC được thay thế\tTên TTHC thay thế (mã)\tThời hạn giải quyết',
        'Thủ tục hành chính thay thế',
        '1\tCấp phép cũ (1.000101), (1.000102)\tCấp phép (1.000103)\t05 ngày làm việc',
      ),
    ).toEqual([{ action: 'replace', replaces: ['1.000101', '1.000102'] }]);
    expect(
      read(
        'STT\tMã thủ tục\tTên thủ tục hành chính\tThời hạn giải quyết\tViệc',
        '1\t1.000103\tCấp phép\t05 ngày\tThay thế. Thay thế: Cấp phép cũ (1.000101)',
        '2\t1.000104\tGia hạn\t\tBãi bỏ. Được thay thế bằng: Cấp phép (1.000103)',
        '3\t1.000105\tThu hồi\t05 ngày\tSửa đổi, bổ sung',
      ),
    ).toEqual([
      { action: 'replace', replaces: ['1.000101'] },
      { action: 'repeal', replacedBy: '1.000103' },
      { action: 'amend' },
    ]);
    expect(read('STT\tTên TTHC được thay thế\tMã TTHC', '1\tCấp phép cũ\t1.000101')).toEqual([{ action: 'add' }]);
  });

  test('a text without a heading row is refused', () => {
    expect(importAnnex(rowsOfText('Kính gửi các sở'), '')).toMatchObject({
      ok: false,
      problems: [{ code: 'import.no-heading' }],
    });
  });

  test('bytes that are no workbook are refused', () => {
    expect(readWorkbook(new Uint8Array([80, 75, 3, 4]))).toMatchObject({
      ok: false,
      problems: [{ code: 'spreadsheet.not-a-workbook' }],
    });
  });
});

const folder = path.resolve('../shared/data/procedures');

describe.skipIf(!existsSync(folder))('The real procedures in ../shared/data (skipped where they are not)', () => {
  const drafts = (existsSync(folder) ? readdirSync(folder) : []).map((file) => ({
    file,
    draft: only(
      importJson(JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as unknown, { codeLists: ['sex@2020'] }),
    ),
  }));

  test('at least 95 of 100 time limits, fees and papers that state a value are structured', () => {
    for (const part of ['limits', 'fees', 'papers'] as const) {
      const sum = drafts.reduce((all, { draft }) => addCounts(all, draft.tally[part]), noCount);
      expect(sum.structured / sum.stated, part).toBeGreaterThanOrEqual(0.95);
      expect(sum.stated, part).toBeGreaterThan(70);
    }
  });

  test('forms and processes made of them are well formed', async () => {
    for (const { file, draft } of drafts) {
      if (draft.form) expect(loadForm(draft.form, '').ok, file).toBe(true);
      if (draft.process) expect((await parseProcess(draft.process)).ok, file).toBe(true);
    }
  });

  test('once the open points are settled, what was imported is a release', () => {
    for (const { file, draft } of drafts) {
      const { procedure } = draft;
      const settled = {
        field: { code: 'x', name: { vi: 'x' } },
        levels: ['province'],
        applicants: ['citizen'],
        channels: ['counter'],
        timeLimits: [{ id: 'x', legal: { value: 5, unit: 'working-day' } }],
        legalBasis: [{ number: 'x' }],
        ...procedure,
        code: '9.000001',
        authority: {
          ...procedure.authority,
          deciding: { name: { vi: 'x' }, unit: 'receiving' },
          receiving: [{ level: 'province' }],
        },
        ...(procedure.results ? { results: procedure.results.map((result) => ({ ...result, signedFile: true })) } : {}),
      };
      const loaded = loadRelease({
        code: '9.000001',
        number: 1,
        procedureJson: settled,
        ...(draft.form ? { formJson: draft.form } : {}),
        ...(draft.process ? { processXml: draft.process } : {}),
      });
      expect(loaded.ok ? [] : loaded.problems.map((found) => `${found.path} ${found.message.vi}`), file).toEqual([]);
    }
  });

  test('every value has an origin in the source, and no number is made up', () => {
    for (const { file, draft } of drafts) {
      const text = readFileSync(path.join(folder, file), 'utf8');
      for (const [place] of (draft.procedure.timeLimits ?? []).entries())
        expect(
          draft.origins.some(({ at }) => at === `/procedure/timeLimits/${place}`),
          file,
        ).toBe(true);
      for (const { amount } of draft.procedure.fees ?? [])
        if (typeof amount === 'number' && amount > 0)
          expect(text.replaceAll('.', ''), `${file} ${amount}`).toContain(String(amount));
      for (const { legal } of draft.procedure.timeLimits ?? [])
        if ('unit' in legal && legal.value > 0) expect(text, file).toMatch(new RegExp(`"value": ${legal.value}\\b`));
    }
  });
});
