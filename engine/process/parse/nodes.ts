import type { ModdleElement } from 'bpmn-moddle';
import type { Problem } from '#engine/result/index.ts';
import { said } from '../messages.ts';
import { expressionText, flag, integer, localName, many, one, reference, text } from './element.ts';
import { readDecisionOf } from './decision.ts';
import { eventName, readEvent } from './events.ts';
import { toFeel } from './foreign-expression.ts';
import { MAX_NESTING } from './limits.ts';
import { readLoop } from './loop.ts';
import { readKey } from './message-key.ts';
import { readMappings } from './mappings.ts';
import type { ParsedFlow, ParsedNode, ParsedScope } from './model.ts';
import { readSettings } from './settings.ts';
import { isSilent, isSupported, replacement } from './supported.ts';
import { vendorChild, type VendorPrefixes } from './vendor.ts';

export interface Reader {
  readonly vendors: VendorPrefixes;
  readonly report: (problem: Problem) => void;
}

/** Everything inside a process or sub-process, in document order. */
export const readScope = (element: ModdleElement, reader: Reader, depth = 0): ParsedScope => {
  if (depth > MAX_NESTING) {
    reader.report(said.tooDeep(text(element, 'id') ?? '', MAX_NESTING));
    return { nodes: [], flows: [], associations: [] };
  }
  const nodes: ParsedNode[] = [];
  const flows: ParsedFlow[] = [];
  for (const child of many(element, 'flowElements')) {
    const kind = localName(child);
    const id = text(child, 'id');
    if (kind === 'sequenceFlow') {
      const flow = readFlow(child, reader);
      if (flow) flows.push(flow);
    } else if (isSilent(kind)) continue;
    else if (id === undefined) reader.report(said.missingId(kind));
    else if (!isSupported(kind)) reader.report(said.unsupported(id, kind, replacement[kind]));
    else nodes.push(readNode(child, kind, id, reader, depth));
  }
  const associations = many(element, 'artifacts').flatMap((artifact) => {
    const source = reference(artifact, 'sourceRef');
    const target = reference(artifact, 'targetRef');
    return localName(artifact) === 'association' && source !== undefined && target !== undefined
      ? [{ source, target }]
      : [];
  });
  return { nodes, flows, associations };
};

const readFlow = (element: ModdleElement, { report }: Reader): ParsedFlow | undefined => {
  const source = reference(element, 'sourceRef');
  const target = reference(element, 'targetRef');
  // A flow needs no id to be run, but the trace has to call it something.
  const id = text(element, 'id') ?? `${source ?? ''}->${target ?? ''}`;
  if (source === undefined) report(said.dangling(id, 'sourceRef'));
  if (target === undefined) report(said.dangling(id, 'targetRef'));
  if (source === undefined || target === undefined) return undefined;
  const written = expressionText(one(element, 'conditionExpression'));
  const condition = written === undefined ? undefined : toFeel(written);
  if (written !== undefined && condition === undefined) report(said.foreignCondition(id, written));
  return { id, name: text(element, 'name') ?? '', source, target, ...(condition === undefined ? {} : { condition }) };
};

const readNode = (
  element: ModdleElement,
  kind: ParsedNode['kind'],
  id: string,
  reader: Reader,
  depth: number,
): ParsedNode => {
  refuseQuantities(element, id, reader);
  const isEvent = kind.endsWith('Event');
  const hasInside = kind === 'subProcess' || kind === 'transaction';
  const defaultFlow = reference(element, 'default');
  const attachedTo = reference(element, 'attachedToRef');
  const loop = readLoop(element, reader.vendors, reader.report);
  const called = kind === 'callActivity' ? calledElement(element, reader.vendors) : undefined;
  const message = kind === 'receiveTask' || kind === 'sendTask' ? eventName(element, 'messageRef') : undefined;
  const key = isEvent || message ? readKey(element, reader.vendors) : undefined;
  const decision = kind === 'businessRuleTask' ? readDecisionOf(element, reader.vendors, reader.report) : undefined;
  return {
    id,
    kind,
    name: text(element, 'name') ?? '',
    settings: readSettings(element, reader.vendors, reader.report),
    interrupting:
      kind === 'startEvent' ? (flag(element, 'isInterrupting') ?? true) : (flag(element, 'cancelActivity') ?? true),
    byEvent: flag(element, 'triggeredByEvent') ?? false,
    compensation: flag(element, 'isForCompensation') ?? false,
    ...(defaultFlow === undefined ? {} : { defaultFlow }),
    ...(isEvent ? { event: readEvent(element, reader.report) } : {}),
    ...(attachedTo === undefined ? {} : { attachedTo }),
    ...(loop === undefined ? {} : { loop }),
    ...(hasInside ? { inside: readScope(element, reader, depth + 1) } : {}),
    ...(called === undefined ? {} : { called }),
    ...(message === undefined ? {} : { message }),
    ...(key === undefined ? {} : { key }),
    ...(isEvent || kind.endsWith('Gateway') ? {} : readMappings(element, reader.vendors, reader.report)),
    ...(decision === undefined ? {} : { decision }),
  };
};

/** BPMN's attribute, or Camunda 8's `calledElement`, which may write a fixed id as FEEL: `= "id"`. */
const calledElement = (element: ModdleElement, vendors: VendorPrefixes): string | undefined => {
  const zeebe = vendorChild(element, vendors, 'calledElement');
  const id = text(element, 'calledElement') ?? (zeebe ? text(zeebe, 'processId') : undefined);
  return id?.replace(/^=\s*"([^"]*)"$/, '$1');
};

/** Token quantities and parallel-multiple events: nobody implements them alike, so they are refused. */
const refuseQuantities = (element: ModdleElement, id: string, { report }: Reader): void => {
  for (const quantity of ['startQuantity', 'completionQuantity']) {
    if ((integer(element, quantity) ?? 1) !== 1) report(said.unsupported(id, quantity));
  }
  if (text(element, 'eventGatewayType') === 'Parallel') report(said.unsupported(id, 'eventGatewayType="Parallel"'));
  if (flag(element, 'parallelMultiple') === true)
    report(said.unsupported(id, 'parallelMultiple', replacement['multipleEventDefinition']));
};
