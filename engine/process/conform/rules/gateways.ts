import type { ModdleElement } from 'bpmn-moddle';
import { flag, localName, many, one, text } from '../../parse/element.ts';
import { each, GATEWAYS, type Rule } from '../rule.ts';
import { hasDefinition, type Tree } from '../tree.ts';

const targets = (gateway: ModdleElement, tree: Tree): readonly ModdleElement[] =>
  tree.outgoing(gateway).flatMap((flow) => one(flow, 'targetRef') ?? []);

const direction = (
  gateway: ModdleElement,
  wanted: string,
  fits: (into: number, out: number) => boolean,
  tree: Tree,
): boolean =>
  text(gateway, 'gatewayDirection') === wanted && !fits(tree.incoming(gateway).length, tree.outgoing(gateway).length);

export const gatewayRules: readonly Rule[] = [
  each('process.rule.gateway-not-converging', '§10.6.1, table 8.48', [...GATEWAYS], (gateway, tree) =>
    direction(gateway, 'Converging', (into, out) => into > 1 && out <= 1, tree),
  ),
  each('process.rule.gateway-not-diverging', '§10.6.1, table 8.48', [...GATEWAYS], (gateway, tree) =>
    direction(gateway, 'Diverging', (into, out) => out > 1 && into <= 1, tree),
  ),
  each('process.rule.gateway-not-mixed', '§10.6.1, table 8.48', [...GATEWAYS], (gateway, tree) =>
    direction(gateway, 'Mixed', (into, out) => into > 1 && out > 1, tree),
  ),
  each(
    'process.rule.event-gateway-converging',
    '§10.6.6',
    ['eventBasedGateway'],
    (gateway) => text(gateway, 'gatewayDirection') === 'Converging',
  ),
  each('process.rule.event-gateway-condition', '§10.6.6', ['eventBasedGateway'], (gateway, tree) =>
    tree.outgoing(gateway).some((flow) => one(flow, 'conditionExpression') !== undefined),
  ),
  each('process.rule.event-gateway-mixes-messages', '§10.6.6', ['eventBasedGateway'], (gateway, tree) => {
    const behind = targets(gateway, tree);
    return (
      behind.some((target) => localName(target) === 'receiveTask') &&
      behind.some((target) => hasDefinition(target, 'messageEventDefinition'))
    );
  }),
  each('process.rule.event-gateway-boundary', '§10.6.6', ['eventBasedGateway'], (gateway, tree) => {
    const behind = new Set(targets(gateway, tree));
    return tree.of('boundaryEvent').some((event) => {
      const host = one(event, 'attachedToRef');
      return host !== undefined && behind.has(host);
    });
  }),
  each('process.rule.event-gateway-shared-target', '§10.6.6', ['eventBasedGateway'], (gateway, tree) =>
    targets(gateway, tree).some((target) => tree.incoming(target).length > 1),
  ),
  each(
    'process.rule.event-gateway-starts-twice',
    '§10.6.6',
    ['eventBasedGateway'],
    (gateway, tree) => flag(gateway, 'instantiate') === true && tree.incoming(gateway).length > 0,
  ),
  each('process.rule.start-choice-of-gateway', '§10.6.6', ['eventBasedGateway'], (gateway, tree) =>
    flag(gateway, 'instantiate') === true
      ? targets(gateway, tree).some(
          (target) =>
            localName(target) !== 'receiveTask' &&
            many(target, 'eventDefinitions').some((event) => localName(event) === 'timerEventDefinition'),
        )
      : false,
  ),
];
