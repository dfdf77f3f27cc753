import { beforeAll, describe, expect, it } from 'vitest';
import { at } from '#engine/clock/index.ts';
import type { PreparedRelease } from '#engine/dossier/index.ts';
import { accepted, AGENCY, file, MONDAY, people, prepare, procedure } from './fixture.ts';
import { branching } from './branching.ts';

const adviser = { kind: 'staff', id: 'adviser', name: 'Đỗ Văn Phòng', unit: 'H02', roles: ['officer'] } as const;

let release: PreparedRelease;
beforeAll(async () => {
  release = await prepare(procedure, branching);
});

describe('a dossier in a process of its own', () => {
  it('waits at both agencies at once, each with its own time', () => {
    const { tasks, timers } = accepted(release).state;
    expect(tasks.map(({ element, unit }) => [element, unit])).toEqual([
      ['check', AGENCY],
      ['consult', 'H02'],
    ]);
    // Accepted Monday 08:00: one working day, and four working hours over the noon break.
    expect(tasks.map(({ dueAt }) => dueAt)).toEqual([at('2021-07-06', '08:00'), at(MONDAY, '14:00')]);
    expect(timers).toMatchObject([{ element: 'late', due: at('2021-07-06', '08:00') }]);
  });

  it('asks the step’s questions and keeps the answers', () => {
    const told = accepted(release);
    const done = { type: 'complete', task: told.task('check'), outcome: 'eligible' } as const;
    expect(told.refused(people.officer, at(MONDAY, '09:00'), done)).toEqual([expect.stringMatching(/^form\./)]);
    expect(told.refused(people.officer, at(MONDAY, '09:00'), { ...done, answers: { score: 101 } })).toEqual([
      expect.stringMatching(/^form\./),
    ]);
    told.give(people.officer, at(MONDAY, '09:00'), { ...done, answers: { score: 88, other: 'bỏ' } });
    expect(told.state.done.at(-1)).toMatchObject({
      element: 'check',
      act: 'examine',
      outcome: 'eligible',
      answers: { score: 88 },
    });
  });

  it('holds the signature until what it requires is there', () => {
    const told = accepted(release);
    told.give(people.officer, at(MONDAY, '09:00'), {
      type: 'complete',
      task: told.task('check'),
      outcome: 'eligible',
      answers: { score: 50 },
    });
    told.give(adviser, at(MONDAY, '10:00'), { type: 'complete', task: told.task('consult') });
    const sign = { type: 'sign-result', task: told.task('sign'), result: 'licence', file } as const;
    expect(told.refused(people.leader, at(MONDAY, '11:00'), sign)).toEqual(['dossier.requires']);
    told.give(people.clerk, at(MONDAY, '11:00'), {
      type: 'ask-payment',
      fee: 'tax',
      amount: 1_000_000,
      reason: 'Thuế',
    });
    told.give(people.system, at(MONDAY, '14:00'), {
      type: 'record-payment',
      fee: 'tax',
      amount: 1_000_000,
      method: 'online',
    });
    told.give(people.leader, at(MONDAY, '15:00'), sign);
    told.give(people.clerk, at(MONDAY, '16:00'), { type: 'complete', task: told.task('enter') });
    expect(told.state).toMatchObject({ status: 'finished', tasks: [], timers: [] });
    // No step for it in the process: handing out is a command of its own.
    told.give(people.clerk, at(MONDAY, '16:30'), { type: 'hand-out', to: 'Giáp Thị Dân', via: 'post' });
    expect(told.state.status).toBe('returned');
  });

  it('its timer fires when it is due, by the system only, and once', () => {
    const told = accepted(release);
    const [timer] = told.state.timers;
    const fire = { type: 'fire-timer', token: timer?.token ?? '' } as const;
    expect(told.refused(people.system, at('2021-07-06', '07:59'), fire)).toEqual(['dossier.timer.early']);
    expect(told.refused(people.clerk, at('2021-07-06', '08:00'), fire)).toEqual(['dossier.role']);
    told.give(people.system, at('2021-07-06', '08:00'), fire);
    const advance = told.events.at(-1);
    expect(advance?.type).toBe('process-advanced');
    expect(advance?.data['calls']).toMatchObject([{ type: 'service', element: 'remind', connector: 'notice' }]);
    expect(told.refused(people.system, at('2021-07-06', '09:00'), fire)).toEqual(['dossier.timer.gone']);
    expect(told.state.tasks.map(({ element }) => element)).toEqual(['check', 'consult']);
  });

  it('the machine says when its service is done; nobody else can', () => {
    const told = accepted(release);
    told.give(people.system, at('2021-07-06', '08:00'), {
      type: 'fire-timer',
      token: told.state.timers[0]?.token ?? '',
    });
    const token = told.state.process?.tokens.find(({ element }) => element === 'remind')?.id ?? '';
    const done = { type: 'complete', task: `d1:${token}` } as const;
    expect(told.refused(people.clerk, at('2021-07-06', '09:00'), done)).toEqual(['dossier.task.not-open']);
    told.give(people.system, at('2021-07-06', '09:00'), done);
    expect(told.refused(people.system, at('2021-07-06', '10:00'), done)).toEqual(['dossier.task.not-open']);
  });
});

describe('a step whose unit is an expression', () => {
  const byChannel = (rule: string): string =>
    branching.replace(`mc:unit="parent" mc:duration="PT4H"`, `mc:unit='${rule}' mc:duration="PT4H"`);

  it('is done by the unit that it says for this dossier', async () => {
    const rule = 'if channel = "post" then "parent" else "receiving"';
    const { tasks } = accepted(await prepare(procedure, byChannel(rule))).state;
    const { receivingUnit, channel } = accepted(release).state;
    expect(channel).not.toBe('post');
    expect(tasks.find(({ element }) => element === 'consult')?.unit).toBe(receivingUnit);
    const turned = accepted(await prepare(procedure, byChannel(rule.replace('= "post"', '!= "post"')))).state;
    expect(turned.tasks.find(({ element }) => element === 'consult')?.unit).toBe('H02');
  });

  it('may be named by its code', async () => {
    const { tasks } = accepted(await prepare(procedure, byChannel('"H02"'))).state;
    expect(tasks.find(({ element }) => element === 'consult')?.unit).toBe('H02');
  });
});
