import type { ModdleElement } from 'bpmn-moddle';
import { expressionText, many, one } from '../../parse/element.ts';
import type { Rule } from '../rule.ts';
import { parentKind, type Tree } from '../tree.ts';

const inside = (tree: Tree, kind: string, ...properties: readonly string[]): readonly ModdleElement[] =>
  tree.of(kind).flatMap((element) => properties.flatMap((property) => one(element, property) ?? []));

/** Where a running process looks at an expression; people's own words may stand anywhere else. */
const executed = (tree: Tree): readonly ModdleElement[] => [
  ...inside(tree, 'sequenceFlow', 'conditionExpression'),
  ...inside(tree, 'standardLoopCharacteristics', 'loopCondition'),
  ...inside(tree, 'multiInstanceLoopCharacteristics', 'loopCardinality', 'completionCondition'),
  ...inside(tree, 'timerEventDefinition', 'timeDuration', 'timeDate', 'timeCycle'),
  ...inside(tree, 'conditionalEventDefinition', 'condition'),
  ...inside(tree, 'assignment', 'from', 'to'),
];

export const expressionRules: readonly Rule[] = [
  {
    code: 'process.rule.expression-not-formal',
    section: '§8.3.6',
    broken: (tree) => executed(tree).filter((expression) => expression.$type !== 'bpmn:FormalExpression'),
  },
  {
    code: 'process.rule.expression-empty',
    section: '§8.3.6',
    broken: (tree) =>
      [
        ...inside(tree, 'correlationPropertyRetrievalExpression', 'messagePath'),
        ...inside(tree, 'correlationPropertyBinding', 'dataPath'),
        ...tree
          .of('dataInputAssociation', 'dataOutputAssociation')
          .flatMap((association) => one(association, 'transformation') ?? []),
        ...tree.of('complexBehaviorDefinition').flatMap((behaviour) => one(behaviour, 'condition') ?? []),
        ...tree.of('resourceAssignmentExpression').flatMap((role) => many(role, 'expression')),
      ].filter((expression) => expressionText(expression) === undefined && parentKind(expression) !== ''),
  },
];
