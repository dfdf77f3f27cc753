import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import {
  apologyData,
  codeOfToken,
  controlSlipData,
  formOn,
  papersManifest,
  receiptData,
  refusalData,
  registerData,
  renderPaper,
  stopNoticeData,
  submissionSlipData,
  supplementRequestData,
  tokenMatches,
  verifyToken,
} from '#app/server/papers/index.ts';
import { accepted, context, event, hasPoppler, state, unit, units, wordsOf } from './fixture.ts';

describe('the manifest of papers', () => {
  it('gives the form of the circular in force on the day', async () => {
    const manifest = await papersManifest();
    expect(formOn(manifest, 'receipt', '2021-05-06')?.reference).toBe('Mẫu số 01, 01/2018/TT-VPCP');
    expect(formOn(manifest, 'control-slip', '2025-06-30')?.reference).toBe('Mẫu số 05, 01/2018/TT-VPCP');
    expect(formOn(manifest, 'control-slip', '2025-07-01')?.reference).toBe('Mẫu số 06, 03/2025/TT-VPCP');
    expect(formOn(manifest, 'apology', '2025-07-01')?.title).toBe('Văn bản xin lỗi và đề nghị gia hạn');
  });

  it('has no stop notice before the circular that brought it', async () => {
    const manifest = await papersManifest();
    expect(formOn(manifest, 'stop-notice', '2021-05-06')).toBeUndefined();
    expect(formOn(manifest, 'stop-notice', '2026-01-01')?.reference).toBe('Mẫu số 05, 03/2025/TT-VPCP');
  });

  it('has sets that neither overlap nor leave a gap', async () => {
    const { sets } = await papersManifest();
    for (const [index, set] of sets.entries()) {
      const next = sets[index + 1];
      if (!next) continue;
      const dayAfter = new Date(Date.parse(`${set.validTo ?? ''}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
      expect(next.validFrom).toBe(dayAfter);
    }
  });
});

describe('what the receipt says', () => {
  it('takes the most specific time limit and only the papers handed in', async () => {
    const data = await receiptData(context(), accepted, ['citizen']);
    expect(data.limit).toBe('05 ngày làm việc');
    expect(data.papers.map((paper) => paper.name)).toEqual([
      'Tờ khai theo mẫu',
      'Bản sao giấy khai sinh',
      'Giấy tờ tùy thân (xuất trình)',
    ]);
    expect(data.head.placeAndDate).toBe('Bắc Giang, ngày 06 tháng 5 năm 2021');
    expect(data.head.number).toBe('210506-0027/TNHS');
  });

  it('says of a paper that was not handed in anew where it is held', async () => {
    const reused = [{ file: 'h', dossier: '000.01.31.H02-210616-0001', receivedOn: '2021-06-16' }];
    const papers = context().state.papers.map((paper) => (paper.paper === 'birth' ? { ...paper, reused } : paper));
    const data = await receiptData(context({ papers }), accepted, ['citizen']);
    expect(data.papers.map((paper) => paper.name)).toContain(
      'Bản sao giấy khai sinh (bản điện tử đã có tại hồ sơ 000.01.31.H02-210616-0001, ngày 16/06/2021)',
    );
  });

  it('says how the post brought it, and nothing of the kind for somebody at the desk', async () => {
    const delivery = { type: 'post', arrivedOn: '2021-05-05', item: 'EB1VN' } as const;
    const data = await receiptData(context({ channel: 'post', delivery }), accepted, ['citizen']);
    expect(data.delivery).toBe('Bưu chính công ích, đến ngày 05/05/2021, bưu gửi số EB1VN');
    expect((await receiptData(context(), accepted, ['citizen'])).delivery).toBe('');
  });

  it('names both units when it is taken in for another, and promises no day before it has arrived', async () => {
    const { promised: _, ...undated } = context().state;
    const nonTerritorial = { unit: 'H02', clockStart: 'arrival', basis: 'NĐ 309/2026/NĐ-CP' } as const;
    const onTheWay = { ...context(), state: { ...undated, nonTerritorial } };
    const data = await receiptData(onTheWay, accepted, ['citizen']);
    expect(data.elsewhere).toEqual([
      'Nơi tiếp nhận và trả kết quả: UBND thành phố Bắc Giang',
      'Cơ quan có thẩm quyền giải quyết: UBND tỉnh Bắc Giang',
      'Thời hạn giải quyết tính từ khi cơ quan có thẩm quyền nhận được hồ sơ.',
    ]);
    expect(data.dueAt).toBe('Báo sau, khi cơ quan có thẩm quyền nhận được hồ sơ');
    const pdf = await renderPaper('receipt', data, context().issuedAt);
    expect(new TextDecoder().decode(pdf.subarray(0, 5))).toBe('%PDF-');
  });
});

describe('the token of the QR', () => {
  it('opens its own dossier and no other', () => {
    const token = verifyToken(state);
    expect(codeOfToken(token)).toBe(state.code);
    expect(tokenMatches(token, state)).toBe(true);
    expect(tokenMatches(token, { ...state, id: 'd-2' })).toBe(false);
    expect(tokenMatches(`${token}0`, state)).toBe(false);
    expect(codeOfToken('anything')).toBeUndefined();
  });
});

describe.skipIf(!hasPoppler)('printed papers (needs pdftotext from poppler-utils)', () => {
  it('a receipt has every field of Mẫu 01', async () => {
    const pdf = await renderPaper(
      'receipt',
      await receiptData(context(), accepted, ['file', 'citizen']),
      context().issuedAt,
    );
    const words = wordsOf(pdf);
    for (const field of [
      'UBND THÀNH PHỐ BẮC GIANG',
      'BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Số: 210506-0027/TNHS',
      'Bắc Giang, ngày 06 tháng 5 năm 2021',
      'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ',
      'Mã hồ sơ: 000.00.16.H02-210506-0027',
      'Liên 1: Lưu',
      'Liên 2: Giao người nộp hồ sơ',
      'Tiếp nhận hồ sơ của: TRẦN THỊ HÒA',
      'Số căn cước công dân: 024178006731',
      'Số điện thoại: 0912 407 386',
      'Địa chỉ: số 18, tổ dân phố Giáp Hải, phường Dĩnh Kế',
      'Email: không có',
      'Nội dung yêu cầu giải quyết: Thay đổi, cải chính hộ tịch, xác định lại dân tộc (trường hợp: cải chính hộ tịch)',
      'Thành phần hồ sơ nộp gồm',
      'Bản chính',
      'Bản sao',
      'Bản điện tử',
      'Tờ khai theo mẫu',
      'Giấy tờ nộp bổ sung',
      'Số lượng hồ sơ: 01 bộ',
      'Thời gian giải quyết theo quy định: 05 ngày làm việc',
      'Thời gian nhận hồ sơ: 09 giờ 42 phút, ngày 06/05/2021',
      'Thời gian trả kết quả: 17 giờ 00 phút, ngày 13/05/2021',
      'Nghỉ cuối tuần',
      'Đăng ký nhận kết quả tại: Bộ phận Một cửa, UBND thành phố Bắc Giang',
      'Phí, lệ phí: Lệ phí hộ tịch: 25.000 đ, đã nộp tại quầy, biên lai số 0012845',
      'Quyển số: 01/2021; Số thứ tự: 17',
      'NGƯỜI NỘP HỒ SƠ',
      'NGƯỜI TIẾP NHẬN HỒ SƠ',
      'Hoàng Thị Liên',
      'Mẫu số 01, 01/2018/TT-VPCP',
    ])
      expect(words).toContain(field);
  });

  it('a receipt is a tagged A5 PDF in Vietnamese', async () => {
    const pdf = await renderPaper('receipt', await receiptData(context(), accepted, ['citizen']), context().issuedAt);
    const info = execFileSync('pdfinfo', ['-'], { input: pdf }).toString('utf8');
    expect(info).toMatch(/Tagged:\s+yes/);
    expect(info).toMatch(/Page size:\s+419\.5\d+ x 595\.2\d+ pts/);
    expect(info).toMatch(/Pages:\s+1\n/);
  });

  it('what a person typed stays text, even when it looks like a program', async () => {
    const name = '#eval("1+1") #read("/manifest.json") [x](y) $\\pi$ *đậm* `mã` \\ <nhãn> @a "; //';
    const data = await receiptData(context({ applicant: { ...state.applicant, name: 'A', address: name } }), accepted, [
      'citizen',
    ]);
    const pdf = await renderPaper('receipt', data, context().issuedAt);
    expect(wordsOf(pdf)).toContain(`Địa chỉ: ${name}`);
  });

  it('a long list of papers goes on over the page with its heading', async () => {
    const data = await receiptData(context(), accepted, ['citizen']);
    const many = Array.from({ length: 60 }, (_, index) => ({
      name: `Giấy tờ thứ ${String(index + 1)}`,
      originals: '1',
      copies: '',
      digital: '',
    }));
    const words = wordsOf(await renderPaper('receipt', { ...data, papers: many }, context().issuedAt));
    expect(words).toContain('Giấy tờ thứ 60');
    expect(words).toContain('Trang 2');
  });

  it('the request for a supplement lists what is missing and why', async () => {
    const asked = context({
      supplement: {
        papers: [{ paper: 'birth', what: 'Bản sao mờ, nộp lại bản rõ' }],
        reason: 'Chưa đọc được số, quyển số',
        askedAt: '2021-05-07T02:00:00.000Z',
      },
    });
    const data = await supplementRequestData(asked, [event('supplement-asked')]);
    if (!data) throw new Error('expected data');
    const words = wordsOf(await renderPaper('supplement-request', data, asked.issuedAt));
    for (const field of [
      'PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ',
      '/HDHS',
      'Bản sao mờ, nộp lại bản rõ',
      'Bản chứng thực',
      'Bản photo',
      'Lý do: Chưa đọc được số, quyển số',
      '0204 3854 000',
      'NGƯỜI HƯỚNG DẪN',
    ])
      expect(words).toContain(field);
  });

  it('a refusal gives its reason', async () => {
    const data = await refusalData(context(), [event('refused', { reason: 'Không thuộc thẩm quyền giải quyết' })]);
    if (!data) throw new Error('expected data');
    const words = wordsOf(await renderPaper('refusal', data, context().issuedAt));
    for (const field of [
      'PHIẾU TỪ CHỐI TIẾP NHẬN, GIẢI QUYẾT HỒ SƠ',
      'Không thuộc thẩm quyền giải quyết',
      'không tiếp nhận, giải quyết',
      'NGƯỜI TIẾP NHẬN HỒ SƠ',
    ])
      expect(words).toContain(field);
  });

  it('an apology gives both appointments', async () => {
    const later = context({
      extension: {
        from: '2021-05-13T10:00:00.000Z',
        to: '2021-05-17T10:00:00.000Z',
        reason: 'Chờ xác minh tại nơi đăng ký cũ',
      },
    });
    const data = await apologyData(later, [event('extended')]);
    if (!data) throw new Error('expected data');
    const words = wordsOf(await renderPaper('apology', data, later.issuedAt));
    for (const field of [
      '/PXL',
      'Kính gửi: TRẦN THỊ HÒA',
      '17 giờ 00 phút, ngày 13/05/2021',
      '17 giờ 00 phút, ngày 17/05/2021',
      'Chờ xác minh tại nơi đăng ký cũ',
      'xin lỗi',
      'THỦ TRƯỞNG ĐƠN VỊ',
    ])
      expect(words).toContain(field);
  });

  it('the control slip says who had it, when, and in time or not', async () => {
    const data = await controlSlipData(context(), [
      {
        unit: 'H02.213',
        step: 'Tiếp nhận',
        receivedAt: '2021-05-06T02:42:00.000Z',
        handedAt: '2021-05-06T03:00:00.000Z',
        dueAt: '2021-05-07T03:00:00.000Z',
        handedBy: 'Hoàng Thị Liên',
      },
      {
        unit: 'H02.213',
        step: 'Thẩm tra',
        receivedAt: '2021-05-06T03:00:00.000Z',
        handedAt: '2021-05-12T03:00:00.000Z',
        dueAt: '2021-05-11T03:00:00.000Z',
      },
      { unit: 'H02.213', step: 'Ký', receivedAt: '2021-05-12T03:00:00.000Z' },
    ]);
    const words = wordsOf(await renderPaper('control-slip', data, context().issuedAt));
    for (const field of [
      'PHIẾU KIỂM SOÁT',
      '09 giờ 42 phút, ngày 06/05/2021',
      'trước hạn',
      'quá hạn',
      'đang giải quyết',
      'Người giao: Hoàng Thị Liên',
    ])
      expect(words).toContain(field);
  });

  it('the register prints its columns on A4', async () => {
    const home = units[1];
    if (!home) throw new Error('expected a unit');
    const row = {
      line: '17',
      code: state.code,
      procedure: 'Cải chính hộ tịch',
      sets: '01',
      applicant: 'Trần Thị Hòa',
      contact: 'phường Dĩnh Kế',
      deciding: 'UBND thành phố',
      receivedAt: '06/05/2021',
      dueAt: '13/05/2021',
      returnedAt: '',
      via: 'Tại quầy',
      note: '',
    };
    const data = registerData(
      { unit: home, from: '2021-05-06', to: '2021-05-06', issuedOn: '2021-05-06', rows: [row] },
      unit,
    );
    const words = wordsOf(await renderPaper('register', data, context().issuedAt));
    for (const field of ['SỔ THEO DÕI HỒ SƠ', 'Ngày 06/05/2021', 'Cơ quan chủ trì', state.code])
      expect(words).toContain(field);
  });

  it('the slip of an online submission says that it is not the receipt', async () => {
    const words = wordsOf(
      await renderPaper(
        'submission-slip',
        await submissionSlipData(context({ channel: 'online' })),
        context().issuedAt,
      ),
    );
    for (const field of [
      'PHIẾU NỘP HỒ SƠ TRỰC TUYẾN',
      'khai-sinh.pdf',
      'chưa phải Giấy tiếp nhận hồ sơ',
      'Thời gian nộp: 09 giờ 42 phút, ngày 06/05/2021',
    ])
      expect(words).toContain(field);
  });

  it('a stop notice exists from 01/07/2025', async () => {
    const later = context(
      { status: 'stopped', closedReason: 'Người nộp không thực hiện nghĩa vụ tài chính' },
      '2026-02-03T02:00:00.000Z',
    );
    const data = await stopNoticeData(later, [event('stopped')]);
    if (!data) throw new Error('expected data');
    const words = wordsOf(await renderPaper('stop-notice', data, later.issuedAt));
    expect(words).toContain('THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ');
    expect(words).toContain('Mẫu số 05, 03/2025/TT-VPCP');
    expect(words).toContain('ngày 03 tháng 02 năm 2026');
    await expect(renderPaper('stop-notice', data, '2021-05-06T02:00:00.000Z')).rejects.toThrow('no form "stop-notice"');
  });
});
