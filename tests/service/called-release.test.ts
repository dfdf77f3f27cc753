import { describe, expect, it } from 'vitest';
import type { DossierState } from '#engine/dossier/index.ts';
import { createService, type Service } from '#engine/service/index.ts';
import { releaseOf } from '../store/fixtures.ts';
import { clerk, decisionOf, handClock, publish, stage, submission, value } from './fixtures.ts';

const CALLER = '1.000001';
const OPINION = '1.000002';

const bpmn = (inside: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:mc="urn:motcua:bpmn:1" id="file" targetNamespace="urn:test">
  <process id="p" isExecutable="true">${inside}</process>
</definitions>`;
const flow = (from: string, to: string): string =>
  `<sequenceFlow id="${from}-${to}" sourceRef="${from}" targetRef="${to}"/>`;
const work = (id: string): string => `<userTask id="${id}" name="${id}" mc:role="clerk" mc:unit="receiving"/>`;
const calling = (name: string): string =>
  bpmn(
    `<startEvent id="s"/>${work('work')}<callActivity id="ask" calledElement="${name}"/><endEvent id="e"/>` +
      flow('s', 'work') +
      flow('work', 'ask') +
      flow('ask', 'e'),
  );
const opinion = (task: string): string =>
  bpmn(`<startEvent id="os"/>${work(task)}<endEvent id="oe"/>${flow('os', task)}${flow(task, 'oe')}`);

const done = async (service: Service, { id, tasks }: DossierState): Promise<DossierState> => {
  const task = tasks[0]?.id ?? '';
  const command = { type: 'complete', task } as const;
  return value(await service.dossiers.execute({ dossier: id, command, actor: clerk, key: `done-${task}` }));
};

const published = async (task = 'opinion') => {
  const made = await stage();
  await publish(
    made.service,
    decisionOf('10/QĐ-UBND', '2021-06-01', [
      { action: 'add', code: CALLER, release: 1 },
      { action: 'add', code: OPINION, release: 1 },
    ]),
    [releaseOf(CALLER, 1, {}, calling(`${OPINION}@1`)), releaseOf(OPINION, 1, {}, opinion(task))],
  );
  return made;
};

describe('a step that calls the process of another procedure', () => {
  it('runs the release that it names, brought by the same decision, in the same dossier', async () => {
    const { service } = await published();
    const { id } = value(await service.dossiers.execute(submission(CALLER, 'one')));
    let dossier = value(
      await service.dossiers.execute({ dossier: id, command: { type: 'accept' }, actor: clerk, key: 'accept' }),
    );
    expect(dossier.tasks.map(({ element }) => element)).toEqual(['work']);
    dossier = await done(service, dossier);
    expect(dossier.tasks.map(({ element }) => element)).toEqual(['opinion']);
    dossier = await done(service, dossier);
    expect(dossier.tasks).toEqual([]);
  });

  it('goes on with that release after a later one is in force, and after a restart', async () => {
    const { service, store, clock } = await published();
    const { id } = value(await service.dossiers.execute(submission(CALLER, 'one')));
    const accepted = value(
      await service.dossiers.execute({ dossier: id, command: { type: 'accept' }, actor: clerk, key: 'accept' }),
    );
    await publish(service, decisionOf('11/QĐ-UBND', '2021-06-20', [{ action: 'amend', code: OPINION, release: 2 }]), [
      releaseOf(OPINION, 2, {}, opinion('other')),
    ]);
    const again = await createService({ store, clock: handClock(clock.now()), verify: async () => ({ problems: [] }) });
    const dossier = await done(again, accepted);
    expect(dossier.tasks.map(({ element }) => element)).toEqual(['opinion']);
  });

  it('cannot be published while what it calls does not exist, or shares an id with it', async () => {
    const { service } = await stage();
    const check = async (name: string, task: string): Promise<readonly string[]> => {
      const report = await service.catalogue.check({
        decision: decisionOf('10/QĐ-UBND', '2021-06-01', [
          { action: 'add', code: CALLER, release: 1 },
          { action: 'add', code: OPINION, release: 1 },
        ]),
        releases: [releaseOf(CALLER, 1, {}, calling(name)), releaseOf(OPINION, 1, {}, opinion(task))],
      });
      return report.items
        .flatMap(({ problems }) => problems)
        .filter(({ severity, code }) => severity === 'error' && code.startsWith('process.call-activity'))
        .map(({ code, path }) => `${code} ${path}`);
    };
    expect(await check(`${OPINION}@2`, 'opinion')).toEqual([
      'process.call-activity.unknown /items/0/release/process/ask',
    ]);
    expect(await check(`${OPINION}@1`, 'work')).toEqual([
      'process.call-activity.same-id /items/0/release/process/work',
    ]);
    expect(await check(`${OPINION}@1`, 'opinion')).toEqual([]);
  });
});
