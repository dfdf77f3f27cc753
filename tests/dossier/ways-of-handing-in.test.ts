import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { at } from '#engine/clock/index.ts';
import {
  conform,
  receptionOn,
  receptionRulesSchema,
  type ReceptionOnDay,
  type ReceptionRules,
} from '#engine/definition/index.ts';
import {
  awaitsArrival,
  clockStartedAt,
  measuredMinutes,
  nationalStatus,
  permitted,
  replay,
  type Actor,
  type PreparedRelease,
} from '#engine/dossier/index.ts';
import { messagesFor } from '#engine/service/index.ts';
import { calendar } from '../clock/fixture.ts';
import {
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
  type Story,
} from './fixture.ts';

/** NĐ 309/2026/NĐ-CP Điều 3 khoản 9 (kiosk), Điều 14 khoản 4 and Điều 17 khoản 3 (phi địa giới hành chính). */
const rules = ((): ReceptionRules => {
  const read = conform<ReceptionRules>(
    receptionRulesSchema,
    JSON.parse(readFileSync('definitions/reception.json', 'utf8')),
  );
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
})();
const on2021 = receptionOn(rules, '2021-07-05');
const on2025 = receptionOn(rules, '2025-07-01');
const on2026 = receptionOn(rules, '2026-08-05');

let release: PreparedRelease;
let ownUnit: PreparedRelease;
beforeAll(async () => {
  const shown = [...(procedure.checklist ?? []), { id: 'shown', name: { vi: 'Thẻ' }, kind: 'present' as const }];
  [release, ownUnit] = await Promise.all([
    prepare({ ...procedure, checklist: shown }),
    prepare({
      ...procedure,
      code: '1.999002',
      authority: {
        deciding: { name: { vi: 'Đơn vị tiếp nhận' }, unit: 'receiving' },
        receiving: [{ level: 'province' }],
      },
    }),
  ]);
});

const clerkThere: Actor = { kind: 'staff', id: 'there', name: 'Đỗ Thị Nhận', unit: AGENCY, roles: ['clerk'] };

describe('by post', () => {
  const byPost = (given: Parameters<typeof submission>[0] = {}): Story => {
    const told = story(release, { reception: on2021 });
    told.give(
      people.clerk,
      morning(MONDAY),
      submission({
        channel: 'post',
        delivery: { type: 'post', arrivedOn: '2021-07-02', item: 'EB123456789VN' },
        returnChannel: 'post',
        ...given,
      }),
    );
    return told;
  };
  it('given the postal item, then its day and number are kept, and the channel is the post', () => {
    expect(byPost().state).toMatchObject({
      channel: 'post',
      delivery: { type: 'post', arrivedOn: '2021-07-02', item: 'EB123456789VN' },
    });
  });
  it('given a paper that is only to be shown, when it is accepted, then nobody stands there to show it and it is not missing', () => {
    const told = byPost();
    told.give(people.clerk, at(MONDAY, '09:00'), { type: 'accept' });
    expect(told.state.status).toBe('processing');
    const atDesk = story(release);
    atDesk.give(people.clerk, morning(MONDAY), submission({ channel: 'counter' }));
    expect(atDesk.refused(people.clerk, at(MONDAY, '09:00'), { type: 'accept' })).toEqual(['dossier.paper.missing']);
  });
  it('given time limits by channel, then that of the post is its own', async () => {
    const own = await prepare({
      ...procedure,
      timeLimits: [
        { id: 'usual', legal: { value: 10, unit: 'working-day' } },
        { id: 'post', channels: ['post'], legal: { value: 12, unit: 'working-day' } },
      ],
    });
    const told = story(own);
    told.give(people.clerk, morning(MONDAY), submission({ channel: 'post' }));
    told.give(people.clerk, morning(MONDAY), { type: 'accept' });
    expect(told.state.timeLimit).toBe('post');
  });
  it.each([
    ['a day after that of the entry', { type: 'post', arrivedOn: '2021-07-06' } as const, 'dossier.delivery.day'],
    ['what is no day', { type: 'post', arrivedOn: '31/02/2021' } as const, 'dossier.delivery.day'],
  ])('given %s as the day of arrival, then it is refused by name', (_, delivery, code) => {
    expect(story(release).refused(people.clerk, morning(MONDAY), submission({ channel: 'post', delivery }))).toEqual([
      code,
    ]);
  });
  it('given a postal item at the counter, then it is refused', () => {
    const command = submission({ channel: 'counter', delivery: { type: 'post', arrivedOn: MONDAY } });
    expect(story(release).refused(people.clerk, morning(MONDAY), command)).toEqual(['dossier.delivery.channel']);
  });
});

