import { durationText } from './duration.ts';
import { MC_NAMESPACE } from './parse/descriptor.ts';
import type { ParsedFlow, ParsedLane, ParsedNode, ParsedProcess } from './parse/model.ts';
import type { ProcessDiagram, TaskSettings } from './types.ts';

/**
 * BPMN 2.0 XML with diagram interchange of a flat process (none events, tasks, gateways, lanes,
 * conditions, `mc:` settings). The same process gives the same bytes.
 */
export const writeProcess = (process: ParsedProcess, diagram: ProcessDiagram): string => {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    tag('bpmn:definitions', {
      'xmlns:bpmn': 'http://www.omg.org/spec/BPMN/20100524/MODEL',
      'xmlns:bpmndi': 'http://www.omg.org/spec/BPMN/20100524/DI',
      'xmlns:dc': 'http://www.omg.org/spec/DD/20100524/DC',
      'xmlns:di': 'http://www.omg.org/spec/DD/20100524/DI',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      'xmlns:mc': MC_NAMESPACE,
      id: `${process.id}-definitions`,
      targetNamespace: MC_NAMESPACE,
    }),
    ...indent(collaboration(process)),
    ...indent(processElement(process)),
    ...indent(interchange(process, diagram)),
    '</bpmn:definitions>',
  ];
  return `${lines.join('\n')}\n`;
};

type Attributes = Readonly<Record<string, string | undefined>>;

/** A text as it stands in an attribute or between tags. */
export const escapeXml = (value: string): string =>
  value
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/\n/g, '&#10;');

const tag = (name: string, attributes: Attributes, end: '>' | ' />' = '>'): string => {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escapeXml(value)}"`],
  );
  return `<${name}${written.join('')}${end}`;
};

const element = (name: string, attributes: Attributes, children: readonly string[] = []): readonly string[] =>
  children.length === 0 ? [tag(name, attributes, ' />')] : [tag(name, attributes), ...indent(children), `</${name}>`];

const leaf = (name: string, attributes: Attributes, text: string): string =>
  `${tag(name, attributes)}${escapeXml(text)}</${name}>`;

const indent = (lines: readonly string[]): readonly string[] => lines.map((line) => `  ${line}`);

const named = (name: string): string | undefined => (name === '' ? undefined : name);

/** Modellers draw lanes only inside a pool. */
const collaboration = (process: ParsedProcess): readonly string[] =>
  process.lanes.length === 0
    ? []
    : element('bpmn:collaboration', { id: `${process.id}-collaboration` }, [
        tag('bpmn:participant', { id: `${process.id}-pool`, name: named(process.name), processRef: process.id }, ' />'),
      ]);

const processElement = (process: ParsedProcess): readonly string[] =>
  element(
    'bpmn:process',
    {
      id: process.id,
      name: named(process.name),
      isExecutable: String(process.executable),
      'mc:onTheSpot': process.onTheSpot ? 'true' : undefined,
    },
    [
      ...(process.lanes.length === 0
        ? []
        : element('bpmn:laneSet', { id: `${process.id}-lanes` }, process.lanes.flatMap(lane))),
      ...process.nodes.flatMap((node) => nodeElement(node, process.flows)),
      ...process.flows.flatMap(flowElement),
    ],
  );

const lane = ({ id, name, role, unit, nodes }: ParsedLane): readonly string[] =>
  element(
    'bpmn:lane',
    { id, name: named(name), 'mc:role': role, 'mc:unit': unit },
    nodes.map((node) => leaf('bpmn:flowNodeRef', {}, node)),
  );

const nodeElement = (node: ParsedNode, flows: readonly ParsedFlow[]): readonly string[] => {
  const questions = node.settings.form?.startsWith('[') === true ? node.settings.form : undefined;
  return element(
    `bpmn:${node.kind}`,
    {
      id: node.id,
      name: named(node.name),
      default: node.defaultFlow,
      ...settingAttributes(node.settings, questions === undefined),
    },
    [
      ...(questions === undefined ? [] : element('bpmn:extensionElements', {}, [leaf('mc:questions', {}, questions)])),
      ...flows.filter((flow) => flow.target === node.id).map((flow) => leaf('bpmn:incoming', {}, flow.id)),
      ...flows.filter((flow) => flow.source === node.id).map((flow) => leaf('bpmn:outgoing', {}, flow.id)),
    ],
  );
};

/** The `mc:` attributes of a task, by qualified name. */
export const settingAttributes = (settings: TaskSettings, formAsAttribute: boolean): Attributes => ({
  'mc:act': settings.act,
  'mc:role': settings.role,
  'mc:unit': settings.unit,
  'mc:duration': settings.minutes === undefined ? undefined : durationText(settings.minutes),
  'mc:outcomes': named(settings.outcomes.map((outcome) => `${outcome.id}: ${outcome.name.vi}`).join(' | ')),
  'mc:form': formAsAttribute ? settings.form : undefined,
  'mc:produces': named(settings.produces.join(' ')),
  'mc:requires': named(settings.requires.join(' ')),
  'mc:connector': settings.connector,
  'mc:deliverable': settings.deliverable,
});

const flowElement = ({ id, name, source, target, condition }: ParsedFlow): readonly string[] =>
  element(
    'bpmn:sequenceFlow',
    { id, name: named(name), sourceRef: source, targetRef: target },
    condition === undefined
      ? []
      : [leaf('bpmn:conditionExpression', { 'xsi:type': 'bpmn:tFormalExpression' }, `= ${condition}`)],
  );

const interchange = (process: ParsedProcess, diagram: ProcessDiagram): readonly string[] => {
  const pool = process.lanes.length > 0;
  // The pool's own name stands left of the lanes.
  const left = pool ? 30 : 0;
  const shape = (
    id: string,
    x: number,
    y: number,
    width: number,
    height: number,
    more: Attributes = {},
  ): readonly string[] =>
    element('bpmndi:BPMNShape', { id: `${id}-shape`, bpmnElement: id, ...more }, [
      tag('dc:Bounds', { x: String(x), y: String(y), width: String(width), height: String(height) }, ' />'),
    ]);
  return element(
    'bpmndi:BPMNDiagram',
    { id: `${process.id}-diagram` },
    element(
      'bpmndi:BPMNPlane',
      { id: `${process.id}-plane`, bpmnElement: pool ? `${process.id}-collaboration` : process.id },
      [
        ...(pool
          ? shape(`${process.id}-pool`, 0, 0, diagram.width + left, diagram.height, { isHorizontal: 'true' })
          : []),
        ...diagram.lanes.flatMap((drawn) =>
          shape(drawn.id, drawn.x + left, drawn.y, drawn.width, drawn.height, { isHorizontal: 'true' }),
        ),
        ...diagram.nodes.flatMap((node) => shape(node.id, node.x + left, node.y, node.width, node.height)),
        ...diagram.flows.flatMap((flow) =>
          element(
            'bpmndi:BPMNEdge',
            { id: `${flow.id}-edge`, bpmnElement: flow.id },
            flow.points.map(([x, y]) => tag('di:waypoint', { x: String(x + left), y: String(y) }, ' />')),
          ),
        ),
      ],
    ),
  );
};
