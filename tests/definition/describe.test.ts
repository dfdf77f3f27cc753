import { describe, expect, it } from 'vitest';
import {
  describeCopies,
  describeFee,
  describeLimit,
  describeMinutes,
  type Fee,
  type Limit,
} from '#engine/definition/browser.ts';

const limits: readonly (readonly [Limit, string, string])[] = [
  [{ value: 5, unit: 'working-day' }, '5 ngày làm việc', '5 working days'],
  [{ value: 1, unit: 'working-day' }, '1 ngày làm việc', '1 working day'],
  [{ value: 0.5, unit: 'working-day' }, '0,5 ngày làm việc', '0.5 working days'],
  [{ value: 0, unit: 'working-day' }, 'Ngay trong ngày làm việc', 'The same working day'],
  [{ value: 45, unit: 'day' }, '45 ngày', '45 days'],
  [{ value: 2, unit: 'month' }, '2 tháng', '2 months'],
  [{ value: 4, unit: 'working-hour' }, '4 giờ làm việc', '4 working hours'],
  [
    { value: 0, unit: 'working-day', cutOff: { at: '15:00', effect: 'next-working-day' } },
    'Ngay trong ngày làm việc; nhận sau 15:00 thì trả kết quả trong ngày làm việc tiếp theo',
    'The same working day; if received after 15:00, on the next working day',
  ],
  [{ kind: 'none' }, 'Không quy định', 'None set by law'],
  [{ kind: 'scheduled', text: { vi: 'Theo kế hoạch thi' } }, 'Theo kế hoạch thi', 'Theo kế hoạch thi'],
  [
    {
      kind: 'by-outcome',
      outcomes: [
        { outcome: { vi: 'Cấp phép', en: 'Granted' }, limit: { value: 10, unit: 'working-day' } },
        { outcome: { vi: 'Từ chối', en: 'Refused' }, limit: { value: 3, unit: 'working-day' } },
      ],
    },
    'Cấp phép: 10 ngày làm việc; Từ chối: 3 ngày làm việc',
    'Granted: 10 working days; Refused: 3 working days',
  ],
  [
    {
      kind: 'phases',
      phases: [
        { agency: { vi: 'Sở Xây dựng' }, limit: { value: 10, unit: 'day' } },
        { agency: { vi: 'UBND tỉnh' }, limit: { value: 5, unit: 'day' } },
      ],
    },
    '10 ngày (Sở Xây dựng) + 5 ngày (UBND tỉnh)',
    '10 days (Sở Xây dựng) + 5 days (UBND tỉnh)',
  ],
];

const fee = (over: Partial<Fee>): Fee => ({ id: 'f', name: { vi: 'Lệ phí' }, amount: 0, due: 'submission', ...over });

describe('what a page says', () => {
  it.each(limits)('of a time limit: %j', (limit, vi, en) => {
    const words = describeLimit(limit);
    expect([words.vi, words.en ?? words.vi]).toEqual([vi, en]);
  });

  it('of a fee', () => {
    expect(describeFee(fee({ amount: 1_250_000 })).vi).toBe('1.250.000 đồng');
    expect(describeFee(fee({ amount: 2000, unit: { vi: 'trang', en: 'page' } }))).toEqual({
      vi: '2.000 đồng/trang',
      en: '2,000 VND per page',
    });
    expect(describeFee(fee({ amount: 0 })).vi).toBe('Không thu');
    expect(describeFee(fee({ amount: '8000' })).vi).toBe('8.000 đồng');
    expect(describeFee(fee({ amount: 'form.pages * 2000', schedule: 'TT 226/2016/TT-BTC' })).vi).toBe(
      'Tính theo thông tin kê khai (TT 226/2016/TT-BTC)',
    );
    expect(
      describeFee(fee({ amount: { hitPolicy: 'U', inputs: ['case'], rules: [{ when: ['-'], then: 1 }] } })).vi,
    ).toBe('Theo biểu mức thu');
  });

  it('of papers and of a step', () => {
    expect(describeCopies({ originals: 1, copies: 2, certifiedCopies: 0 }).vi).toBe('1 bản chính, 2 bản sao');
    expect(describeCopies({})).toEqual({ vi: '', en: '' });
    expect([30, 60, 240, 480, 720, 960].map((minutes) => describeMinutes(minutes).vi)).toEqual([
      '30 phút làm việc',
      '1 giờ làm việc',
      '4 giờ làm việc',
      '1 ngày làm việc',
      '1,5 ngày làm việc',
      '2 ngày làm việc',
    ]);
  });
});
