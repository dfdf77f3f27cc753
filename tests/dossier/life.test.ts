import { beforeAll, describe, expect, it } from 'vitest';
import { at, explain, localDate } from '#engine/clock/index.ts';
import { describeEvent, measuredMinutes, nationalStatus, replay, type PreparedRelease } from '#engine/dossier/index.ts';
import { calendar } from '../clock/fixture.ts';
import {
  accepted,
  AGENCY,
  COUNTER,
  file,
  MONDAY,
  morning,
  people,
  prepare,
  procedure,
  story,
  submission,
  toSign,
} from './fixture.ts';

let release: PreparedRelease;
beforeAll(async () => {
  release = await prepare(procedure);
});

describe('from submission to the result handed out', () => {
  it('goes through every national status on the way', () => {
    const told = story(release);
    const seen: number[] = [];
    const note = (): void => void seen.push(nationalStatus(told.state));
    told.give(people.citizen, at('2021-07-02', '20:00'), submission());
    note();
    told.give(people.clerk, morning(MONDAY), { type: 'accept', feesPaid: ['fee'] });
    note();
    told.give(people.head, at(MONDAY, '09:00'), { type: 'complete', task: told.task('assign') });
    note();
    told.give(people.officer, at('2021-07-06', '09:00'), { type: 'claim', task: told.task('examine') });
    told.give(people.officer, at('2021-07-06', '10:00'), {
      type: 'complete',
      task: told.task('examine'),
      outcome: 'eligible',
    });
    told.give(people.head, at('2021-07-07', '09:00'), { type: 'complete', task: told.task('submit') });
    told.give(people.leader, at('2021-07-08', '09:00'), {
      type: 'sign-result',
      task: told.task('sign'),
      result: 'licence',
      file,
      number: '12/GP-SKT',
    });
    told.give(people.officer, at('2021-07-08', '14:00'), { type: 'complete', task: told.task('enterResult') });
    note();
    told.give(people.clerk, at('2021-07-09', '08:00'), { type: 'hand-out', to: 'Giáp Thị Dân', via: 'counter' });
    note();

    expect(seen).toEqual([1, 2, 4, 9, 10]);
    expect(told.state.status).toBe('returned');
    expect(told.state.tasks).toEqual([]);
    expect(told.state.process?.status).toBe('ended');
    expect(told.state.outcome).toEqual({ classification: 'early', rule: 'closing@1' });
    expect(told.state.results).toMatchObject([
      { result: 'licence', signedBy: 'Hoàng Giám Đốc', number: '12/GP-SKT', refusal: false },
    ]);
    expect(told.state.payments).toMatchObject([{ fee: 'fee', amount: 150_000, method: 'counter' }]);
    expect(told.events.map((event) => describeEvent(event, release).vi)).toEqual([
      'Nộp hồ sơ, mã số 000.00.16.H02-210701-0001',
      'Tiếp nhận hồ sơ, hẹn trả kết quả 17:00 ngày 12/07/2021',
      expect.stringMatching(/^Chuyển đến bước: /),
      expect.stringMatching(/^Hoàn thành bước /),
      expect.stringMatching(/^Chuyển đến bước: /),
      expect.stringMatching(/^Nhận xử lý bước /),
      expect.stringMatching(/^Hoàn thành bước .*: /),
      expect.stringMatching(/^Chuyển đến bước: /),
      expect.stringMatching(/^Hoàn thành bước /),
      expect.stringMatching(/^Chuyển đến bước: /),
      'Ký kết quả: Giấy phép',
      expect.stringMatching(/^Hoàn thành bước /),
      expect.stringMatching(/^Chuyển đến bước: /),
      expect.stringMatching(/^Hoàn thành bước /),
      expect.stringMatching(/^Chuyển đến bước: /),
      'Xử lý xong trước hạn',
      'Trả kết quả cho Giáp Thị Dân',
      expect.stringMatching(/^Hoàn thành bước /),
      'Quy trình chuyển bước',
    ]);
  });

  it('not eligible: the refusal is drafted, signed and handed out (NĐ 61/2018 Điều 19 khoản 8)', () => {
    const told = accepted(release);
    told.give(people.head, at(MONDAY, '09:00'), { type: 'complete', task: told.task('assign') });
    told.give(people.officer, at(MONDAY, '10:00'), {
      type: 'complete',
      task: told.task('examine'),
      outcome: 'not-eligible',
    });
    told.give(people.officer, at(MONDAY, '11:00'), { type: 'complete', task: told.task('draftRefusal') });
    const sign = { type: 'sign-result', task: told.task('signRefusal'), result: 'refusal', file } as const;
    expect(told.refused(people.leader, at(MONDAY, '14:00'), sign)).toEqual(['dossier.result.refusal-here']);
    told.give(people.leader, at(MONDAY, '14:00'), { ...sign, refusal: true });
    told.give(people.officer, at(MONDAY, '15:00'), { type: 'complete', task: told.task('enterResult') });
    expect(told.state).toMatchObject({ status: 'finished', results: [{ refusal: true }] });
  });

  it('the leader sends it back, and it comes again', () => {
    const told = toSign(release);
    told.give(people.leader, at('2021-07-07', '10:00'), {
      type: 'complete',
      task: told.task('sign'),
      outcome: 'return',
      note: 'Làm rõ',
    });
    told.give(people.otherOfficer, at('2021-07-07', '11:00'), {
      type: 'complete',
      task: told.task('examine'),
      outcome: 'eligible',
    });
    expect(told.state.tasks.map(({ element }) => element)).toEqual(['submit']);
  });
});

