import { beforeAll, describe, expect, it } from 'vitest';
import { at, localDate } from '#engine/clock/index.ts';
import {
  forwardBy,
  nationalOneStop,
  oneStopOn,
  nationalStatus,
  type Actor,
  type DossierCommand,
  type PreparedRelease,
} from '#engine/dossier/index.ts';
import { messagesFor } from '#engine/service/index.ts';
import { calendar } from '../clock/fixture.ts';
import { branching } from './branching.ts';
import {
  accepted,
  AGENCY,
  COUNTER,
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
  type Story,
} from './fixture.ts';

/**
 * The rules of a dossier's life in the order in which they are kept for the builders: "2.2 rule n" is row n
 * of the table of NĐ 61/2018/NĐ-CP Điều 15–20. Row 21 (meetings and quarterly settlement between offices)
 * is about offices and has no dossier to tell it by.
 */
let release: PreparedRelease;
let parallel: PreparedRelease;
beforeAll(async () => {
  [release, parallel] = await Promise.all([prepare(procedure), prepare(procedure, branching)]);
});

const submitted = (given: Parameters<typeof submission>[0] = {}, prepared = release): Story => {
  const told = story(prepared);
  told.give(given.channel === 'counter' ? people.clerk : people.citizen, morning(MONDAY), submission(given));
  return told;
};

/** Sentences to the applicant that the last command gave rise to. */
const noticesOf = (told: Story, events = 1): readonly string[] =>
  messagesFor(told.state, told.events.slice(-events)).flatMap(({ kind, payload }) =>
    kind === 'notice' ? [String(payload['text'])] : [],
  );

const finished = (told = toSign(release), on = '2021-07-08'): Story => {
  told.give(people.leader, at(on, '09:00'), { type: 'sign-result', task: told.task('sign'), result: 'licence', file });
  told.give(people.clerk, at(on, '10:00'), { type: 'finish' });
  return told;
};

describe('2.2 rule 1 · NĐ 61/2018 Điều 15: guidance is given and stored', () => {
  it('given a dossier not taken in yet, when the clerk advises, then the advice stands in its history', () => {
    const told = submitted();
    told.give(people.clerk, at(MONDAY, '09:00'), { type: 'comment', text: 'Đã hướng dẫn cách ghi mục 4' });
    expect(told.events.at(-1)).toMatchObject({ type: 'commented', actor: { id: 'clerk' } });
    expect(told.state.status).toBe('submitted');
  });
});

describe('2.2 rule 2 · Điều 16: at the counter, by post, by somebody authorised, on line', () => {
  it.each(['counter', 'post', 'online'] as const)('given the channel %s, then it is kept on the dossier', (channel) => {
    const told = story(release);
    told.give(channel === 'online' ? people.citizen : people.clerk, morning(MONDAY), submission({ channel }));
    expect(told.state.channel).toBe(channel);
  });
  it('given somebody authorised, then both names are kept', () => {
    const told = submitted({ channel: 'counter', submittedBy: { name: 'Đào Văn Nộp', mandate: 'Giấy ủy quyền số 3' } });
    expect(told.state).toMatchObject({ applicant: { name: 'Giáp Thị Dân' }, submittedBy: { name: 'Đào Văn Nộp' } });
  });
});

describe('2.2 rule 3 · Điều 17 khoản 1: complete, incomplete or refused, each with its paper', () => {
  it('given a missing paper, when the clerk accepts, then it is not accepted, and a supplement may be asked for once', () => {
    const told = submitted({ channel: 'counter', papers: [paper('application')] });
    expect(told.refused(people.clerk, at(MONDAY, '09:00'), { type: 'accept' })).toEqual(['dossier.paper.missing']);
    told.give(people.clerk, at(MONDAY, '09:00'), {
      type: 'ask-supplement',
      papers: [{ paper: 'identity', what: 'Nộp bản sao căn cước' }],
      reason: 'Thiếu căn cước',
    });
    expect(told.state).toMatchObject({ status: 'supplement', supplement: { reason: 'Thiếu căn cước' } });
  });
  it('given a complete dossier, when it is accepted, then the appointment is made at that moment', () => {
    expect(accepted(release).state).toMatchObject({
      acceptedAt: morning(MONDAY),
      promised: { due: at('2021-07-12', '17:00') },
    });
  });
});

