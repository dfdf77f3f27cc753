import { beforeAll, describe, expect, it } from 'vitest';
import { at } from '#engine/clock/index.ts';
import { permitted, type Actor, type DossierCommand, type PreparedRelease } from '#engine/dossier/index.ts';
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

let release: PreparedRelease;
beforeAll(async () => {
  release = await prepare(procedure);
});

const asked: DossierCommand = {
  type: 'ask-supplement',
  papers: [{ paper: 'application', what: 'Thiếu chữ ký' }],
  reason: 'Đơn chưa ký',
};
const supplied: DossierCommand = { type: 'supply-supplement', papers: [paper('application')] };

const offered = (told: Story, actor: Actor, when: string): readonly string[] =>
  permitted(told.state, actor, told.context(actor, when)).map(({ command, allowed }) =>
    allowed ? command : `(${command})`,
  );

describe('submitting', () => {
  const refusedBy = (actor: Actor, given: Parameters<typeof submission>[0]): readonly string[] =>
    story(release).refused(actor, morning(MONDAY), submission(given));

  it('a complete one is taken', () => {
    expect(refusedBy(people.citizen, {})).toEqual([]);
  });
  it('only published papers, each once (NĐ 63/2010 Điều 21 khoản 2)', () => {
    expect(
      refusedBy(people.citizen, { papers: [paper('application'), paper('identity'), paper('so-ho-khau')] }),
    ).toEqual(['dossier.paper.not-on-checklist']);
    expect(refusedBy(people.citizen, { papers: [paper('application'), paper('identity'), paper('identity')] })).toEqual(
      ['dossier.paper.twice'],
    );
  });
  it('on line every needed paper is there; one of the alternatives is enough', () => {
    expect(refusedBy(people.citizen, { papers: [paper('identity')] })).toEqual(['dossier.paper.missing']);
    expect(refusedBy(people.citizen, { papers: [paper('application')] })).toEqual(['dossier.paper.missing']);
    expect(refusedBy(people.citizen, { papers: [paper('application'), paper('passport')] })).toEqual([]);
  });
  it('where a database may give one of the alternatives, none of them is missing', async () => {
    const checklist = (procedure.checklist ?? []).map((each) =>
      each.id === 'passport' ? { ...each, substitutableBy: { database: { vi: 'Cơ sở dữ liệu dân cư' } } } : each,
    );
    const other = await prepare({ ...procedure, checklist });
    const refused = (papers: ReturnType<typeof paper>[]) =>
      story(other).refused(people.citizen, morning(MONDAY), submission({ papers }));
    expect(refused([paper('application')])).toEqual([]);
    expect(refused([])).toEqual(['dossier.paper.missing']);
  });
  it('a paper that was listed but not handed in is missing', () => {
    const empty = { paper: 'application', originals: 0, copies: 0, digital: false, files: [] };
    expect(refusedBy(people.citizen, { papers: [empty, paper('identity')] })).toEqual(['dossier.paper.missing']);
  });
  it('the case is one of the procedure’s', () => {
    expect(refusedBy(people.citizen, { case: 'other', answers: submissionAnswers() })).toContain(
      'dossier.case.unknown',
    );
    const { case: _, ...without } = submission() as Extract<DossierCommand, { type: 'submit' }>;
    expect(story(release).refused(people.citizen, morning(MONDAY), without)).toEqual(['dossier.case.missing']);
  });
  it('answers are checked, and the problem names the question', () => {
    const codes = refusedBy(people.citizen, { answers: {} });
    expect(codes.length).toBeGreaterThan(0);
    expect(codes.every((code) => code.startsWith('form.'))).toBe(true);
  });
  it('a citizen files on line only, and only for their own account', () => {
    expect(refusedBy(people.citizen, { channel: 'counter' })).toEqual(['dossier.role']);
    const told = story(release);
    told.give(people.otherCitizen, morning(MONDAY), submission());
    expect(told.state.applicant.account).toBe('citizen-2');
  });
  it('over the counter the clerk of the receiving unit takes it', () => {
    expect(refusedBy(people.clerk, { channel: 'counter' })).toEqual([]);
    expect(refusedBy(people.stranger, { channel: 'counter' })).toEqual(['dossier.role']);
    expect(refusedBy(people.officer, { channel: 'counter' })).toEqual(['dossier.role']);
  });
  it('happens once', () => {
    expect(accepted(release).refused(people.citizen, at(MONDAY, '09:00'), submission())).toEqual(['dossier.exists']);
  });
  it('comes first', () => {
    expect(story(release).refused(people.clerk, morning(MONDAY), { type: 'accept' })).toEqual(['dossier.missing']);
  });
});

