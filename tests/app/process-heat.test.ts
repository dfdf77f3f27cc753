import { describe, expect, it } from 'vitest';
import { heatOf } from '#app/server/studio/process-heat.ts';
import { at, type Instant } from '#engine/clock/index.ts';
import type { Actor, DossierCommand, DossierState } from '#engine/dossier/index.ts';
import { clerk, decisionOf, publish, stage, submission, value, type Stage } from '../service/fixtures.ts';
import { releaseOf } from '../store/fixtures.ts';

const CODE = '1.000001';
const DAY = '2021-06-07';

/** Taken in, examined, two opinions asked for at once. Done by people whose day is 7:00-11:30, 13:30-17:00. */
const PROCESS = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:mc="urn:motcua:bpmn:1" id="file" targetNamespace="urn:test">
  <process id="p" isExecutable="true">
    <startEvent id="s"/><userTask id="receive" name="Tiếp nhận" mc:role="clerk" mc:unit="receiving" mc:act="receive"/>
    <userTask id="examine" name="Thẩm định" mc:role="officer" mc:unit="receiving"/>
    <userTask id="opinion" name="Cho ý kiến" mc:role="officer" mc:unit="receiving">
      <multiInstanceLoopCharacteristics><loopCardinality xsi:type="tFormalExpression">= 2</loopCardinality></multiInstanceLoopCharacteristics>
    </userTask>
    <endEvent id="e"/>
    <sequenceFlow id="f1" sourceRef="s" targetRef="receive"/><sequenceFlow id="f2" sourceRef="receive" targetRef="examine"/>
    <sequenceFlow id="f3" sourceRef="examine" targetRef="opinion"/><sequenceFlow id="f4" sourceRef="opinion" targetRef="e"/>
  </process>
</definitions>`;

const staff = (role: Actor['roles'][number]): Actor => ({
  kind: 'staff',
  id: role,
  name: role,
  unit: 'H02.07201',
  roles: [role],
});
const [officer, leader] = [staff('officer'), staff('leader')];

const given = async () => {
  const stood = await stage(at(DAY, '08:00'));
  await publish(stood.service, decisionOf('10/QĐ-UBND', '2021-06-01', [{ action: 'add', code: CODE, release: 1 }]), [
    releaseOf(CODE, 1, {}, PROCESS),
  ]);
  return { ...stood, does: doer(stood) };
};

/** One command at that moment, by that person. */
const doer =
  ({ service, clock }: Stage) =>
  async (when: Instant, actor: Actor, { id, seq }: DossierState, command: DossierCommand): Promise<DossierState> => {
    clock.set(when);
    return value(await service.dossiers.execute({ dossier: id, command, actor, key: `${id} ${String(seq)}` }));
  };

const accepted = async ({ service, clock, does }: Awaited<ReturnType<typeof given>>, key: string, when: Instant) => {
  clock.set(when);
  const dossier = value(await service.dossiers.execute(submission(CODE, key)));
  return does(when, clerk, dossier, { type: 'accept' });
};

const first = ({ tasks }: DossierState): string => tasks[0]?.id ?? '';

describe('where the dossiers of a procedure are', () => {
  it('says nothing of a procedure that nobody has filed', async () => {
    expect(await heatOf(await given(), CODE)).toEqual([]);
  });

  it('tells of a step the time that half took no longer than, and nine of ten', async () => {
    const stood = await given();
    // Ten dossiers from 7:00: one hour of work each longer, over the noon of four hours and a half, over night.
    const ends = ['08:00', '09:00', '10:00', '11:00', '14:00', '15:00', '16:00', '17:00'].map((time) => at(DAY, time));
    const all = [...ends, at('2021-06-08', '08:00'), at('2021-06-08', '09:00')];
    for (const [number, end] of all.entries()) {
      const dossier = await accepted(stood, `k${String(number)}`, at(DAY, '07:00'));
      await stood.does(end, officer, dossier, { type: 'complete', task: first(dossier) });
    }
    const rows = await heatOf(stood, CODE);
    expect(rows.find(({ element }) => element === 'examine')).toEqual({
      element: 'examine',
      here: 0,
      late: 0,
      median: 5 * 60,
      slow: 9 * 60,
    });
    // Taken in where they were filed.
    expect(rows.find(({ element }) => element === 'receive')).toMatchObject({ here: 0, median: 0, slow: 0 });
  });

  it('counts a dossier once where it waits, however often the step is done at once', async () => {
    const stood = await given();
    const one = await accepted(stood, 'one', at(DAY, '08:00'));
    await accepted(stood, 'other', at(DAY, '08:00'));
    const waiting = await stood.does(at(DAY, '09:00'), officer, one, { type: 'complete', task: first(one) });
    expect(waiting.tasks.map(({ element }) => element)).toEqual(['opinion', 'opinion']);
    const rows = await heatOf(stood, CODE);
    expect(rows.map(({ element, here }) => [element, here]).sort()).toEqual([
      ['examine', 1],
      ['opinion', 1],
      ['receive', 0],
    ]);
  });

  it('counts as late what is past its promised time, and not what waits for somebody else', async () => {
    const stood = await given();
    // Three working days from Monday morning: due on Thursday.
    await accepted(stood, 'late', at(DAY, '08:00'));
    const paused = await accepted(stood, 'paused', at(DAY, '08:00'));
    await accepted(stood, 'new', at('2021-06-10', '08:00'));
    await stood.does(at('2021-06-10', '09:00'), leader, paused, { type: 'suspend', ground: 'Địa bàn bị phong tỏa' });
    stood.clock.set(at('2021-06-11', '08:00'));
    expect((await heatOf(stood, CODE)).find(({ element }) => element === 'examine')).toMatchObject({
      here: 3,
      late: 1,
    });
  });

  it('takes what was waited for others out of the time of a step, as its own due time does', async () => {
    const stood = await given();
    const dossier = await accepted(stood, 'one', at(DAY, '08:00'));
    const paused = await stood.does(at(DAY, '09:00'), leader, dossier, { type: 'suspend', ground: 'Bão' });
    const again = await stood.does(at('2021-06-09', '09:00'), leader, paused, { type: 'resume' });
    await stood.does(at('2021-06-09', '10:00'), officer, again, { type: 'complete', task: first(again) });
    expect((await heatOf(stood, CODE)).find(({ element }) => element === 'examine')).toMatchObject({
      median: 2 * 60,
      slow: 2 * 60,
    });
  });

  it('counts what was filed on line and not taken in yet at the reception, and how long taking in took', async () => {
    const stood = await given();
    stood.clock.set(at(DAY, '08:00'));
    const filed = value(await stood.service.dossiers.execute(submission(CODE, 'one')));
    expect(await heatOf(stood, CODE)).toEqual([{ element: 'receive', here: 1, late: 0 }]);
    await stood.does(at(DAY, '10:00'), clerk, filed, { type: 'accept' });
    expect(await heatOf(stood, CODE)).toEqual([
      { element: 'examine', here: 1, late: 0 },
      { element: 'receive', here: 0, late: 0, median: 2 * 60, slow: 2 * 60 },
    ]);
  });

  it('leaves the dossiers of another procedure out', async () => {
    const stood = await given();
    await accepted(stood, 'one', at(DAY, '08:00'));
    expect(await heatOf(stood, '1.000002')).toEqual([]);
  });
});
