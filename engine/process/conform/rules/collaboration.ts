import type { ModdleElement } from 'bpmn-moddle';
import { localName, one } from '../../parse/element.ts';
import { each, type Rule } from '../rule.ts';
import { hasDefinition } from '../tree.ts';

const NONE = new Set(['message', 'dataObject']);

/** The process (or pool) an end of a message flow belongs to. */
const poolOf = (end: ModdleElement | undefined): ModdleElement | undefined => {
  if (!end) return undefined;
  if (localName(end) === 'participant') return one(end, 'processRef') ?? end;
  let at: ModdleElement | undefined = end;
  while (at && localName(at) !== 'process') at = at.$parent;
  return at;
};

const source = (flow: ModdleElement): ModdleElement | undefined => one(flow, 'sourceRef');
const target = (flow: ModdleElement): ModdleElement | undefined => one(flow, 'targetRef');
const isKind = (end: ModdleElement | undefined, kind: string): boolean => end !== undefined && localName(end) === kind;

export const collaborationRules: readonly Rule[] = [
  each('process.rule.message-flow-within-pool', '§9.3', ['messageFlow'], (flow) => {
    const pool = poolOf(source(flow));
    return pool !== undefined && pool === poolOf(target(flow));
  }),
  each('process.rule.message-flow-from', '§9.3', ['messageFlow'], (flow) => {
    const from = source(flow);
    if (from === undefined) return false;
    return (
      NONE.has(localName(from)) ||
      isKind(from, 'startEvent') ||
      isKind(from, 'intermediateCatchEvent') ||
      (isKind(from, 'endEvent') && !hasDefinition(from, 'messageEventDefinition'))
    );
  }),
  each('process.rule.message-flow-to', '§9.3', ['messageFlow'], (flow) => {
    const to = target(flow);
    if (to === undefined) return false;
    return (
      NONE.has(localName(to)) ||
      isKind(to, 'endEvent') ||
      isKind(to, 'intermediateThrowEvent') ||
      (isKind(to, 'startEvent') && !hasDefinition(to, 'messageEventDefinition'))
    );
  }),
  each('process.rule.choreography', '§11', ['choreography', 'globalChoreographyTask'], () => true),
];