const submissionAnswers = () => (submission() as Extract<DossierCommand, { type: 'submit' }>).answers;

describe('taking in (NĐ 61/2018 Điều 17)', () => {
  const submitted = (given: Parameters<typeof submission>[0] = {}): Story => {
    const told = story(release);
    told.give(given.channel === 'counter' ? people.clerk : people.citizen, morning(MONDAY), submission(given));
    return told;
  };
  it('is the receiving one-stop’s, nobody else’s', () => {
    const told = submitted();
    for (const actor of [people.citizen, people.officer, people.leader, people.stranger, people.system])
      expect(told.refused(actor, at(MONDAY, '09:00'), { type: 'accept' })).toEqual(['dossier.role']);
  });
  it('needs the papers; the clerk may take them in with the acceptance', () => {
    const told = submitted({ channel: 'counter', papers: [] });
    expect(told.refused(people.clerk, at(MONDAY, '09:00'), { type: 'accept' })).toEqual([
      'dossier.paper.missing',
      'dossier.paper.missing',
    ]);
    expect(
      told.refused(people.clerk, at(MONDAY, '09:00'), {
        type: 'accept',
        papers: [paper('application'), paper('identity')],
      }),
    ).toEqual([]);
  });
  it('is refused with a reason in writing', () => {
    const told = submitted();
    expect(told.refused(people.clerk, at(MONDAY, '09:00'), { type: 'refuse', reason: ' ' })).toEqual([
      'dossier.text.missing',
    ]);
    told.give(people.clerk, at(MONDAY, '09:00'), { type: 'refuse', reason: 'Không thuộc thẩm quyền' });
    expect(told.state).toMatchObject({ status: 'refused', closedReason: 'Không thuộc thẩm quyền' });
    expect(told.refused(people.clerk, at(MONDAY, '10:00'), { type: 'accept' })).toEqual(['dossier.status']);
  });
  it('a supplement may be asked for before, and then no limit runs yet', () => {
    const told = submitted();
    told.give(people.clerk, at(MONDAY, '09:00'), asked);
    told.give(people.citizen, at(MONDAY, '10:00'), supplied);
    expect(told.state.status).toBe('submitted');
    expect(told.state.promised).toBeUndefined();
    told.give(people.clerk, at(MONDAY, '11:00'), { type: 'accept' });
    expect(told.refused(people.clerk, at(MONDAY, '14:00'), asked)).toEqual(['dossier.supplement.once']);
  });
});