describe('where tasks wait', () => {
  it('at the unit and role the process says, with the step’s own time', () => {
    const told = accepted(release);
    const [task] = told.state.tasks;
    expect(told.state.decidingUnit).toBe(AGENCY);
    expect(task).toMatchObject({
      id: `d1:${task?.token}`,
      element: 'assign',
      role: 'head',
      unit: AGENCY,
      openedAt: morning(MONDAY),
    });
    expect(task?.dueAt).toBeDefined();
  });
  it('the visited elements are kept for the diagram', () => {
    expect(accepted(release).state.visited).toEqual(expect.arrayContaining(['start', 'receive']));
  });
});

describe('the dates of the dossier', () => {
  it('run from acceptance, not from submission; the promise is less than the law', () => {
    const { state } = accepted(release);
    expect(localDate(state.promised?.due ?? '')).toBe('2021-07-12');
    expect(localDate(state.legal?.due ?? '')).toBe('2021-07-19');
    expect(state.timeLimit).toBe('usual');
    expect(explain(state.promised ?? { lines: [], provisional: false, summary: { vi: '' } })).toHaveLength(6);
  });
  it('come from the most specific row: case, then channel', () => {
    const online = accepted(release, { case: 'renewal' }).state;
    expect([online.timeLimit, localDate(online.legal?.due ?? '')]).toEqual(['renewal-online', '2021-07-07']);
    const post = accepted(release, { case: 'renewal', channel: 'post' }).state;
    expect([post.timeLimit, localDate(post.legal?.due ?? '')]).toEqual(['renewal', '2021-07-08']);
    // Without a promise of its own the law's limit is the promise.
    expect(post.promised?.due).toBe(post.legal?.due);
  });
});

describe('the clock standing still', () => {
  const asked = {
    type: 'ask-supplement',
    papers: [{ paper: 'application', what: 'Đơn thiếu chữ ký' }],
    reason: 'Đơn chưa ký',
  } as const;

  it('a supplement pauses, and its supply starts the limit again from zero (NĐ 61/2018 Điều 19 khoản 4)', () => {
    const told = accepted(release);
    told.give(people.clerk, at('2021-07-06', '08:00'), asked);
    expect(told.state.status).toBe('supplement');
    told.give(people.citizen, at('2021-07-14', '08:00'), {
      type: 'supply-supplement',
      papers: [{ paper: 'application', originals: 1, copies: 0, digital: true, files: [file] }],
    });
    expect(told.state.status).toBe('processing');
    expect(localDate(told.state.legal?.due ?? '')).toBe('2021-07-28');
    expect(localDate(told.state.promised?.due ?? '')).toBe('2021-07-21');
    expect(told.state.legal?.lines.slice(0, 2).map(({ kind }) => kind)).toEqual(['paused', 'reset']);
    expect(describeEvent(told.events.at(-1) ?? (told.events[0] as never)).vi).toBe(
      'Nhận đủ bổ sung, tính lại thời hạn từ đầu, hẹn trả kết quả 17:00 ngày 21/07/2021',
    );
    // One day before the pause, two after it.
    expect(measuredMinutes(told.state, calendar, at('2021-07-16', '08:00'))).toBe(480 + 2 * 480);
  });

  it('an obligation is not counted: dates move by the working time waited', () => {
    const told = accepted(release);
    told.give(people.officer.unit === AGENCY ? people.head : people.clerk, at('2021-07-06', '08:00'), {
      type: 'ask-payment',
      fee: 'tax',
      amount: 1_000_000,
      reason: 'Thông báo thuế',
    });
    expect(nationalStatus(told.state)).toBe(6);
    told.give(people.clerk, at('2021-07-08', '08:00'), {
      type: 'record-payment',
      fee: 'tax',
      amount: 400_000,
      method: 'counter',
    });
    expect(told.state.status).toBe('obligation');
    told.give(people.system, at('2021-07-09', '08:00'), {
      type: 'record-payment',
      fee: 'tax',
      amount: 600_000,
      method: 'online',
      reference: 'PP1',
    });
    expect(told.state.status).toBe('processing');
    // Three working days waited: Monday 12 becomes Thursday 15.
    expect(told.state.promised?.due).toBe(at('2021-07-15', '17:00'));
    expect(measuredMinutes(told.state, calendar, at('2021-07-09', '08:00'))).toBe(480);
  });

  it('a suspension explains lateness but moves no date of the law', () => {
    const told = accepted(release);
    const before = told.state.promised;
    const step = told.state.tasks[0]?.dueAt ?? '';
    told.give(people.leader, at('2021-07-06', '08:00'), {
      type: 'suspend',
      ground: 'Địa bàn bị phong tỏa theo Quyết định số 1',
    });
    expect(nationalStatus(told.state)).toBe(8);
    told.give(people.leader, at('2021-07-08', '08:00'), { type: 'resume' });
    expect(told.state.promised).toEqual(before);
    expect((told.state.tasks[0]?.dueAt ?? '') > step).toBe(true);
    expect(measuredMinutes(told.state, calendar, at('2021-07-08', '08:00'))).toBe(3 * 480);
  });
});

