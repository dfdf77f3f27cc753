import type { ModdleElement } from 'bpmn-moddle';
import type { Problem } from '#engine/result/index.ts';
import { said } from '../messages.ts';
import { expressionText, localName, many, one, text } from './element.ts';
import { toFeel } from './foreign-expression.ts';
import type { ParsedMapping, ParsedNode } from './model.ts';
import { vendorChild, type VendorPrefixes } from './vendor.ts';

type Mappings = Pick<ParsedNode, 'inputs' | 'outputs'>;

/**
 * What an activity takes from the process and gives back: BPMN's data associations, Camunda 8's
 * `ioMapping`, Camunda 7's `inputOutput`, and the `in` and `out` of call activities. Sources are FEEL.
 */
export const readMappings = (
  element: ModdleElement,
  vendors: VendorPrefixes,
  report: (problem: Problem) => void,
): Mappings => {
  const id = text(element, 'id') ?? '';
  const pairs = (
    given: readonly (readonly [target: string | undefined, source: string | undefined])[],
  ): readonly ParsedMapping[] =>
    given.flatMap(([target, source]) => {
      const feel = source === undefined ? undefined : toFeel(source);
      if (target === undefined || source === undefined) return [];
      if (feel === undefined) report(said.foreignCondition(id, source));
      return feel === undefined ? [] : [{ target, source: feel }];
    });
  const io = vendorChild(element, vendors, 'ioMapping');
  const parameters = vendorChild(element, vendors, 'inputOutput');
  const inputs = pairs([
    ...many(element, 'dataInputAssociations').map(associated),
    ...childrenOf(io, 'input').map(sourced),
    ...childrenOf(parameters, 'inputParameter').map((given) => parameter(given, id, report)),
    ...passed(element, vendors, 'in'),
  ]);
  const outputs = pairs([
    ...many(element, 'dataOutputAssociations').map(associated),
    ...childrenOf(io, 'output').map(sourced),
    ...childrenOf(parameters, 'outputParameter').map((given) => parameter(given, id, report)),
    ...passed(element, vendors, 'out'),
  ]);
  return { ...(inputs.length > 0 ? { inputs } : {}), ...(outputs.length > 0 ? { outputs } : {}) };
};

/** Children of a vendor's element: moddle knows no more of them than their names. */
const childrenOf = (holder: ModdleElement | undefined, name: string): readonly ModdleElement[] =>
  (holder?.$children ?? []).filter(({ $type }) => $type.split(':')[1] === name);

const sourced = (given: ModdleElement): readonly [string | undefined, string | undefined] => [
  text(given, 'target'),
  text(given, 'source'),
];

/** Camunda 7: `${expression}`, or a constant; lists, maps and scripts are refused. */
const parameter = (
  given: ModdleElement,
  id: string,
  report: (problem: Problem) => void,
): readonly [string | undefined, string | undefined] => {
  if ((given.$children ?? []).length > 0) report(said.unsupported(id, given.$type));
  const body = (given.$body ?? '').trim();
  return [text(given, 'name'), /^[$#]\{/.test(body) ? body : JSON.stringify(body)];
};

/** `in` and `out` of a call activity; `variables="all"` is what happens anyway. */
const passed = (
  element: ModdleElement,
  vendors: VendorPrefixes,
  name: string,
): readonly (readonly [string | undefined, string | undefined])[] => {
  const holder = one(element, 'extensionElements');
  return (holder ? many(holder, 'values') : [])
    .filter(({ $type }) => {
      const [prefix, local] = $type.split(':');
      return prefix !== undefined && vendors.has(prefix) && local === name;
    })
    .map((given) => [text(given, 'target'), text(given, 'source') ?? text(given, 'sourceExpression')] as const);
};

/** The name under which data is a variable: its own, else its id. */
const nameOf = (item: ModdleElement | undefined): string | undefined => {
  if (!item) return undefined;
  const of = localName(item) === 'dataObjectReference' ? (one(item, 'dataObjectRef') ?? item) : item;
  return plain(text(of, 'name')) ?? plain(text(of, 'id'));
};

const plain = (name: string | undefined): string | undefined =>
  name !== undefined && /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) ? name : undefined;

/** A transformation, an assignment, or a plain copy (BPMN 2.0 §10.4.2). */
const associated = (association: ModdleElement): readonly [string | undefined, string | undefined] => {
  const [source] = many(association, 'sourceRef');
  const [assignment] = many(association, 'assignment');
  const target = nameOf(one(association, 'targetRef'));
  const transformed = expressionText(one(association, 'transformation'));
  const from = assignment ? expressionText(one(assignment, 'from')) : undefined;
  return [target, transformed ?? from ?? nameOf(source)];
};