describe('the supplement', () => {
  it('is asked for once (NĐ 61/2018 Điều 11 khoản 2, Điều 19 khoản 4)', () => {
    const told = accepted(release);
    told.give(people.clerk, at(MONDAY, '09:00'), asked);
    told.give(people.citizen, at(MONDAY, '10:00'), supplied);
    expect(told.refused(people.clerk, at(MONDAY, '11:00'), asked)).toEqual(['dossier.supplement.once']);
  });
  it('within 3 working days of acceptance (Điều 19 khoản 4)', () => {
    const told = accepted(release);
    expect(told.refused(people.clerk, at('2021-07-08', '17:00'), asked)).toEqual([]);
    expect(told.refused(people.clerk, at('2021-07-08', '17:01'), asked)).toEqual(['dossier.supplement.late']);
  });
  it('for published papers only (NĐ 61/2018 Điều 5 khoản 1)', () => {
    const told = accepted(release);
    const other: DossierCommand = {
      type: 'ask-supplement',
      papers: [{ paper: 'so-ho-khau', what: 'Sổ hộ khẩu' }],
      reason: 'Cần thêm',
    };
    expect(told.refused(people.clerk, at(MONDAY, '09:00'), other)).toEqual(['dossier.paper.not-on-checklist']);
    expect(told.refused(people.clerk, at(MONDAY, '09:00'), { ...other, papers: [] })).toEqual([
      'dossier.supplement.nothing',
    ]);
  });
  it('by the one-stop or by whoever the dossier waits for', () => {
    const told = accepted(release);
    expect(told.refused(people.head, at(MONDAY, '09:00'), asked)).toEqual([]);
    expect(told.refused(people.otherOfficer, at(MONDAY, '09:00'), asked)).toEqual(['dossier.role']);
    expect(told.refused(people.citizen, at(MONDAY, '09:00'), asked)).toEqual(['dossier.role']);
  });
  it('is supplied in full, by the applicant or over the counter', () => {
    const told = accepted(release);
    told.give(people.clerk, at(MONDAY, '09:00'), asked);
    expect(told.refused(people.otherCitizen, at(MONDAY, '10:00'), supplied)).toEqual(['dossier.supply.applicant']);
    expect(
      told.refused(people.citizen, at(MONDAY, '10:00'), { type: 'supply-supplement', papers: [paper('photo')] }),
    ).toEqual(['dossier.supplement.incomplete']);
    expect(told.refused(people.clerk, at(MONDAY, '10:00'), supplied)).toEqual([]);
  });
  it('while it is awaited nobody can work on the dossier', () => {
    const told = accepted(release);
    told.give(people.clerk, at(MONDAY, '09:00'), asked);
    expect(told.refused(people.head, at(MONDAY, '10:00'), { type: 'complete', task: told.task('assign') })).toEqual([
      'dossier.status',
    ]);
  });
});

describe('the apology and the new date (NĐ 61/2018 Điều 19 khoản 9)', () => {
  const extend = (newDue: string): DossierCommand => ({ type: 'extend', newDue, reason: 'Chờ ý kiến của bộ' });
  it('leaves at least a day before the due date', () => {
    const told = accepted(release);
    expect(told.refused(people.leader, at('2021-07-11', '23:59'), extend('2021-07-16'))).toEqual([]);
    expect(told.refused(people.leader, at('2021-07-12', '07:00'), extend('2021-07-16'))).toEqual([
      'dossier.extend.late',
    ]);
  });
  it('is given once', () => {
    const told = accepted(release);
    told.give(people.leader, at('2021-07-08', '08:00'), extend('2021-07-16'));
    expect(told.state.promised?.due).toBe(at('2021-07-16', '17:00'));
    expect(told.state.extension).toMatchObject({ from: at('2021-07-12', '17:00'), to: at('2021-07-16', '17:00') });
    expect(told.refused(people.leader, at('2021-07-09', '08:00'), extend('2021-07-20'))).toEqual([
      'dossier.extend.once',
    ]);
  });
  it('is later, on a working day, and no further than the procedure allows', () => {
    const told = accepted(release);
    const codes = (newDue: string): readonly string[] =>
      told.refused(people.leader, at('2021-07-08', '08:00'), extend(newDue));
    expect(codes('2021-07-12')).toEqual(['dossier.extend.not-later']);
    expect(codes('2021-07-17')).toEqual(['dossier.extend.day-off']);
    expect(codes('2021-02-30')).toEqual(['dossier.extend.date']);
    expect(codes('2021-07-26')).toEqual([]);
    expect(codes('2021-07-27')).toEqual(['dossier.extend.too-far']);
  });
  it('is the head’s or the leader’s of the deciding agency, with a reason', () => {
    const told = accepted(release);
    expect(told.refused(people.officer, at('2021-07-08', '08:00'), extend('2021-07-16'))).toEqual(['dossier.role']);
    expect(
      told.refused(people.leader, at('2021-07-08', '08:00'), { type: 'extend', newDue: '2021-07-16', reason: '' }),
    ).toEqual(['dossier.text.missing']);
  });
});

