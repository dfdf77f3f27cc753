import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileProcess, conformanceRules, conformanceTexts, parseProcess } from '#engine/process/index.ts';
import { verifySoundness } from '#engine/verify/index.ts';
import { bpmn, codes, conditional, flows, hasShared, shared } from './support.ts';

/** What the strict reading refuses, without the prefix that all rules share. */
const broken = async (inside: string, rest = ''): Promise<readonly string[]> => {
  const found = codes(await parseProcess(bpmn(inside, rest)));
  return [...new Set(found)].map((code) => code.replace('process.rule.', '')).sort();
};

const start = '<startEvent id="s"/>';
const end = '<endEvent id="e"/>';
const task = '<task id="t"/>';
const line = start + task + end + flows('s>t t>e');
const formal = (tag: string, text: string): string => `<${tag} xsi:type="tFormalExpression">${text}</${tag}>`;
const timer = `<timerEventDefinition>${formal('timeDuration', 'PT1H')}</timerEventDefinition>`;
const catching = (id: string, inside = timer): string =>
  `<intermediateCatchEvent id="${id}">${inside}</intermediateCatchEvent>`;
const boundary = (inside: string, attributes = ''): string =>
  `<boundaryEvent id="b" attachedToRef="t" ${attributes}>${inside}</boundaryEvent>`;
const onTask = (inside: string, attributes = ''): string =>
  line + boundary(inside, attributes) + '<endEvent id="f"/>' + flows('b>f');
const eventSub = (inside: string): string => line + `<subProcess id="u" triggeredByEvent="true">${inside}</subProcess>`;
const sub = (inside: string, tag = 'subProcess', attributes = ''): string =>
  start + `<${tag} id="t" ${attributes}>${inside}</${tag}>` + end + flows('s>t t>e');
const inner = '<startEvent id="is"/><endEvent id="ie"/>' + flows('is>ie');
const gate = (attributes: string, behind = catching('c')): string =>
  start + `<eventBasedGateway id="g" ${attributes}/>` + behind + end + flows('s>g g>c c>e');
const direction = (of: string): string =>
  start + `<exclusiveGateway id="x" gatewayDirection="${of}"/>` + end + flows('s>x x>e');
const items =
  '<itemDefinition id="i1" structureRef="String"/><itemDefinition id="i2" structureRef="Number"/><itemDefinition id="many" structureRef="String" isCollection="true"/>';
const data = (kind: 'Input' | 'Output', id: string, item: string): string => {
  const set = kind === 'Input' ? 'inputSet' : 'outputSet';
  return `<data${kind} id="${id}" itemSubjectRef="${item}"/>|<${set}><data${kind}Refs>${id}</data${kind}Refs></${set}>`;
};
const io = (...parts: readonly string[]): string => {
  const [declared, sets] = [0, 1].map((at) => parts.map((part) => part.split('|')[at] ?? '').join(''));
  const whole = sets ?? '';
  return `<ioSpecification>${declared ?? ''}${whole}${whole.includes('<inputSet') ? '' : '<inputSet/>'}${whole.includes('<outputSet') ? '' : '<outputSet/>'}</ioSpecification>`;
};
const messages =
  '<message id="m" name="m" itemRef="i1"/><interface id="if" name="if"><operation id="op" name="op"><inMessageRef>m</inMessageRef></operation></interface>';
const read = (from: string, to: string, inside = ''): string =>
  `<dataInputAssociation>${from
    .split(' ')
    .map((id) => `<sourceRef>${id}</sourceRef>`)
    .join('')}<targetRef>${to}</targetRef>${inside}</dataInputAssociation>`;
const withTask = (tag: string, attributes: string, inside: string): string =>
  start + `<${tag} id="t" ${attributes}>${inside}</${tag}>` + end + flows('s>t t>e');