describe('2.2 rule 4 · Điều 17 khoản 2: on line the same, told by notice; if another is competent, where to go', () => {
  it('given a dossier for another office, when it is refused, then the applicant is told why and where to hand it in', () => {
    const told = submitted();
    told.give(people.clerk, at(MONDAY, '09:00'), {
      type: 'refuse',
      reason: 'Không thuộc thẩm quyền',
      elsewhere: 'UBND phường Dĩnh Kế',
    });
    expect(noticesOf(told).join()).toMatch(/Không thuộc thẩm quyền.*UBND phường Dĩnh Kế/);
  });
});

describe('2.2 rule 5 · Điều 17 khoản 3: one mã số hồ sơ for life', () => {
  it('given all that happens to it, then its code stays', () => {
    const told = finished();
    expect([told.state.code, told.events[0]?.data['code']]).toEqual(Array(2).fill('000.00.16.H02-210701-0001'));
  });
});

describe('2.2 rule 6 · Điều 17 khoản 4: a result at once still has its handling and result entered', () => {
  it('given a procedure settled at once, then it cannot end without its result', async () => {
    const prepared = await prepare({
      ...procedure,
      timeLimits: [{ id: 'at-once', legal: { value: 0, unit: 'working-day' } }],
    });
    const told = toSign(prepared);
    expect(told.state.promised?.due).toBe(at(MONDAY, '17:00'));
    expect(told.refused(people.clerk, at('2021-07-08', '10:00'), { type: 'finish' })).not.toEqual([]);
    expect(finished(told).state.results).toHaveLength(1);
  });
});

describe('2.2 rule 7 · Điều 18 khoản 2, 3: forwarded the same working day, after 15:00 the next morning', () => {
  it.each([
    ['2021-07-05', '08:00', '2021-07-05', '17:00'],
    ['2021-07-05', '15:00', '2021-07-05', '17:00'],
    ['2021-07-05', '15:01', '2021-07-06', '07:00'],
    ['2021-07-09', '16:00', '2021-07-12', '07:00'],
    ['2021-07-10', '09:00', '2021-07-12', '07:00'],
    ['2021-09-01', '15:30', '2021-09-06', '07:00'],
  ])('given reception on %s at %s, then it is on its way by %s %s', (day, time, byDay, byTime) => {
    expect(forwardBy(calendar, at(day, time), oneStopOn(nationalOneStop, day).forwarding)).toBe(at(byDay, byTime));
  });
  it('given a step of the counter that hands over, then this is the date of the step', async () => {
    const withHandOver = branching
      .replace('targetRef="split"/>', 'targetRef="forward"/>')
      .replace(
        '<parallelGateway id="split"/>',
        '<userTask id="forward" name="Bàn giao" mc:role="clerk" mc:unit="receiving"/><sequenceFlow id="f2b" sourceRef="forward" targetRef="split"/><parallelGateway id="split"/>',
      );
    const told = submitted({}, await prepare(procedure, withHandOver));
    told.give(people.clerk, at(MONDAY, '15:30'), { type: 'accept' });
    expect(told.state.tasks).toMatchObject([{ element: 'forward', dueAt: at('2021-07-06', '07:00') }]);
  });
});