describe('withdrawing', () => {
  it('is the applicant’s alone: staff cannot do it for them', () => {
    const told = accepted(release);
    for (const actor of [people.clerk, people.leader, people.otherCitizen, people.system])
      expect(told.refused(actor, at(MONDAY, '09:00'), { type: 'withdraw' })).toEqual([
        'dossier.withdraw.applicant-only',
      ]);
    told.give(people.citizen, at(MONDAY, '09:00'), { type: 'withdraw', reason: 'Đổi ý' });
    expect(told.state).toMatchObject({ status: 'withdrawn', closedReason: 'Đổi ý', tasks: [], timers: [] });
    expect(told.state.process?.status).toBe('ended');
    expect(told.state.outcome?.classification).toBe('early');
  });
  it('is over when the dossier is settled', () => {
    const told = toSign(release);
    told.give(people.leader, at('2021-07-08', '09:00'), {
      type: 'sign-result',
      task: told.task('sign'),
      result: 'licence',
      file,
    });
    told.give(people.officer, at('2021-07-08', '10:00'), { type: 'complete', task: told.task('enterResult') });
    expect(told.refused(people.citizen, at('2021-07-08', '11:00'), { type: 'withdraw' })).toEqual(['dossier.status']);
  });
});

describe('tasks', () => {
  it('are for who holds the role at the unit', () => {
    const told = accepted(release);
    const task = told.task('assign');
    for (const actor of [people.clerk, people.officer, people.leader, people.stranger, people.citizen])
      expect(told.refused(actor, at(MONDAY, '09:00'), { type: 'claim', task })).toEqual(['dossier.role']);
    told.give(people.head, at(MONDAY, '09:00'), { type: 'claim', task });
    expect(told.refused(people.head, at(MONDAY, '09:30'), { type: 'claim', task })).toEqual(['dossier.task.mine']);
  });
  it('taken up by one are not another’s, until the leader reassigns them', () => {
    const told = accepted(release);
    told.give(people.head, at(MONDAY, '09:00'), { type: 'complete', task: told.task('assign') });
    const task = told.task('examine');
    told.give(people.officer, at(MONDAY, '10:00'), { type: 'claim', task });
    expect(
      told.refused(people.otherOfficer, at(MONDAY, '11:00'), { type: 'complete', task, outcome: 'eligible' }),
    ).toEqual(['dossier.task.assigned']);
    expect(
      told.refused(people.otherOfficer, at(MONDAY, '11:00'), { type: 'assign', task, to: people.otherOfficer }),
    ).toEqual(['dossier.role']);
    told.give(people.leader, at(MONDAY, '11:00'), { type: 'assign', task, to: { id: 'officer-2', name: 'Lê Thị Lý' } });
    expect(told.refused(people.officer, at(MONDAY, '13:30'), { type: 'complete', task, outcome: 'eligible' })).toEqual([
      'dossier.task.assigned',
    ]);
    expect(
      told.refused(people.otherOfficer, at(MONDAY, '13:30'), { type: 'complete', task, outcome: 'eligible' }),
    ).toEqual([]);
  });
  it('end with one of their outcomes', () => {
    const told = accepted(release);
    told.give(people.head, at(MONDAY, '09:00'), { type: 'complete', task: told.task('assign') });
    const task = told.task('examine');
    expect(told.refused(people.officer, at(MONDAY, '10:00'), { type: 'complete', task })).toEqual([
      'dossier.outcome.missing',
    ]);
    expect(told.refused(people.officer, at(MONDAY, '10:00'), { type: 'complete', task, outcome: 'maybe' })).toEqual([
      'dossier.outcome.unknown',
    ]);
  });
  it('that are gone are gone', () => {
    const told = accepted(release);
    const task = told.task('assign');
    told.give(people.head, at(MONDAY, '09:00'), { type: 'complete', task });
    expect(told.refused(people.head, at(MONDAY, '10:00'), { type: 'complete', task })).toEqual([
      'dossier.task.not-open',
    ]);
  });
});

