import type { ModdleElement } from 'bpmn-moddle';
import type { Problem } from '#engine/result/index.ts';
import type { EventName } from '../graph.ts';
import { said } from '../messages.ts';
import { expressionText, localName, many, one, reference, text } from './element.ts';
import { toFeel } from './foreign-expression.ts';
import type { ParsedEvent } from './model.ts';
import { replacement } from './supported.ts';

/** The one event definition of an event; two or more are refused by name. */
export const readEvent = (element: ModdleElement, report: (problem: Problem) => void): ParsedEvent => {
  const id = text(element, 'id') ?? '';
  const definitions = [...many(element, 'eventDefinitions'), ...many(element, 'eventDefinitionRef')];
  const [definition] = definitions;
  if (definition === undefined) return { type: 'none' };
  if (definitions.length > 1) {
    report(said.unsupported(id, 'multipleEventDefinition', replacement['multipleEventDefinition']));
    return { type: 'none' };
  }
  return readDefinition(id, definition, report);
};

const readDefinition = (id: string, definition: ModdleElement, report: (problem: Problem) => void): ParsedEvent => {
  const kind = localName(definition);
  switch (kind) {
    case 'messageEventDefinition': {
      const of = eventName(definition, 'messageRef') ?? { name: id };
      return { type: 'message', of };
    }
    case 'signalEventDefinition': {
      const of = eventName(definition, 'signalRef');
      if (!of) report(said.noSignal(id));
      return { type: 'signal', of: of ?? { name: id } };
    }
    case 'errorEventDefinition':
      return { type: 'error', ...code(definition, 'errorRef', 'errorCode') };
    case 'escalationEventDefinition':
      return { type: 'escalation', ...code(definition, 'escalationRef', 'escalationCode') };
    case 'timerEventDefinition':
      return readTimer(id, definition, report);
    case 'conditionalEventDefinition': {
      const source = expressionText(one(definition, 'condition'));
      const condition = source === undefined ? undefined : toFeel(source);
      if (source === undefined) report(said.noCondition(id));
      else if (condition === undefined) report(said.foreignCondition(id, source));
      return { type: 'conditional', condition: condition ?? 'false' };
    }
    case 'compensateEventDefinition': {
      const activity = reference(definition, 'activityRef');
      return activity === undefined ? { type: 'compensate' } : { type: 'compensate', activity };
    }
    case 'linkEventDefinition':
      return { type: 'link', name: text(definition, 'name') ?? id };
    case 'terminateEventDefinition':
      return { type: 'terminate' };
    case 'cancelEventDefinition':
      return { type: 'cancel' };
    default:
      report(said.unsupported(id, kind));
      return { type: 'none' };
  }
};

/** Name and id of a referenced message or signal. */
export const eventName = (element: ModdleElement, property: string): EventName | undefined => {
  const target = one(element, property);
  if (!target) return undefined;
  const id = text(target, 'id');
  const name = text(target, 'name') ?? id;
  if (name === undefined) return undefined;
  return id === undefined ? { name } : { name, id };
};

const code = (definition: ModdleElement, property: string, attribute: string): { readonly code?: string } => {
  const target = one(definition, property);
  const value = target ? (text(target, attribute) ?? text(target, 'id')) : undefined;
  return value === undefined ? {} : { code: value };
};

const TIMERS = [
  ['timeDuration', 'duration'],
  ['timeDate', 'date'],
  ['timeCycle', 'cycle'],
] as const;

const readTimer = (id: string, definition: ModdleElement, report: (problem: Problem) => void): ParsedEvent => {
  for (const [property, kind] of TIMERS) {
    const value = expressionText(one(definition, property));
    if (value !== undefined) return { type: 'timer', kind, value };
  }
  report(said.noTimer(id));
  return { type: 'timer', kind: 'duration', value: 'PT0S' };
};
