import { describe, expect, it } from 'vitest';
import { compileProcess, parseProcess } from '#engine/process/index.ts';
import { bpmn, codes, conditional, flows, graphOf } from './support.ts';

const simple = '<startEvent id="s"/><userTask id="a"/><endEvent id="e"/>' + flows('s>a a>e');
const refusal = async (inside: string, rest = ''): Promise<readonly string[]> => {
  const parsed = await parseProcess(bpmn(inside, rest));
  return parsed.ok ? codes(compileProcess(parsed.value)) : codes(parsed);
};
const element = async (inside: string): Promise<readonly (readonly [string, string])[]> => {
  const parsed = await parseProcess(bpmn(inside));
  const result = parsed.ok ? compileProcess(parsed.value) : parsed;
  return result.ok ? [] : result.problems.map((found) => [found.code, found.path] as const);
};

describe('reading a process', () => {
  it('refuses what is no BPMN, is too large, or hides an entity', async () => {
    expect(codes(await parseProcess('not xml'))).toEqual(['process.xml.not-bpmn']);
    expect(codes(await parseProcess(''))).toEqual(['process.xml.not-bpmn']);
    expect(codes(await parseProcess('<!DOCTYPE x [<!ENTITY a "b">]>' + bpmn(simple)))).toEqual(['process.xml.doctype']);
    expect(codes(await parseProcess(bpmn(simple) + ' '.repeat(1_000_000)))).toEqual(['process.xml.too-large']);
    expect(codes(await parseProcess(bpmn('')))).toEqual([]);
  });

  it('refuses too many elements, and sub-processes nested too deep', async () => {
    const many = Array.from({ length: 2_001 }, (_, index) => `<task id="t${index}"/>`).join('');
    expect(await refusal(many)).toEqual(['process.too-many-elements']);
    const nested = (depth: number): string =>
      depth === 0 ? '' : `<subProcess id="n${depth}">${nested(depth - 1)}</subProcess>`;
    expect(await refusal(nested(25))).toEqual(['process.too-deep']);
    expect(codes(await parseProcess('<a>'.repeat(300_000)))).toEqual(['process.too-deep']);
  });

  it('refuses what the reader of XML could not place', async () => {
    expect(await refusal(simple + '<madeUp id="x"/>')).toEqual(['process.xml.warning']);
  });

  it('names what it does not carry out', async () => {
    expect(await element(simple + '<complexGateway id="g"/>')).toEqual([['process.element.unsupported', 'g']]);
    expect(await element(simple + '<scriptTask id="g"/>')).toEqual([['process.element.unsupported', 'g']]);
    expect(await element(simple + '<adHocSubProcess id="g"/>')).toEqual([['process.element.unsupported', 'g']]);
    expect(await element(simple + '<task id="g" startQuantity="2"/>')).toEqual([['process.element.unsupported', 'g']]);
    const both =
      '<intermediateCatchEvent id="g"><messageEventDefinition/><timerEventDefinition><timeDuration xsi:type="tFormalExpression">PT1H</timeDuration></timerEventDefinition></intermediateCatchEvent>';
    expect(await element(simple + both)).toContainEqual(['process.element.unsupported', 'g']);
  });

  it('refuses references to nothing and events out of place', async () => {
    expect(await refusal('<callActivity id="c" calledElement="zz"/>')).toEqual(['process.call-activity.unknown']);
    expect(
      await element('<startEvent id="s"/><endEvent id="e"><cancelEventDefinition/></endEvent>' + flows('s>e')),
    ).toEqual([['process.element.misplaced', 'e']]);
    expect(
      await element(
        '<task id="a"/><intermediateCatchEvent id="t"><timerEventDefinition/></intermediateCatchEvent><task id="b"/>' +
          flows('a>t t>b'),
      ),
    ).toEqual([['process.timer.empty', 't']]);
    const cron =
      '<task id="a"/><task id="b"/>' +
      flows('a>t t>b') +
      '<intermediateCatchEvent id="t"><timerEventDefinition><timeCycle xsi:type="tFormalExpression">0 0 8 * * ?</timeCycle></timerEventDefinition></intermediateCatchEvent>';
    expect(await element(cron)).toEqual([['process.timer.unreadable', 't']]);
    expect(await element('<eventBasedGateway id="g"/><userTask id="a"/>' + flows('g>a'))).toEqual([
      ['process.element.misplaced', 'a'],
    ]);
  });

  it('refuses conditions that cannot be FEEL', async () => {
    const gateway = (condition: string): string =>
      '<startEvent id="s"/><exclusiveGateway id="x"/><endEvent id="e"/>' +
      flows('s>x') +
      conditional('x', 'e', condition);
    expect(await element(gateway('${service.check(a)}'))).toEqual([['process.condition.foreign', 'x-e']]);
    expect((await element(gateway('= 1 +')))[0]?.[1]).toBe('x-e');
    const [only] = (await graphOf(bpmn(gateway("${a == 'x' && !(b > 1) || empty c}")))).flows.filter(
      (flow) => flow.condition,
    );
    expect(only?.condition?.source).toBe('a = "x" and not(b > 1) or c = null');
  });

  it('types conditions by the names the caller knows, and outcomes by the tasks', async () => {
    const inside =
      '<startEvent id="s"/><userTask id="a" mc:outcomes="yes: Có | no: Không"/><exclusiveGateway id="x"/><endEvent id="e"/>' +
      flows('s>a a>x');
    const check = async (condition: string): Promise<readonly string[]> => {
      const parsed = await parseProcess(bpmn(inside + conditional('x', 'e', condition)));
      return parsed.ok
        ? codes(
            compileProcess(parsed.value, {
              environment: { form: { kind: 'context', fields: { n: { kind: 'number' } } } },
            }),
          )
        : codes(parsed);
    };
    expect(await check('= outcome.a = "yes" and form.n > 1')).toEqual([]);
    expect((await check('= outcome.a = "maybe"')).length).toBe(1);
    expect((await check('= form.nn > 1')).length).toBe(1);
    expect((await check('= form.n')).length).toBe(1);
  });

  it('reads who works, how long, and what comes of it', async () => {
    const inside =
      '<laneSet id="ls"><lane id="l" name="Một cửa" mc:role="clerk" mc:unit="receiving"><flowNodeRef>a</flowNodeRef><flowNodeRef>b</flowNodeRef></lane></laneSet>' +
      '<userTask id="a" mc:duration="P1DT4H" mc:act="receive" mc:produces="receipt result:x" mc:requires="payment:fee"/><userTask id="b" mc:role="leader"><extensionElements><mc:questions>[{"id":"q"}]</mc:questions></extensionElements></userTask>';
    const [a, b] = (await graphOf(bpmn(inside))).nodes.map((node) => node.settings);
    expect(a).toEqual({
      role: 'clerk',
      unit: 'receiving',
      minutes: 720,
      act: 'receive',
      outcomes: [],
      produces: ['receipt', 'result:x'],
      requires: ['payment:fee'],
    });
    expect(b).toMatchObject({ role: 'leader', unit: 'receiving', form: '[{"id":"q"}]' });
    expect(await element('<userTask id="a" mc:duration="soon"/>')).toEqual([['process.duration.unreadable', 'a']]);
    expect(await element('<userTask id="a" mc:act="dance"/>')).toEqual([['process.act.unknown', 'a']]);
    expect(await element('<userTask id="a" mc:outcomes="x: A | x: B"/>')).toEqual([
      ['process.outcomes.unreadable', 'a'],
    ]);
  });

  it('understands what Camunda and Flowable write', async () => {
    const inside =
      '<userTask id="a" camunda:candidateGroups="clerk,officer" camunda:formKey="f1" camunda:dueDate="PT4H"/>' +
      '<userTask id="b" flowable:candidateGroups="leader" flowable:formKey="f2"/>' +
      '<userTask id="c"><extensionElements><zeebe:assignmentDefinition candidateGroups="head"/><zeebe:formDefinition formId="f3"/></extensionElements></userTask>' +
      '<userTask id="h"><potentialOwner><resourceAssignmentExpression><formalExpression>group(office)</formalExpression></resourceAssignmentExpression></potentialOwner></userTask>' +
      '<serviceTask id="f" camunda:type="external" camunda:topic="sms"/><serviceTask id="g"><extensionElements><zeebe:taskDefinition type="mail"/></extensionElements></serviceTask>';
    const settings = Object.fromEntries((await graphOf(bpmn(inside))).nodes.map((node) => [node.id, node.settings]));
    expect(settings['a']).toMatchObject({ role: 'clerk', form: 'f1', minutes: 240 });
    expect(settings['b']).toMatchObject({ role: 'leader', form: 'f2' });
    expect(settings['c']).toMatchObject({ role: 'head', form: 'f3' });
    expect(settings['h']).toMatchObject({ role: 'office' });
    expect([settings['f']?.connector, settings['g']?.connector]).toEqual(['sms', 'mail']);
  });
});
