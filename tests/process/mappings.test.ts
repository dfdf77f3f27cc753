import { describe, expect, it } from 'vitest';
import { compileProcess, parseProcess, startProcess } from '#engine/process/index.ts';
import { bpmn, codes, conditional, flows, graphOf, NOW, Trial } from './support.ts';

const line = (task: string): string => '<startEvent id="s"/>' + task + '<endEvent id="e"/>' + flows('s>t t>e');
const extended = (tag: string, inside: string, attributes = ''): string =>
  `<${tag} id="t" ${attributes}><extensionElements>${inside}</extensionElements></${tag}>`;

const local = async (task: string, variables: Readonly<Record<string, unknown>>, rest = ''): Promise<unknown> => {
  const started = startProcess(await graphOf(bpmn(line(task), rest)), { type: 'start', variables }, { now: NOW });
  if (!started.ok) throw new Error(JSON.stringify(started.problems));
  const [opened] = started.value.effects;
  return opened?.type === 'open-task' ? opened.local : undefined;
};

describe('a call activity', () => {
  const called = bpmn('<startEvent id="qs"/><userTask id="qt"/><endEvent id="qe"/>' + flows('qs>qt qt>qe')).replace(
    'process id="p"',
    'process id="q"',
  );
  const caller = line('<callActivity id="t" calledElement="q"/>');

  it('calls a process of another file, a procedure of its own say', async () => {
    const [own, other] = [await parseProcess(bpmn(caller)), await parseProcess(called)];
    if (!own.ok || !other.ok) throw new Error('refused');
    expect(codes(compileProcess(own.value))).toEqual(['process.call-activity.unknown']);
    const graph = compileProcess(own.value, { called: [other.value] });
    if (!graph.ok) throw new Error(JSON.stringify(graph.problems));
    const trial = new Trial(graph.value);
    expect(trial.waiting).toEqual(['qt']);
    expect(trial.complete('qt').state.status).toBe('ended');
  });

  it('is refused when both have an element of the same id', async () => {
    const [own, other] = [await parseProcess(bpmn(caller)), await parseProcess(called.replaceAll('qt', 't'))];
    if (!own.ok || !other.ok) throw new Error('refused');
    expect(codes(compileProcess(own.value, { called: [other.value] }))).toContain('process.call-activity.same-id');
  });
});

describe('what an activity takes and gives', () => {
  it('is read from Camunda 8, Camunda 7 and the standard alike', async () => {
    const zeebe = extended('userTask', '<zeebe:ioMapping><zeebe:input source="=a + 1" target="x"/></zeebe:ioMapping>');
    const camunda = extended(
      'userTask',
      '<camunda:inputOutput><camunda:inputParameter name="x">${a + 1}</camunda:inputParameter><camunda:inputParameter name="y">plain</camunda:inputParameter></camunda:inputOutput>',
    );
    const standard =
      '<dataObject id="o" name="a"/><userTask id="t"><ioSpecification><dataInput id="in" name="x"/><inputSet><dataInputRefs>in</dataInputRefs></inputSet><outputSet/></ioSpecification><dataInputAssociation><sourceRef>o</sourceRef><targetRef>in</targetRef></dataInputAssociation></userTask>';
    expect(await local(zeebe, { a: 1 })).toEqual({ x: 2 });
    expect(await local(camunda, { a: 1 })).toEqual({ x: 2, y: 'plain' });
    expect(await local(standard, { a: 1 })).toEqual({ x: 1 });
  });

  it('is seen by the task only, and what it gives back by everyone', async () => {
    const task = extended(
      'userTask',
      '<zeebe:ioMapping><zeebe:input source="=a" target="x"/><zeebe:output source="=x + answer" target="sum"/></zeebe:ioMapping>',
    );
    const trial = new Trial(await graphOf(bpmn(line(task))), { a: 40 });
    trial.do({ type: 'complete', task: 't', variables: { answer: 2 } });
    expect(trial.state.variables).toEqual({ a: 40, answer: 2, sum: 42 });
  });

  it('reaches everything inside a sub-process or a called process', async () => {
    const inside =
      '<startEvent id="is"/><exclusiveGateway id="x" default="x-no"/><userTask id="yes"/><userTask id="no"/><endEvent id="ie"/>' +
      flows('is>x x>no yes>ie no>ie') +
      conditional('x', 'yes', '= limit > 5');
    const sub = `<subProcess id="t"><extensionElements><zeebe:ioMapping><zeebe:input source="=a * 2" target="limit"/></zeebe:ioMapping></extensionElements>${inside}</subProcess>`;
    expect(new Trial(await graphOf(bpmn(line(sub))), { a: 3 }).waiting).toEqual(['yes']);
    const call = extended('callActivity', '<camunda:in source="a" target="limit"/>', 'calledElement="q"');
    const called = `<process id="q">${inside}</process>`;
    expect(new Trial(await graphOf(bpmn(line(call), called), { process: 'p' }), { a: 3 }).waiting).toEqual(['no']);
  });

  it('is refused where it is a script or a list', async () => {
    const script = extended(
      'userTask',
      '<camunda:inputOutput><camunda:inputParameter name="x"><camunda:script scriptFormat="js">1</camunda:script></camunda:inputParameter></camunda:inputOutput>',
    );
    expect(codes(await parseProcess(bpmn(line(script))))).toEqual(['process.element.unsupported']);
  });
});
