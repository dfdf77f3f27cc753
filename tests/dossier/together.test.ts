import { beforeAll, describe, expect, it } from 'vitest';
import { at } from '#engine/clock/index.ts';
import { replay, type Actor, type DossierCommand, type PreparedRelease } from '#engine/dossier/index.ts';
import { accepted, COUNTER, file, MONDAY, people, prepare, procedure, toSign, type Story } from './fixture.ts';

let prepared: PreparedRelease;
beforeAll(async () => {
  prepared = await prepare(procedure);
});

const adviser: Actor = { kind: 'staff', id: 'adviser', name: 'Đỗ Văn Phòng', unit: 'H02', roles: ['officer'] };
const TUESDAY = '2021-07-06';

describe('another unit’s opinion (NĐ 61/2018 Điều 19 khoản 5)', () => {
  const ask = (told: Story): void =>
    told.give(people.head, at(MONDAY, '09:00'), {
      type: 'ask-opinion',
      unit: 'H02',
      question: 'Đất có trong quy hoạch không?',
      until: TUESDAY,
    });

  it('names what is asked and its own limit, and does not stop the clock', () => {
    const told = accepted(prepared);
    const due = told.state.promised?.due;
    ask(told);
    expect(told.state.opinions).toMatchObject([{ id: 'yk1', unit: 'H02', due: at(TUESDAY, '17:00') }]);
    expect(told.state.status).toBe('processing');
    expect(told.state.promised?.due).toBe(due);
  });

  it('is given once, by the unit that was asked and nobody else', () => {
    const told = accepted(prepared);
    ask(told);
    const answer: DossierCommand = { type: 'give-opinion', opinion: 'yk1', answer: 'Có trong quy hoạch' };
    expect(told.refused(people.officer, at(TUESDAY, '09:00'), answer)).toEqual(['dossier.role']);
    told.give(adviser, at(TUESDAY, '09:00'), answer);
    expect(told.state.opinions?.[0]).toMatchObject({ answer: 'Có trong quy hoạch', answeredBy: { id: 'adviser' } });
    expect(told.refused(adviser, at(TUESDAY, '10:00'), answer)).toEqual(['dossier.role']);
  });

  it('cannot be due on a day off or in the past, nor be asked of oneself', () => {
    const told = accepted(prepared);
    const asking = { type: 'ask-opinion', unit: 'H02', question: 'Có ý kiến gì?', until: TUESDAY } as const;
    const refused = (change: Partial<typeof asking> | { readonly until: string } | { readonly unit: string }) =>
      told.refused(people.head, at(MONDAY, '09:00'), { ...asking, ...change });
    expect(refused({ until: '2021-07-11' })).toEqual(['dossier.opinion.date']);
    expect(refused({ until: '2021-07-02' })).toEqual(['dossier.opinion.date']);
    expect(refused({ unit: 'H02.SKT' })).toEqual(['dossier.opinion.unit']);
    expect(refused({ unit: 'nowhere' })).toEqual(['dossier.opinion.unit']);
  });
});

describe('a comment', () => {
  it('stands in the history and changes nothing else', () => {
    const told = accepted(prepared);
    const before = told.state;
    told.give(people.officer, at(MONDAY, '09:00'), { type: 'comment', text: ' Đã gọi điện cho người nộp ' });
    expect(told.events.at(-1)?.data).toEqual({ text: 'Đã gọi điện cho người nộp' });
    expect({ ...told.state, seq: before.seq, lastHash: before.lastHash }).toEqual(before);
    expect(told.refused(people.stranger, at(MONDAY, '10:00'), { type: 'comment', text: 'Tò mò' })).toEqual([
      'dossier.role',
    ]);
  });
});