const pools = (flow: string): string =>
  `<collaboration id="col"><participant id="p1" processRef="p"/><participant id="p2" name="them"/><messageFlow id="mf" ${flow}/></collaboration>`;

/** One small file for each rule: it breaks this rule and no other. */
const examples: Readonly<Record<string, readonly [inside: string, rest?: string]>> = {
  'flow-not-listed': ['<startEvent id="s"><outgoing>s-e</outgoing></startEvent>' + end + flows('s>e')],
  'flow-not-immediate': [start + end + '<sequenceFlow id="f" sourceRef="s" targetRef="e" isImmediate="false"/>'],
  'lone-conditional-flow': [start + task + end + flows('s>t') + conditional('t', 'e', '= a')],
  'start-has-incoming': [line + '<task id="u"/>' + flows('t>u u>s')],
  'end-has-outgoing': [line + flows('e>t')],
  'boundary-has-incoming': [onTask(timer) + flows('s>b')],
  'boundary-without-outgoing': [line + boundary(timer)],
  'compensation-has-outgoing': [
    onTask('<compensateEventDefinition/>') +
      '<task id="h" isForCompensation="true"/><association id="a" sourceRef="b" targetRef="h"/>',
  ],
  'compensation-in-flow': [start + '<task id="t" isForCompensation="true"/>' + end + flows('s>t t>e')],
  'intermediate-without-incoming': [line + catching('c') + flows('c>t')],
  'intermediate-without-outgoing': [line + catching('c') + flows('t>c')],
  'link-target-has-incoming': [
    start +
      '<intermediateThrowEvent id="lt"><linkEventDefinition name="l"/></intermediateThrowEvent>' +
      catching('lc', '<linkEventDefinition name="l"/>') +
      end +
      flows('s>lt s>lc lc>e'),
  ],
  'link-source-has-outgoing': [
    start +
      '<intermediateThrowEvent id="lt"><linkEventDefinition name="l"/></intermediateThrowEvent>' +
      catching('lc', '<linkEventDefinition name="l"/>') +
      end +
      flows('s>lt lt>e lc>e'),
  ],
  'link-without-source': [line + catching('lc', '<linkEventDefinition name="l"/>') + flows('lc>e')],
  'gateway-not-converging': [direction('Converging')],
  'gateway-not-diverging': [direction('Diverging')],
  'gateway-not-mixed': [direction('Mixed')],
  'event-gateway-condition': [
    start +
      '<eventBasedGateway id="g"/>' +
      catching('c') +
      catching('c2') +
      end +
      flows('s>g g>c2 c>e c2>e') +
      conditional('g', 'c', '= a'),
  ],
  'event-gateway-mixes-messages': [
    gate('', catching('c', '<messageEventDefinition messageRef="m"/>') + '<receiveTask id="r"/>' + flows('g>r r>e')),
    '<message id="m" name="m"/>',
  ],
  'event-gateway-boundary': [
    start +
      '<eventBasedGateway id="g"/><receiveTask id="t"/>' +
      catching('c') +
      end +
      flows('s>g g>t g>c c>e t>e') +
      boundary(timer) +
      flows('b>e'),
  ],
  'event-gateway-shared-target': [gate('') + task + flows('s>t t>c')],
  'event-gateway-starts-twice': [
    gate('instantiate="true"', catching('c', '<messageEventDefinition messageRef="m"/>')),
    '<message id="m" name="m"/>',
  ],
  'start-choice-of-gateway': [
    '<eventBasedGateway id="g" instantiate="true"/>' + catching('c') + end + flows('g>c c>e'),
  ],
  'boundary-without-trigger': [onTask('')],
  'boundary-must-interrupt': [onTask('<errorEventDefinition/>', 'cancelActivity="false"')],
  'catch-without-trigger': [start + catching('c', '') + end + flows('s>c c>e')],
  'event-sub-start-without-trigger': [eventSub(inner)],
  'event-sub-error-must-interrupt': [
    eventSub(
      '<startEvent id="is" isInterrupting="false"><errorEventDefinition/></startEvent><endEvent id="ie"/>' +
        flows('is>ie'),
    ),
  ],
  'sub-process-start-has-trigger': [
    sub(`<startEvent id="is">${timer}</startEvent><endEvent id="ie"/>` + flows('is>ie')),
  ],
  'called-process-without-none-start': [
    withTask('callActivity', 'calledElement="q"', ''),
    `<process id="q"><startEvent id="qs">${timer}</startEvent><endEvent id="qe"/>${flows('qs>qe')}</process>`,
  ],
  'event-sub-needs-one-start': [eventSub('<task id="only"/>')],
  'event-sub-has-flow': [
    eventSub(`<startEvent id="is">${timer}</startEvent><endEvent id="ie"/>` + flows('is>ie')) + flows('t>u'),
  ],
  'end-without-start': [task + end + flows('t>e')],
  'start-without-end': [start + task + flows('s>t')],
  'definition-not-reusable': [
    start +
      catching('c', '<timerEventDefinition id="own">' + formal('timeDuration', 'PT1H') + '</timerEventDefinition>') +
      catching('c2', '<eventDefinitionRef>own</eventDefinitionRef>') +
      end +
      flows('s>c c>c2 c2>e'),
  ],
  'several-times-in-timer': [
    start +
      catching(
        'c',
        `<timerEventDefinition>${formal('timeDuration', 'PT1H')}${formal('timeCycle', 'R2/PT1H')}</timerEventDefinition>`,
      ) +
      end +
      flows('s>c c>e'),
  ],
  'escalation-without-code': [
    start + '<endEvent id="e"><escalationEventDefinition escalationRef="x"/></endEvent>' + flows('s>e'),
    '<escalation id="x" name="x"/>',
  ],
  'message-event-without-message': [
    start +
      catching('c', '<messageEventDefinition><operationRef>op</operationRef></messageEventDefinition>') +
      end +
      flows('s>c c>e'),
    items + messages,
  ],
  'message-event-without-operation': [
    start + catching('c', '<messageEventDefinition messageRef="m"/>') + end + flows('s>c c>e'),
    items + messages,
  ],
  'receive-starts-and-follows': [withTask('receiveTask', 'instantiate="true"', '')],
  'transaction-method': [sub(inner, 'transaction', 'method="not an address"')],
  'complex-behaviour': [
    withTask(
      'task',
      '',
      `<multiInstanceLoopCharacteristics>${formal('loopCardinality', '2')}<complexBehaviorDefinition>${formal('condition', '= a')}</complexBehaviorDefinition></multiInstanceLoopCharacteristics>`,
    ),
  ],
  'completion-not-boolean': [
    withTask(
      'task',
      '',
      `<multiInstanceLoopCharacteristics>${formal('loopCardinality', '2')}${formal('completionCondition', '23')}</multiInstanceLoopCharacteristics>`,
    ),
  ],
  'handler-not-for-compensation': [
    line + boundary('<compensateEventDefinition/>') + '<task id="h"/><association id="a" sourceRef="b" targetRef="h"/>',
  ],
  'resource-and-assignment': [
    withTask(
      'userTask',
      '',
      `<potentialOwner><resourceRef>r</resourceRef><resourceAssignmentExpression>${formal('formalExpression', 'a').replace(' xsi:type="tFormalExpression"', '')}</resourceAssignmentExpression></potentialOwner>`,
    ),
    '<resource id="r" name="r"/>',
  ],
  'binding-without-resource': [
    withTask(
      'userTask',
      '',
      '<potentialOwner><resourceParameterBinding parameterRef="rp"><formalExpression>a</formalExpression></resourceParameterBinding></potentialOwner>',
    ),
    '<resource id="r" name="r"><resourceParameter id="rp" name="rp"/></resource>',
  ],
  'interface-not-bound': [
    line.replace(
      '<startEvent',
      `<supportedInterfaceRef>if</supportedInterfaceRef>${io(data('Input', 'in', 'i1'))}<startEvent`,
    ),
    items + messages,
  ],
  'documentation-format': [withTask('task', '', '<documentation textFormat="words">x</documentation>')],
  'expression-not-formal': [
    start +
      '<exclusiveGateway id="x" default="x-t"/>' +
      task +
      end +
      flows('s>x x>t t>e') +
      conditional('x', 'e', '= a').replace(' xsi:type="tFormalExpression"', ''),
  ],
  'expression-empty': [
    withTask(
      'task',
      '',
      io(data('Input', 'in', 'i1')) + read('o', 'in', '<transformation xsi:type="tFormalExpression"/>'),
    ) + '<dataObject id="o" itemSubjectRef="i1"/>',
    items,
  ],
  'collection-differs': [line + '<dataObject id="o" itemSubjectRef="many"/>', items],
  'sub-process-has-data': [sub(io(data('Input', 'in', 'i1')) + inner), items],
  'process-input-written': [
    line
      .replace('<startEvent', `${io(data('Input', 'in', 'i1'))}<startEvent`)
      .replace(
        task,
        `<task id="t">${io(data('Output', 'out', 'i1'))}<dataOutputAssociation><sourceRef>out</sourceRef><targetRef>in</targetRef></dataOutputAssociation></task>`,
      ),
    items,
  ],
  'process-output-read': [
    line
      .replace('<startEvent', `${io(data('Output', 'out', 'i1'))}<startEvent`)
      .replace(task, `<task id="t">${io(data('Input', 'in', 'i1'))}${read('out', 'in')}</task>`),
    items,
  ],
  'association-needs-one-source': [
    withTask('task', '', io(data('Input', 'in', 'i1')) + read('o o2', 'in')) +
      '<dataObject id="o" itemSubjectRef="i1"/><dataObject id="o2" itemSubjectRef="i1"/>',
    items,
  ],
  'association-items-differ': [
    withTask('task', '', io(data('Input', 'in', 'i1')) + read('o', 'in')) + '<dataObject id="o" itemSubjectRef="i2"/>',
    items,
  ],
  'event-data-differs': [
    start +
      '<endEvent id="e"><dataInput id="in" itemSubjectRef="i2"/><inputSet><dataInputRefs>in</dataInputRefs></inputSet><signalEventDefinition signalRef="sig"/></endEvent>' +
      flows('s>e'),
    items + '<signal id="sig" name="sig" structureRef="i1"/>',
  ],
  'service-data': [withTask('serviceTask', 'operationRef="op"', ''), items + messages],
  'service-data-differs': [
    withTask('serviceTask', 'operationRef="op"', io(data('Input', 'in', 'i2'))),
    items + messages,
  ],
  'message-task-data': [withTask('sendTask', 'messageRef="m"', io(data('Input', 'in', 'i2'))), items + messages],
  'call-data-differs': [
    withTask('callActivity', 'calledElement="q"', ''),
    items +
      `<process id="q">${io(data('Input', 'in', 'i1'))}<startEvent id="qs"/><endEvent id="qe"/>${flows('qs>qe')}</process>`,
  ],
  'binding-data-differs': [
    line.replace(
      '<startEvent',
      `${io(data('Input', 'in', 'i2'))}<ioBinding inputDataRef="in" operationRef="op"/><startEvent`,
    ),
    items + messages,
  ],
  'loop-output-item': [
    withTask(
      'task',
      '',
      io(data('Output', 'out', 'many')).replace('itemSubjectRef="many"', 'itemSubjectRef="many" isCollection="true"') +
        `<multiInstanceLoopCharacteristics>${formal('loopCardinality', '2')}<loopDataOutputRef>out</loopDataOutputRef><outputDataItem id="one" itemSubjectRef="i2"/></multiInstanceLoopCharacteristics>`,
    ),
    items,
  ],
  'loop-input-item': [
    withTask(
      'task',
      '',
      io(data('Input', 'list', 'many')).replace('itemSubjectRef="many"', 'itemSubjectRef="many" isCollection="true"') +
        `<multiInstanceLoopCharacteristics>${formal('loopCardinality', '2')}<loopDataInputRef>list</loopDataInputRef><inputDataItem id="one" itemSubjectRef="i2"/></multiInstanceLoopCharacteristics>`,
    ),
    items,
  ],
  'data-needs-set': [
    line
      .replace('<startEvent', '<startEvent')
      .replace(
        task,
        `<task id="t">${io(data('Input', 'in', 'i1')).replace('<dataInputRefs>in<', '<dataInputRefs>other<')}</task><task id="u">${io(data('Input', 'other', 'i1'))}</task>`,
      ) + flows('t>u'),
    items,
  ],
  'message-flow-within-pool': [
    line + '<sendTask id="x1"/><receiveTask id="x2"/>',
    pools('sourceRef="x1" targetRef="x2"'),
  ],
  'message-flow-from': [line, pools('sourceRef="s" targetRef="p2"')],
  'message-flow-to': [line, pools('sourceRef="p2" targetRef="e"')],
  choreography: [line, '<choreography id="ch"/>'],
  'reference-of-wrong-kind': [line, '<message id="m" name="m" itemRef="p"/>'],
  'said-twice': [
    withTask(
      'task',
      '',
      `<standardLoopCharacteristics/><multiInstanceLoopCharacteristics>${formal('loopCardinality', '2')}</multiInstanceLoopCharacteristics>`,
    ),
  ],
};

