import { describe, expect, it } from 'vitest';
import { type Graph } from '#engine/process/index.ts';
import { bpmn, conditional, flows, formal, graphOf, MESSAGE, NAMED, SIGNAL, Trial } from './support.ts';

const made = (inside: string, rest?: string): Promise<Graph> => graphOf(bpmn(inside, rest), { process: 'p' });

describe('an activity done several times', () => {
  it('waits in each turn for the message of its own entry', async () => {
    const inside =
      '<startEvent id="s"/><subProcess id="sub"><multiInstanceLoopCharacteristics><extensionElements><zeebe:loopCharacteristics inputCollection="=orders" inputElement="order"/></extensionElements></multiInstanceLoopCharacteristics><startEvent id="ss"/><intermediateCatchEvent id="c" mc:key="= order">' +
      MESSAGE +
      '</intermediateCatchEvent><endEvent id="se"/>' +
      flows('ss>c c>se') +
      '</subProcess><endEvent id="e"/>' +
      flows('s>sub sub>e');
    const trial = new Trial(await made(inside, NAMED), { orders: ['a', 'b'] });
    expect(trial.refused({ type: 'message', name: 'M', key: 'zz' })).toEqual(['process.message.not-awaited']);
    trial.do({ type: 'message', name: 'M', key: 'b' });
    expect(trial.refused({ type: 'message', name: 'M', key: 'b' })).toEqual(['process.message.not-awaited']);
    trial.do({ type: 'message', name: 'M', key: 'a' });
    expect(trial.state.status).toBe('ended');
  });

  it('goes through the list inside an entry of a list', async () => {
    const mi = (c: string, i: string) =>
      `<multiInstanceLoopCharacteristics><extensionElements><zeebe:loopCharacteristics inputCollection="=${c}" inputElement="${i}"/></extensionElements></multiInstanceLoopCharacteristics>`;
    const inside = `<startEvent id="s"/><subProcess id="sub">${mi('orders', 'order')}<startEvent id="ss"/><userTask id="t">${mi('order.lines', 'line')}</userTask>${flows('ss>t')}</subProcess>${flows('s>sub')}`;
    const trial = new Trial(await made(inside), { orders: [{ lines: [1, 2] }, { lines: [3] }] });
    expect(trial.waiting).toEqual(['t', 't', 't']);
  });

  it('tells its conditions which turn it is', async () => {
    const inside = `<startEvent id="s"/><subProcess id="sub"><multiInstanceLoopCharacteristics>${formal('loopCardinality', '= 3')}</multiInstanceLoopCharacteristics><startEvent id="ss"/><exclusiveGateway id="x" default="x-b"/><userTask id="a"/><userTask id="b"/>${flows('ss>x x>b')}${conditional('x', 'a', '= loopCounter = 2')}</subProcess>${flows('s>sub')}`;
    expect(new Trial(await made(inside)).waiting).toEqual(['a', 'b', 'b']);
  });

  it('shows its entry to a conditional event inside', async () => {
    const inside = `<startEvent id="s"/><subProcess id="sub"><multiInstanceLoopCharacteristics><extensionElements><zeebe:loopCharacteristics inputCollection="=[1,2]" inputElement="i"/></extensionElements></multiInstanceLoopCharacteristics><startEvent id="ss"/><intermediateCatchEvent id="c"><conditionalEventDefinition>${formal('condition', '= i = 2')}</conditionalEventDefinition></intermediateCatchEvent><userTask id="t"/>${flows('ss>c c>t')}</subProcess>${flows('s>sub')}`;
    expect(new Trial(await made(inside)).waiting).toEqual(['c', 't']);
  });

  it('begins its list of results anew when it is done again', async () => {
    const inside = `<startEvent id="s"/><exclusiveGateway id="m"/><userTask id="t"><multiInstanceLoopCharacteristics><extensionElements><zeebe:loopCharacteristics inputCollection="=list" inputElement="i" outputCollection="out" outputElement="=r"/></extensionElements></multiInstanceLoopCharacteristics></userTask><userTask id="u"/>${flows('s>m m>t t>u u>m')}`;
    const trial = new Trial(await made(inside), { list: [1, 2] });
    trial
      .do({ type: 'complete', task: 't', variables: { r: 'a' } })
      .do({ type: 'complete', task: 't', variables: { r: 'b' } });
    expect(trial.state.variables['out']).toEqual(['a', 'b']);
    trial.do({ type: 'complete', task: 'u', variables: { list: [] } });
    expect(trial.state.variables['out']).toEqual([]);
  });

  it('keeps the results of a turn apart from those of another', async () => {
    const mi = (c: string, i: string, out: string, el: string) =>
      `<multiInstanceLoopCharacteristics><extensionElements><zeebe:loopCharacteristics inputCollection="=${c}" inputElement="${i}" outputCollection="${out}" outputElement="=${el}"/></extensionElements></multiInstanceLoopCharacteristics>`;
    const t = new Trial(
      await made(
        `<startEvent id="s"/><subProcess id="sub">${mi('orders', 'order', 'all', 'inner')}<startEvent id="ss"/><userTask id="t">${mi('order', 'line', 'inner', 'line * 10')}</userTask>${flows('ss>t')}</subProcess><userTask id="z"/>${flows('s>sub sub>z')}`,
      ),
      { orders: [[1, 2], [3]] },
    );
    t.complete('t').complete('t').complete('t');
    expect(t.state.variables).toEqual({ orders: [[1, 2], [3]], all: [[10, 20], [30]] });
  });

  it('writes a name of its own where that name lives', async () => {
    const t = new Trial(
      await made(
        `<startEvent id="s"/><subProcess id="sub"><extensionElements><zeebe:ioMapping><zeebe:input source="=order" target="order"/><zeebe:input source="=null" target="result"/><zeebe:output source="=result" target="r2"/></zeebe:ioMapping></extensionElements><multiInstanceLoopCharacteristics><extensionElements><zeebe:loopCharacteristics inputCollection="=orders" inputElement="order" outputCollection="all" outputElement="=result"/></extensionElements></multiInstanceLoopCharacteristics><startEvent id="ss"/><userTask id="a"/><userTask id="b"/>${flows('ss>a a>b')}</subProcess><userTask id="z"/>${flows('s>sub sub>z')}`,
      ),
      { orders: ['x', 'y'] },
    );
    t.do({ type: 'complete', task: 'a', variables: { result: 'one' } }).do({
      type: 'complete',
      task: 'a',
      variables: { result: 'two' },
    });
    t.complete('b').complete('b');
    expect(t.state.variables['all']).toEqual(['one', 'two']);
    expect(t.state.variables['result']).toBe(undefined);
    expect(t.state.variables['r2']).toBe('two');
  });

  it('calls a process for each entry, with what is taken and given back', async () => {
    const q = `<process id="q"><startEvent id="qs"/><userTask id="qt"/>${flows('qs>qt')}</process>`;
    const t = new Trial(
      await made(
        `<startEvent id="s"/><callActivity id="ca" calledElement="q"><extensionElements><zeebe:ioMapping><zeebe:input source="=item * 2" target="twice"/><zeebe:output source="=twice" target="last"/></zeebe:ioMapping></extensionElements><multiInstanceLoopCharacteristics><extensionElements><zeebe:loopCharacteristics inputCollection="=[1,2,3]" inputElement="item" outputCollection="all" outputElement="=twice + 1"/></extensionElements></multiInstanceLoopCharacteristics></callActivity><userTask id="z"/>${flows('s>ca ca>z')}`,
        q,
      ),
    );
    t.complete('qt').complete('qt').complete('qt');
    expect(t.waiting).toEqual(['z']);
    expect(t.state.variables).toEqual({ last: 6, all: [3, 5, 7] });
  });

  it('counts all turns of a parallel activity as active from the beginning', async () => {
    const inside = `<startEvent id="s"/><userTask id="t"><multiInstanceLoopCharacteristics>${formal('loopCardinality', '= 5')}${formal('completionCondition', '= numberOfActiveInstances = 3 and numberOfCompletedInstances = 2 and numberOfTerminatedInstances = 0')}</multiInstanceLoopCharacteristics></userTask><userTask id="u"/>${flows('s>t t>u')}`;
    const trial = new Trial(await made(inside));
    expect(trial.complete('t').waiting.length).toBe(4);
    expect(trial.complete('t').waiting).toEqual(['u']);
    const instant = inside
      .replace('<userTask id="t">', '<task id="t">')
      .replace('</multiInstanceLoopCharacteristics></userTask>', '</multiInstanceLoopCharacteristics></task>');
    expect(new Trial(await made(instant)).left.filter((x) => x === 't').length).toBe(1);
  });

  it('is passed when there is nothing to do', async () => {
    const inside = `<startEvent id="s"/><userTask id="t"><multiInstanceLoopCharacteristics>${formal('loopCardinality', '= 0')}</multiInstanceLoopCharacteristics></userTask><boundaryEvent id="b" attachedToRef="t"><timerEventDefinition>${formal('timeDuration', 'PT1H')}</timerEventDefinition></boundaryEvent><userTask id="u"/>${flows('s>t t>u')}`;
    const trial = new Trial(await made(inside));
    expect(trial.waiting).toEqual(['u']);
    expect(trial.state.timers).toEqual([]);
  });

  it('ends as a whole by an error in one turn', async () => {
    const t = new Trial(
      await made(
        `<startEvent id="s"/><userTask id="a"><multiInstanceLoopCharacteristics>${formal('loopCardinality', '= 3')}</multiInstanceLoopCharacteristics></userTask><boundaryEvent id="b" attachedToRef="a"><errorEventDefinition errorRef="er"/></boundaryEvent><userTask id="u"/>${flows('s>a b>u')}`,
        NAMED,
      ),
    );
    t.complete('a').do({ type: 'error', task: 'a', code: 'E1' });
    expect(t.waiting).toEqual(['u']);
    expect(t.state.tokens.length).toBe(1);
  });

  it('ends as a whole by its boundary event', async () => {
    const inside = `<startEvent id="s"/><subProcess id="sub"><multiInstanceLoopCharacteristics isSequential="true">${formal('loopCardinality', '= 2')}</multiInstanceLoopCharacteristics><startEvent id="ss"/><userTask id="t"/>${flows('ss>t')}</subProcess><boundaryEvent id="b" attachedToRef="sub">${SIGNAL}</boundaryEvent><userTask id="u"/>${flows('s>sub b>u')}`;
    const trial = new Trial(await made(inside, NAMED)).complete('t');
    expect(trial.do({ type: 'signal', name: 'S' }).waiting).toEqual(['u']);
    expect(trial.state.scopes.length).toBe(1);
  });

  it('loses one turn only by a terminate end inside', async () => {
    const inside = `<startEvent id="s"/><subProcess id="sub"><multiInstanceLoopCharacteristics>${formal('loopCardinality', '= 2')}</multiInstanceLoopCharacteristics><startEvent id="ss"/><parallelGateway id="f"/><userTask id="a"/><userTask id="b"/><endEvent id="se"><terminateEventDefinition/></endEvent>${flows('ss>f f>a f>b a>se')}</subProcess><userTask id="after"/>${flows('s>sub sub>after')}`;
    const trial = new Trial(await made(inside));
    expect(trial.complete('a').waiting).toEqual(['a', 'b']);
    expect(trial.complete('a').waiting).toEqual(['after']);
  });

  it('loops by its condition, before or after, up to its maximum', async () => {
    const lp = (a: string, c: string) =>
      `<startEvent id="s"/><userTask id="t"><standardLoopCharacteristics ${a}>${formal('loopCondition', c)}</standardLoopCharacteristics></userTask><userTask id="u"/>${flows('s>t t>u')}`;
    const t = new Trial(await made(lp('', '= loopCounter &lt; 3')));
    t.complete('t').complete('t');
    expect(t.waiting).toEqual(['t']);
    expect(t.complete('t').waiting).toEqual(['u']);
    expect(new Trial(await made(lp('testBefore="true"', '= false'))).waiting).toEqual(['u']);
    const m = new Trial(await made(lp('testBefore="true" loopMaximum="1"', '= true')));
    expect(m.waiting).toEqual(['t']);
    expect(m.complete('t').waiting).toEqual(['u']);
  });

  it('loops over a sub-process until its boundary event happens', async () => {
    const t = new Trial(
      await made(
        `<startEvent id="s"/><subProcess id="sub"><standardLoopCharacteristics loopMaximum="3">${formal('loopCondition', '= true')}</standardLoopCharacteristics><startEvent id="ss"/><userTask id="a"/>${flows('ss>a')}</subProcess><boundaryEvent id="b" attachedToRef="sub">${MESSAGE}</boundaryEvent><userTask id="u"/><userTask id="v"/>${flows('s>sub b>u sub>v')}`,
        NAMED,
      ),
    );
    t.complete('a').complete('a');
    expect(t.waiting).toEqual(['a']);
    const t2 = new Trial(t.graph);
    t2.complete('a').do({ type: 'message', name: 'M' });
    expect(t2.waiting).toEqual(['u']);
    expect(t.complete('a').waiting).toEqual(['v']);
  });

  it('tries a turn again whose decision contradicted itself', async () => {
    const table = JSON.stringify({
      hitPolicy: 'U',
      inputs: ['n'],
      rules: [
        { when: ['> 1'], then: 'a' },
        { when: ['> 2'], then: 'b' },
      ],
    });
    const inside = `<startEvent id="s"/><businessRuleTask id="t" mc:result="r"><extensionElements><mc:table>${table.replace(/>/g, '&gt;')}</mc:table></extensionElements><multiInstanceLoopCharacteristics>${formal('loopCardinality', '= 2')}</multiInstanceLoopCharacteristics></businessRuleTask><userTask id="u"/>${flows('s>t t>u')}`;
    const trial = new Trial(await made(inside), { n: 3 });
    expect(trial.state.status).toBe('incident');
    trial.do({ type: 'retry', variables: { n: 2 } });
    expect(trial.state.status).toBe('active');
    expect(trial.waiting).toEqual(['u']);
  });
});
