import { describe, expect, it } from 'vitest';
import { compileProcess, parseProcess, type ParseOptions } from '#engine/process/index.ts';
import { bpmn, flows, graphOf } from './support.ts';

const around = (step: string): string => `<startEvent id="s"/>${step}<endEvent id="e"/>${flows('s>t t>e')}`;
const extended = (tag: string, inside: string, attributes = ''): string =>
  around(`<${tag} id="t" ${attributes}><extensionElements>${inside}</extensionElements></${tag}>`);

/** Codes of errors, and of warnings behind a question mark, with the element. */
const found = async (xml: string, options: ParseOptions = {}): Promise<readonly string[]> => {
  const parsed = await parseProcess(xml, options);
  const result = parsed.ok ? compileProcess(parsed.value, { process: 'p' }) : parsed;
  const all = result.ok ? (result.warnings ?? []) : result.problems;
  return all.map(({ code, path, severity }) => `${severity === 'error' ? '' : '? '}${code} ${path}`);
};

const declined = 'process.extension.not-carried-out t';
const noted = '? process.extension.not-used t';

describe('what a file says and the engine does not do', () => {
  it.each([
    ['a Java class', around('<serviceTask id="t" camunda:class="vn.Check"/>')],
    ['a delegate', around('<sendTask id="t" flowable:delegateExpression="${mailer}"/>')],
    ['an expression', around('<serviceTask id="t" camunda:expression="${a.b()}"/>')],
    ['a task of another engine’s kind', around('<serviceTask id="t" flowable:type="http"/>')],
    ['a connector', extended('serviceTask', '<camunda:connector/>')],
    ['a listener of a task', extended('userTask', '<camunda:taskListener class="x" event="create"/>')],
    ['a listener of an element', extended('task', '<flowable:executionListener class="x" event="start"/>')],
    ['listeners of Camunda 8', extended('userTask', '<zeebe:taskListeners/>')],
    ['a script of Camunda 8', extended('serviceTask', '<zeebe:script expression="= 1" resultVariable="x"/>')],
    ['data of a gateway', extended('exclusiveGateway', '<camunda:inputOutput/>')],
    ['a word that nobody knows', extended('task', '<zeebe:teleport/>')],
    ['a transaction method', around('<transaction id="t" method="##Store"><task id="i"/></transaction>')],
    [
      'a compensation that is not waited for',
      around(
        '<intermediateThrowEvent id="t"><compensateEventDefinition waitForCompletion="false"/></intermediateThrowEvent>',
      ),
    ],
  ])('is refused: %s; a headless run of a foreign file is warned', async (_, inside) => {
    expect(await found(bpmn(inside))).toContain(declined);
    expect(await found(bpmn(inside), { forgiving: true })).toContain(`? ${declined}`);
  });

  it.each([
    ['a step that may be skipped', around('<userTask id="t" flowable:skipExpression="${x}"/>'), declined],
    [
      'an end of everything',
      `<startEvent id="s"/><endEvent id="t"><terminateEventDefinition flowable:terminateAll="true"/></endEvent>${flows('s>t')}`,
      declined,
    ],
    [
      'a condition in another file',
      around('<task id="t"/>').replace(
        /<sequenceFlow id="t-e"(.*?)\/>/,
        '<sequenceFlow id="t-e"$1><conditionExpression xsi:type="tFormalExpression" camunda:resource="a.groovy"/></sequenceFlow>',
      ),
      'process.extension.not-carried-out t-e',
    ],
    [
      'a condition in another language',
      around('<task id="t"/>').replace(
        /<sequenceFlow id="t-e"(.*?)\/>/,
        '<sequenceFlow id="t-e"$1><conditionExpression xsi:type="tFormalExpression" language="javascript">a = 1</conditionExpression></sequenceFlow>',
      ),
      'process.expression.language t-e',
    ],
  ])('is refused everywhere where it would change the way: %s', async (_, inside, expected) => {
    expect(await found(bpmn(inside))).toContain(expected);
    expect(await found(bpmn(inside), { tolerant: true })).toContain(expected);
  });

  it.each([
    ['a person by name', around('<userTask id="t" camunda:assignee="an"/>')],
    ['a priority', around('<userTask id="t" flowable:priority="50"/>')],
    ['questions of another engine', extended('userTask', '<flowable:formProperty id="a" name="A"/>')],
    ['a person in Camunda 8', extended('userTask', '<zeebe:assignmentDefinition assignee="an"/>')],
    ['a due date that is no duration', around('<userTask id="t" camunda:dueDate="${tomorrow}"/>')],
  ])('is told where a person may miss it: %s', async (_, inside) => {
    expect(await found(bpmn(inside))).toEqual([noted]);
  });

  it('is not spoken of where it says nothing about what happens', async () => {
    const quiet = around(
      '<userTask id="t" camunda:asyncBefore="true" flowable:exclusive="false" camunda:skipExpression="false"/>',
    );
    expect(await found(bpmn(quiet))).toEqual([]);
    expect(
      await found(bpmn(extended('task', '<camunda:properties><camunda:property name="a"/></camunda:properties>'))),
    ).toEqual([]);
    expect(await found(bpmn(extended('task', '<draw:colour xmlns:draw="urn:drawing" of="red"/>')))).toEqual([]);
  });

  it('does not matter where the task has a connector of ours', async () => {
    expect(
      await found(bpmn(extended('serviceTask', '<camunda:connector/>', 'camunda:class="x" mc:connector="sms"'))),
    ).toEqual([]);
  });

  it('is found wherever its namespace is declared, and by whatever prefix', async () => {
    const listener = '<c:taskListener xmlns:c="http://camunda.org/schema/1.0/bpmn" event="create"/>';
    expect(await found(bpmn(extended('userTask', listener)))).toContain(declined);
    const unprefixed = '<taskListener xmlns="http://camunda.org/schema/1.0/bpmn" event="create"/>';
    expect(await found(bpmn(extended('userTask', unprefixed)))).toContain(declined);
    const attribute = 'xmlns:c="http://camunda.org/schema/1.0/bpmn" c:candidateGroups="clerk"';
    const graph = await graphOf(bpmn(around(`<userTask id="t" ${attribute}/>`)));
    expect(graph.nodes.find(({ id }) => id === 't')?.settings.role).toBe('clerk');
  });

  it('refuses an extension that must be understood', async () => {
    const xml = bpmn(around('<task id="t"/>'), '<extension mustUnderstand="true" definition="x:y"/>');
    expect(await found(xml, { tolerant: true })).toContain('process.extension.must-understand ');
  });

  it('names the called process of Camunda 8', async () => {
    const xml = bpmn(
      extended('callActivity', '<zeebe:calledElement processId="= &quot;q&quot;"/>'),
      '<process id="q"><startEvent id="qs"/><endEvent id="qe"/><sequenceFlow id="qf" sourceRef="qs" targetRef="qe"/></process>',
    );
    expect(await found(xml)).toEqual([]);
  });
});