describe('signing, finishing, handing out', () => {
  const sign = (told: Story): DossierCommand => ({
    type: 'sign-result',
    task: told.task('sign'),
    result: 'licence',
    file,
  });

  it('a step and its approval are two persons’ work', async () => {
    const both = { ...people.leader, id: 'officer', roles: ['officer', 'leader'] } as const;
    const told = accepted(release);
    told.give(people.head, at(MONDAY, '09:00'), { type: 'complete', task: told.task('assign') });
    told.give(both, at(MONDAY, '10:00'), { type: 'complete', task: told.task('examine'), outcome: 'eligible' });
    told.give(people.head, at(MONDAY, '11:00'), { type: 'complete', task: told.task('submit') });
    expect(told.refused(both, at(MONDAY, '13:30'), sign(told))).toEqual(['dossier.two-persons']);
    expect(told.refused(people.leader, at(MONDAY, '13:30'), sign(told))).toEqual([]);
  });
  it('a signature is not a tick: the signing step cannot be completed as approved', () => {
    const told = toSign(release);
    expect(
      told.refused(people.leader, at('2021-07-07', '10:00'), {
        type: 'complete',
        task: told.task('sign'),
        outcome: 'approve',
      }),
    ).toEqual(['dossier.task.other-act']);
    expect(
      told.refused(people.leader, at('2021-07-07', '10:00'), { ...sign(told), result: 'nothing' } as DossierCommand),
    ).toEqual(['dossier.result.unknown']);
  });
  it('nothing is finished without a result or a refusal (NĐ 61/2018 Điều 20 khoản 5)', async () => {
    const bare = await prepare(procedure, bareProcess);
    const told = accepted(bare);
    const task = told.task('enter');
    expect(told.refused(people.officer, at(MONDAY, '09:00'), { type: 'complete', task })).toEqual([
      'dossier.result.missing',
    ]);
    expect(told.refused(people.officer, at(MONDAY, '09:00'), { type: 'finish' })).toEqual(['dossier.result.missing']);
    told.give(people.officer, at(MONDAY, '09:00'), {
      type: 'attach-result',
      result: 'licence',
      file,
      signedBy: 'Hoàng Giám Đốc',
    });
    told.give(people.officer, at(MONDAY, '10:00'), { type: 'finish' });
    expect(told.state).toMatchObject({ status: 'finished', tasks: [] });
  });
  it('with steps still open it cannot be finished over their heads', () => {
    expect(toSign(release).refused(people.leader, at('2021-07-07', '10:00'), { type: 'finish' })).toEqual([
      'dossier.finish.steps-open',
    ]);
  });
  it('a result is handed out once, by the one-stop', () => {
    const told = toSign(release);
    told.give(people.leader, at('2021-07-08', '09:00'), sign(told));
    const handOut: DossierCommand = { type: 'hand-out', to: 'Giáp Thị Dân', via: 'counter' };
    expect(told.refused(people.clerk, at('2021-07-08', '10:00'), handOut)).toEqual(['dossier.status']);
    told.give(people.officer, at('2021-07-08', '10:00'), { type: 'complete', task: told.task('enterResult') });
    expect(told.refused(people.officer, at('2021-07-08', '11:00'), handOut)).toEqual(['dossier.role']);
    told.give(people.clerk, at('2021-07-08', '11:00'), handOut);
    expect(told.refused(people.clerk, at('2021-07-08', '14:00'), handOut)).toEqual(['dossier.status']);
  });
});