describe('2.2 rule 8 · Điều 19 khoản 1–3: an officer is assigned; what was verified is recorded', () => {
  it('given the head’s assignment and the officer’s verification, then who, what and when are kept', () => {
    const told = accepted(release);
    told.give(people.head, at(MONDAY, '09:00'), { type: 'complete', task: told.task('assign') });
    told.give(people.head, at(MONDAY, '09:30'), {
      type: 'assign',
      task: told.task('examine'),
      to: { id: 'officer', name: 'Trần Văn Thụ' },
    });
    expect(told.state.tasks).toMatchObject([{ element: 'examine', assignee: { id: 'officer' } }]);
    told.give(people.officer, at('2021-07-06', '09:00'), {
      type: 'complete',
      task: told.task('examine'),
      outcome: 'eligible',
      note: 'Kiểm tra tại thực địa 08:00 06/07, có mặt người nộp',
    });
    expect(told.state.done.at(-1)).toMatchObject({
      by: { id: 'officer' },
      at: at('2021-07-06', '09:00'),
      note: 'Kiểm tra tại thực địa 08:00 06/07, có mặt người nộp',
    });
  });
});

const ASK: DossierCommand = {
  type: 'ask-supplement',
  papers: [{ paper: 'photo', what: 'Ảnh rõ hơn' }],
  reason: 'Ảnh mờ',
};

describe('2.2 rule 9 · Điều 19 khoản 4: asked within 3 working days, through the one-stop; counted anew when complete', () => {
  it('given the third working day, then it may be asked; given the fourth, then not', () => {
    const told = accepted(release);
    expect(told.refused(people.clerk, at('2021-07-08', '17:00'), ASK)).toEqual([]);
    expect(told.refused(people.clerk, at('2021-07-09', '07:30'), ASK)).toEqual(['dossier.supplement.late']);
  });
  it('given the supplement comes on 14 July, then both limits begin again from that day', () => {
    const told = accepted(release);
    told.give(people.clerk, at('2021-07-06', '09:00'), ASK);
    told.give(people.clerk, at('2021-07-14', '09:00'), { type: 'supply-supplement', papers: [paper('photo')] });
    expect([told.state.promised?.due, told.state.legal?.due].map((due) => localDate(due ?? ''))).toEqual([
      '2021-07-21',
      '2021-07-28',
    ]);
    expect(told.state.promised?.lines.map(({ kind }) => kind).slice(0, 2)).toEqual(['paused', 'reset']);
  });
});

describe('2.2 rule 10 · Điều 11 khoản 2, Điều 15 khoản 3: a supplement is asked for once', () => {
  it('given one before acceptance, then none after it', () => {
    const told = submitted();
    told.give(people.clerk, at(MONDAY, '08:30'), ASK);
    told.give(people.citizen, at(MONDAY, '09:00'), { type: 'supply-supplement', papers: [paper('photo')] });
    told.give(people.clerk, at(MONDAY, '10:00'), { type: 'accept' });
    expect(told.refused(people.clerk, at(MONDAY, '11:00'), ASK)).toEqual(['dossier.supplement.once']);
  });
});

const adviser: Actor = { kind: 'staff', id: 'adviser', name: 'Đỗ Văn Phòng', unit: 'H02', roles: ['officer'] };

describe('2.2 rule 11 · Điều 19 khoản 5: an opinion is asked with its content and its own limit', () => {
  it('given no answer by its limit, then it stands open, overdue, and the one-stop may be told in the history', () => {
    const told = accepted(release);
    told.give(people.head, at(MONDAY, '09:00'), {
      type: 'ask-opinion',
      unit: 'H02',
      question: 'Có quy hoạch không?',
      until: '2021-07-06',
    });
    const [opinion] = told.state.opinions ?? [];
    expect(opinion).toMatchObject({ due: at('2021-07-06', '17:00') });
    expect(opinion?.answeredAt).toBeUndefined();
    expect(told.refused(people.head, at('2021-07-07', '08:00'), { type: 'comment', text: 'Quá hạn ý kiến' })).toEqual(
      [],
    );
    told.give(adviser, at('2021-07-07', '09:00'), { type: 'give-opinion', opinion: 'yk1', answer: 'Không' });
    expect((told.state.opinions?.[0]?.answeredAt ?? '') > (opinion?.due ?? '')).toBe(true);
  });
});

