import { describe, expect, it } from 'vitest';
import {
  diffReleases,
  loadRelease,
  type FormDefinition,
  type Procedure,
  type Release,
} from '#engine/definition/index.ts';
import { goodRelease } from './corpus.ts';

const good = goodRelease();

interface Over {
  readonly procedure?: Partial<Procedure>;
  readonly form?: unknown;
  readonly process?: string | undefined;
}

const next = (over: Over): Release => {
  const form = 'form' in over ? over.form : good.form;
  const process = 'process' in over ? over.process : good.process;
  const loaded = loadRelease({
    code: good.code,
    number: 2,
    procedureJson: { ...good.procedure, ...over.procedure },
    ...(form === undefined ? {} : { formJson: form }),
    ...(process === undefined ? {} : { processXml: process }),
  });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.value;
};

const sentences = (over: Over): readonly string[] =>
  diffReleases(good, next(over)).changes.map(({ sentence }) => sentence.vi);

describe('the difference between two releases', () => {
  it('is empty between a release and itself', () => {
    expect(diffReleases(good, next({})).changes).toEqual([]);
  });

  it('tells papers added, dropped and changed', () => {
    const [request] = good.procedure.checklist ?? [];
    if (!request) throw new Error('no paper');
    expect(
      sentences({
        procedure: {
          checklist: [
            { ...request, originals: 2, copies: 1 },
            { id: 'proof', name: { vi: 'Giấy chứng sinh' }, kind: 'submit', originals: 1 },
          ],
        },
      }),
    ).toEqual([
      'Thêm giấy tờ: Giấy chứng sinh, 1 bản chính',
      'Giấy tờ “Đơn đề nghị”: số bản: 1 bản chính → 2 bản chính, 1 bản sao',
    ]);
    expect(
      sentences({ procedure: { checklist: [{ id: 'other', name: { vi: 'Tờ khai' }, kind: 'present' }] } }),
    ).toEqual(['Thêm giấy tờ: Tờ khai', 'Bỏ giấy tờ: Đơn đề nghị']);
  });

  it('tells time limits with what they apply to', () => {
    const rows: Procedure['timeLimits'] = [
      { id: 'all', legal: { value: 3, unit: 'working-day' } },
      { id: 'late', cases: ['late'], channels: ['online'], legal: { value: 5, unit: 'working-day' } },
    ];
    expect(sentences({ procedure: { timeLimits: rows } })).toEqual([
      'Thêm thời hạn giải quyết (trực tuyến, Quá hạn): 5 ngày làm việc',
    ]);
    expect(
      sentences({
        procedure: {
          timeLimits: [
            { id: 'all', legal: { value: 2, unit: 'working-day' }, promised: { value: 1, unit: 'working-day' } },
          ],
        },
      }),
    ).toEqual([
      'Thời hạn giải quyết: 3 ngày làm việc → 2 ngày làm việc',
      'Thời hạn cam kết: không có → 1 ngày làm việc',
    ]);
  });

  it('tells fees, results, cases, legal basis and content', () => {
    const [charge] = good.procedure.fees ?? [];
    if (!charge) throw new Error('no fee');
    expect(sentences({ procedure: { fees: [{ ...charge, amount: 12_000 }] } })).toEqual([
      'Lệ phí: mức thu: 8.000 đồng → 12.000 đồng',
    ]);
    expect(
      sentences({
        procedure: {
          results: [
            ...(good.procedure.results ?? []),
            { id: 'copy', name: { vi: 'Bản sao trích lục' }, signedFile: true },
          ],
        },
      }),
    ).toEqual(['Thêm kết quả: Bản sao trích lục']);
    expect(
      sentences({ procedure: { legalBasis: [{ number: '92/2017/NĐ-CP', name: { vi: 'Nghị định sửa đổi' } }] } }),
    ).toEqual(['Thêm căn cứ pháp lý: 92/2017/NĐ-CP, Nghị định sửa đổi', 'Bỏ căn cứ pháp lý: 63/2010/NĐ-CP']);
    expect(
      sentences({ procedure: { name: { vi: 'Cấp giấy xác nhận' }, channels: ['counter', 'online', 'post'] } }),
    ).toEqual([
      'Tên thủ tục: Cấp giấy xác nhận thử → Cấp giấy xác nhận',
      'Cách thức thực hiện: trực tiếp, trực tuyến → trực tiếp, trực tuyến, qua bưu chính công ích',
    ]);
  });

  it('tells questions by where their answers are kept, even when they move to another page', () => {
    if (good.form?.kind !== 'pages') throw new Error('no form');
    const [main] = good.form.pages;
    const [fullName, age, kind] = main?.questions ?? [];
    const form: FormDefinition = JSON.parse(
      JSON.stringify({
        ...good.form,
        pages: [
          {
            ...main,
            questions: [
              { ...fullName, required: false, maxLength: 50 },
              {
                ...kind,
                options: [
                  { value: 'a', label: { vi: 'A' } },
                  { value: 'c', label: { vi: 'C' } },
                ],
              },
            ],
          },
          {
            id: 'more',
            title: { vi: 'Thêm' },
            questions: [age, { id: 'note', type: 'long-text', label: { vi: 'Ghi chú' } }],
          },
        ],
      }),
    ) as FormDefinition;
    expect(sentences({ form })).toEqual([
      'Thêm trang: Thêm',
      'Thêm câu hỏi: Ghi chú',
      'Câu hỏi “Họ và tên”: bắt buộc: có → không',
      'Câu hỏi “Họ và tên”: độ dài tối đa: 100 → 50',
      'Câu hỏi “Loại”: thêm lựa chọn C',
      'Câu hỏi “Loại”: bỏ lựa chọn B',
      'Câu hỏi “Tuổi”: chuyển sang trang khác',
      'Thứ tự câu hỏi thay đổi',
    ]);
    expect(sentences({ form: undefined })).toEqual(['Biểu mẫu được tạo tự động thay cho biểu mẫu riêng']);
  });

  it('tells steps of the process by their ids', () => {
    const process = (good.process ?? '')
      .replace('name="Ký" mc:act="sign"', 'name="Ký duyệt" mc:act="sign"')
      .replace('mc:act="enter-result" mc:duration="PT1H"', 'mc:act="enter-result" mc:duration="PT4H" mc:role="clerk"')
      .replace(
        '<userTask id="receive"',
        '<userTask id="check" name="Thẩm định" mc:duration="P1D"/><userTask id="receive"',
      );
    expect(sentences({ process })).toEqual([
      'Thêm bước: Thẩm định, 1 ngày làm việc',
      'Bước “Ký duyệt”: tên: Ký → Ký duyệt',
      'Bước “Cập nhật kết quả”: người thực hiện: chuyên viên → bộ phận một cửa',
      'Bước “Cập nhật kết quả”: thời gian: 1 giờ làm việc → 4 giờ làm việc',
    ]);
    expect(sentences({ process: `${good.process ?? ''}\n` })).toEqual([
      'Sơ đồ quy trình được chỉnh sửa, các bước giữ nguyên',
    ]);
    expect(sentences({ process: undefined })).toEqual(['Quy trình chung theo cấp thay cho quy trình riêng']);
  });

  it('reads a hostile BPMN in one pass', () => {
    const started = performance.now();
    for (const hostile of [
      '<!--'.repeat(200_000),
      '<a "'.repeat(200_000),
      '<a b="'.repeat(150_000),
      '<'.repeat(900_000),
    ]) {
      expect(diffReleases(good, { ...good, hash: 'x', process: hostile }).changes.length).toBeGreaterThan(0);
    }
    expect(performance.now() - started).toBeLessThan(3000);
  });

  it('says that a procedure is new, or ends', () => {
    expect(diffReleases(undefined, good).changes.map(({ sentence }) => sentence.vi)).toEqual([
      'Thủ tục mới: Cấp giấy xác nhận thử',
    ]);
    expect(diffReleases(good, undefined).changes.map(({ sentence }) => sentence.vi)).toEqual([
      'Bãi bỏ thủ tục: Cấp giấy xác nhận thử',
    ]);
  });

  it('has a sentence in English for each change', () => {
    for (const { sentence } of diffReleases(
      good,
      next({ process: undefined, form: undefined, procedure: { none: [], conditions: [{ vi: 'Đủ 18 tuổi' }] } }),
    ).changes)
      expect(sentence.en).toBeTruthy();
  });
});
