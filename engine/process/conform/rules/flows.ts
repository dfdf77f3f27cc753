import type { ModdleElement } from 'bpmn-moddle';
import { flag, localName, many, one } from '../../parse/element.ts';
import { ACTIVITIES, each, EVENTS, GATEWAYS, type Rule } from '../rule.ts';
import { hasDefinition, type Tree } from '../tree.ts';

const NODES = [...ACTIVITIES, ...EVENTS, ...GATEWAYS] as const;

/** Files list `incoming` and `outgoing` for all of their nodes or for none. */
const lists = (tree: Tree): boolean =>
  tree.of(...NODES).some((node) => many(node, 'incoming').length > 0 || many(node, 'outgoing').length > 0);

const isListed = (node: ModdleElement | undefined, property: string, flow: ModdleElement): boolean =>
  node === undefined || many(node, property).includes(flow);

const isLink = (event: ModdleElement): boolean => hasDefinition(event, 'linkEventDefinition');

export const flowRules: readonly Rule[] = [
  {
    code: 'process.rule.flow-not-listed',
    section: '§8.3.13, table 8.46',
    broken: (tree) =>
      lists(tree)
        ? tree
            .of('sequenceFlow')
            .filter(
              (flow) =>
                !isListed(one(flow, 'sourceRef'), 'outgoing', flow) ||
                !isListed(one(flow, 'targetRef'), 'incoming', flow),
            )
        : [],
  },
  each(
    'process.rule.flow-not-immediate',
    '§8.3.13, table 8.60',
    ['sequenceFlow'],
    (flow) => flag(flow, 'isImmediate') === false,
  ),
  each('process.rule.lone-conditional-flow', '§10.2.1', [...ACTIVITIES], (activity, tree) => {
    const flows = tree.outgoing(activity);
    return flows.length === 1 && flows.some((flow) => one(flow, 'conditionExpression') !== undefined);
  }),
  each('process.rule.start-has-incoming', '§10.5.2', ['startEvent'], (event, tree) => tree.incoming(event).length > 0),
  each('process.rule.end-has-outgoing', '§10.5.3', ['endEvent'], (event, tree) => tree.outgoing(event).length > 0),
  each(
    'process.rule.boundary-has-incoming',
    '§10.5.4',
    ['boundaryEvent'],
    (event, tree) => tree.incoming(event).length > 0,
  ),
  each(
    'process.rule.boundary-without-outgoing',
    '§10.5.4',
    ['boundaryEvent'],
    (event, tree) => !hasDefinition(event, 'compensateEventDefinition') && tree.outgoing(event).length === 0,
  ),
  each(
    'process.rule.compensation-has-outgoing',
    '§10.5.4',
    ['boundaryEvent'],
    (event, tree) => hasDefinition(event, 'compensateEventDefinition') && tree.outgoing(event).length > 0,
  ),
  each(
    'process.rule.intermediate-without-incoming',
    '§10.5.4',
    ['intermediateCatchEvent', 'intermediateThrowEvent'],
    (event, tree) =>
      !(isLink(event) && localName(event) === 'intermediateCatchEvent') && tree.incoming(event).length === 0,
  ),
  each(
    'process.rule.intermediate-without-outgoing',
    '§10.5.4',
    ['intermediateCatchEvent', 'intermediateThrowEvent'],
    (event, tree) =>
      !(isLink(event) && localName(event) === 'intermediateThrowEvent') && tree.outgoing(event).length === 0,
  ),
  each(
    'process.rule.link-target-has-incoming',
    '§10.5.4',
    ['intermediateCatchEvent'],
    (event, tree) => isLink(event) && tree.incoming(event).length > 0,
  ),
  each(
    'process.rule.link-source-has-outgoing',
    '§10.5.4',
    ['intermediateThrowEvent'],
    (event, tree) => isLink(event) && tree.outgoing(event).length > 0,
  ),
];
