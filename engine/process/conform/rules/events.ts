import type { ModdleElement } from 'bpmn-moddle';
import { flag, localName, many, one, text } from '../../parse/element.ts';
import { each, EVENTS, SUB_PROCESSES, type Rule } from '../rule.ts';
import { definitionsOf, hasDefinition, parentKind, type Tree } from '../tree.ts';

const isIn = (event: ModdleElement, byEvent: boolean): boolean =>
  event.$parent !== undefined &&
  (SUB_PROCESSES as readonly string[]).includes(localName(event.$parent)) &&
  (flag(event.$parent, 'triggeredByEvent') ?? false) === byEvent;

const ends = new Set(['errorEventDefinition', 'cancelEventDefinition', 'compensateEventDefinition']);

const inScope = (scope: ModdleElement, kind: string): readonly ModdleElement[] =>
  many(scope, 'flowElements').filter((element) => localName(element) === kind);

const called = (tree: Tree): ReadonlySet<string> =>
  new Set(tree.of('callActivity').flatMap((activity) => text(activity, 'calledElement') ?? []));

export const eventRules: readonly Rule[] = [
  each(
    'process.rule.boundary-without-trigger',
    '§10.5.4',
    ['boundaryEvent'],
    (event) => definitionsOf(event).length === 0,
  ),
  each(
    'process.rule.boundary-must-interrupt',
    '§10.5.4, table 10.92',
    ['boundaryEvent'],
    (event) =>
      flag(event, 'cancelActivity') === false &&
      definitionsOf(event).some((definition) => ends.has(localName(definition))),
  ),
  each(
    'process.rule.catch-without-trigger',
    '§10.5.4',
    ['intermediateCatchEvent'],
    (event) => definitionsOf(event).length === 0,
  ),
  each(
    'process.rule.event-sub-start-without-trigger',
    '§10.5.2',
    ['startEvent'],
    (event) => isIn(event, true) && definitionsOf(event).length === 0,
  ),
  each(
    'process.rule.event-sub-error-must-interrupt',
    '§10.5.2, table 10.86',
    ['startEvent'],
    (event) =>
      isIn(event, true) &&
      flag(event, 'isInterrupting') === false &&
      (hasDefinition(event, 'errorEventDefinition') || hasDefinition(event, 'compensateEventDefinition')),
  ),
  each(
    'process.rule.sub-process-start-has-trigger',
    '§10.5.2',
    ['startEvent'],
    (event) => isIn(event, false) && definitionsOf(event).length > 0,
  ),
  {
    code: 'process.rule.called-process-without-none-start',
    section: '§10.5.2',
    broken: (tree) => {
      const wanted = called(tree);
      return tree.of('process').filter((process) => {
        const starts = inScope(process, 'startEvent');
        return (
          wanted.has(text(process, 'id') ?? '') &&
          starts.length > 0 &&
          starts.every((event) => definitionsOf(event).length > 0)
        );
      });
    },
  },
  each('process.rule.event-sub-needs-one-start', '§10.3.5', [...SUB_PROCESSES], (activity) =>
    flag(activity, 'triggeredByEvent') === true ? inScope(activity, 'startEvent').length !== 1 : false,
  ),
  each(
    'process.rule.event-sub-has-flow',
    '§10.3.5',
    [...SUB_PROCESSES],
    (activity, tree) =>
      flag(activity, 'triggeredByEvent') === true &&
      tree.incoming(activity).length + tree.outgoing(activity).length > 0,
  ),
  each(
    'process.rule.end-without-start',
    '§10.5.3',
    ['process', ...SUB_PROCESSES],
    (scope) =>
      inScope(scope, 'endEvent').length > 0 && inScope(scope, 'startEvent').length === 0 && !startsByItself(scope),
  ),
  each(
    'process.rule.start-without-end',
    '§10.5.2',
    ['process', ...SUB_PROCESSES],
    (scope) => inScope(scope, 'startEvent').length > 0 && inScope(scope, 'endEvent').length === 0,
  ),
  each('process.rule.definition-not-reusable', '§10.5.1, table 10.83', [...EVENTS], (event) =>
    many(event, 'eventDefinitionRef').some((definition) => parentKind(definition) !== 'definitions'),
  ),
  each(
    'process.rule.several-times-in-timer',
    '§10.5.5, table 10.101',
    ['timerEventDefinition'],
    (definition) =>
      ['timeDuration', 'timeDate', 'timeCycle'].filter((property) => one(definition, property) !== undefined).length >
      1,
  ),
  each(
    'process.rule.escalation-without-code',
    '§10.5.5, table 10.97',
    ['endEvent', 'intermediateThrowEvent'],
    (event) =>
      definitionsOf(event).some((definition) => {
        const escalation = one(definition, 'escalationRef');
        return (
          localName(definition) === 'escalationEventDefinition' &&
          (escalation === undefined || text(escalation, 'escalationCode') === undefined)
        );
      }),
  ),
  each('process.rule.message-event-without-message', '§10.5.5, table 10.99', [...EVENTS], (event) =>
    definitionsOf(event).some(
      (definition) =>
        localName(definition) === 'messageEventDefinition' &&
        one(definition, 'messageRef') === undefined &&
        one(definition, 'operationRef') !== undefined,
    ),
  ),
  each('process.rule.message-event-without-operation', '§10.5.5, table 10.99', [...EVENTS], (event) =>
    definitionsOf(event).some((definition) => {
      const message = one(definition, 'messageRef');
      return (
        localName(definition) === 'messageEventDefinition' &&
        message !== undefined &&
        one(message, 'itemRef') !== undefined &&
        one(definition, 'operationRef') === undefined
      );
    }),
  ),
  each('process.rule.link-without-source', '§10.5.4', ['intermediateCatchEvent'], (event, tree) => {
    const links = many(event, 'eventDefinitions').filter(
      (definition) => localName(definition) === 'linkEventDefinition',
    );
    return links.some(
      (link) =>
        !tree
          .of('intermediateThrowEvent')
          .some(
            (other) =>
              other.$parent === event.$parent &&
              many(other, 'eventDefinitions').some(
                (source) =>
                  localName(source) === 'linkEventDefinition' &&
                  (text(source, 'name') === text(link, 'name') || one(source, 'target') === link),
              ),
          ),
    );
  }),
];

/** A process may begin with a receive task or an event-based gateway that starts it. */
const startsByItself = (scope: ModdleElement): boolean =>
  many(scope, 'flowElements').some((element) => flag(element, 'instantiate') === true);
