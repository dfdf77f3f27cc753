import { beforeAll, describe, expect, it } from 'vitest';
import {
  at,
  compileCalendar,
  dayInfo,
  deadline,
  isWorkingDay,
  localDate,
  localTime,
  parseLimitText,
  type Instant,
} from '#engine/clock/index.ts';
import type { Limit, TimeLimitRow } from '#engine/definition/index.ts';
import { limitFor, measuredMinutes, type PreparedRelease } from '#engine/dossier/index.ts';
import { calendar, definition } from '../clock/fixture.ts';
import { branching } from './branching.ts';
import {
  accepted,
  file,
  MONDAY,
  morning,
  paper,
  people,
  prepare,
  procedure,
  story,
  submission,
  toSign,
} from './fixture.ts';

/**
 * How time is counted, in the order in which the questions are kept for the builders: "2.3 rule n" is row n
 * of that table. There is no single national text; each names the ones it combines.
 */
const limit = (text: string): Limit => {
  const read = parseLimitText(text);
  if (!read.ok) throw new Error(text);
  return read.value;
};

const due = (from: Instant, given: string | Limit, within = calendar): string => {
  const found = deadline(within, { from, limit: typeof given === 'string' ? limit(given) : given }).due;
  return found === undefined ? 'none' : `${localDate(found)} ${localTime(found)}`;
};

let release: PreparedRelease;
beforeAll(async () => {
  release = await prepare(procedure);
});

describe('2.3 rule 1 · unit: working days, days, working hours, months; half days in steps', () => {
  it.each([
    ['3 working-day', '2021-07-06 17:00'],
    ['3 day', '2021-07-05 17:00'],
    ['8 working-hour', '2021-07-02 09:00'],
    ['1 month', '2021-08-02 17:00'],
    ['0.5 working-day', '2021-07-02 11:30'],
  ])('given Thursday 1 July at 09:00, then %s end at %s', (text, expected) => {
    expect(due(at('2021-07-01', '09:00'), text)).toBe(expected);
  });
  it('given a day of steps, then it is eight working hours', () => {
    const { sessions } = dayInfo(calendar, '2021-07-01');
    const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
    expect(sessions.reduce((sum, { from, to }) => sum + minutes(to) - minutes(from), 0)).toBe(480);
  });
});

describe('2.3 rule 2 · start: from acceptance as complete, not from submission (NĐ 61/2018 Điều 17; NĐ 309/2026 Điều 17 khoản 3)', () => {
  it('given a submission before and an acceptance after the weekend, then both are kept and the second counts', () => {
    const { state } = accepted(release);
    expect([state.submittedAt, state.acceptedAt]).toEqual([at('2021-07-02', '20:00'), morning(MONDAY)]);
    expect(state.promised?.due).toBe(at('2021-07-12', '17:00'));
  });
});

describe('2.3 rule 3 · first day: the day of the event is not counted (BLDS 2015 Điều 147 khoản 2)', () => {
  it('given any hour of the day, then the date is the same', () => {
    expect(
      new Set(['00:00', '07:00', '12:00', '23:59'].map((time) => due(at('2021-07-01', time), '2 working-day'))),
    ).toEqual(new Set(['2021-07-05 17:00']));
  });
});

describe('2.3 rule 4 · last day on a day off: to the end of the next working day (BLDS 2015 Điều 148 khoản 5)', () => {
  it('given 10 days that end on a Sunday, or on a holiday, then they end after it', () => {
    expect(due(at('2021-07-01', '09:00'), '10 day')).toBe('2021-07-12 17:00');
    expect(due(at('2021-08-23', '09:00'), '10 day')).toBe('2021-09-06 17:00');
  });
});

describe('2.3 rule 5 · after 15:00: as the procedure says, never in general (NĐ 61/2018 Điều 18 khoản 2; NĐ 23/2015 Điều 7)', () => {
  const late = at('2021-07-01', '15:01');
  const sameDay = (effect?: 'next-working-day' | 'start-next-day' | 'forward-next-day'): Limit => ({
    value: 0,
    unit: 'working-day',
    ...(effect ? { cutOff: { at: '15:00', effect } } : {}),
  });
  it('given no cut-off, or one of forwarding only, then the result is due the same day', () => {
    expect([due(late, sameDay()), due(late, sameDay('forward-next-day'))]).toEqual(Array(2).fill('2021-07-01 17:00'));
  });
  it('given a certification asked for after 15:00, then on the next working day, and at 15:00 sharp the same day', () => {
    expect(due(late, sameDay('next-working-day'))).toBe('2021-07-02 17:00');
    expect(due(at('2021-07-01', '15:00'), sameDay('next-working-day'))).toBe('2021-07-01 17:00');
  });
});

