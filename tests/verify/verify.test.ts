import { describe, expect, it } from 'vitest';
import { loadRelease, noShared, type Procedure, type Release } from '#engine/definition/index.ts';
import { checks, verifyRelease, type VerifyContext, type VerifyUnit } from '#engine/verify/index.ts';
import { goodRelease } from '../definition/corpus.ts';

const good = goodRelease();

const withProcess = (process: string, procedure: Partial<Procedure> = {}): Release => {
  const loaded = loadRelease({
    code: good.code,
    number: 1,
    procedureJson: { ...good.procedure, ...procedure },
    formJson: good.form,
    processXml: process,
  });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.value;
};

const found = async (release: Release, context: VerifyContext = {}): Promise<readonly string[]> =>
  (await verifyRelease(release, noShared, context)).map(({ code, path }) => `${code} ${path}`);

const commune = (code: string, counter = true): VerifyUnit => ({ code, level: 'commune', parent: 'H02.213', counter });

describe('the checks before publishing', () => {
  it('each have a name of their own', () => {
    expect(new Set(checks.map(({ name }) => name)).size).toBe(checks.length);
  });

  it('find nothing in a release that is right, own process or generated', async () => {
    const { process: _process, ...generated } = good;
    expect(await found(good)).toEqual([]);
    expect(await found(generated)).toEqual([]);
  });

  it('take under 200 ms for a release, once warm', async () => {
    await verifyRelease(good, noShared);
    const started = performance.now();
    for (let time = 0; time < 5; time += 1) await verifyRelease(good, noShared);
    expect((performance.now() - started) / 5).toBeLessThan(200);
  });

  it('say at which units nobody would do a step', async () => {
    const units = [commune('H02.1'), commune('H02.2'), commune('H02.3', false)];
    const people = [{ unit: 'H02.1', role: 'officer' }];
    const problems = await verifyRelease(good, noShared, { units, people });
    expect(problems.map(({ code, severity }) => `${code} ${severity}`)).toEqual(
      Array(3).fill('process.task.nobody error'),
    );
    expect(problems[0]?.message.en).toContain('at 1 of 2 units');
    expect(await found(good, { units, people: [...people, { unit: 'H02.2', role: 'officer' }] })).toEqual([]);
    expect(await found(good, { units: [commune('H02.3', false)] })).toEqual([
      'release.receiving.nobody /procedure/authority/receiving',
    ]);
  });

  it('know the units that are named', async () => {
    const process = (good.process ?? '').replace('mc:unit="receiving"', 'mc:unit="unit:H02.XX"');
    const authority: Procedure['authority'] = { ...good.procedure.authority, receiving: [{ unit: 'H02.9' }] };
    const problems = await found(withProcess(process, { authority }), { units: [commune('H02.1')] });
    expect(problems).toContain('release.unit.unknown /procedure/authority/receiving/0/unit');
    expect(problems).toContain('release.receiving.nobody /procedure/authority/receiving');
  });

  it('count for each case only the steps that it can come to', async () => {
    const timeLimits: Procedure['timeLimits'] = [
      { id: 'usual', cases: ['usual'], legal: { value: 1, unit: 'working-day' } },
      { id: 'late', cases: ['late'], legal: { value: 10, unit: 'working-day' } },
    ];
    const branch = (days: number): string =>
      (good.process ?? '')
        .replace(
          'mc:unit="receiving">',
          'mc:unit="receiving"><flowNodeRef>gate</flowNodeRef><flowNodeRef>ask</flowNodeRef>',
        )
        .replace(
          '<sequenceFlow id="f1" sourceRef="receive" targetRef="sign"/>',
          `<exclusiveGateway id="gate" default="g2"/><userTask id="ask" name="Xác minh" mc:duration="P${days}D"/>
           <sequenceFlow id="f1" sourceRef="receive" targetRef="gate"/>
           <sequenceFlow id="g1" sourceRef="gate" targetRef="ask"><conditionExpression xsi:type="tFormalExpression">case = "late"</conditionExpression></sequenceFlow>
           <sequenceFlow id="g2" sourceRef="gate" targetRef="sign"/>
           <sequenceFlow id="g3" sourceRef="ask" targetRef="sign"/>`,
        );
    expect(await found(withProcess(branch(5), { timeLimits }))).toEqual([]);
    expect(await found(withProcess(branch(10), { timeLimits }))).toEqual([
      'process.time.over-legal /procedure/timeLimits/1/legal',
    ]);
  });

  it('see that a paper was renamed by giving it another id', async () => {
    const checklist = (good.procedure.checklist ?? []).map((paper) => ({ ...paper, id: 'application' }));
    expect(await found(withProcess(good.process ?? '', { checklist }), { prior: good })).toEqual([
      'release.prior.id-lost /procedure/checklist',
    ]);
  });

  it('refuse a signing step that can come after the result was entered', async () => {
    const late = (good.process ?? '')
      .replace(
        '</process>',
        '<userTask id="again" name="Ký lại" mc:act="sign" mc:role="leader" mc:unit="receiving"/></process>',
      )
      .replace(
        /(<sequenceFlow id="[^"]+" sourceRef="enter" targetRef=")[^"]+"\/>/,
        '$1again"/><sequenceFlow id="late" sourceRef="again" targetRef="end"/>',
      );
    expect(await found(withProcess(late))).toContain('process.result.signed-after-entry /process/again');
  });
});
