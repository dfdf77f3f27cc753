import type { ModdleElement } from 'bpmn-moddle';
import { flag, localName, many, one, text } from '../../parse/element.ts';
import { ACTIVITIES, each, type Rule, SUB_PROCESSES } from '../rule.ts';
import { definitionsOf, parentKind, type Tree } from '../tree.ts';

const itemOf = (element: ModdleElement | undefined): ModdleElement | undefined => {
  if (!element) return undefined;
  const of = localName(element) === 'dataObjectReference' ? (one(element, 'dataObjectRef') ?? element) : element;
  return one(of, 'itemSubjectRef') ?? one(of, 'itemRef') ?? one(of, 'structureRef');
};

/** Two items agree when they are one, or name the same structure. */
const agree = (some: ModdleElement | undefined, other: ModdleElement | undefined): boolean => {
  if (some === other) return true;
  const structure = some && structureOf(some);
  return structure !== undefined && other !== undefined && structure === structureOf(other);
};

const structureOf = (item: ModdleElement): string | undefined => {
  const given = item['structureRef'];
  return typeof given === 'string' ? given : undefined;
};

const specification = (element: ModdleElement): ModdleElement | undefined => one(element, 'ioSpecification');
const inputs = (element: ModdleElement): readonly ModdleElement[] =>
  many(specification(element) ?? element, 'dataInputs');
const outputs = (element: ModdleElement): readonly ModdleElement[] =>
  many(specification(element) ?? element, 'dataOutputs');
const inputSets = (element: ModdleElement): readonly ModdleElement[] =>
  many(specification(element) ?? element, 'inputSets');
const outputSets = (element: ModdleElement): readonly ModdleElement[] =>
  many(specification(element) ?? element, 'outputSets');

const sources = (association: ModdleElement): readonly ModdleElement[] => many(association, 'sourceRef');
const target = (association: ModdleElement): ModdleElement | undefined => one(association, 'targetRef');
const isRaw = (association: ModdleElement): boolean =>
  one(association, 'transformation') === undefined && many(association, 'assignment').length === 0;

const belongsToProcess = (item: ModdleElement | undefined): boolean =>
  item?.$parent !== undefined && parentKind(item.$parent) === 'process';

const message = (activity: ModdleElement, of: 'inMessageRef' | 'outMessageRef'): ModdleElement | undefined => {
  const operation = one(activity, 'operationRef');
  return operation ? one(operation, of) : undefined;
};

/** The process that a call activity of this file calls. */
const calledBy = (activity: ModdleElement, tree: Tree): ModdleElement | undefined =>
  tree.of('process').find((process) => text(process, 'id') === text(activity, 'calledElement'));

const pairsAgree = (some: readonly ModdleElement[], others: readonly ModdleElement[]): boolean =>
  some.length === others.length && some.every((item, index) => agree(itemOf(item), itemOf(others[index])));

/** One turn of a loop has one entry of the list: the same structure, and no list itself. */
const entryDiffers = (loop: ModdleElement, listRef: string, entryRef: string): boolean => {
  const list = itemOf(one(loop, listRef));
  const entry = itemOf(one(loop, entryRef));
  return list !== undefined && entry !== undefined && (flag(entry, 'isCollection') === true || !agree(list, entry));
};