describe('2.3 rule 6 · supplement: the law counts anew, the measurement subtracts (NĐ 61/2018 Điều 19 khoản 4; QĐ 766/QĐ-TTg 2.1)', () => {
  it('given six working days of waiting, then the date begins again and the measured time leaves them out', () => {
    const told = accepted(release);
    told.give(people.clerk, at('2021-07-06', '08:00'), {
      type: 'ask-supplement',
      papers: [{ paper: 'photo', what: 'Ảnh' }],
      reason: 'Thiếu ảnh',
    });
    told.give(people.clerk, at('2021-07-14', '08:00'), { type: 'supply-supplement', papers: [paper('photo')] });
    expect(localDate(told.state.promised?.due ?? '')).toBe('2021-07-21');
    // Monday 08:00 to Tuesday 08:00, then Wednesday the 14th 08:00 to Thursday 08:00: two days of eight hours.
    expect(measuredMinutes(told.state, calendar, at('2021-07-15', '08:00'))).toBe(960);
  });
});

describe('2.3 rule 7 · financial obligation: the time the applicant takes to pay is not counted', () => {
  it('given two working days until payment, then the dates move by exactly them', () => {
    const told = accepted(release);
    told.give(people.clerk, at('2021-07-06', '08:00'), {
      type: 'ask-payment',
      fee: 'tax',
      amount: 1_000_000,
      reason: 'Thuế',
    });
    told.give(people.clerk, at('2021-07-08', '08:00'), {
      type: 'record-payment',
      fee: 'tax',
      amount: 1_000_000,
      method: 'bank',
    });
    expect(told.state.promised?.due).toBe(at('2021-07-14', '17:00'));
    expect(told.state.legal?.due).toBe(at('2021-07-21', '17:00'));
    expect(measuredMinutes(told.state, calendar, at('2021-07-08', '08:00'))).toBe(480);
  });
});

describe('2.3 rule 8 · external wait: a typed suspension explains lateness, it moves no date of the law', () => {
  it('given a field check that a lockdown held up, then ground, from, to and dates stay as they are', () => {
    const told = accepted(release);
    const dates = [told.state.legal?.due, told.state.promised?.due];
    told.give(people.leader, at('2021-07-06', '08:00'), {
      type: 'suspend',
      ground: 'Địa bàn phong tỏa, QĐ 15/QĐ-UBND',
    });
    told.give(people.leader, at('2021-07-09', '08:00'), { type: 'resume' });
    expect([told.state.legal?.due, told.state.promised?.due]).toEqual(dates);
    expect(told.state.pauses).toMatchObject([
      { ground: 'suspended', from: at('2021-07-06', '08:00'), to: at('2021-07-09', '08:00') },
    ]);
    expect(measuredMinutes(told.state, calendar, at('2021-07-09', '08:00'))).toBe(4 * 480);
  });
});

describe('2.3 rule 9 · extension: once, a day before, old and new date and reason kept (NĐ 61/2018 Điều 19 khoản 9)', () => {
  it('given an apology, then from, to and reason are there and the new date is a working day’s end', () => {
    const told = accepted(release);
    expect(
      told.refused(people.leader, at('2021-07-07', '08:00'), { type: 'extend', newDue: '2021-07-18', reason: 'Chờ' }),
    ).toEqual(['dossier.extend.day-off']);
    told.give(people.leader, at('2021-07-07', '08:00'), {
      type: 'extend',
      newDue: '2021-07-16',
      reason: 'Chờ xác minh',
    });
    expect(told.state.extension).toMatchObject({
      from: at('2021-07-12', '17:00'),
      to: at('2021-07-16', '17:00'),
      reason: 'Chờ xác minh',
    });
  });
});

describe('2.3 rule 10 · half days are sessions: morning, then afternoon', () => {
  it('given half a day and another half, then the first ends with the morning and both make a day', () => {
    expect(due(at('2021-07-01', '16:00'), '0.5 working-day')).toBe('2021-07-02 11:30');
    expect(due(at('2021-07-01', '16:00'), '1 working-day')).toBe('2021-07-02 17:00');
  });
});

describe('2.3 rule 11 · working hours: sessions, by season, by unit; reception on Saturday is no working day', () => {
  it('given winter hours from November, then the same limit ends half an hour earlier', () => {
    const winter = compileCalendar({
      ...definition,
      hours: [
        ...definition.hours,
        {
          from: '2021-11-01',
          week: [
            {
              weekdays: ['mon', 'tue', 'wed', 'thu', 'fri'],
              sessions: [
                { from: '07:30', to: '12:00' },
                { from: '13:00', to: '16:30' },
              ],
            },
            { weekdays: ['sat'], sessions: [{ from: '07:30', to: '11:00' }], receptionOnly: true },
          ],
        },
      ],
    });
    if (!winter.ok) throw new Error('calendar');
    expect(due(at('2021-10-28', '09:00'), '1 working-day', winter.value)).toBe('2021-10-29 17:00');
    expect(due(at('2021-10-29', '09:00'), '1 working-day', winter.value)).toBe('2021-11-01 16:30');
    expect(isWorkingDay(winter.value, '2021-11-06')).toBe(false);
  });
});

describe('2.3 rule 12 · holidays and làm bù (BLLĐ 2019 Điều 111, 112; the Prime Minister’s notices)', () => {
  it('given the make-up Saturday of 04/5/2024, then it counts, and 29/4 does not', () => {
    expect(due(at('2024-04-26', '09:00'), '1 working-day')).toBe('2024-05-02 17:00');
    expect(due(at('2024-05-03', '09:00'), '1 working-day')).toBe('2024-05-04 17:00');
  });
});

