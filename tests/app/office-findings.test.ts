import { describe, expect, it } from 'vitest';
import { localDate } from '#engine/clock/index.ts';
import { draftOf } from '#app/server/office/findings/draft.ts';
import { findingsDesk } from '#app/server/office/findings/desk.ts';
import { decisionOf, stage } from '../service/fixtures.ts';
import { releaseOf } from '../store/fixtures.ts';
import { contextOf } from './office-stage.ts';

const CALLER = '1.000001';
const CALLED = '1.000002';

const bpmn = (p: string, inside: string, step: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:mc="urn:motcua:bpmn:1" id="file" targetNamespace="urn:test">
  <process id="p" isExecutable="true"><startEvent id="${p}s"/>${inside}<endEvent id="${p}e"/>
  <sequenceFlow id="${p}1" sourceRef="${p}s" targetRef="${step}"/><sequenceFlow id="${p}2" sourceRef="${step}" targetRef="${p}e"/></process>
</definitions>`;

describe('the findings of a release that is not published yet', () => {
  it('know the process that it calls when the same decision brings it', async () => {
    const { service, clock } = await stage();
    const given = {
      decision: decisionOf('10/QĐ-UBND', '2021-06-01', [
        { action: 'add', code: CALLER, release: 1 },
        { action: 'add', code: CALLED, release: 1 },
      ]),
      releases: [
        releaseOf(CALLER, 1, {}, bpmn('a', `<callActivity id="ask" calledElement="${CALLED}@1"/>`, 'ask')),
        releaseOf(CALLED, 1, {}, bpmn('b', '<userTask id="give" mc:role="clerk" mc:unit="receiving"/>', 'give')),
      ],
    };
    const context = contextOf({ service, clock: { ...clock, stand: clock.set } });
    const report = await service.catalogue.check(given);
    const draft = await draftOf(context, given, report, CALLER);
    if (!draft) throw new Error('no draft');
    expect(await draft.called(CALLED, 1)).toBe(given.releases[1]);
    const source = { ...draft, asOf: localDate(report.effectiveFrom), published: false };
    const view = await findingsDesk(context, source, new URLSearchParams(), 'vi');
    expect([view.code, view.list.total]).toEqual([CALLER, 0]);
  });
});
