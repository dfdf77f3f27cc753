import { describe, expect, it } from 'vitest';
import { startProcess, type Graph } from '#engine/process/index.ts';
import { bpmn, codes, flows, formal, graphOf, MESSAGE, MESSAGE_2, NAMED, NOW, SIGNAL, Trial } from './support.ts';

const made = (inside: string, rest?: string): Promise<Graph> => graphOf(bpmn(inside, rest), { process: 'p' });

describe('events', () => {
  it('take their time as FEEL or as ISO 8601', async () => {
    for (const [tag, e] of [
      ['timeDuration', '=duration("PT1H")'],
      ['timeDuration', '="PT1H"'],
      ['timeDate', '=date and time("2021-07-01T01:00:00Z")'],
      ['timeDate', '="2021-07-01T01:00:00Z"'],
      ['timeDate', '=date and time("2021-07-01T00:00:00Z") + duration("PT1H")'],
      ['timeCycle', '="R3/PT1H"'],
      ['timeDate', '2021-07-01T08:00:00+07:00'],
    ] as const) {
      const trial = new Trial(
        await made(
          `<startEvent id="s"/><userTask id="a"/><boundaryEvent id="b" attachedToRef="a"><timerEventDefinition>${formal(tag, e)}</timerEventDefinition></boundaryEvent>${flows('s>a')}`,
        ),
      );
      expect([e, trial.state.status, trial.state.timers[0]?.due]).toEqual([e, 'active', '2021-07-01T01:00:00.000Z']);
    }
  });

  it('at the boundary see what the activity has taken', async () => {
    const inside = `<startEvent id="s"/><userTask id="a"><extensionElements><zeebe:ioMapping><zeebe:input source="=&quot;PT1H&quot;" target="d"/></zeebe:ioMapping></extensionElements></userTask><boundaryEvent id="b" attachedToRef="a"><timerEventDefinition>${formal('timeDuration', '= d')}</timerEventDefinition></boundaryEvent>${flows('s>a')}`;
    const trial = new Trial(await made(inside));
    expect(trial.state.timers.map((x) => x.due)).toEqual(['2021-07-01T01:00:00.000Z']);
  });

  it('at the boundary come as often as their cycle says', async () => {
    const trial = new Trial(
      await made(
        `<startEvent id="s"/><userTask id="a"/><boundaryEvent id="b" cancelActivity="false" attachedToRef="a"><timerEventDefinition>${formal('timeCycle', 'R3/PT1H')}</timerEventDefinition></boundaryEvent><userTask id="u"/>${flows('s>a b>u')}`,
      ),
    );
    for (let i = 0; i < 3; i += 1) trial.do({ type: 'timer', timer: 'b' });
    expect(trial.waiting).toEqual(['a', 'u', 'u', 'u']);
    expect(trial.refused({ type: 'timer', timer: 'b' })).toEqual(['process.timer.not-armed']);
  });

  it('start an event sub-process as often as their cycle says', async () => {
    const t = new Trial(
      await made(
        `<startEvent id="s"/><userTask id="a"/><subProcess id="ev" triggeredByEvent="true"><startEvent id="evs" isInterrupting="false"><timerEventDefinition>${formal('timeCycle', 'R2/PT1H')}</timerEventDefinition></startEvent><userTask id="u"/>${flows('evs>u')}</subProcess>${flows('s>a')}`,
      ),
    );
    t.do({ type: 'timer', timer: 'evs' }).do({ type: 'timer', timer: 'evs' });
    expect(t.waiting).toEqual(['a', 'u', 'u']);
    expect(t.refused({ type: 'timer', timer: 'evs' })).toEqual(['process.timer.not-armed']);
  });

  it('behind a gateway get their time when it is known at last', async () => {
    const trial = new Trial(
      await made(
        `<startEvent id="s"/><eventBasedGateway id="g"/><intermediateCatchEvent id="t"><timerEventDefinition>${formal('timeDuration', '= d')}</timerEventDefinition></intermediateCatchEvent><intermediateCatchEvent id="c">${MESSAGE}</intermediateCatchEvent><userTask id="u"/>${flows('s>g g>t g>c t>u c>u')}`,
        NAMED,
      ),
    );
    expect(trial.state.status).toBe('incident');
    trial.do({ type: 'retry', variables: { d: 'PT1H' } });
    expect(trial.do({ type: 'timer', timer: 't' }).waiting).toEqual(['u']);
  });

  it('behind a gateway: the first one wins, whatever its kind', async () => {
    const inside = `<startEvent id="s"/><eventBasedGateway id="g"/><intermediateCatchEvent id="c">${MESSAGE}</intermediateCatchEvent><intermediateCatchEvent id="d">${SIGNAL}</intermediateCatchEvent><intermediateCatchEvent id="t"><timerEventDefinition>${formal('timeDuration', 'PT1H')}</timerEventDefinition></intermediateCatchEvent><intermediateCatchEvent id="k"><conditionalEventDefinition>${formal('condition', '= n > 1')}</conditionalEventDefinition></intermediateCatchEvent><userTask id="u"/>${flows('s>g g>c g>d g>t g>k c>u d>u t>u k>u')}`;
    const w = async (): Promise<Trial> => new Trial(await made(inside, NAMED), { n: 0 });
    for (const input of [
      { type: 'message', name: 'M' },
      { type: 'signal', name: 'S' },
      { type: 'timer', timer: 't' },
    ] as const)
      expect((await w()).do(input).waiting).toEqual(['u']);
    const met = new Trial(await made(inside, NAMED), { n: 2 });
    expect(met.waiting).toEqual(['u']);
    expect(met.state.timers).toEqual([]);
    const rt = `<startEvent id="s"/><eventBasedGateway id="g"/><receiveTask id="c" messageRef="m"/><intermediateCatchEvent id="t"><timerEventDefinition>${formal('timeDuration', 'PT1H')}</timerEventDefinition></intermediateCatchEvent><userTask id="u"/>${flows('s>g g>c g>t c>u t>u')}`;
    expect(new Trial(await made(rt, NAMED)).do({ type: 'message', name: 'M' }).waiting).toEqual(['u']);
    expect(new Trial(await made(rt, NAMED)).do({ type: 'complete', task: 'c' }).waiting).toEqual(['u']);
  });

  it('begin a process: one of several by its name, or a gateway', async () => {
    const g = await made(
      `<startEvent id="s1">${MESSAGE}</startEvent><startEvent id="s2">${MESSAGE_2}</startEvent><userTask id="a"/><userTask id="b"/>${flows('s1>a s2>b')}`,
      NAMED,
    );
    expect(codes(startProcess(g, { type: 'start', variables: {} }, { now: NOW }))).toEqual(['process.start.ambiguous']);
    const r = startProcess(g, { type: 'start', variables: {}, element: 's2' }, { now: NOW });
    expect(r.ok && r.value.state.tokens.map((x) => x.element)).toEqual(['b']);
    const i = new Trial(
      await made(
        `<eventBasedGateway id="g" instantiate="true"/><intermediateCatchEvent id="c">${MESSAGE}</intermediateCatchEvent><intermediateCatchEvent id="r">${MESSAGE_2}</intermediateCatchEvent><userTask id="a"/><userTask id="b"/>${flows('g>c g>r c>a r>b')}`,
        NAMED,
      ),
    );
    expect(i.do({ type: 'message', name: 'M2' }).waiting).toEqual(['b']);
  });

  it('called signals reach everyone who waits', async () => {
    const inside = `<startEvent id="s"/><subProcess id="sub"><multiInstanceLoopCharacteristics>${formal('loopCardinality', '= 3')}</multiInstanceLoopCharacteristics><startEvent id="ss"/><userTask id="t"/><boundaryEvent id="b" attachedToRef="t">${SIGNAL}</boundaryEvent><userTask id="u"/>${flows('ss>t b>u')}</subProcess>${flows('s>sub')}`;
    expect(new Trial(await made(inside, NAMED)).do({ type: 'signal', name: 'S' }).waiting).toEqual(['u', 'u', 'u']);
  });

  it('called signals may end the very scope that throws them', async () => {
    const t = new Trial(
      await made(
        `<startEvent id="s"/><subProcess id="sub"><startEvent id="ss"/><intermediateThrowEvent id="th">${SIGNAL}</intermediateThrowEvent><userTask id="never"/>${flows('ss>th th>never')}</subProcess><boundaryEvent id="b" attachedToRef="sub">${SIGNAL}</boundaryEvent><userTask id="u"/>${flows('s>sub b>u')}`,
        NAMED,
      ),
    );
    expect(t.waiting).toEqual(['u']);
  });

  it('called signals are lost where nobody waits yet', async () => {
    const t = new Trial(
      await made(
        `<startEvent id="s"/><parallelGateway id="f"/><intermediateThrowEvent id="th">${SIGNAL}</intermediateThrowEvent><endEvent id="e1"/><userTask id="a"/><intermediateCatchEvent id="c">${SIGNAL}</intermediateCatchEvent>${flows('s>f f>th th>e1 f>a a>c')}`,
        NAMED,
      ),
    );
    expect(t.complete('a').waiting).toEqual(['c']);
    expect(t.do({ type: 'signal', name: 'S' }).state.status).toBe('ended');
  });

  it('called conditional happen each time the condition becomes true', async () => {
    const t = new Trial(
      await made(
        `<startEvent id="s"/><exclusiveGateway id="m"/><userTask id="a"/><subProcess id="ev" triggeredByEvent="true"><startEvent id="evs" isInterrupting="false"><conditionalEventDefinition>${formal('condition', '= n > 1')}</conditionalEventDefinition></startEvent><userTask id="u"/>${flows('evs>u')}</subProcess>${flows('s>m m>a a>m')}`,
      ),
      { n: 0 },
    );
    const set = (n: number) => t.do({ type: 'complete', task: 'a', variables: { n } }).waiting;
    expect(set(2)).toEqual(['a', 'u']);
    expect(set(3)).toEqual(['a', 'u']);
    expect(set(1)).toEqual(['a', 'u']);
    expect(set(2)).toEqual(['a', 'u', 'u']);
  });

  it('called links stay in their own scope', async () => {
    const l = (n: string) => `<linkEventDefinition name="${n}"/>`;
    const inside = `<startEvent id="s"/><subProcess id="sub"><startEvent id="ss"/><intermediateThrowEvent id="lt">${l('L')}</intermediateThrowEvent><intermediateCatchEvent id="lc">${l('L')}</intermediateCatchEvent><userTask id="a"/>${flows('ss>lt lc>a')}</subProcess><intermediateThrowEvent id="lt2">${l('L')}</intermediateThrowEvent><intermediateCatchEvent id="lc2">${l('L')}</intermediateCatchEvent><userTask id="b"/>${flows('s>sub sub>lt2 lc2>b')}`;
    const trial = new Trial(await made(inside));
    expect(trial.waiting).toEqual(['a']);
    expect(trial.complete('a').waiting).toEqual(['b']);
  });

  it('at the boundary of a call see what happens inside it', async () => {
    const q = `<process id="q"><startEvent id="qs"/><userTask id="qt"/>${flows('qs>qt')}</process>`;
    const g = await made(
      `<startEvent id="s"/><callActivity id="ca" calledElement="q"/><boundaryEvent id="b1" attachedToRef="ca" cancelActivity="false">${SIGNAL}</boundaryEvent><boundaryEvent id="b2" attachedToRef="ca"><timerEventDefinition>${formal('timeDuration', 'PT1H')}</timerEventDefinition></boundaryEvent><boundaryEvent id="b3" attachedToRef="ca"><errorEventDefinition/></boundaryEvent><userTask id="u1"/><userTask id="u2"/><userTask id="u3"/>${flows('s>ca b1>u1 b2>u2 b3>u3')}`,
      NAMED + q,
    );
    expect(new Trial(g).do({ type: 'signal', name: 'S' }).do({ type: 'signal', name: 'S' }).waiting).toEqual([
      'qt',
      'u1',
      'u1',
    ]);
    expect(new Trial(g).do({ type: 'timer', timer: 'b2' }).waiting).toEqual(['u2']);
    expect(new Trial(g).do({ type: 'error', task: 'qt', code: 'zzz' }).waiting).toEqual(['u3']);
  });

  it('called errors that nobody catches leave the task to be tried again', async () => {
    const t = new Trial(await made(`<startEvent id="s"/><userTask id="a"/><endEvent id="e"/>${flows('s>a a>e')}`));
    t.do({ type: 'error', task: 'a', code: 'E1' });
    expect(t.state.status).toBe('incident');
    t.do({ type: 'retry' });
    expect(t.waiting).toEqual(['a']);
    expect(t.complete('a').state.status).toBe('ended');
  });

  it('start an event sub-process of another engine by each of its start events', async () => {
    const inside = `<startEvent id="s"/><userTask id="a"/><subProcess id="ev" triggeredByEvent="true"><startEvent id="by-m" isInterrupting="false">${MESSAGE}</startEvent><startEvent id="by-s">${SIGNAL}</startEvent><userTask id="u"/>${flows('by-m>u by-s>u')}</subProcess>${flows('s>a')}`;
    const trial = new Trial(await made(inside, NAMED)).do({ type: 'message', name: 'M' });
    expect(trial.waiting).toEqual(['a', 'u']);
    expect(trial.do({ type: 'signal', name: 'S' }).waiting).toEqual(['u']);
  });
});
