import { describe, expect, it } from 'vitest';
import { at, deadline, explain, localDate, localTime, parseLimitText, type Instant } from '#engine/clock/index.ts';
import type { Limit } from '#engine/definition/index.ts';
import { calendar } from './fixture.ts';

const limit = (text: string): Limit => {
  const parsed = parseLimitText(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
};

const due = (from: Instant, given: Limit | string): string => {
  const { due: found } = deadline(calendar, { from, limit: typeof given === 'string' ? limit(given) : given });
  return found === undefined ? 'none' : `${localDate(found)} ${localTime(found)}`;
};

describe('the test vectors of the domain study', () => {
  it.each([
    ['2021-02-08', '5 working-day', '2021-02-22', 'over Tết'],
    ['2021-04-28', '3 working-day', '2021-05-05', '30/4 and the day in lieu of 1/5'],
    ['2021-08-31', '2 working-day', '2021-09-06', 'over National Day'],
    ['2022-12-29', '3 working-day', '2023-01-04', 'over the year’s end'],
    ['2024-04-26', '3 working-day', '2024-05-04', 'due on a make-up Saturday'],
    ['2025-04-25', '1 working-day', '2025-04-26', 'the next day is a make-up Saturday'],
    ['2026-08-21', '1 working-day', '2026-08-22', 'the next day is a make-up Saturday'],
    ['2026-11-23', '1 working-day', '2026-11-25', 'over the new holiday of 24/11'],
    ['2021-02-03', '7 day', '2021-02-17', 'the last calendar day is in Tết'],
    ['2024-04-22', '12 day', '2024-05-04', 'the last calendar day is a make-up Saturday'],
  ])('%s + %s is due on %s (%s)', (from, text, expected) => {
    expect(due(at(from, '09:00'), text)).toBe(`${expected} 17:00`);
  });
});

describe('the day of acceptance is not counted (BLDS 2015 Điều 147 khoản 2)', () => {
  it('at whatever hour it was', () => {
    expect(due(at('2021-07-01', '07:00'), '1 working-day')).toBe('2021-07-02 17:00');
    expect(due(at('2021-07-01', '23:59'), '1 working-day')).toBe('2021-07-02 17:00');
  });
  it('counts by the Vietnamese day: 17:30 UTC is the next day in Vietnam', () => {
    expect(due('2021-07-01T17:30:00.000Z', '1 working-day')).toBe('2021-07-05 17:00');
  });
  it('accepted on a Saturday, the first counted day is Monday', () => {
    expect(due(at('2021-07-03', '09:00'), '1 working-day')).toBe('2021-07-05 17:00');
  });
});

describe('half days', () => {
  it('half a day ends with the morning session', () => {
    expect(due(at('2021-07-01', '09:00'), '0.5 working-day')).toBe('2021-07-02 11:30');
    expect(due(at('2021-07-01', '09:00'), '2.5 working-day')).toBe('2021-07-06 11:30');
  });
  it('two halves make a day, over phases too', () => {
    const half = { value: 0.5, unit: 'working-day' } as const;
    const phases: Limit = {
      kind: 'phases',
      phases: [
        { agency: { vi: 'A' }, limit: half },
        { agency: { vi: 'B' }, limit: half },
      ],
    };
    expect(due(at('2021-07-01', '09:00'), phases)).toBe('2021-07-02 17:00');
  });
});

describe('ngay trong ngày làm việc (0 working-day)', () => {
  it('is due at the end of the same day', () => {
    expect(due(at('2021-07-01', '08:00'), '0 working-day')).toBe('2021-07-01 17:00');
    expect(due(at('2021-07-01', '06:00'), '0 working-day')).toBe('2021-07-01 17:00');
    expect(due(at('2021-07-01', '12:00'), '0 working-day')).toBe('2021-07-01 17:00');
  });
  it('accepted after work or on a day off, on the next working day', () => {
    expect(due(at('2021-07-01', '17:30'), '0 working-day')).toBe('2021-07-02 17:00');
    expect(due(at('2021-07-03', '09:00'), '0 working-day')).toBe('2021-07-05 17:00');
  });
  it('after 15:00 on the next working day (NĐ 23/2015 Điều 7), at 15:00 sharp not yet', () => {
    const text = '0 working-day after 15:00 next-working-day';
    expect(due(at('2021-07-01', '15:00'), text)).toBe('2021-07-01 17:00');
    expect(due(at('2021-07-01', '15:01'), text)).toBe('2021-07-02 17:00');
    expect(due(at('2021-07-02', '16:00'), text)).toBe('2021-07-05 17:00');
  });
  it('after the cut-off hour and after work it is late once, not twice', () => {
    expect(due(at('2021-07-01', '18:00'), '0 working-day after 15:00 next-working-day')).toBe('2021-07-02 17:00');
    expect(due(at('2021-07-01', '18:00'), '0 working-day after 15:00 start-next-day')).toBe('2021-07-02 17:00');
  });
});

describe('the cut-off hour', () => {
  const late = at('2021-07-01', '15:30');
  it('`next-working-day`: the result is due one working day later', () => {
    expect(due(late, '2 working-day after 15:00 next-working-day')).toBe('2021-07-06 17:00');
    expect(due(late, '4 working-hour after 15:00 next-working-day')).toBe('2021-07-05 09:30');
  });
  it('`start-next-day`: the next working day becomes the day of acceptance', () => {
    expect(due(late, '2 working-day after 15:00 start-next-day')).toBe('2021-07-06 17:00');
    expect(due(late, '2 day after 15:00 start-next-day')).toBe('2021-07-05 17:00');
    expect(due(late, '2 working-hour after 15:00 start-next-day')).toBe('2021-07-02 09:00');
  });
  it('`forward-next-day`: only the hand-over waits (NĐ 61/2018 Điều 18 khoản 2)', () => {
    expect(due(late, '2 working-day after 15:00 forward-next-day')).toBe(due(late, '2 working-day'));
  });
  it('says nothing about a day off', () => {
    expect(due(at('2021-07-03', '16:00'), '1 working-day after 15:00 start-next-day')).toBe('2021-07-05 17:00');
  });
});

describe('months (BLDS 2015 Điều 148 khoản 3)', () => {
  it('end on the same day, or on the month’s last', () => {
    expect(due(at('2021-03-15', '09:00'), '1 month')).toBe('2021-04-15 17:00');
    expect(due(at('2023-01-31', '09:00'), '1 month')).toBe('2023-02-28 17:00');
    expect(due(at('2024-01-31', '09:00'), '1 month')).toBe('2024-02-29 17:00');
  });
  it('that end on a day off move on (khoản 5)', () => {
    expect(due(at('2021-05-03', '09:00'), '2 month')).toBe('2021-07-05 17:00');
  });
  it('half a month is fifteen days (Điều 146 khoản 1)', () => {
    expect(due(at('2021-06-01', '09:00'), '0.5 month')).toBe('2021-06-16 17:00');
  });
  it('in phases do not lose days at a short month', () => {
    const month = { value: 1, unit: 'month' } as const;
    const phases: Limit = {
      kind: 'phases',
      phases: [
        { agency: { vi: 'A' }, limit: month },
        { agency: { vi: 'B' }, limit: month },
      ],
    };
    expect(due(at('2021-01-31', '09:00'), phases)).toBe('2021-03-31 17:00');
  });
});

describe('working hours', () => {
  it('run within the sessions only', () => {
    expect(due(at('2021-07-01', '10:30'), '2 working-hour')).toBe('2021-07-01 14:30');
    expect(due(at('2021-07-01', '16:30'), '1.5 working-hour')).toBe('2021-07-02 08:00');
    expect(due(at('2021-07-01', '07:00'), '8 working-hour')).toBe('2021-07-01 17:00');
  });
  it('begin at the next opening when the office is closed', () => {
    expect(due(at('2021-07-03', '10:00'), '1 working-hour')).toBe('2021-07-05 08:00');
  });
});

describe('phases and outcomes', () => {
  const days = (value: number) => ({ value, unit: 'working-day' }) as const;
  it('10 + 15 + 5 days are thirty days', () => {
    const phases: Limit = {
      kind: 'phases',
      phases: [10, 15, 5].map((value) => ({ agency: { vi: `Cơ quan ${value}` }, limit: days(value) })) as never,
    };
    expect(due(at('2021-07-01', '09:00'), phases)).toBe(due(at('2021-07-01', '09:00'), '30 working-day'));
  });
  it('hours after days begin where the days end', () => {
    const phases: Limit = {
      kind: 'phases',
      phases: [
        { agency: { vi: 'A' }, limit: days(2) },
        { agency: { vi: 'B' }, limit: { value: 4, unit: 'working-hour' } },
      ],
    };
    expect(due(at('2021-07-01', '09:00'), phases)).toBe('2021-07-06 11:00');
  });
  it('of several outcomes the longest is promised', () => {
    const outcomes: Limit = {
      kind: 'by-outcome',
      outcomes: [
        { outcome: { vi: 'Từ chối' }, limit: days(3) },
        { outcome: { vi: 'Cấp phép' }, limit: days(10) },
      ],
    };
    expect(due(at('2021-07-01', '09:00'), outcomes)).toBe(due(at('2021-07-01', '09:00'), '10 working-day'));
    expect(deadline(calendar, { from: at('2021-07-01', '09:00'), limit: outcomes }).summary.vi).toContain('Cấp phép');
  });
  it('no limit and a scheduled one have no date', () => {
    expect(due(at('2021-07-01', '09:00'), { kind: 'none' })).toBe('none');
    expect(due(at('2021-07-01', '09:00'), { kind: 'scheduled', text: { vi: 'Theo kế hoạch thi' } })).toBe('none');
  });
});

describe('the derivation', () => {
  it('is read line by line', () => {
    expect(explain(deadline(calendar, { from: at('2024-04-26', '09:00'), limit: limit('3 working-day') }))).toEqual([
      '26/04/2024 · Bắt đầu: Ngày tiếp nhận, không tính vào thời hạn (Bộ luật Dân sự 2015, Điều 147 khoản 2)',
      '27/04/2024 – 28/04/2024 · Không tính: Nghỉ cuối tuần',
      '29/04/2024 – 01/05/2024 · Không tính: Nghỉ lễ: Nghỉ lễ',
      '02/05/2024 – 03/05/2024 · Tính: 2 ngày làm việc; cộng 2',
      '04/05/2024 · Tính: 1 ngày làm việc (Ngày làm bù: Làm bù); cộng 3',
      '04/05/2024 · Đến hạn: Đến hạn lúc 17:00',
      'Đến hạn 17:00 ngày 04/05/2024: 3 ngày làm việc kể từ ngày 26/04/2024',
    ]);
  });
  it('says so when a year is not decreed yet', () => {
    const { provisional, lines } = deadline(calendar, {
      from: at('2026-12-29', '09:00'),
      limit: limit('5 working-day'),
    });
    expect(provisional).toBe(true);
    expect(lines.some(({ reason }) => reason.vi.includes('Tết Dương lịch'))).toBe(true);
    expect(deadline(calendar, { from: at('2026-12-22', '09:00'), limit: limit('5 working-day') }).provisional).toBe(
      false,
    );
  });
  it('tells years, not days, of very long limits', () => {
    const { lines } = deadline(calendar, { from: at('2021-07-01', '09:00'), limit: limit('1000 working-day') });
    expect(lines.length).toBeLessThan(10);
    expect(lines.at(-1)?.total).toBe(1000);
  });
});