describe('2.3 rule 13 · each step and agency has its own clock (TT 01/2018 Điều 13 khoản 2)', () => {
  it('given two agencies in parallel, then one may be late while the other and the dossier are not', async () => {
    const told = accepted(await prepare(procedure, branching));
    const now = at('2021-07-05', '15:00');
    expect(told.state.tasks.map(({ element, dueAt }) => [element, (dueAt ?? '') < now])).toEqual([
      ['check', false],
      ['consult', true],
    ]);
    expect((told.state.promised?.due ?? '') > now).toBe(true);
  });
});

describe('2.3 rule 14 · shortened commitment: the receipt promises less, both are kept (TT 01/2018 Điều 13 khoản 1)', () => {
  it('given 5 promised of 10 legal days, then there are two dates, each with its derivation', () => {
    const { legal, promised } = accepted(release).state;
    expect([legal?.due, promised?.due]).toEqual([at('2021-07-19', '17:00'), at('2021-07-12', '17:00')]);
    for (const date of [legal, promised])
      expect(date?.lines.reduce((sum, { count }) => sum + count, 0)).toBe(date?.lines.at(-1)?.total);
  });
  it('given rows by case and channel, then the most specific one applies', () => {
    const rows = { timeLimits: procedure.timeLimits } as {
      readonly timeLimits: readonly TimeLimitRow[];
    } as typeof procedure;
    expect(limitFor(rows, { case: 'renewal', channel: 'online' })?.id).toBe('renewal-online');
  });
});

describe('2.3 · early, on time, late (QĐ 766/QĐ-TTg 2.1), fixed at closing with its rule', () => {
  const closedAt = (day: string, time: string) => {
    const told = toSign(release);
    told.give(people.leader, at('2021-07-08', '09:00'), {
      type: 'sign-result',
      task: told.task('sign'),
      result: 'licence',
      file,
    });
    told.give(people.clerk, at(day, time), { type: 'finish' });
    return told;
  };
  it.each([
    ['2021-07-12', '11:00', 'early'],
    ['2021-07-12', '13:30', 'on-time'],
    ['2021-07-12', '17:00', 'on-time'],
    ['2021-07-12', '17:01', 'late'],
  ])('given a date of 12 July 17:00 and the end on %s at %s, then it is %s', (day, time, classification) => {
    expect(closedAt(day, time).state.outcome).toEqual({ classification, rule: 'closing@1' });
  });
  it('given a result in time that is collected a month later, then it stays in time: the end of processing counts', () => {
    const told = closedAt('2021-07-09', '09:00');
    told.give(people.clerk, at('2021-08-12', '09:00'), { type: 'hand-out', to: 'Giáp Thị Dân', via: 'counter' });
    expect(told.state).toMatchObject({ status: 'returned', outcome: { classification: 'early' } });
  });
  it('given one supplement and nothing after it, then the moment of asking counts', () => {
    const told = accepted(release);
    told.give(people.clerk, at('2021-07-06', '09:00'), {
      type: 'ask-supplement',
      papers: [{ paper: 'photo', what: 'Ảnh' }],
      reason: 'Thiếu',
    });
    told.give(people.leader, at('2021-08-30', '09:00'), { type: 'stop', reason: 'Không bổ sung' });
    expect(told.state.outcome?.classification).toBe('early');
  });
});

describe('2.3 · what vendors’ deadline code gets wrong', () => {
  it('holidays of the current year only: given a limit over the new year, then those of the next year count too', () => {
    expect(due(at('2021-12-30', '09:00'), '2 working-day')).toBe('2022-01-04 17:00');
    expect(due(at('2024-01-30', '09:00'), '12 working-day')).toBe('2024-02-22 17:00');
  });
  it('no make-up days: given one in the span, then it is a day of work', () => {
    expect(due(at('2024-05-02', '09:00'), '2 working-day')).toBe('2024-05-04 17:00');
  });
  it('exceptions swallowed, the date silently now: given a limit that cannot be read, then it is refused', () => {
    expect(parseLimitText('theo quy định').ok).toBe(false);
    expect(due(at('2021-07-01', '09:00'), { kind: 'none' })).toBe('none');
  });
  it('an extension in calendar days: given one, then it ends on a working day at the end of work', () => {
    const told = accepted(release);
    expect(
      told.refused(people.leader, at('2021-07-07', '08:00'), { type: 'extend', newDue: '2021-07-17', reason: 'x' }),
    ).toEqual(['dossier.extend.day-off']);
  });
  it('only the first fee is read: given two, then both are on the dossier', async () => {
    const fees = [
      { id: 'a', name: { vi: 'Phí A' }, amount: 1000, due: 'submission' },
      { id: 'b', name: { vi: 'Phí B' }, amount: 2000, due: 'submission' },
    ] as const;
    const told = story(await prepare({ ...procedure, fees: [...fees] }));
    told.give(people.citizen, morning(MONDAY), submission());
    expect(told.state.fees.map(({ amount }) => amount)).toEqual([1000, 2000]);
  });
});
