import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  apologyData,
  controlSlipData,
  formOn,
  papersManifest,
  receiptData,
  refusalData,
  registerData,
  renderPaper,
  stopNoticeData,
  supplementRequestData,
  type PaperKind,
} from '#app/server/papers/index.ts';
import { accepted, context, event, hasPoppler, state, unit, units, wordsOf } from './fixture.ts';

/**
 * Every field that the forms of TT 01/2018/TT-VPCP Điều 9 carry (the union of filled-in forms seen), and the
 * seven of TT 03/2025/TT-VPCP, of which only names and numbers are known: they carry the same fields. The
 * words are those of the printed page; the pictures go where PAPERS_TO says.
 */
const EVERY = ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', 'BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ'];
const PERSON = ['số 18, tổ dân phố Giáp Hải, phường Dĩnh Kế', '0912 407 386', 'Email'];
const REQUEST = 'Nội dung yêu cầu giải quyết: Thay đổi, cải chính hộ tịch, xác định lại dân tộc';

const FIELDS: Readonly<Record<Exclude<PaperKind, 'submission-slip' | 'annex' | 'label'>, readonly string[]>> = {
  receipt: [
    ...EVERY,
    ...PERSON,
    REQUEST,
    '/TNHS',
    'Mã hồ sơ: 000.00.16.H02-210506-0027',
    'Tiếp nhận hồ sơ của: TRẦN THỊ HÒA',
    'Số căn cước công dân: 024178006731',
    'Thành phần hồ sơ nộp gồm',
    'TT',
    'Bản chính',
    'Bản sao',
    'Bản điện tử',
    'Giấy tờ nộp bổ sung (nếu có): Bản sao giấy khai sinh',
    'Số lượng hồ sơ: 01 bộ',
    'Thời gian giải quyết theo quy định: 05 ngày làm việc',
    'Thời gian nhận hồ sơ: 09 giờ 42 phút, ngày 06/05/2021',
    'Thời gian trả kết quả: 17 giờ 00 phút, ngày 13/05/2021',
    'Đăng ký nhận kết quả tại: Bộ phận Một cửa',
    'Phí, lệ phí',
    'Vào Sổ theo dõi hồ sơ',
    'Quyển số: 01/2021; Số thứ tự: 17',
    'NGƯỜI NỘP HỒ SƠ',
    'NGƯỜI TIẾP NHẬN HỒ SƠ',
    'Liên 1',
    'Liên 2',
  ],
  'supplement-request': [
    ...EVERY,
    ...PERSON,
    REQUEST,
    '/HDHS',
    'Hồ sơ của: TRẦN THỊ HÒA',
    'hoàn thiện hồ sơ gồm',
    'TT',
    'Thành phần hồ sơ',
    'Bản chính',
    'Bản chứng thực',
    'Bản photo',
    'Lý do: Chưa đọc được số, quyển số',
    'liên hệ với',
    'số điện thoại 0204 3854 000',
    'NGƯỜI HƯỚNG DẪN',
  ],
  refusal: [
    ...EVERY,
    ...PERSON,
    REQUEST,
    'TRẦN THỊ HÒA',
    'không tiếp nhận, giải quyết',
    'lý do cụ thể',
    'Không thuộc thẩm quyền',
    'nộp hồ sơ tại: UBND phường Dĩnh Kế',
    'NGƯỜI NỘP HỒ SƠ',
    'NGƯỜI TIẾP NHẬN HỒ SƠ',
  ],
  apology: [
    'UBND TỈNH BẮC GIANG UBND THÀNH PHỐ BẮC GIANG',
    '/PXL',
    'Kính gửi: TRẦN THỊ HÒA',
    'tiếp nhận giải quyết hồ sơ',
    '06/05/2021',
    'mã số',
    '000.00.16.H02-210506-0027',
    'Thời gian hẹn trả',
    '17 giờ 00 phút, ngày 13/05/2021',
    'chưa trả kết quả',
    'Lý do',
    'Chờ xác minh',
    'hẹn lại',
    '17 giờ 00 phút, ngày 17/05/2021',
    'xin lỗi',
    'THỦ TRƯỞNG ĐƠN VỊ',
  ],
  'stop-notice': [
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'TRẦN THỊ HÒA',
    '000.00.16.H02-210506-0027',
    'UBND thành phố Bắc Giang thông báo dừng giải quyết hồ sơ',
    'Người nộp không thực hiện nghĩa vụ tài chính',
  ],
  'control-slip': [
    REQUEST,
    'Mã hồ sơ: 000.00.16.H02-210506-0027',
    'Cơ quan giải quyết hồ sơ: UBND thành phố Bắc Giang',
    'Cơ quan phối hợp giải quyết hồ sơ',
    'TÊN CƠ QUAN',
    'THỜI GIAN GIAO, NHẬN HỒ SƠ',
    'KẾT QUẢ GIẢI QUYẾT',
    'GHI CHÚ',
    'Nhận: 09 giờ 42 phút, ngày 06/05/2021',
    'Giao: 10 giờ 00 phút, ngày 06/05/2021',
    'Người giao: Hoàng Thị Liên',
    'Người nhận: Nguyễn Văn Thụ',
    'trước hạn',
    'quá hạn',
  ],
  register: [
    'STT',
    'Mã hồ sơ',
    'Tên thủ tục hành chính',
    'Số bộ',
    'Cá nhân, tổ chức',
    'Địa chỉ, số điện thoại',
    'Cơ quan chủ trì giải quyết',
    'Nhận hồ sơ',
    'Hẹn trả',
    'Trả kết quả',
    'Cách nhận, ký nhận',
    'Ghi chú',
    '17 000.00.16.H02-210506-0027',
  ],
};