describe('at a smart kiosk', () => {
  const command = submission({ channel: 'counter', delivery: { type: 'kiosk', kiosk: '02, sảnh A' } });
  it('given the day of NĐ 309/2026, then it is handing in at the counter, with the kiosk noted', () => {
    const told = story(release, { reception: on2026 });
    told.give(people.clerk, morning(MONDAY), command);
    expect(told.state).toMatchObject({ channel: 'counter', delivery: { type: 'kiosk', kiosk: '02, sảnh A' } });
  });
  it('given an earlier day, then no kiosk is offered', () => {
    const told = story(release, { reception: receptionOn(rules, '2026-08-04') });
    expect(told.refused(people.clerk, morning(MONDAY), command)).toEqual(['dossier.kiosk.not-offered']);
  });
  it('given the post, then it did not come by a kiosk', () => {
    const told = story(release, { reception: on2026 });
    const byPost = submission({ channel: 'post', delivery: { type: 'kiosk' } });
    expect(told.refused(people.clerk, morning(MONDAY), byPost)).toEqual(['dossier.kiosk.not-offered']);
  });
});

describe('for another unit (phi địa giới hành chính)', () => {
  const taken = (reception: ReceptionOnDay = on2026): Story => {
    const told = story(ownUnit, { reception });
    told.give(people.clerk, morning(MONDAY), submission({ channel: 'counter', competentUnit: AGENCY }));
    told.give(people.clerk, at(MONDAY, '08:30'), { type: 'accept' });
    return told;
  };
  const arrived = (): Story => {
    const told = taken();
    told.give(clerkThere, at('2021-07-07', '09:00'), { type: 'receive-transfer' });
    return told;
  };
  const noticesOf = (told: Story, type: string): readonly string[] =>
    messagesFor(
      told.state,
      told.events.filter((event) => event.type === type),
    ).map(({ payload }) => String(payload['text']));

  it('given a day on which no rule allows it, then it is refused', () => {
    const command = submission({ channel: 'counter', competentUnit: AGENCY });
    expect(story(ownUnit, { reception: on2021 }).refused(people.clerk, morning(MONDAY), command)).toEqual([
      'dossier.non-territorial.not-offered',
    ]);
  });
  it('given an on-line filing, then it goes to the competent unit itself', () => {
    const command = submission({ competentUnit: AGENCY });
    expect(story(ownUnit, { reception: on2026 }).refused(people.citizen, morning(MONDAY), command)).toEqual([
      'dossier.non-territorial.online',
    ]);
  });
  it('when it is taken in, then receiving and competent unit differ, and the competent one decides', () => {
    expect(taken().state).toMatchObject({
      receivingUnit: COUNTER,
      decidingUnit: AGENCY,
      nonTerritorial: { unit: AGENCY, clockStart: 'arrival' },
    });
  });
  it('when it is accepted, then no time runs and no step is open, and the law says by when it must be sent', () => {
    const { state } = taken();
    expect(awaitsArrival(state)).toBe(true);
    expect(state.legal).toBeUndefined();
    expect(state.promised).toBeUndefined();
    expect(state.tasks).toEqual([]);
    expect(state.nonTerritorial?.sendBy).toBe(at(MONDAY, '17:00'));
    expect(measuredMinutes(state, calendar, at('2021-07-09', '17:00'))).toBe(0);
    expect(nationalStatus(state)).toBe(2);
  });
  it('when it is accepted, then the applicant is told that time counts from its arrival', () => {
    expect(noticesOf(taken(), 'accepted').join()).toContain('Thời hạn tính từ khi cơ quan đó nhận được hồ sơ');
  });
  it('given it is on its way, then nobody asks for papers, attaches a result or finishes it', () => {
    const told = taken();
    for (const command of [
      { type: 'ask-supplement', papers: [{ paper: 'photo', what: 'Ảnh' }], reason: 'Thiếu ảnh' },
      { type: 'attach-result', result: 'licence', file },
      { type: 'finish' },
    ] as const)
      expect(told.refused(people.clerk, at(MONDAY, '10:00'), command)).toEqual(['dossier.awaits-arrival']);
  });
  it('given another counter than the competent one, then it cannot record the arrival', () => {
    const told = taken();
    expect(told.refused(people.clerk, at(MONDAY, '10:00'), { type: 'receive-transfer' })).toEqual(['dossier.role']);
    expect(told.refused(people.stranger, at(MONDAY, '10:00'), { type: 'receive-transfer' })).toEqual(['dossier.role']);
  });
  it('when the competent unit records its arrival, then both dates count from that instant and the process begins there', () => {
    const { state } = arrived();
    expect(state.nonTerritorial?.arrivedAt).toBe(at('2021-07-07', '09:00'));
    expect(clockStartedAt(state)).toBe(at('2021-07-07', '09:00'));
    // 5 working days promised, 10 by law, from Wednesday 7 July.
    expect(state.promised?.due).toBe(at('2021-07-14', '17:00'));
    expect(state.legal?.due).toBe(at('2021-07-21', '17:00'));
    expect(state.tasks.map(({ unit }) => unit)).toEqual([AGENCY]);
    expect(replay(arrived().events)).toMatchObject({ ok: true });
  });
  it('when it has arrived, then the applicant gets the date', () => {
    expect(noticesOf(arrived(), 'arrived').join()).toMatch(/đã nhận được hồ sơ .* hẹn trả kết quả .*14\/07\/2021/);
  });
  it('given it arrived yesterday, when that is entered today, then time counts from yesterday and both times are kept', () => {
    const told = taken();
    told.give(clerkThere, at('2021-07-07', '09:00'), { type: 'receive-transfer' }, at('2021-07-06', '10:00'));
    expect(told.events.find(({ type }) => type === 'arrived')).toMatchObject({
      occurredAt: at('2021-07-06', '10:00'),
      recordedAt: at('2021-07-07', '09:00'),
    });
    expect(told.state.promised?.due).toBe(at('2021-07-13', '17:00'));
  });
  it('given it has arrived, then it cannot arrive again', () => {
    expect(arrived().refused(clerkThere, at('2021-07-07', '10:00'), { type: 'receive-transfer' })).toEqual([
      'dossier.role',
    ]);
  });
  it('given a supplement after the arrival, then the three days count from it, and the limits begin anew', () => {
    const told = arrived();
    const ask = { type: 'ask-supplement', papers: [{ paper: 'photo', what: 'Ảnh' }], reason: 'Thiếu ảnh' } as const;
    told.give(people.clerk, at('2021-07-12', '09:00'), ask);
    told.give(people.clerk, at('2021-07-13', '09:00'), { type: 'supply-supplement', papers: [paper('photo')] });
    expect(told.state.legal?.due).toBe(at('2021-07-27', '17:00'));
  });
  it('when the result is there, then the receiving counter hands it out, and no other (rule 13)', () => {
    const told = arrived();
    const head: Actor = { ...people.head, unit: AGENCY };
    told.give(head, at('2021-07-07', '10:00'), { type: 'complete', task: told.task('assign') });
    told.give(people.officer, at('2021-07-08', '09:00'), {
      type: 'complete',
      task: told.task('examine'),
      outcome: 'eligible',
    });
    told.give(people.head, at('2021-07-08', '10:00'), { type: 'complete', task: told.task('submit') });
    told.give(people.leader, at('2021-07-09', '09:00'), {
      type: 'sign-result',
      task: told.task('sign'),
      result: 'licence',
      file,
    });
    told.give(people.clerk, at('2021-07-09', '10:00'), { type: 'finish' });
    const handOut = { type: 'hand-out', to: 'Giáp Thị Dân', via: 'counter' } as const;
    expect(told.refused(clerkThere, at('2021-07-09', '11:00'), handOut)).toEqual(['dossier.role']);
    told.give(people.clerk, at('2021-07-09', '11:00'), handOut);
    expect(told.state.status).toBe('returned');
    expect(told.state.outcome?.classification).toBe('early');
  });
  it('given the rule before NĐ 309/2026, then time counts from acceptance, and work still begins with the arrival', () => {
    const { state } = taken(on2025);
    expect(state.nonTerritorial?.basis).toBe('NĐ 118/2025/NĐ-CP');
    expect(state.promised?.due).toBe(at('2021-07-12', '17:00'));
    expect(state.tasks).toEqual([]);
  });
  it('given a reorganisation, then the competent unit is followed to its heir with the rest', () => {
    const moves = [{ from: AGENCY, fromName: 'Sở cũ', to: 'H02', toName: 'Sở mới' }];
    const told = taken();
    told.give(people.system, at(MONDAY, '12:00'), { type: 'transfer', decision: '01/NQ', reason: 'Sắp xếp', moves });
    expect(told.state.nonTerritorial).toMatchObject({ unit: 'H02', clockStart: 'arrival' });
    expect(told.state.receivingUnit).toBe(COUNTER);
  });
  it('offers the arrival to the clerk of the competent unit alone', () => {
    const told = taken();
    const offered = (actor: Actor): boolean =>
      permitted(told.state, actor, told.context(actor, at(MONDAY, '10:00'))).some(
        ({ command, allowed }) => command === 'receive-transfer' && allowed,
      );
    expect([clerkThere, people.clerk, people.officer].map(offered)).toEqual([true, false, false]);
  });
});
