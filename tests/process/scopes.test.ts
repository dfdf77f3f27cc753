import { describe, expect, it } from 'vitest';
import { compileProcess, parseProcess, type Graph } from '#engine/process/index.ts';
import {
  bpmn,
  codes,
  conditional,
  flows,
  formal,
  graphOf,
  MESSAGE,
  MESSAGE_2,
  NAMED,
  SIGNAL,
  Trial,
} from './support.ts';

const made = (inside: string, rest?: string): Promise<Graph> => graphOf(bpmn(inside, rest), { process: 'p' });
const refusedBy = async (inside: string, rest = ''): Promise<readonly string[]> => {
  const parsed = await parseProcess(bpmn(inside, rest), { tolerant: true });
  return codes(parsed.ok ? compileProcess(parsed.value, { process: 'p' }) : parsed);
};

describe('scopes and joins', () => {
  it('a call names its process as Camunda 8 does', async () => {
    const trial = new Trial(
      await made(
        `<startEvent id="s"/><callActivity id="ca"><extensionElements><zeebe:calledElement processId="q"/></extensionElements></callActivity>${flows('s>ca')}`,
        '<process id="q"><startEvent id="qs"/><userTask id="qt"/><sequenceFlow id="f" sourceRef="qs" targetRef="qt"/></process>',
      ),
    );
    expect(trial.waiting).toEqual(['qt']);
  });

  it('refuses what could never begin', async () => {
    expect(
      await refusedBy(
        `<startEvent id="s"/><callActivity id="ca" calledElement="q"/>${flows('s>ca')}`,
        NAMED +
          `<process id="q"><startEvent id="qs">${MESSAGE}</startEvent><userTask id="qt"/><sequenceFlow id="f" sourceRef="qs" targetRef="qt"/></process>`,
      ),
    ).not.toEqual([]);
    expect(
      await refusedBy(
        `<startEvent id="s"/><subProcess id="ca"><startEvent id="qs">${MESSAGE}</startEvent><userTask id="qt"/><sequenceFlow id="f" sourceRef="qs" targetRef="qt"/></subProcess>${flows('s>ca')}`,
        NAMED,
      ),
    ).not.toEqual([]);
    expect(
      await refusedBy(
        `<startEvent id="s"/><eventBasedGateway id="g" eventGatewayType="Parallel" instantiate="true"/><intermediateCatchEvent id="c">${MESSAGE}</intermediateCatchEvent><intermediateCatchEvent id="d">${SIGNAL}</intermediateCatchEvent>${flows('g>c g>d')}`,
        NAMED,
      ),
    ).not.toEqual([]);
  });

  it('a process may call itself', async () => {
    const t = new Trial(
      await made(
        `<startEvent id="s"/><userTask id="a"/><exclusiveGateway id="x" default="x-e"/><callActivity id="ca" calledElement="p"/><endEvent id="e"/>${flows('s>a a>x x>e ca>e')}${conditional('x', 'ca', '= deeper')}`,
      ),
    );
    t.do({ type: 'complete', task: 'a', variables: { deeper: true } }).do({
      type: 'complete',
      task: 'a',
      variables: { deeper: true },
    });
    expect(t.waiting).toEqual(['a']);
    t.do({ type: 'complete', task: 'a', variables: { deeper: false } });
    expect(t.state.status).toBe('ended');
  });

  it('event sub-processes stand in one another and in calls', async () => {
    const q = `<process id="q"><startEvent id="qs"/><userTask id="qt"/><subProcess id="e1" triggeredByEvent="true"><startEvent id="e1s" isInterrupting="false">${MESSAGE}</startEvent><userTask id="e1t"/><subProcess id="e2" triggeredByEvent="true"><startEvent id="e2s">${MESSAGE_2}</startEvent><userTask id="e2t"/>${flows('e2s>e2t')}</subProcess>${flows('e1s>e1t')}</subProcess>${flows('qs>qt')}</process>`;
    const t = new Trial(
      await made(
        `<startEvent id="s"/><callActivity id="ca" calledElement="q"/><userTask id="after"/>${flows('s>ca ca>after')}`,
        NAMED + q,
      ),
    );
    t.do({ type: 'message', name: 'M' }).do({ type: 'message', name: 'M' });
    expect(t.waiting).toEqual(['e1t', 'e1t', 'qt']);
    t.do({ type: 'message', name: 'M2' });
    expect(t.waiting).toEqual(['e1t', 'e2t', 'qt']);
    t.complete('e2t').complete('e1t').complete('qt');
    expect(t.waiting).toEqual(['after']);
  });

  it('a terminate end in an event sub-process ends that one only', async () => {
    const inside = `<startEvent id="s"/><subProcess id="sub"><startEvent id="ss"/><userTask id="t"/><endEvent id="se"/><subProcess id="ev" triggeredByEvent="true"><startEvent id="evs" isInterrupting="false">${MESSAGE}</startEvent><userTask id="u"/><endEvent id="eve"><terminateEventDefinition/></endEvent>${flows('evs>u u>eve')}</subProcess>${flows('ss>t t>se')}</subProcess><endEvent id="e"/>${flows('s>sub sub>e')}`;
    const trial = new Trial(await made(inside, NAMED));
    trial.do({ type: 'message', name: 'M' }).do({ type: 'message', name: 'm' });
    expect(trial.waiting).toEqual(['t', 'u', 'u']);
    trial.complete('u');
    expect(trial.waiting).toEqual(['t', 'u']);
    trial.complete('t');
    expect(trial.state.status).toBe('active');
    trial.do({ type: 'message', name: 'M' });
    expect(trial.waiting).toEqual(['u', 'u']);
  });

  it('an error goes outwards to the catcher of its code', async () => {
    const inside = `<startEvent id="s"/><subProcess id="o"><startEvent id="os"/><subProcess id="i"><startEvent id="is"/><endEvent id="ie"><errorEventDefinition errorRef="er"/></endEvent>${flows('is>ie')}</subProcess><boundaryEvent id="ib" attachedToRef="i"><errorEventDefinition errorRef="er2"/></boundaryEvent><userTask id="wrong"/>${flows('os>i ib>wrong')}</subProcess><boundaryEvent id="ob" attachedToRef="o"><errorEventDefinition errorRef="er"/></boundaryEvent><userTask id="right"/>${flows('s>o ob>right')}`;
    expect(new Trial(await made(inside, NAMED)).waiting).toEqual(['right']);
  });

  it('an error event sub-process takes over what runs beside', async () => {
    const t = new Trial(
      await made(
        `<startEvent id="s"/><subProcess id="sub"><startEvent id="ss"/><parallelGateway id="f"/><parallelGateway id="j"/><userTask id="a"/><userTask id="b"/><endEvent id="er1"><errorEventDefinition errorRef="er"/></endEvent><exclusiveGateway id="x" default="x-j"/><task id="c"/>${flows('ss>f f>a f>b f>c c>j a>x x>j b>j')}${conditional('x', 'er1', '= bad')}<subProcess id="ev" triggeredByEvent="true"><startEvent id="evs"><errorEventDefinition errorRef="er"/></startEvent><userTask id="fix"/>${flows('evs>fix')}</subProcess></subProcess><userTask id="after"/>${flows('s>sub sub>after')}`,
        NAMED,
      ),
    );
    t.do({ type: 'complete', task: 'a', variables: { bad: true } });
    expect(t.waiting).toEqual(['fix']);
    expect(t.state.joins).toEqual([]);
    expect(t.complete('fix').waiting).toEqual(['after']);
  });

  it('an error out of an event sub-process goes to the boundary around', async () => {
    const t = new Trial(
      await made(
        `<startEvent id="s"/><subProcess id="sub"><startEvent id="ss"/><userTask id="a"/><subProcess id="ev" triggeredByEvent="true"><startEvent id="evs">${MESSAGE}</startEvent><endEvent id="eve"><errorEventDefinition errorRef="er"/></endEvent>${flows('evs>eve')}</subProcess>${flows('ss>a')}</subProcess><boundaryEvent id="b" attachedToRef="sub"><errorEventDefinition errorRef="er"/></boundaryEvent><userTask id="u"/>${flows('s>sub b>u')}`,
        NAMED,
      ),
    );
    expect(t.do({ type: 'message', name: 'M' }).waiting).toEqual(['u']);
  });

  it('an escalation goes through a repeated call', async () => {
    const inside = `<startEvent id="s"/><callActivity id="ca" calledElement="q"><multiInstanceLoopCharacteristics>${formal('loopCardinality', '= 2')}</multiInstanceLoopCharacteristics></callActivity><boundaryEvent id="b" attachedToRef="ca" cancelActivity="false"><escalationEventDefinition escalationRef="esc"/></boundaryEvent><userTask id="u"/>${flows('s>ca b>u')}`;
    const trial = new Trial(
      await made(
        inside,
        NAMED +
          '<process id="q"><startEvent id="qs"/><intermediateThrowEvent id="qe"><escalationEventDefinition escalationRef="esc"/></intermediateThrowEvent><userTask id="qt"/><sequenceFlow id="f" sourceRef="qs" targetRef="qe"/><sequenceFlow id="f2" sourceRef="qe" targetRef="qt"/></process>',
      ),
    );
    expect(trial.waiting).toEqual(['qt', 'qt', 'u', 'u']);
  });

  it('an escalation end completes its sub-process and is heard', async () => {
    const t = new Trial(
      await made(
        `<startEvent id="s"/><subProcess id="sub"><startEvent id="ss"/><endEvent id="se"><escalationEventDefinition escalationRef="esc"/></endEvent>${flows('ss>se')}</subProcess><boundaryEvent id="b" attachedToRef="sub" cancelActivity="false"><escalationEventDefinition escalationRef="esc"/></boundaryEvent><userTask id="u"/><userTask id="v"/>${flows('s>sub b>u sub>v')}`,
        NAMED,
      ),
    );
    expect(t.waiting).toEqual(['u', 'v']);
  });

  it('the nearest catcher of an escalation goes first', async () => {
    const t = new Trial(
      await made(
        `<startEvent id="s"/><subProcess id="sub"><startEvent id="ss"/><intermediateThrowEvent id="th"><escalationEventDefinition escalationRef="esc"/></intermediateThrowEvent><userTask id="goes"/><subProcess id="ev" triggeredByEvent="true"><startEvent id="evs" isInterrupting="false"><escalationEventDefinition/></startEvent><userTask id="evt"/>${flows('evs>evt')}</subProcess>${flows('ss>th th>goes')}</subProcess><boundaryEvent id="b" attachedToRef="sub"><escalationEventDefinition escalationRef="esc"/></boundaryEvent><userTask id="u"/>${flows('s>sub b>u')}`,
        NAMED,
      ),
    );
    expect(t.waiting).toEqual(['evt', 'goes']);
  });

  it('an inclusive join is exact in a loop with splits inside splits', async () => {
    const g = `<startEvent id="s"/><exclusiveGateway id="m"/><inclusiveGateway id="o"/><userTask id="a"/><inclusiveGateway id="o2"/><userTask id="b"/><userTask id="c"/><inclusiveGateway id="j2"/><inclusiveGateway id="j"/><exclusiveGateway id="x" default="x-e"/><endEvent id="e"/>${flows('s>m m>o a>j b>j2 c>j2 j2>j j>x x>e')}${conditional('o', 'a', '= true')}${conditional('o', 'o2', '= true')}${conditional('o2', 'b', '= true')}${conditional('o2', 'c', '= two')}${conditional('x', 'm', '= again')}`;
    const t = new Trial(await made(g), { two: true, again: true });
    expect(t.waiting).toEqual(['a', 'b', 'c']);
    t.complete('a').complete('b');
    expect(t.waiting).toEqual(['c']);
    t.do({ type: 'complete', task: 'c', variables: { two: false } });
    expect(t.waiting).toEqual(['a', 'b']);
    t.complete('b');
    expect(t.waiting).toEqual(['a']);
    t.do({ type: 'complete', task: 'a', variables: { again: false } });
    expect(t.state.status).toBe('ended');
  });

  it('an inclusive join waits for the way of a boundary event', async () => {
    const g = `<startEvent id="s"/><parallelGateway id="f"/><userTask id="a"/><userTask id="b"/><boundaryEvent id="bd" attachedToRef="b" cancelActivity="false">${SIGNAL}</boundaryEvent><userTask id="c"/><inclusiveGateway id="j"/><userTask id="z"/>${flows('s>f f>a f>b a>j b>j bd>c c>j j>z')}`;
    const t = new Trial(await made(g, NAMED));
    t.do({ type: 'signal', name: 'S' }).complete('a').complete('b');
    expect(t.waiting).toEqual(['c']);
    expect(t.complete('c').waiting).toEqual(['z']);
    const t2 = new Trial(await made(g, NAMED));
    t2.complete('a');
    expect(t2.waiting).toEqual(['b']);
    expect(t2.complete('b').waiting).toEqual(['z']);
  });

  it('a parallel join wants a token from each flow, not two from one', async () => {
    const t = new Trial(
      await made(
        `<startEvent id="s"/><parallelGateway id="f"/><userTask id="a"/><userTask id="b"/><userTask id="c"/><exclusiveGateway id="m"/><parallelGateway id="j"/><userTask id="z"/>${flows('s>f f>a f>b f>c a>m b>m m>j c>j j>z')}`,
      ),
    );
    t.complete('a').complete('b');
    expect(t.waiting).toEqual(['c']);
    t.complete('c');
    expect(t.waiting).toEqual(['z']);
    t.complete('z');
    expect(t.state.status).toBe('active');
  });
});