describe('2.2 rule 12 · Điều 19 khoản 6: electronic dossiers go to all agencies at once, a limit for each', () => {
  it('given two agencies, then both have it at the same moment, each with its own date, and the last one joins', () => {
    const told = accepted(parallel);
    expect(told.state.tasks.map(({ unit, openedAt }) => [unit, openedAt])).toEqual([
      [AGENCY, morning(MONDAY)],
      ['H02', morning(MONDAY)],
    ]);
    expect(new Set(told.state.tasks.map(({ dueAt }) => dueAt)).size).toBe(2);
    told.give(adviser, at(MONDAY, '10:00'), { type: 'complete', task: told.task('consult') });
    expect(told.state.tasks.map(({ element }) => element)).toEqual(['check']);
  });
});

describe('2.2 rule 13 · Điều 19 khoản 7: whatever the level that decides, the result comes back where it was received', () => {
  it('given a decision elsewhere, then only the receiving one-stop hands out', () => {
    const told = finished();
    const give: DossierCommand = { type: 'hand-out', to: 'Giáp Thị Dân', via: 'counter' };
    expect(told.refused(people.leader, at('2021-07-09', '09:00'), give)).toEqual(['dossier.role']);
    told.give(people.clerk, at('2021-07-09', '09:00'), give);
    expect(told.events.find(({ type }) => type === 'handed-out')?.actor.unit).toBe(COUNTER);
  });
});

describe('2.2 rule 14 · Điều 19 khoản 8: not eligible, returned with a reason within the limit', () => {
  it('given a refusal signed after the date, then it is late as a grant would be', () => {
    const told = accepted(release);
    told.give(people.head, at(MONDAY, '09:00'), { type: 'complete', task: told.task('assign') });
    told.give(people.officer, at(MONDAY, '10:00'), {
      type: 'complete',
      task: told.task('examine'),
      outcome: 'not-eligible',
    });
    told.give(people.officer, at(MONDAY, '11:00'), { type: 'complete', task: told.task('draftRefusal') });
    told.give(people.leader, at('2021-07-13', '09:00'), {
      type: 'sign-result',
      task: told.task('signRefusal'),
      result: 'refusal',
      file,
      refusal: true,
    });
    told.give(people.officer, at('2021-07-13', '10:00'), { type: 'complete', task: told.task('enterResult') });
    expect(told.state).toMatchObject({
      status: 'finished',
      outcome: { classification: 'late' },
      results: [{ refusal: true }],
    });
  });
});

describe('2.2 rule 15 · Điều 19 khoản 9: an apology a day before at the latest, one new date, told to the applicant', () => {
  const apology: DossierCommand = { type: 'extend', newDue: '2021-07-15', reason: 'Chờ xác minh' };
  it('given the day before, then it may; given the day itself, then not', () => {
    const told = accepted(release);
    expect(told.refused(people.leader, at('2021-07-11', '16:00'), apology)).toEqual([]);
    expect(told.refused(people.leader, at('2021-07-12', '08:00'), apology)).toEqual(['dossier.extend.late']);
  });
  it('given one apology, then there is no second, the legal date stays, and the applicant reads the new one', () => {
    const told = accepted(release);
    const legal = told.state.legal?.due;
    told.give(people.leader, at('2021-07-08', '08:00'), apology);
    expect(noticesOf(told).join()).toMatch(/xin lỗi.*15\/07\/2021.*Chờ xác minh/);
    expect(told.state.legal?.due).toBe(legal);
    expect(told.refused(people.leader, at('2021-07-09', '08:00'), { ...apology, newDue: '2021-07-16' })).toEqual([
      'dossier.extend.once',
    ]);
  });
});

describe('2.2 rule 16 · Điều 20: an early result is announced', () => {
  it('given a result before its date, then the applicant is told that it is earlier than promised', () => {
    expect(noticesOf(finished()).join()).toMatch(/sớm hơn hẹn \(hẹn trả .*12\/07\/2021\)/);
  });
  it('given a result in its last hours, then it is announced without that', () => {
    expect(noticesOf(finished(toSign(release), '2021-07-13')).join()).toMatch(/đã có kết quả\. Mời/);
  });
});

