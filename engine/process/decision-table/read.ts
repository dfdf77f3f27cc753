import type { ModdleElement } from 'bpmn-moddle';
import { DmnModdle } from 'dmn-moddle';
import {
  compileExpression,
  compileUnaryTest,
  evaluate,
  type CompiledExpression,
  type FeelType,
} from '#engine/expression/index.ts';
import { fail, ok, type Problem, type Result } from '#engine/result/index.ts';
import { localName, many, one, text } from '../parse/element.ts';
import { refuseText } from '../parse/limits.ts';
import { decisionSaid } from './messages.ts';
import type { Decision, DecisionLogic, DecisionRule, Decisions, HitPolicy } from './model.ts';

const ANY: FeelType = { kind: 'any', nullable: true };

/**
 * Reads a DMN file: its decision tables and literal expressions, compiled. Refused by name: other
 * kinds of logic, expressions that are not FEEL, a requirement that leads nowhere or in a circle.
 */
export const readDecisions = async (xml: string): Promise<Result<Decisions>> => {
  const refused = refuseText(xml);
  if (refused.length > 0) return fail(...refused);
  const root = await readXml(xml);
  if (!root.ok) return root;
  const problems: Problem[] = [];
  const decisions: Record<string, Decision> = {};
  for (const element of many(root.value, 'drgElement')) {
    if (localName(element) !== 'decision') continue;
    const decision = readDecision(element, problems);
    if (decision) decisions[decision.id] = decision;
  }
  problems.push(...badRequirements(decisions));
  return problems.length > 0 ? fail(...problems) : ok(decisions);
};

const readXml = async (xml: string): Promise<Result<ModdleElement>> => {
  try {
    // 1.4 and 1.5 say the same about decision tables under another namespace.
    const known = xml.replace(
      /https:\/\/www\.omg\.org\/spec\/DMN\/(20211108|20230324)\/MODEL\//g,
      'https://www.omg.org/spec/DMN/20191111/MODEL/',
    );
    const { rootElement } = await new DmnModdle().fromXML(known);
    return rootElement.$type === 'dmn:Definitions' ? ok(rootElement) : fail(decisionSaid.notDmn(rootElement.$type));
  } catch (error) {
    return fail(decisionSaid.notDmn(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)));
  }
};

const readDecision = (element: ModdleElement, problems: Problem[]): Decision | undefined => {
  const id = text(element, 'id') ?? text(element, 'name');
  const logic = one(element, 'decisionLogic');
  if (id === undefined) return undefined;
  if (!logic) {
    problems.push(decisionSaid.noLogic(id));
    return undefined;
  }
  const variable = one(element, 'variable');
  const requires = many(element, 'informationRequirement').flatMap((requirement) => {
    const required = one(requirement, 'requiredDecision');
    const href = required ? text(required, 'href') : undefined;
    return href === undefined ? [] : [href.replace(/^.*#/u, '')];
  });
  const compiled = compileLogic(id, logic, problems);
  return (
    compiled && {
      id,
      variable: (variable && text(variable, 'name')) ?? text(element, 'name') ?? id,
      requires,
      logic: compiled,
    }
  );
};

const compileLogic = (
  id: string,
  logic: ModdleElement,
  problems: Problem[],
): DecisionLogic | CompiledExpression | undefined => {
  const compile = (source: string, at: string): CompiledExpression | undefined =>
    taken(compileExpression(source, 'untyped'), at, problems);
  switch (localName(logic)) {
    case 'literalExpression':
      return compile(text(logic, 'text') ?? 'null', id);
    case 'decisionTable':
      return compileTable(id, logic, problems);
    default:
      problems.push(decisionSaid.unsupported(id, localName(logic)));
      return undefined;
  }
};

const taken = (result: Result<CompiledExpression>, at: string, problems: Problem[]): CompiledExpression | undefined => {
  if (result.ok) return result.value;
  problems.push(...result.problems.map((found) => ({ ...found, path: at })));
  return undefined;
};

const compileTable = (id: string, table: ModdleElement, problems: Problem[]): DecisionLogic => {
  const inputs = many(table, 'input').map((input) => {
    const expression = one(input, 'inputExpression');
    return taken(compileExpression((expression && text(expression, 'text')) ?? 'null', 'untyped'), id, problems);
  });
  const outputs = many(table, 'output').map((output, column) => {
    const otherwise = one(output, 'defaultOutputEntry');
    const source = otherwise && text(otherwise, 'text');
    const none = source === undefined ? undefined : taken(compileExpression(source, 'untyped'), id, problems);
    return {
      name: text(output, 'name') ?? `output${String(column + 1)}`,
      values: valuesOf(one(output, 'outputValues')),
      ...(none ? { none } : {}),
    };
  });
  const rules = many(table, 'rule').map((rule): DecisionRule => {
    const at = text(rule, 'id') ?? id;
    const when = many(rule, 'inputEntry').map((entry) => {
      const source = text(entry, 'text') ?? '-';
      return source === '-' ? null : (taken(compileUnaryTest(source, ANY, 'untyped'), at, problems) ?? null);
    });
    const then = many(rule, 'outputEntry').flatMap(
      (entry) => taken(compileExpression(text(entry, 'text') ?? 'null', 'untyped'), at, problems) ?? [],
    );
    if (when.length !== inputs.length || then.length !== outputs.length) problems.push(decisionSaid.badWidth(at));
    return { when, then };
  });
  return { hitPolicy: policyOf(table), inputs: inputs.flatMap((input) => input ?? []), outputs, rules };
};

const POLICIES: readonly HitPolicy[] = ['UNIQUE', 'FIRST', 'ANY', 'PRIORITY', 'RULE ORDER', 'OUTPUT ORDER', 'COLLECT'];
const AGGREGATIONS: readonly HitPolicy[] = ['SUM', 'COUNT', 'MIN', 'MAX'];

const policyOf = (table: ModdleElement): HitPolicy => {
  const policy = POLICIES.find((name) => name === (text(table, 'hitPolicy') ?? 'UNIQUE')) ?? 'UNIQUE';
  const aggregation = AGGREGATIONS.find((name) => name === text(table, 'aggregation'));
  return policy === 'COLLECT' ? (aggregation ?? policy) : policy;
};

/** `"high","low"`: the literals of a list of output values, highest priority first. */
const valuesOf = (values: ModdleElement | undefined): readonly unknown[] => {
  const source = values && text(values, 'text');
  const list = source === undefined ? undefined : compileExpression(`[${source}]`, 'untyped');
  const given = list?.ok ? evaluate(list.value, {}) : undefined;
  return Array.isArray(given) ? (given as readonly unknown[]) : [];
};

const badRequirements = (decisions: Decisions): readonly Problem[] =>
  Object.values(decisions).flatMap(({ id, requires }) => {
    const missing = requires.filter((required) => decisions[required] === undefined);
    return [
      ...missing.map((required) => decisionSaid.unknownRequirement(id, required)),
      ...(reaches(decisions, id, requires, new Set()) ? [decisionSaid.circle(id)] : []),
    ];
  });

const reaches = (decisions: Decisions, wanted: string, from: readonly string[], seen: Set<string>): boolean =>
  from.some((id) => {
    if (id === wanted) return true;
    if (seen.has(id)) return false;
    seen.add(id);
    return reaches(decisions, wanted, decisions[id]?.requires ?? [], seen);
  });