const bareProcess = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:mc="urn:motcua:bpmn:1" id="d" targetNamespace="urn:test">
  <process id="p" isExecutable="true">
    <startEvent id="s"/><sequenceFlow id="f1" sourceRef="s" targetRef="enter"/>
    <userTask id="enter" name="Nhập kết quả" mc:role="officer" mc:unit="deciding" mc:act="enter-result"/>
    <sequenceFlow id="f2" sourceRef="enter" targetRef="e"/><endEvent id="e"/>
  </process>
</definitions>`;

describe('payments', () => {
  const ask: DossierCommand = { type: 'ask-payment', fee: 'tax', amount: 1_000_000, reason: 'Thông báo thuế' };
  it('only of published fees and taxes, in whole đồng', () => {
    const told = accepted(release);
    expect(told.refused(people.clerk, at(MONDAY, '09:00'), { ...ask, fee: 'tip' } as DossierCommand)).toEqual([
      'dossier.fee.unknown',
    ]);
    for (const amount of [0, -1, 1.5, Number.NaN])
      expect(told.refused(people.clerk, at(MONDAY, '09:00'), { ...ask, amount } as DossierCommand)).toEqual([
        'dossier.amount',
      ]);
  });
  it('are recorded by the counter or the payment system', () => {
    const told = accepted(release);
    told.give(people.clerk, at(MONDAY, '09:00'), ask);
    const paid: DossierCommand = { type: 'record-payment', fee: 'tax', amount: 1_000_000, method: 'bank' };
    expect(told.refused(people.citizen, at(MONDAY, '10:00'), paid)).toEqual(['dossier.role']);
    expect(told.refused(people.system, at(MONDAY, '10:00'), paid)).toEqual([]);
  });
});

describe('stopping and suspending', () => {
  it('are the leader’s, with a ground', () => {
    const told = accepted(release);
    expect(told.refused(people.officer, at(MONDAY, '09:00'), { type: 'stop', reason: 'x' })).toEqual(['dossier.role']);
    expect(told.refused(people.leader, at(MONDAY, '09:00'), { type: 'stop', reason: '' })).toEqual([
      'dossier.text.missing',
    ]);
    expect(told.refused(people.leader, at(MONDAY, '09:00'), { type: 'suspend', ground: ' ' })).toEqual([
      'dossier.text.missing',
    ]);
    told.give(people.leader, at(MONDAY, '09:00'), { type: 'stop', reason: 'Người nộp đã mất' });
    expect(told.state).toMatchObject({ status: 'stopped', tasks: [] });
  });
});

describe('the same table for the button', () => {
  it('offers what the person may do, and says why not where the law forbids', () => {
    const told = accepted(release);
    expect(offered(told, people.head, at(MONDAY, '09:00'))).toEqual([
      'claim',
      'assign',
      'complete',
      'attach-result',
      'ask-supplement',
      'ask-payment',
      'extend',
      'suspend',
      'stop',
      'comment',
      'ask-opinion',
      'propose',
    ]);
    expect(offered(told, people.citizen, at(MONDAY, '09:00'))).toEqual(['withdraw']);
    expect(offered(told, people.otherCitizen, at(MONDAY, '09:00'))).toEqual([]);
    expect(offered(told, people.clerk, at('2021-07-09', '09:00'))).toContain('(ask-supplement)');
    const [late] = permitted(told.state, people.clerk, told.context(people.clerk, at('2021-07-09', '09:00'))).filter(
      ({ command }) => command === 'ask-supplement',
    );
    expect(late?.reason?.code).toBe('dossier.supplement.late');
  });
  it('offers a signing step as a signature, and its return as a completion', () => {
    const told = toSign(release);
    expect(offered(told, people.leader, at('2021-07-07', '10:00'))).toEqual(
      expect.arrayContaining(['sign-result', 'complete']),
    );
  });
  it('names the unit and the role in its refusals', () => {
    expect(COUNTER).not.toBe(AGENCY);
    const told = accepted(release);
    const decided = told.refused(people.stranger, at(MONDAY, '09:00'), { type: 'claim', task: told.task('assign') });
    expect(decided).toEqual(['dossier.role']);
  });
});
