import { describe, expect, it } from 'vitest';
import type { DossierState } from '#engine/dossier/index.ts';
import type { Service } from '#engine/service/index.ts';
import { releaseOf } from '../store/fixtures.ts';
import { clerk, decisionOf, publish, stage, submission, value } from './fixtures.ts';

const CODES = ['1.000001', '1.000002', '1.000003'] as const;

const bpmn = (inside: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:mc="urn:motcua:bpmn:1" id="file" targetNamespace="urn:test">
  <signal id="done" name="Đã xong hồ sơ đầu mối"/>
  <process id="p" isExecutable="true"><startEvent id="s"/><endEvent id="e"/>${inside}</process>
</definitions>`;
const flow = (from: string, to: string): string =>
  `<sequenceFlow id="${from}-${to}" sourceRef="${from}" targetRef="${to}"/>`;
const work = '<userTask id="work" mc:role="clerk" mc:unit="receiving"/>';
const signal = '<signalEventDefinition signalRef="done"/>';

/** Finishes its work, and says so. */
const throwing = bpmn(
  work +
    `<intermediateThrowEvent id="say">${signal}</intermediateThrowEvent>` +
    flow('s', 'work') +
    flow('work', 'say') +
    flow('say', 'e'),
);
/** Begins its work only then. */
const waiting = bpmn(
  `<intermediateCatchEvent id="wait">${signal}</intermediateCatchEvent>` +
    work +
    flow('s', 'wait') +
    flow('wait', 'work') +
    flow('work', 'e'),
);
const deaf = bpmn(work + flow('s', 'work') + flow('work', 'e'));

const accepted = async (service: Service, code: string, key: string): Promise<DossierState> => {
  const { id } = value(await service.dossiers.execute(submission(code, key)));
  return value(
    await service.dossiers.execute({ dossier: id, command: { type: 'accept' }, actor: clerk, key: `${key}-accept` }),
  );
};

const open = async (service: Service, id: string): Promise<readonly string[]> =>
  ((await service.dossiers.byId(id))?.tasks ?? []).map(({ element }) => element);

describe('a signal that one dossier throws', () => {
  it('reaches every other that waits for it, once, and nobody else', async () => {
    const { service } = await stage();
    await publish(
      service,
      decisionOf(
        '10/QĐ-UBND',
        '2021-06-01',
        CODES.map((code) => ({ action: 'add' as const, code, release: 1 })),
      ),
      [throwing, waiting, deaf].map((process, index) => releaseOf(CODES[index] ?? '', 1, {}, process)),
    );
    const lead = await accepted(service, CODES[0], 'lead');
    const [one, other] = [await accepted(service, CODES[1], 'one'), await accepted(service, CODES[1], 'other')];
    const bystander = await accepted(service, CODES[2], 'bystander');
    expect([one, other].flatMap(({ tasks }) => tasks)).toEqual([]);

    const [task] = lead.tasks;
    value(
      await service.dossiers.execute({
        dossier: lead.id,
        command: { type: 'complete', task: task?.id ?? '' },
        actor: clerk,
        key: 'work',
      }),
    );
    await service.tick();
    expect(await open(service, one.id)).toEqual(['work']);
    expect(await open(service, other.id)).toEqual(['work']);
    const before = await service.dossiers.events(bystander.id);
    await service.tick();
    expect(await open(service, one.id)).toEqual(['work']);
    expect(await service.dossiers.events(bystander.id)).toEqual(before);
  });
});
