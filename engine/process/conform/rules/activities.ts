import { many, one, text, flag, localName } from '../../parse/element.ts';
import { ACTIVITIES, each, type Rule } from '../rule.ts';

const METHOD = /^(##\w+|[A-Za-z][A-Za-z0-9+.-]*:[^\s"<>\\^`{|}$!]+)$/u;

export const activityRules: readonly Rule[] = [
  each(
    'process.rule.receive-starts-and-follows',
    '§10.3.3',
    ['receiveTask'],
    (task, tree) => flag(task, 'instantiate') === true && tree.incoming(task).length > 0,
  ),
  each(
    'process.rule.compensation-in-flow',
    '§10.7.1',
    [...ACTIVITIES],
    (task, tree) =>
      flag(task, 'isForCompensation') === true && tree.incoming(task).length + tree.outgoing(task).length > 0,
  ),
  each('process.rule.transaction-method', '§10.3.5, table 10.22', ['transaction'], (activity) => {
    const method = text(activity, 'method');
    return method !== undefined && !METHOD.test(method);
  }),
  each(
    'process.rule.complex-behaviour',
    '§10.3.8, table 10.31',
    ['multiInstanceLoopCharacteristics'],
    (loop) => many(loop, 'complexBehaviorDefinition').length > 0,
  ),
  each('process.rule.completion-not-boolean', '§10.3.8, table 10.30', ['multiInstanceLoopCharacteristics'], (loop) => {
    const condition = one(loop, 'completionCondition');
    return condition !== undefined && /^\s*=?\s*("[^"]*"|-?\d+(\.\d+)?)\s*$/u.test(String(condition['body'] ?? ''));
  }),
  each(
    'process.rule.public-and-executable',
    '§10.1, table 10.1',
    ['process'],
    (process) => text(process, 'processType') === 'Public' && flag(process, 'isExecutable') === true,
  ),
  each(
    'process.rule.interface-not-bound',
    '§8.3.7, table 10.3',
    ['process'],
    (process) =>
      many(process, 'supportedInterfaceRef').length > 0 &&
      one(process, 'ioSpecification') !== undefined &&
      many(process, 'ioBinding').length === 0,
  ),
  each('process.rule.handler-not-for-compensation', '§10.7.1', ['boundaryEvent'], (event, tree) => {
    if (!many(event, 'eventDefinitions').some((definition) => localName(definition) === 'compensateEventDefinition'))
      return false;
    return tree.of('association').some((association) => {
      const source = one(association, 'sourceRef');
      const target = one(association, 'targetRef');
      const handler = source === event ? target : target === event ? source : undefined;
      return (
        handler !== undefined &&
        (ACTIVITIES as readonly string[]).includes(localName(handler)) &&
        flag(handler, 'isForCompensation') !== true
      );
    });
  }),
  each(
    'process.rule.resource-and-assignment',
    '§10.3.1, table 10.5',
    ['resourceRole', 'performer', 'humanPerformer', 'potentialOwner'],
    (role) => one(role, 'resourceRef') !== undefined && one(role, 'resourceAssignmentExpression') !== undefined,
  ),
  each(
    'process.rule.binding-without-resource',
    '§10.3.1, table 10.5',
    ['resourceRole', 'performer', 'humanPerformer', 'potentialOwner'],
    (role) => one(role, 'resourceRef') === undefined && many(role, 'resourceParameterBindings').length > 0,
  ),
  each('process.rule.documentation-format', '§8.3.1, table 8.4', ['documentation'], (documentation) => {
    const format = text(documentation, 'textFormat');
    return format !== undefined && !/^[\w.+-]+\/[\w.+-]+(;.*)?$/u.test(format);
  }),
];
