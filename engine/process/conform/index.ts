import type { ModdleElement } from 'bpmn-moddle';
import type { Problem } from '#engine/result/index.ts';
import { nearestId } from '../parse/element.ts';
import { PREFIX, ruleProblem } from './messages.ts';
import type { Rule } from './rule.ts';
import { activityRules } from './rules/activities.ts';
import { collaborationRules } from './rules/collaboration.ts';
import { dataRules } from './rules/data.ts';
import { eventRules } from './rules/events.ts';
import { expressionRules } from './rules/expressions.ts';
import { flowRules } from './rules/flows.ts';
import { gatewayRules } from './rules/gateways.ts';
import { referenceRules } from './rules/references.ts';
import { treeOf, type Tree } from './tree.ts';

/**
 * Broken by so many files that run elsewhere, and without a doubt about what is meant, that a headless
 * run only warns of them. A release is refused for them like for the others.
 */
const FORGIVEN: ReadonlySet<string> = new Set(
  [
    'start-without-end',
    'boundary-without-outgoing',
    'intermediate-without-outgoing',
    'event-sub-start-without-trigger',
    'event-sub-needs-one-start',
  ].map((name) => `${PREFIX}${name}`),
);

export const rules: readonly Rule[] = [
  ...flowRules,
  ...gatewayRules,
  ...eventRules,
  ...activityRules,
  ...expressionRules,
  ...dataRules,
  ...collaborationRules,
  ...referenceRules,
];

export interface ConformOptions {
  readonly forgiving?: boolean;
}

/**
 * Rules of BPMN 2.0 that the file breaks although it can be read, each with the element that breaks
 * it. Linear in the file, apart from rules that look at pairs of events.
 */
export const conformance = (root: ModdleElement, options: ConformOptions = {}): readonly Problem[] =>
  brokenRules(treeOf(root), options);

/** The same of a file that has been looked through already. */
export const brokenRules = (tree: Tree, { forgiving = false }: ConformOptions = {}): readonly Problem[] =>
  rules.flatMap((rule) => {
    const severity = forgiving && FORGIVEN.has(rule.code) ? 'warning' : 'error';
    return rule.broken(tree).map((element) => ruleProblem(rule, nearestId(element), severity));
  });
