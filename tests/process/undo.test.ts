import { describe, expect, it } from 'vitest';
import { type Graph } from '#engine/process/index.ts';
import { bpmn, flows, formal, graphOf, MESSAGE, NAMED, Trial } from './support.ts';

const made = (inside: string, rest?: string): Promise<Graph> => graphOf(bpmn(inside, rest), { process: 'p' });

describe('undoing what was done', () => {
  it('undoes every turn of a repeated activity', async () => {
    const inside = `<startEvent id="s"/><userTask id="t"><multiInstanceLoopCharacteristics>${formal('loopCardinality', '= 2')}</multiInstanceLoopCharacteristics></userTask><boundaryEvent id="b" attachedToRef="t"><compensateEventDefinition/></boundaryEvent><userTask id="undo" isForCompensation="true"/><association id="as" sourceRef="b" targetRef="undo"/><endEvent id="e"><compensateEventDefinition/></endEvent>${flows('s>t t>e')}`;
    const trial = new Trial(await made(inside));
    trial.complete('t').complete('t');
    expect(trial.waiting).toEqual(['undo']);
    expect(trial.complete('undo').waiting).toEqual(['undo']);
    expect(trial.complete('undo').state.status).toBe('ended');
  });

  it('undoes what every turn of a sub-process had done', async () => {
    const inside = `<startEvent id="s"/><subProcess id="sub"><multiInstanceLoopCharacteristics isSequential="true">${formal('loopCardinality', '= 2')}</multiInstanceLoopCharacteristics><startEvent id="ss"/><task id="t"/><boundaryEvent id="b" attachedToRef="t"><compensateEventDefinition/></boundaryEvent><userTask id="undo" isForCompensation="true"/>${flows('ss>t')}<association id="as" sourceRef="b" targetRef="undo"/></subProcess><endEvent id="e"><compensateEventDefinition/></endEvent>${flows('s>sub sub>e')}`;
    const trial = new Trial(await made(inside));
    expect(trial.waiting).toEqual(['undo']);
    expect(trial.complete('undo').waiting).toEqual(['undo']);
    expect(trial.complete('undo').state.status).toBe('ended');
  });

  it('repeats a handler that is itself repeated', async () => {
    const inside = `<startEvent id="s"/><task id="t"/><boundaryEvent id="b" attachedToRef="t"><compensateEventDefinition/></boundaryEvent><userTask id="undo" isForCompensation="true"><multiInstanceLoopCharacteristics>${formal('loopCardinality', '= 2')}</multiInstanceLoopCharacteristics></userTask><association id="as" sourceRef="b" targetRef="undo"/><endEvent id="e"><compensateEventDefinition/></endEvent>${flows('s>t t>e')}`;
    const trial = new Trial(await made(inside));
    expect(trial.waiting).toEqual(['undo', 'undo']);
    trial.complete('undo').complete('undo');
    expect(trial.state.status).toBe('ended');
  });

  it('reaches from an event sub-process an activity of the scope around it', async () => {
    const c = (id: string) =>
      `<userTask id="${id}"/><boundaryEvent id="${id}b" attachedToRef="${id}"><compensateEventDefinition/></boundaryEvent><userTask id="undo-${id}" isForCompensation="true"/><association id="as-${id}" sourceRef="${id}b" targetRef="undo-${id}"/>`;
    const inside = `<startEvent id="s"/>${c('t')}<userTask id="w"/><subProcess id="evsub" triggeredByEvent="true"><startEvent id="ess">${MESSAGE}</startEvent>${c('k')}<intermediateThrowEvent id="th"><compensateEventDefinition activityRef="t"/></intermediateThrowEvent><endEvent id="ese"/>${flows('ess>k k>th th>ese')}</subProcess>${flows('s>t t>w')}`;
    const trial = new Trial(await made(inside, NAMED));
    trial.complete('t').do({ type: 'message', name: 'M' }).complete('k');
    expect(trial.waiting).toEqual(['undo-t']);
    expect(trial.complete('undo-t').state.status).toBe('ended');
  });

  it('undoes one activity when it is named, and only once', async () => {
    const c = (id: string) =>
      `<task id="${id}"/><boundaryEvent id="${id}b" attachedToRef="${id}"><compensateEventDefinition/></boundaryEvent><userTask id="undo-${id}" isForCompensation="true"/><association id="as-${id}" sourceRef="${id}b" targetRef="undo-${id}"/>`;
    const t = new Trial(
      await made(
        `<startEvent id="s"/>${c('one')}${c('two')}<intermediateThrowEvent id="t1"><compensateEventDefinition activityRef="one"/></intermediateThrowEvent><intermediateThrowEvent id="t2"><compensateEventDefinition activityRef="one"/></intermediateThrowEvent><endEvent id="e"><compensateEventDefinition/></endEvent>${flows('s>one one>two two>t1 t1>t2 t2>e')}`,
      ),
    );
    expect(t.waiting).toEqual(['undo-one']);
    expect(t.complete('undo-one').waiting).toEqual(['undo-two']);
    expect(t.complete('undo-two').state.status).toBe('ended');
  });

  it('of a transaction happens by a cancel, not by an error', async () => {
    const c = (id: string) =>
      `<task id="${id}"/><boundaryEvent id="${id}b" attachedToRef="${id}"><compensateEventDefinition/></boundaryEvent><userTask id="undo-${id}" isForCompensation="true"/><association id="as-${id}" sourceRef="${id}b" targetRef="undo-${id}"/>`;
    const inside = (def: string) =>
      `<startEvent id="s"/><subProcess id="o"><startEvent id="os"/><transaction id="tx"><startEvent id="ts"/>${c('t')}<endEvent id="te">${def}</endEvent>${flows('ts>t t>te')}</transaction><boundaryEvent id="cb" attachedToRef="tx"><cancelEventDefinition/></boundaryEvent><boundaryEvent id="eb" attachedToRef="tx"><errorEventDefinition/></boundaryEvent><userTask id="cancelled"/><userTask id="failed"/>${flows('os>tx cb>cancelled eb>failed')}</subProcess>${flows('s>o')}`;
    const trial = new Trial(await made(inside('<cancelEventDefinition/>'), NAMED));
    expect(trial.waiting).toEqual(['undo-t']);
    expect(trial.complete('undo-t').waiting).toEqual(['cancelled']);
    expect(new Trial(await made(inside('<errorEventDefinition errorRef="er"/>'), NAMED)).waiting).toEqual(['failed']);
  });

  it('goes into completed sub-processes of a cancelled transaction, the last done first', async () => {
    const c = (id: string) =>
      `<task id="${id}"/><boundaryEvent id="${id}b" attachedToRef="${id}"><compensateEventDefinition/></boundaryEvent><userTask id="undo-${id}" isForCompensation="true"/><association id="as-${id}" sourceRef="${id}b" targetRef="undo-${id}"/>`;
    const t = new Trial(
      await made(
        `<startEvent id="s"/><transaction id="tx"><startEvent id="ts"/><subProcess id="in"><startEvent id="is"/>${c('one')}${c('two')}${flows('is>one one>two')}</subProcess>${c('three')}<parallelGateway id="f"/><userTask id="w"/><userTask id="k"/><endEvent id="te"><cancelEventDefinition/></endEvent>${flows('ts>in in>three three>f f>w f>k k>te')}</transaction><boundaryEvent id="cb" attachedToRef="tx"><cancelEventDefinition/></boundaryEvent><userTask id="cancelled"/>${flows('s>tx cb>cancelled')}`,
      ),
    );
    expect(t.waiting).toEqual(['k', 'w']);
    t.complete('k');
    expect(t.waiting).toEqual(['undo-three']);
    t.complete('undo-three');
    expect(t.waiting).toEqual(['undo-two']);
    t.complete('undo-two').complete('undo-one');
    expect(t.waiting).toEqual(['cancelled']);
  });
});