export const dataRules: readonly Rule[] = [
  each('process.rule.collection-differs', '§10.4.1, table 10.52', ['dataInput', 'dataOutput', 'dataObject'], (item) => {
    const definition = one(item, 'itemSubjectRef');
    return (
      definition !== undefined && (flag(item, 'isCollection') ?? false) !== (flag(definition, 'isCollection') ?? false)
    );
  }),
  each(
    'process.rule.sub-process-has-data',
    '§10.4.1',
    [...SUB_PROCESSES],
    (activity) => inputs(activity).length + outputs(activity).length > 0,
  ),
  each('process.rule.process-input-written', '§10.4.1', ['dataOutputAssociation'], (association) => {
    const to = target(association);
    return to !== undefined && localName(to) === 'dataInput' && belongsToProcess(to);
  }),
  each('process.rule.process-output-read', '§10.4.1', ['dataInputAssociation'], (association) =>
    sources(association).some((from) => localName(from) === 'dataOutput' && belongsToProcess(from)),
  ),
  each(
    'process.rule.association-needs-one-source',
    '§10.4.2',
    ['dataInputAssociation', 'dataOutputAssociation'],
    (association) => isRaw(association) && sources(association).length > 1,
  ),
  each(
    'process.rule.association-items-differ',
    '§10.4.2',
    ['dataInputAssociation', 'dataOutputAssociation'],
    (association) =>
      isRaw(association) &&
      sources(association).some((from) => {
        const [given, wanted] = [itemOf(from), itemOf(target(association))];
        return given !== undefined && wanted !== undefined && !agree(given, wanted);
      }),
  ),
  each(
    'process.rule.event-data-differs',
    '§10.5.1',
    ['startEvent', 'endEvent', 'intermediateCatchEvent', 'intermediateThrowEvent', 'boundaryEvent'],
    (event) => {
      const [definition] = definitionsOf(event);
      const [data] = [...many(event, 'dataInputs'), ...many(event, 'dataOutputs')];
      if (!definition || !data) return false;
      const of = ['messageRef', 'signalRef', 'errorRef', 'escalationRef'].flatMap(
        (name) => one(definition, name) ?? [],
      );
      return of.some((element) => itemOf(element) !== undefined && !agree(itemOf(element), itemOf(data)));
    },
  ),
  each('process.rule.service-data', '§10.3.3', ['serviceTask'], (task) => {
    if (!one(task, 'operationRef')) return false;
    if (inputs(task).length !== 1 || inputSets(task).length !== 1) return true;
    const answer = message(task, 'outMessageRef');
    return answer !== undefined && (outputs(task).length !== 1 || outputSets(task).length !== 1);
  }),
  each('process.rule.service-data-differs', '§10.3.3', ['serviceTask'], (task) =>
    (['inMessageRef', 'outMessageRef'] as const).some((of) => {
      const wanted = message(task, of);
      const [data] = of === 'inMessageRef' ? inputs(task) : outputs(task);
      return wanted !== undefined && data !== undefined && !agree(itemOf(wanted), itemOf(data));
    }),
  ),
  each('process.rule.message-task-data', '§10.3.3', ['sendTask', 'receiveTask'], (task) => {
    const isSend = localName(task) === 'sendTask';
    const [data, sets] = isSend ? [inputs(task), inputSets(task)] : [outputs(task), outputSets(task)];
    if (data.length === 0) return false;
    const wanted = one(task, 'messageRef');
    return (
      data.length > 1 ||
      sets.length > 1 ||
      (wanted !== undefined && itemOf(wanted) !== undefined && !agree(itemOf(wanted), itemOf(data[0])))
    );
  }),
  each('process.rule.call-data-differs', '§10.3.6', ['callActivity'], (activity, tree) => {
    const process = calledBy(activity, tree);
    return (
      process !== undefined &&
      specification(process) !== undefined &&
      !(pairsAgree(inputs(activity), inputs(process)) && pairsAgree(outputs(activity), outputs(process)))
    );
  }),
  each('process.rule.binding-data-differs', '§8.3.7', ['inputOutputBinding'], (binding) => {
    const operation = one(binding, 'operationRef');
    const pairs = [
      [one(binding, 'inputDataRef'), operation && one(operation, 'inMessageRef')],
      [one(binding, 'outputDataRef'), operation && one(operation, 'outMessageRef')],
    ] as const;
    return pairs.some(([data, wanted]) => data && wanted && !agree(itemOf(data), itemOf(wanted)));
  }),
  each('process.rule.loop-output-item', '§10.3.8, table 10.30', ['multiInstanceLoopCharacteristics'], (loop) =>
    entryDiffers(loop, 'loopDataOutputRef', 'outputDataItem'),
  ),
  each('process.rule.loop-input-item', '§10.3.8, table 10.30', ['multiInstanceLoopCharacteristics'], (loop) =>
    entryDiffers(loop, 'loopDataInputRef', 'inputDataItem'),
  ),
  each('process.rule.data-needs-set', '§10.4.1, table 10.55', [...ACTIVITIES], (activity) => {
    const sets = [...inputSets(activity), ...outputSets(activity)];
    const items = new Set([...inputs(activity), ...outputs(activity)]);
    return sets.some((set) =>
      [...many(set, 'dataInputRefs'), ...many(set, 'dataOutputRefs')].some((item) => !items.has(item)),
    );
  }),
];