describe('2.2 rule 17 · Điều 20 khoản 5: the result is stored in the system', () => {
  it('given a dossier without result, then it cannot be finished; given one, then its file and code are kept', () => {
    expect(toSign(release).refused(people.clerk, at('2021-07-08', '09:00'), { type: 'finish' })).toContain(
      'dossier.finish.steps-open',
    );
    expect(finished().state.results).toMatchObject([
      { file: { hash: file.hash }, code: '000.00.16.H02-210701-0001-KQ1' },
    ]);
  });
});

describe('2.2 rule 18 · Điều 21: an error in a result is mended at the agency’s cost', () => {
  it('given an error, when two persons mend it, then the dossier is not reopened, nothing is charged, the code stays', () => {
    const told = finished();
    const { payments, finishedAt } = told.state;
    told.give(people.clerk, at('2021-07-12', '09:00'), {
      type: 'propose',
      act: {
        type: 'correct-result',
        result: 'licence',
        file: { ...file, hash: 'b'.repeat(64) },
        reason: 'Sai năm sinh',
      },
    });
    told.give(people.leader, at('2021-07-12', '10:00'), {
      type: 'confirm',
      proposal: told.state.proposals?.[0]?.id ?? '',
    });
    expect(told.state).toMatchObject({ payments, finishedAt, results: [{ code: '000.00.16.H02-210701-0001-KQ1' }] });
  });
});

describe('2.2 rule 19 · Điều 22: paid at the counter, through a bank or on line; the proof goes with the dossier', () => {
  it.each(['counter', 'bank', 'online'] as const)('given a payment by %s, then its reference is kept', (method) => {
    const told = accepted(release);
    told.give(people.clerk, at(MONDAY, '09:00'), {
      type: 'record-payment',
      fee: 'fee',
      amount: 150_000,
      method,
      reference: 'BL-7',
    });
    expect(told.state.payments).toMatchObject([{ method, reference: 'BL-7', amount: 150_000 }]);
  });
});

describe('2.2 rule 20 · Điều 6 khoản 2 điểm b: whoever collects for another shows an authorisation', () => {
  const give = { type: 'hand-out', to: 'Đào Văn Nhận', via: 'counter' } as const;
  it('given a stranger without one, then nothing is handed out; with one, then it is written down', () => {
    const told = finished();
    expect(told.refused(people.clerk, at('2021-07-09', '09:00'), give)).toEqual(['dossier.hand-out.mandate']);
    told.give(people.clerk, at('2021-07-09', '09:00'), { ...give, mandate: 'Giấy ủy quyền số 5' });
    expect(told.events.find(({ type }) => type === 'handed-out')?.data).toMatchObject({
      mandate: 'Giấy ủy quyền số 5',
    });
  });
  it('given the applicant, in whatever letters the name is typed, then none is needed', () => {
    expect(finished().refused(people.clerk, at('2021-07-09', '09:00'), { ...give, to: ' GIÁP THỊ DÂN ' })).toEqual([]);
  });
});

describe('2.2, added by NĐ 309/2026 (from 05/8/2026)', () => {
  it('Điều 17 khoản 3: given a submission on Friday evening, then the time runs from its acceptance as complete', () => {
    const { state } = accepted(release);
    expect(localDate(state.submittedAt)).toBe('2021-07-02');
    expect(state.promised?.lines[0]).toMatchObject({ kind: 'start', from: MONDAY });
    expect(nationalStatus(submitted().state)).toBe(1);
  });
  it('Điều 4 khoản 2a: given a paper that a database can replace, then it is not asked for', async () => {
    const [application, identity, ...rest] = procedure.checklist ?? [];
    if (!application || !identity) throw new Error('expected papers');
    const prepared = await prepare({
      ...procedure,
      checklist: [
        application,
        { ...identity, substitutableBy: { database: { vi: 'CSDL quốc gia về dân cư' } } },
        ...rest,
      ],
    });
    const told = submitted({ papers: [paper('application')] }, prepared);
    expect(told.refused(people.clerk, at(MONDAY, '09:00'), { type: 'accept' })).toEqual([]);
  });
});