describe('the rules of the standard', () => {
  it('find nothing in a file that keeps them', async () => {
    expect(await broken(line)).toEqual([]);
    expect(await broken(onTask(timer))).toEqual([]);
    expect(await broken(sub(inner))).toEqual([]);
  });

  it.each(Object.entries(examples))(
    'refuse a file that breaks “%s”, and name the rule',
    async (code, [inside, rest]) => {
      expect(await broken(inside, rest)).toEqual([code]);
    },
  );

  it('say more than one thing where more than one is wrong', async () => {
    expect(await broken(gate('gatewayDirection="Converging"'))).toEqual([
      'event-gateway-converging',
      'gateway-not-converging',
    ]);
    expect(
      codes(await parseProcess(bpmn(line).replace('<process id="p"', '<process id="p" processType="Public"'))),
    ).toEqual(['process.rule.public-and-executable']);
  });

  it('have a sentence each, and an example', () => {
    const names = conformanceRules.map(({ code }) => code);
    expect(conformanceTexts).toEqual(expect.arrayContaining(names));
    const elsewhere = ['event-gateway-converging', 'public-and-executable'];
    expect([...Object.keys(examples), ...elsewhere].map((name) => `process.rule.${name}`)).toEqual(
      expect.arrayContaining(names),
    );
  });

  it.skipIf(!hasShared)('refuse every model that was made to break one of them (needs ../shared)', async () => {
    const folder = shared('bpmn/betsy/pebl-builder/src/main/resources/files/bpmn/bpmn_constraints');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.bpmn'));
    const accepted: string[] = [];
    for (const file of files) if (await isAccepted(readFileSync(path.join(folder, file), 'utf8'))) accepted.push(file);
    expect(files.length).toBeGreaterThan(300);
    expect(accepted).toEqual([]);
  });
});

const isAccepted = async (xml: string): Promise<boolean> => {
  const parsed = await parseProcess(xml);
  if (!parsed.ok) return false;
  return parsed.value.processes.every(({ id }) => {
    const graph = compileProcess(parsed.value, { process: id });
    return graph.ok && verifySoundness(graph.value).verdict === 'sound';
  });
};
