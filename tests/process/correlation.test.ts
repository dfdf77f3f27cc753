import { describe, expect, it } from 'vitest';
import { bpmn, flows, graphOf, Trial } from './support.ts';

const message = '<message id="m" name="paid"/>';
const catching = (attributes: string): string =>
  `<intermediateCatchEvent id="c" ${attributes}><messageEventDefinition messageRef="m"/></intermediateCatchEvent>`;
const line = '<startEvent id="s"/><endEvent id="e"/>' + flows('s>c c>e');

describe('a message with a key', () => {
  it('reaches who waits for that key, and no other', async () => {
    const graph = await graphOf(bpmn(line + catching('mc:key="order"'), message));
    const trial = new Trial(graph, { order: 7 });
    expect(trial.state.tokens[0]?.keys).toEqual({ c: '7' });
    expect(trial.refused({ type: 'message', name: 'paid', key: '8' })).toHaveLength(1);
    trial.do({ type: 'message', name: 'paid', key: '7' });
    expect(trial.state.status).toBe('ended');
  });

  it('keeps the key that held when the wait began', async () => {
    const parallel =
      '<startEvent id="s"/><parallelGateway id="f"/><userTask id="t"/>' +
      catching('mc:key="order"') +
      '<endEvent id="e"/><endEvent id="e2"/>' +
      flows('s>f f>t f>c c>e t>e2');
    const trial = new Trial(await graphOf(bpmn(parallel, message)), { order: 'a' });
    trial.do({ type: 'complete', task: 't', variables: { order: 'b' } });
    expect(trial.refused({ type: 'message', name: 'paid', key: 'b' })).toHaveLength(1);
    trial.do({ type: 'message', name: 'paid', key: 'a' });
    expect(trial.state.status).toBe('ended');
  });

  it('goes to who asks for no key when nobody asks for this one; without a key, to whoever waits', async () => {
    const plain = await graphOf(bpmn(line + catching(''), message));
    expect(new Trial(plain).do({ type: 'message', name: 'paid', key: 'x' }).state.status).toBe('ended');
    const keyed = await graphOf(bpmn(line + catching('mc:key="order"'), message));
    expect(new Trial(keyed, { order: 1 }).do({ type: 'message', name: 'paid' }).state.status).toBe('ended');
  });

  it('is understood as Camunda 8 and as BPMN itself write it', async () => {
    const zeebe =
      '<message id="m" name="paid"><extensionElements><zeebe:subscription correlationKey="=order"/></extensionElements></message>';
    expect(new Trial(await graphOf(bpmn(line + catching(''), zeebe)), { order: 3 }).state.tokens[0]?.keys).toEqual({
      c: '3',
    });
    const standard =
      '<message id="m" name="paid"/><correlationProperty id="cp" name="order"><correlationPropertyRetrievalExpression messageRef="m"><messagePath xsi:type="tFormalExpression">id</messagePath></correlationPropertyRetrievalExpression></correlationProperty>' +
      '<collaboration id="co"><correlationKey id="ck" name="k"><correlationPropertyRef>cp</correlationPropertyRef></correlationKey></collaboration>';
    const subscription =
      '<correlationSubscription id="cs" correlationKeyRef="ck"><correlationPropertyBinding correlationPropertyRef="cp"><dataPath xsi:type="tFormalExpression">order</dataPath></correlationPropertyBinding></correlationSubscription>';
    const graph = await graphOf(bpmn(line + catching('') + subscription, standard));
    expect(new Trial(graph, { order: 9 }).state.tokens[0]?.keys).toEqual({ c: '9' });
  });

  it('works for boundary events, receive tasks, event-based gateways and event sub-processes', async () => {
    const others =
      '<startEvent id="s"/><eventBasedGateway id="g"/>' +
      catching('mc:key="a"') +
      '<receiveTask id="r" messageRef="m2" mc:key="b"/><boundaryEvent id="b" attachedToRef="r"><messageEventDefinition messageRef="m"/></boundaryEvent><endEvent id="e"/>' +
      '<subProcess id="u" triggeredByEvent="true"><startEvent id="us" mc:key="b" isInterrupting="false"><messageEventDefinition messageRef="m2"/></startEvent><endEvent id="ue"/>' +
      flows('us>ue') +
      '</subProcess>' +
      flows('s>g g>c c>r r>e b>e');
    const graph = await graphOf(bpmn(others, message + '<message id="m2" name="sent"/>'));
    const trial = new Trial(graph, { a: 1, b: 2 });
    expect(trial.state.scopes[0]?.keys).toEqual({ us: '2' });
    trial.do({ type: 'message', name: 'paid', key: '1' });
    expect(trial.state.tokens.map(({ keys }) => keys)).toEqual([{ r: '2' }]);
    trial.do({ type: 'message', name: 'sent', key: '2' });
    expect(trial.state.status).toBe('ended');
  });

  it('is thrown with its key', async () => {
    const trial = new Trial(
      await graphOf(
        bpmn(
          '<startEvent id="s"/><sendTask id="t" messageRef="m" mc:key="order"/><endEvent id="e"/>' + flows('s>t t>e'),
          message,
        ),
      ),
      { order: 5 },
    );
    expect(trial.effects).toContain('throw-message t');
  });
});

describe('an activity done for each entry of a list', () => {
  const loop = (attributes: string, inside = ''): string =>
    `<multiInstanceLoopCharacteristics ${attributes}>${inside}</multiInstanceLoopCharacteristics>`;

  it('gives each iteration its entry, and collects what each gives in its place', async () => {
    const task = `<userTask id="t">${loop('', '<extensionElements><zeebe:loopCharacteristics inputCollection="=people" inputElement="person" outputCollection="answers" outputElement="=person + answer"/></extensionElements>')}</userTask>`;
    const graph = await graphOf(bpmn('<startEvent id="s"/>' + task + '<endEvent id="e"/>' + flows('s>t t>e')));
    const trial = new Trial(graph, { people: ['a', 'b', 'c'] });
    const [first, second, third] = trial.state.tokens.filter(({ kind }) => kind === 'task').map(({ id }) => id);
    for (const [id, answer] of [
      [third, '3'],
      [first, '1'],
      [second, '2'],
    ] as const)
      trial.do({ type: 'complete', task: id ?? '', variables: { answer } });
    expect(trial.state.status).toBe('ended');
    expect(trial.state.variables['answers']).toEqual(['a1', 'b2', 'c3']);
  });

  it('lets conditions inside a sub-process see the entry', async () => {
    const inside =
      '<startEvent id="is"/><exclusiveGateway id="x" default="x-small"/><userTask id="big"/><userTask id="small"/><endEvent id="ie"/>' +
      flows('is>x x>small big>ie small>ie') +
      '<sequenceFlow id="x-big" sourceRef="x" targetRef="big"><conditionExpression xsi:type="tFormalExpression">= n > 10</conditionExpression></sequenceFlow>';
    const sub = `<subProcess id="t">${loop('isSequential="true" camunda:collection="numbers" camunda:elementVariable="n"')}${inside}</subProcess>`;
    const trial = new Trial(
      await graphOf(bpmn('<startEvent id="s"/>' + sub + '<endEvent id="e"/>' + flows('s>t t>e'))),
      { numbers: [5, 50] },
    );
    expect(trial.waiting).toEqual(['small']);
    trial.complete('small');
    expect(trial.waiting).toEqual(['big']);
    expect(trial.complete('big').state.status).toBe('ended');
  });
});