describe('early, on time, late (closing@1)', () => {
  const finishAt = (date: string, time: string): string | undefined => {
    const told = toSign(release);
    told.give(people.leader, at('2021-07-08', '09:00'), {
      type: 'sign-result',
      task: told.task('sign'),
      result: 'licence',
      file,
    });
    told.give(people.officer, at(date, time), { type: 'complete', task: told.task('enterResult') });
    return told.state.outcome?.classification;
  };
  it('before the half-day session of the due date is early', () => {
    expect(finishAt('2021-07-09', '16:00')).toBe('early');
    expect(finishAt('2021-07-12', '11:00')).toBe('early');
  });
  it('within it is on time, after it late', () => {
    expect(finishAt('2021-07-12', '13:30')).toBe('on-time');
    expect(finishAt('2021-07-12', '17:00')).toBe('on-time');
    expect(finishAt('2021-07-12', '17:01')).toBe('late');
  });
});

describe('late entry', () => {
  it('keeps both times, and counts from when it happened', () => {
    const told = story(release);
    told.give(people.clerk, morning(MONDAY), submission({ channel: 'counter' }));
    told.give(people.clerk, at('2021-07-06', '10:00'), { type: 'accept' }, at(MONDAY, '09:00'));
    const event = told.events.find(({ type }) => type === 'accepted');
    expect(event).toMatchObject({ occurredAt: at(MONDAY, '09:00'), recordedAt: at('2021-07-06', '10:00') });
    expect(localDate(told.state.promised?.due ?? '')).toBe('2021-07-12');
  });
  it('the future is refused, and so is a time before the last entry', () => {
    const told = story(release);
    told.give(people.clerk, morning(MONDAY), submission({ channel: 'counter' }));
    expect(told.refused(people.clerk, at(MONDAY, '10:00'), { type: 'accept' }, at(MONDAY, '11:00'))).toEqual([
      'dossier.time.future',
    ]);
    expect(told.refused(people.clerk, at(MONDAY, '10:00'), { type: 'accept' }, at(MONDAY, '07:00'))).toEqual([
      'dossier.time.order',
    ]);
    expect(told.refused(people.clerk, at(MONDAY, '10:00'), { type: 'accept' }, 'hôm qua')).toEqual([
      'dossier.time.format',
    ]);
  });
});

describe('replay', () => {
  it('needs nothing but the events, and gives the same state to the byte', () => {
    const told = toSign(release);
    const stored = JSON.parse(JSON.stringify(told.events)) as typeof told.events;
    const again = replay(stored);
    expect(again.ok && JSON.stringify(again.value)).toBe(JSON.stringify(told.state));
  });
  it('finds an altered, a missing and a foreign event', () => {
    const { events } = toSign(release);
    const code = (given: typeof events): string | undefined => {
      const result = replay(given);
      return result.ok ? undefined : result.problems[0]?.code;
    };
    const altered = events.map((event, index) =>
      index === 1 ? { ...event, data: { ...event.data, note: 'x' } } : event,
    );
    expect(code(altered)).toBe('dossier.chain.altered');
    expect(code(events.filter((_, index) => index !== 1))).toBe('dossier.chain.gap');
    expect(code(events.map((event, index) => (index === 2 ? { ...event, dossier: 'd2' } : event)))).toBe(
      'dossier.chain.dossier',
    );
    expect(code(events.map((event, index) => (index === 2 ? { ...event, prevHash: 'f'.repeat(64) } : event)))).toBe(
      'dossier.chain.broken',
    );
    expect(code([])).toBe('dossier.chain.beginning');
  });
});

it('a dossier at the counter is received by its own unit', () => {
  expect(accepted(release, { channel: 'counter' }).state.receivingUnit).toBe(COUNTER);
});
