import type { ModdleElement } from 'bpmn-moddle';
import type { Tree } from './tree.ts';

/**
 * One rule of BPMN 2.0 that a file can break without being unreadable. `code` names it for ever,
 * `section` is where the standard says so, `broken` gives the elements that break it.
 */
export interface Rule {
  readonly code: string;
  readonly section: string;
  readonly broken: (tree: Tree) => readonly ModdleElement[];
}

/** The rule, for each element of the kinds. */
export const each = (
  code: string,
  section: string,
  kinds: readonly string[],
  isBroken: (element: ModdleElement, tree: Tree) => boolean,
): Rule => ({
  code,
  section,
  broken: (tree) => tree.of(...kinds).filter((element) => isBroken(element, tree)),
});

export const ACTIVITIES = [
  'task',
  'userTask',
  'manualTask',
  'serviceTask',
  'sendTask',
  'receiveTask',
  'scriptTask',
  'businessRuleTask',
  'subProcess',
  'adHocSubProcess',
  'transaction',
  'callActivity',
] as const;

export const EVENTS = [
  'startEvent',
  'endEvent',
  'intermediateCatchEvent',
  'intermediateThrowEvent',
  'boundaryEvent',
] as const;

export const GATEWAYS = [
  'exclusiveGateway',
  'inclusiveGateway',
  'parallelGateway',
  'complexGateway',
  'eventBasedGateway',
] as const;

export const SUB_PROCESSES = ['subProcess', 'adHocSubProcess', 'transaction'] as const;
