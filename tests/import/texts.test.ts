import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFeeText, readLimitText, type LimitText } from '#engine/import/index.ts';

const limit = (value: number, unit: string, more: object = {}) => ({
  limit: { kind: 'duration', value, unit, ...more },
});
const sameDay = limit(0, 'working-day', { cutOff: { at: '15:00', effect: 'next-working-day' } });

/** Words as pages and annexes have them, each read by hand first. */
const limits: readonly (readonly [string, LimitText['kind'], readonly object[]])[] = [
  ['05 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ', 'read', [limit(5, 'working-day')]],
  ['Không quá 15 ngày', 'read', [limit(15, 'day')]],
  ['Năm (05) ngày làm việc', 'read', [limit(5, 'working-day')]],
  ['05 (năm) ngày', 'read', [limit(5, 'day')]],
  ['10,5 ngày làm việc', 'read', [limit(10.5, 'working-day')]],
  ['08 giờ làm việc', 'read', [limit(8, 'working-hour')]],
  ['Tối đa 03 tháng', 'read', [limit(3, 'month')]],
  ['Ngay trong ngày; nhận hồ sơ sau 15 giờ thì trả kết quả trong ngày làm việc tiếp theo', 'read', [sameDay]],
  [
    'Ngay trong ngày tiếp nhận hồ sơ; trường hợp nhận hồ sơ sau 15 giờ mà không giải quyết được ngay thì trả kết quả trong ngày làm việc tiếp theo.',
    'read',
    [sameDay],
  ],
  [
    'Trong ngày cơ quan, tổ chức tiếp nhận yêu cầu hoặc trong ngày làm việc tiếp theo, nếu tiếp nhận yêu cầu sau 15 giờ',
    'read',
    [sameDay],
  ],
  ['Ngay sau khi nhận đủ hồ sơ hợp lệ', 'read', [limit(0, 'working-day')]],
  ['Không quy định', 'read', [{ limit: { kind: 'none' } }]],
  [
    'Theo hướng dẫn tổ chức kỳ thi',
    'read',
    [{ limit: { kind: 'scheduled', text: { vi: 'Theo hướng dẫn tổ chức kỳ thi' } } }],
  ],
  [
    '10 ngày làm việc. Trường hợp phải xác minh thì 15 ngày làm việc',
    'read',
    [limit(10, 'working-day'), { ...limit(15, 'working-day'), when: 'phải xác minh' }],
  ],
  [
    'Cấp mới: 10 ngày làm việc\nCấp lại: 05 ngày làm việc',
    'read',
    [
      { ...limit(10, 'working-day'), when: 'Cấp mới' },
      { ...limit(5, 'working-day'), when: 'Cấp lại' },
    ],
  ],
  [
    '30 ngày, trường hợp kéo dài thêm không quá 15 ngày',
    'read',
    [{ ...limit(30, 'day'), extension: limit(15, 'day').limit }],
  ],
  // What the words do not settle is not settled here either.
  ['1', 'not-determined', []],
  ['24 giờ', 'not-determined', []],
  ['từ 10 đến 15 ngày', 'not-determined', []],
  ['10 - 15 ngày làm việc', 'not-determined', []],
  ['10 + 15 ngày', 'not-determined', []],
  ['Không quá 02 tuần, kể từ ngày nhận', 'not-determined', []],
  [
    '03 ngày làm việc, trường hợp cần xác minh thì thời hạn có thể được kéo dài nhưng không quá 08 ngày làm việc',
    'not-determined',
    [],
  ],
  ['Theo quy định của pháp luật', 'silent', []],
  ['', 'silent', []],
];

describe('A time limit in words', () => {
  test.each(limits)('%s → %s', (words, kind, rows) => {
    const read = readLimitText(words);
    expect(read.kind).toBe(kind);
    if (read.kind === 'read') expect(read.rows).toEqual(rows);
  });

  test('no number is ever made up: every value stands in the words', () => {
    const piece = fc.constantFrom(
      '05',
      '15',
      '1',
      'ngày',
      'ngày làm việc',
      'giờ',
      'tháng',
      'trường hợp',
      ';',
      '.',
      'sau 15 giờ',
      'không quá',
      ':',
      '(',
      ')',
      'gia hạn thêm',
      'ngay trong ngày',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const words = pieces.join(' ');
        const read = readLimitText(words);
        if (read.kind !== 'read') return;
        for (const { limit: found } of read.rows)
          if ('unit' in found && found.value > 0) expect(words).toMatch(new RegExp(`(^|\\D)0?${found.value}(\\D|$)`));
      }),
    );
  });

  test('any text at all is answered', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (words) => void readLimitText(words)));
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (words) => void readFeeText(words)));
  });
});

describe('A fee in words', () => {
  test.each(['Không', 'Miễn phí', 'Miễn lệ phí', 'không thu', 'Không quy định'])('%s is none', (words) => {
    expect(readFeeText(words)).toEqual({ kind: 'free' });
  });

  test.each([
    ['135.000 đồng/lần', { amount: 135_000, per: 'lần' }],
    ['10.000 đồng/trường hợp (một hoặc nhiều chữ ký trong một văn bản)', { amount: 10_000, per: 'trường hợp' }],
    ['115.000 đồng/lần, áp dụng đến hết 31/12/2025', { amount: 115_000, per: 'lần', until: '2025-12-31' }],
    ['50 nghìn đồng', { amount: 50_000 }],
    [
      '2.000 đồng/trang; từ trang thứ 3 trở lên thu 1.000 đồng/trang, tối đa thu không quá 200.000 đồng/bản',
      { amount: 2000, per: 'trang', tier: { from: 3, amount: 1000 }, cap: { amount: 200_000, per: 'bản' } },
    ],
  ])('%s', (words, part) => {
    expect(readFeeText(words)).toMatchObject({ kind: 'read', together: 'single', parts: [part] });
  });

  test('two amounts by kind of thing are alternatives, and neither is chosen', () => {
    const read = readFeeText(
      'Phí thẩm định công bố thiết bị y tế loại A:500.000đồng/ 01 hồ sơ Phí thẩm định công bố thiết bị y tế loại B: 1.500.000 đồng/1 hồ sơ (áp dụng từ 01/7/2025-31/12/2026)',
    );
    expect(read).toMatchObject({ kind: 'read', together: 'one-of' });
    expect(read.kind === 'read' ? read.parts.map(({ amount }) => amount) : []).toEqual([500_000, 1_500_000]);
  });

  test('who is exempt is kept when another document sets the amount', () => {
    expect(
      readFeeText('Mức do HĐND cấp tỉnh quyết định; miễn: gia đình có công với cách mạng; hộ nghèo; người khuyết tật'),
    ).toEqual({ kind: 'elsewhere', exempt: ['gia đình có công với cách mạng', 'hộ nghèo', 'người khuyết tật'] });
  });

  test.each(['10 USD/bản', 'một trong hai mức 250.000/500.000 đồng', 'bản ghi: Miễn phí', 'Miễn phí 20.000 đồng'])(
    '%s is not decided',
    (words) => {
      expect(readFeeText(words).kind).toBe('not-determined');
    },
  );
});
