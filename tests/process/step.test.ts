import { describe, expect, it } from 'vitest';
import { advanceTo, type Graph } from '#engine/process/index.ts';
import { bpmn, conditional, flows, graphOf, NOW, Trial } from './support.ts';

const start = '<startEvent id="s"/>';
const end = '<endEvent id="e"/>';
const timer = (time: string): string =>
  `<timerEventDefinition><timeDuration xsi:type="tFormalExpression">${time}</timeDuration></timerEventDefinition>`;
const made = (inside: string, rest?: string): Promise<Graph> => graphOf(bpmn(inside, rest));

describe('a step of the process', () => {
  it('takes the way that the outcome of a task says, and refuses outcomes the task does not have', async () => {
    const graph = await made(
      start +
        '<userTask id="a" mc:outcomes="yes: Có | no: Không"/><exclusiveGateway id="x" default="x-n"/><userTask id="y"/><userTask id="n"/>' +
        end +
        flows('s>a a>x x>n y>e n>e') +
        conditional('x', 'y', '= outcome.a = "yes"'),
    );
    const trial = new Trial(graph);
    expect(trial.refused({ type: 'complete', task: 'a' })).toEqual(['process.outcome.missing']);
    expect(trial.refused({ type: 'complete', task: 'a', outcome: 'maybe' })).toEqual(['process.outcome.unknown']);
    expect(trial.refused({ type: 'complete', task: 'y' })).toEqual(['process.task.not-waiting']);
    expect(trial.complete('a', 'yes').waiting).toEqual(['y']);
    expect(trial.state.variables).toEqual({ outcome: { a: 'yes' } });
    expect(trial.complete('y').state.status).toBe('ended');
    expect(trial.refused({ type: 'complete', task: 'y' })).toEqual(['process.not-active']);
    expect(trial.effects).toEqual(['open-task a', 'close-task a', 'open-task y', 'close-task y']);
  });

  it('reads answers from outside the state, and keeps them out of it', async () => {
    const graph = await made(
      start +
        '<exclusiveGateway id="x" default="x-n"/><userTask id="y"/><userTask id="n"/>' +
        flows('s>x x>n') +
        conditional('x', 'y', '= form.children > 2 and today >= date("2021-07-01")'),
    );
    const trial = new Trial(graph, {}, { form: { children: 3 } });
    expect(trial.waiting).toEqual(['y']);
    expect(trial.state.variables).toEqual({});
  });

  it('stops with an incident where no way is open, and goes on after a retry', async () => {
    const graph = await made(
      start +
        '<parallelGateway id="f"/><userTask id="b"/><exclusiveGateway id="x"/>' +
        end +
        flows('s>f f>b f>x b>e') +
        conditional('x', 'e', '= ready = true'),
    );
    const trial = new Trial(graph);
    expect(trial.state.status).toBe('incident');
    expect(trial.refused({ type: 'complete', task: 'b' })).toEqual(['process.incident']);
    trial.do({ type: 'retry', variables: { ready: true } });
    expect(trial.state.status).toBe('active');
    expect(trial.complete('b').state.status).toBe('ended');
    expect(trial.refused({ type: 'retry' })).toEqual(['process.not-active']);
  });

  it('calls a livelock by its name instead of going round for ever', async () => {
    const trial = new Trial(await made(start + '<exclusiveGateway id="x"/><task id="t"/>' + flows('s>x x>t t>x')));
    expect(trial.state.status).toBe('incident');
    expect(trial.state.tokens[0]?.code).toBe('process.livelock');
  });

  it('arms timers, fires them in order as time passes, and disarms what is no longer waited for', async () => {
    const inside =
      start +
      '<userTask id="a"/>' +
      `<boundaryEvent id="remind" attachedToRef="a" cancelActivity="false"><timerEventDefinition><timeCycle xsi:type="tFormalExpression">R2/PT1H</timeCycle></timerEventDefinition></boundaryEvent><boundaryEvent id="late" attachedToRef="a">${timer('P1D')}</boundaryEvent>` +
      '<task id="mail"/><userTask id="b"/>' +
      end +
      flows('s>a a>e remind>mail late>b b>e');
    const graph = await made(inside);
    const trial = new Trial(graph);
    expect(trial.state.timers.map((each) => [each.element, each.due])).toEqual([
      ['remind', '2021-07-01T01:00:00.000Z'],
      ['late', '2021-07-02T00:00:00.000Z'],
    ]);
    const passed = advanceTo(graph, trial.state, { from: NOW, by: 'PT26H' });
    expect(passed.ok && passed.value.now).toBe('2021-07-02T02:00:00.000Z');
    expect(
      passed.ok && passed.value.step.trace.filter((entry) => entry.type === 'left').map((entry) => entry.element),
    ).toEqual(['remind', 'mail', 'remind', 'mail', 'late']);
    expect(trial.complete('a').state.timers).toEqual([]);
    expect(trial.effects).toContain('disarm-timer late');
    expect(trial.refused({ type: 'timer', timer: 'late' })).toEqual(['process.not-active']);
  });

  it('waits for the first of several events', async () => {
    const inside =
      start +
      '<eventBasedGateway id="g"/><intermediateCatchEvent id="m"><messageEventDefinition messageRef="paid"/></intermediateCatchEvent>' +
      `<intermediateCatchEvent id="t">${timer('P10D')}</intermediateCatchEvent><userTask id="a"/><userTask id="b"/>` +
      flows('s>g g>m g>t m>a t>b');
    const trial = new Trial(await made(inside, '<message id="paid" name="Đã nộp phí"/>'));
    expect(trial.refused({ type: 'message', name: 'other' })).toEqual(['process.message.not-awaited']);
    expect(trial.do({ type: 'message', name: 'Đã nộp phí' }).waiting).toEqual(['a']);
    expect(trial.state.timers).toEqual([]);
  });

  it('waits for services that have a connector, and passes those that have none', async () => {
    const trial = new Trial(
      await made(start + '<serviceTask id="a" mc:connector="sms"/><serviceTask id="b"/>' + end + flows('s>a a>b b>e')),
    );
    expect(trial.effects).toEqual(['call-service a']);
    expect(trial.complete('a').state.status).toBe('ended');
  });

  it('catches an error raised by a task at its boundary', async () => {
    const inside =
      start +
      '<userTask id="a"/><boundaryEvent id="b" attachedToRef="a"><errorEventDefinition errorRef="er"/></boundaryEvent><userTask id="c"/>' +
      flows('s>a b>c');
    const rest = '<error id="er" name="x" errorCode="E1"/>';
    expect(new Trial(await made(inside, rest)).do({ type: 'error', task: 'a', code: 'E1' }).waiting).toEqual(['c']);
    expect(new Trial(await made(inside, rest)).do({ type: 'error', task: 'a', code: 'E2' }).state.status).toBe(
      'incident',
    );
  });

  it('undoes what a cancelled transaction had completed, last done first', async () => {
    const compensated = (id: string): string =>
      `<userTask id="${id}"/><boundaryEvent id="${id}-b" attachedToRef="${id}"><compensateEventDefinition/></boundaryEvent><userTask id="undo-${id}" isForCompensation="true"/>`;
    const link = (id: string): string => `<association id="as-${id}" sourceRef="${id}-b" targetRef="undo-${id}"/>`;
    const inside =
      start +
      '<transaction id="t"><startEvent id="ts"/>' +
      compensated('one') +
      compensated('two') +
      '<endEvent id="tc"><cancelEventDefinition/></endEvent>' +
      flows('ts>one one>two two>tc') +
      link('one') +
      link('two') +
      '</transaction><boundaryEvent id="cancelled" attachedToRef="t"><cancelEventDefinition/></boundaryEvent><userTask id="after"/>' +
      flows('s>t cancelled>after');
    const trial = new Trial(await made(inside));
    trial.complete('one').complete('two');
    expect(trial.waiting).toEqual(['undo-two']);
    expect(trial.complete('undo-two').waiting).toEqual(['undo-one']);
    expect(trial.complete('undo-one').waiting).toEqual(['after']);
  });

  it('looks at conditional events when variables change, once for each time they become true', async () => {
    const inside =
      start +
      '<userTask id="a"/><userTask id="w"/><boundaryEvent id="b" attachedToRef="w" cancelActivity="false"><conditionalEventDefinition><condition xsi:type="tFormalExpression">= n > 1</condition></conditionalEventDefinition></boundaryEvent><userTask id="c"/><parallelGateway id="f"/>' +
      flows('s>f f>a f>w a>a b>c');
    const trial = new Trial(await made(inside), { n: 0 });
    const set = (n: number): readonly string[] => trial.do({ type: 'complete', task: 'a', variables: { n } }).waiting;
    expect(set(1)).toEqual(['a', 'w']);
    expect(set(2)).toEqual(['a', 'c', 'w']);
    expect(set(3)).toEqual(['a', 'c', 'w']);
    expect(set(0)).toEqual(['a', 'c', 'w']);
    expect(set(5)).toEqual(['a', 'c', 'c', 'w']);
  });

  it('ends everything that waits when it is cancelled', async () => {
    const trial = new Trial(
      await made(
        start +
          '<userTask id="a"/>' +
          `<boundaryEvent id="t" attachedToRef="a">${timer('PT1H')}</boundaryEvent>` +
          flows('s>a'),
      ),
    );
    trial.do({ type: 'cancel' });
    expect(trial.state.status).toBe('ended');
    expect(trial.effects.slice(-2).sort()).toEqual(['close-task a', 'disarm-timer t']);
  });
});