const SETS = [
  { circular: '01/2018/TT-VPCP', on: '2021-05-06T02:42:00.000Z' },
  { circular: '03/2025/TT-VPCP', on: '2026-02-03T02:42:00.000Z' },
] as const;

const withSupplement = {
  papers: [{ paper: 'birth', what: 'Bản sao mờ, nộp lại bản rõ' }],
  reason: 'Chưa đọc được số, quyển số',
  askedAt: '2021-05-07T02:00:00.000Z',
  suppliedAt: '2021-05-08T02:00:00.000Z',
} as const;

const given = async <Data>(data: Promise<Data | undefined>): Promise<Data> => {
  const made = await data;
  if (made === undefined) throw new Error('expected data');
  return made;
};

const PDFS: Readonly<
  Record<Exclude<PaperKind, 'submission-slip' | 'annex' | 'label'>, (on: string) => Promise<Uint8Array>>
> = {
  receipt: async (on) =>
    renderPaper(
      'receipt',
      await receiptData(context({ supplement: withSupplement }, on), accepted, ['file', 'citizen']),
      on,
    ),
  'supplement-request': async (on) =>
    renderPaper(
      'supplement-request',
      await given(supplementRequestData(context({ supplement: withSupplement }, on), [event('supplement-asked')])),
      on,
    ),
  refusal: async (on) =>
    renderPaper(
      'refusal',
      await given(
        refusalData(context({}, on), [
          event('refused', { reason: 'Không thuộc thẩm quyền', elsewhere: 'UBND phường Dĩnh Kế' }),
        ]),
      ),
      on,
    ),
  apology: async (on) => {
    const extension = {
      from: '2021-05-13T10:00:00.000Z',
      to: '2021-05-17T10:00:00.000Z',
      reason: 'Chờ xác minh tại nơi đăng ký cũ',
    };
    return renderPaper('apology', await given(apologyData(context({ extension }, on), [event('extended')])), on);
  },
  'stop-notice': async (on) =>
    renderPaper(
      'stop-notice',
      await given(
        stopNoticeData(
          context({ status: 'stopped', closedReason: 'Người nộp không thực hiện nghĩa vụ tài chính' }, on),
          [event('stopped')],
        ),
      ),
      on,
    ),
  'control-slip': async (on) => {
    const steps = [
      {
        step: 'Tiếp nhận',
        receivedAt: '2021-05-06T02:42:00.000Z',
        handedAt: '2021-05-06T03:00:00.000Z',
        handedBy: 'Hoàng Thị Liên',
        dueAt: '2021-05-07T03:00:00.000Z',
      },
      {
        step: 'Thẩm tra',
        receivedAt: '2021-05-06T03:00:00.000Z',
        receivedBy: 'Nguyễn Văn Thụ',
        handedAt: '2021-05-12T03:00:00.000Z',
        dueAt: '2021-05-11T03:00:00.000Z',
      },
    ].map((each) => ({ unit: 'H02.213', ...each }));
    return renderPaper('control-slip', await controlSlipData(context({}, on), steps), on);
  },
  register: async (on) => {
    const [, home] = units;
    if (!home) throw new Error('expected a unit');
    const row = {
      line: '17',
      code: state.code,
      procedure: 'Cải chính hộ tịch',
      sets: '01',
      applicant: 'Trần Thị Hòa',
      contact: 'phường Dĩnh Kế, 0912 407 386',
      deciding: 'UBND thành phố Bắc Giang',
      receivedAt: '06/05/2021 09:42',
      dueAt: '13/05/2021 17:00',
      returnedAt: '12/05/2021 10:00',
      via: 'Tại Bộ phận Một cửa',
      note: 'Đã trả kết quả',
    };
    const year = on.slice(0, 4);
    const data = registerData(
      { unit: home, from: `${year}-01-01`, to: `${year}-12-31`, issuedOn: on.slice(0, 10), rows: [row] },
      unit,
    );
    return renderPaper('register', data, on);
  },
};

/** For the eye: a picture of the first page, where PAPERS_TO names a folder. */
const picture = (name: string, pdf: Uint8Array): void => {
  const folder = process.env['PAPERS_TO'];
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.pdf`), pdf);
  execFileSync('pdftoppm', ['-r', '80', '-png', '-singlefile', join(folder, `${name}.pdf`), join(folder, name)]);
};

describe.skipIf(!hasPoppler).each(SETS)(
  'the forms of $circular (needs pdftotext from poppler-utils)',
  ({ circular, on }) => {
    it('are six and, from 2025, seven', async () => {
      const set = (await papersManifest()).sets.find((each) => each.circular === circular);
      expect(set?.forms).toHaveLength(circular === '01/2018/TT-VPCP' ? 6 : 7);
    });

    const kinds = Object.keys(PDFS) as (keyof typeof PDFS)[];
    it.each(kinds.filter((kind) => kind !== 'stop-notice' || circular === '03/2025/TT-VPCP'))(
      '%s carries every field, its title and its number',
      async (kind) => {
        const form = formOn(await papersManifest(), kind, on.slice(0, 10));
        if (!form) throw new Error(`no form ${kind}`);
        const pdf = await PDFS[kind](on);
        picture(`${circular.slice(3, 7)}-${kind}`, pdf);
        const words = wordsOf(pdf).toLocaleLowerCase('vi');
        const absent = [...FIELDS[kind], form.title, form.reference].filter(
          (field) => !words.includes(field.toLocaleLowerCase('vi')),
        );
        expect(absent).toEqual([]);
      },
    );
  },
);