describe('a step that was finished elsewhere', () => {
  const late = (task: string): DossierCommand => ({
    type: 'propose',
    act: {
      type: 'late-entry',
      command: { type: 'complete', task },
      occurredAt: at(MONDAY, '10:15'),
      evidence: 'Công văn số 12/SKT-VP',
    },
  });

  it('waits for a second person, then counts from when it happened, with both times kept', () => {
    const told = accepted(prepared);
    told.give(people.head, at('2021-07-07', '09:00'), late(told.task('assign')));
    expect(told.state.tasks.map(({ element }) => element)).toEqual(['assign']);
    const id = told.state.proposals?.[0]?.id ?? '';
    const confirm: DossierCommand = { type: 'confirm', proposal: id };
    expect(told.refused(people.head, at('2021-07-07', '09:30'), confirm)).toEqual(['dossier.role']);
    told.give(people.officer, at('2021-07-07', '10:00'), confirm);
    const done = told.events.find(({ type }) => type === 'task-completed');
    expect(done).toMatchObject({
      actor: { id: 'head' },
      occurredAt: at(MONDAY, '10:15'),
      recordedAt: at('2021-07-07', '10:00'),
    });
    expect(told.events.find(({ type }) => type === 'confirmed')).toMatchObject({ actor: { id: 'officer' } });
    expect(told.state.tasks.map(({ element, openedAt }) => [element, openedAt])).toEqual([
      ['examine', at(MONDAY, '10:15')],
    ]);
    expect(told.state.proposals).toEqual([]);
    const again = replay(told.events);
    expect(again.ok && again.value).toEqual(told.state);
  });

  it('needs evidence, and cannot have happened before what is known already, nor in the future', () => {
    const told = accepted(prepared);
    const given = late(told.task('assign'));
    if (given.type !== 'propose' || given.act.type !== 'late-entry') throw new Error('not a late entry');
    const refused = (change: object) =>
      told.refused(people.head, at('2021-07-07', '09:00'), {
        type: 'propose',
        act: { ...given.act, ...change } as typeof given.act,
      });
    expect(refused({ evidence: ' ' })).toEqual(['dossier.text.missing']);
    expect(refused({ occurredAt: at('2021-07-01', '09:00') })).toEqual(['dossier.time.order']);
    expect(refused({ occurredAt: at('2021-07-08', '09:00') })).toEqual(['dossier.time.future']);
  });

  it('is dropped when the second person does not agree', () => {
    const told = accepted(prepared);
    told.give(people.head, at('2021-07-07', '09:00'), late(told.task('assign')));
    const proposal = told.state.proposals?.[0]?.id ?? '';
    told.give(people.officer, at('2021-07-07', '10:00'), { type: 'reject', proposal, reason: 'Không có công văn ấy' });
    expect(told.state.proposals).toEqual([]);
    expect(told.state.tasks.map(({ element }) => element)).toEqual(['assign']);
  });
});

describe('an error of the agency in a result (NĐ 61/2018 Điều 21)', () => {
  const finished = (): Story => {
    const told = toSign(prepared);
    told.give(people.leader, at('2021-07-08', '09:00'), {
      type: 'sign-result',
      task: told.task('sign'),
      result: 'licence',
      file,
      validTo: '2026-07-08',
    });
    while (told.state.status === 'processing') told.give(people.clerk, at('2021-07-08', '14:00'), { type: 'finish' });
    return told;
  };
  const corrected = { ...file, hash: 'b'.repeat(64) };

  it('is corrected by two: whoever finds it proposes, the leader confirms; the code stays', () => {
    const told = finished();
    const code = told.state.results[0]?.code;
    expect(code).toBe(`${told.state.code}-KQ1`);
    told.give(people.clerk, at('2021-07-12', '09:00'), {
      type: 'propose',
      act: { type: 'correct-result', result: 'licence', file: corrected, reason: 'Sai năm sinh' },
    });
    const confirm: DossierCommand = { type: 'confirm', proposal: told.state.proposals?.[0]?.id ?? '' };
    expect(told.refused(people.officer, at('2021-07-12', '10:00'), confirm)).toEqual(['dossier.proposal.who']);
    told.give(people.leader, at('2021-07-12', '10:00'), confirm);
    expect(told.state.results).toMatchObject([
      { code, file: corrected, validTo: '2026-07-08', corrects: { file: file.hash, reason: 'Sai năm sinh' } },
    ]);
    expect(told.state.finishedAt).toBe(told.events.find(({ type }) => type === 'finished')?.occurredAt);
  });

  it('cannot expire before it is signed', () => {
    const told = toSign(prepared);
    expect(
      told.refused(people.leader, at('2021-07-08', '09:00'), {
        type: 'sign-result',
        task: told.task('sign'),
        result: 'licence',
        file,
        validTo: '2021-07-07',
      }),
    ).toEqual(['dossier.result.validity']);
  });
});

it('nothing is repaired that is not broken', () => {
  const told = accepted(prepared);
  expect(
    told.refused(people.head, at(MONDAY, '09:00'), {
      type: 'propose',
      act: { type: 'repair', repair: 'retry', reason: 'Thử' },
    }),
  ).toEqual(['dossier.repair.sound']);
  expect(COUNTER).toBe(told.state.receivingUnit);
});
