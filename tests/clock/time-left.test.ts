import { describe, expect, it } from 'vitest';
import { at, parseLimitText, timeLeft } from '#engine/clock/index.ts';
import { calendar } from './fixture.ts';

const due = at('2021-07-07', '17:00');
const said = (date: string, time: string): string => timeLeft(calendar, due, at(date, time)).text.vi;
const state = (date: string, time: string): string => timeLeft(calendar, due, at(date, time)).state;

describe('time left', () => {
  it('waits to be accepted before it has a due date', () => {
    const now = at('2021-07-01', '09:00');
    expect(timeLeft(calendar, undefined, now, { notAccepted: true }).text.vi).toBe('Chờ tiếp nhận');
    expect(timeLeft(calendar, undefined, now).text.vi).toBe('Không quy định thời hạn');
  });
  it('counts working days to the due day, not the weekend between', () => {
    expect(said('2021-07-01', '09:00')).toBe('Còn 4 ngày làm việc');
    expect(said('2021-07-03', '09:00')).toBe('Còn 3 ngày làm việc');
    expect(said('2021-07-06', '09:00')).toBe('Còn 1 ngày làm việc');
  });
  it('counts hours, then minutes, on the due day', () => {
    expect(said('2021-07-07', '14:00')).toBe('Còn 3 giờ làm việc');
    expect(said('2021-07-07', '16:35')).toBe('Còn 25 phút làm việc');
  });
  it('is soon within a working day', () => {
    expect(state('2021-07-01', '09:00')).toBe('in-time');
    expect(state('2021-07-07', '07:00')).toBe('soon');
  });
  it('is late after the instant, in hours on the next day and in working days from then on', () => {
    expect(state('2021-07-07', '17:00')).toBe('soon');
    expect(state('2021-07-07', '17:01')).toBe('late');
    expect(said('2021-07-07', '17:30')).toBe('Quá hạn từ 17:00 ngày 07/07/2021');
    expect(said('2021-07-08', '09:00')).toBe('Quá hạn 1 ngày làm việc');
    expect(said('2021-07-12', '09:00')).toBe('Quá hạn 3 ngày làm việc');
  });
  it('counts late hours on the day itself when it was due at an hour', () => {
    expect(timeLeft(calendar, at('2021-07-07', '08:00'), at('2021-07-07', '10:30')).text.vi).toBe(
      'Quá hạn 2 giờ làm việc',
    );
    expect(timeLeft(calendar, at('2021-07-07', '08:00'), at('2021-07-07', '08:20')).text.vi).toBe(
      'Quá hạn 20 phút làm việc',
    );
  });
  it('stands still while paused', () => {
    const paused = timeLeft(calendar, due, at('2021-07-20', '09:00'), { pausedSince: at('2021-07-07', '15:00') });
    expect(paused).toMatchObject({ state: 'paused', minutes: 120 });
  });
  it('is none without a date, and closed when it is over', () => {
    expect(timeLeft(calendar, undefined, due).state).toBe('none');
    expect(timeLeft(calendar, due, at('2022-01-01', '09:00'), { closed: true }).state).toBe('closed');
  });
});

describe('a limit as typed', () => {
  it.each([
    ['5 working-day', { value: 5, unit: 'working-day' }],
    ['0,5 working-days', { value: 0.5, unit: 'working-day' }],
    [' 30  Days ', { value: 30, unit: 'day' }],
    ['8 working-hour', { value: 8, unit: 'working-hour' }],
    ['2 month', { value: 2, unit: 'month' }],
    ['none', { kind: 'none' }],
    [
      '0 working-day after 15:00 next-working-day',
      { value: 0, unit: 'working-day', cutOff: { at: '15:00', effect: 'next-working-day' } },
    ],
  ])('%s', (text, expected) => {
    expect(parseLimitText(text)).toEqual({ ok: true, value: expected });
  });
  it.each([
    '',
    'five days',
    '-1 day',
    '5',
    'day',
    '5 years',
    '1e9 day',
    '5 day after 25:00 next-working-day',
    '5 day after 15:00 whenever',
    '99999 day',
  ])('%j is refused with a remedy', (text) => {
    const result = parseLimitText(text);
    expect(result.ok).toBe(false);
    if (!result.ok) expect(result.problems[0]?.remedy?.vi).toContain('5 working-day');
  });
});
