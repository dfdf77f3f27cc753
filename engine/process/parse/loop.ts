import type { ModdleElement } from 'bpmn-moddle';
import type { Problem } from '#engine/result/index.ts';
import { said } from '../messages.ts';
import { expressionText, flag, integer, localName, one, text } from './element.ts';
import { toFeel } from './foreign-expression.ts';
import type { ParsedLoop } from './model.ts';
import { vendorAttribute, vendorChild, type VendorPrefixes } from './vendor.ts';

/** Standard loop or multi-instance; how often comes from `loopCardinality` or from a vendor's collection. */
export const readLoop = (
  element: ModdleElement,
  vendors: VendorPrefixes,
  report: (problem: Problem) => void,
): ParsedLoop | undefined => {
  const marker = one(element, 'loopCharacteristics');
  if (!marker) return undefined;
  const id = text(element, 'id') ?? '';
  const feel = (source: string | undefined): string | undefined => {
    const converted = source === undefined ? undefined : toFeel(source);
    if (source !== undefined && converted === undefined) report(said.foreignCondition(id, source));
    return converted;
  };

  if (localName(marker) === 'standardLoopCharacteristics') {
    const maximum = integer(marker, 'loopMaximum');
    if (maximum !== undefined && maximum < 0) report(said.badMaximum(id, maximum));
    const condition = feel(expressionText(one(marker, 'loopCondition')));
    return {
      type: 'standard',
      testBefore: flag(marker, 'testBefore') ?? false,
      ...(maximum === undefined ? {} : { maximum }),
      ...(condition === undefined ? {} : { condition }),
    };
  }
  const behaviour = text(marker, 'behavior') ?? 'All';
  if (behaviour !== 'All') report(said.unsupported(id, `multiInstance behavior="${behaviour}"`));
  const inner = vendorChild(marker, vendors, 'loopCharacteristics');
  const collection =
    vendorAttribute(marker, vendors, 'collection') ?? (inner ? text(inner, 'inputCollection') : undefined);
  const listed = one(marker, 'loopDataInputRef');
  const cardinality = feel(
    expressionText(one(marker, 'loopCardinality')) ??
      collection ??
      (listed ? (text(listed, 'name') ?? text(listed, 'id')) : undefined),
  );
  const input = one(marker, 'inputDataItem');
  const item =
    vendorAttribute(marker, vendors, 'elementVariable') ??
    (inner ? text(inner, 'inputElement') : undefined) ??
    (input ? (text(input, 'name') ?? text(input, 'id')) : undefined);
  if (cardinality === undefined) report(said.noCardinality(id));
  const until = feel(expressionText(one(marker, 'completionCondition')));
  const collect = collectOf(marker, inner, feel);
  return {
    type: flag(marker, 'isSequential') === true ? 'sequential' : 'parallel',
    cardinality: cardinality ?? '0',
    ...(until === undefined ? {} : { until }),
    ...(item === undefined ? {} : { item }),
    ...(collect === undefined ? {} : { collect }),
  };
};

/** Camunda 8's output collection, or BPMN's loopDataOutputRef with its outputDataItem. */
const collectOf = (
  marker: ModdleElement,
  inner: ModdleElement | undefined,
  feel: (source: string | undefined) => string | undefined,
): { readonly into: string; readonly value: string } | undefined => {
  const list = one(marker, 'loopDataOutputRef');
  const entry = one(marker, 'outputDataItem');
  const into =
    (inner ? text(inner, 'outputCollection') : undefined) ??
    (list ? (text(list, 'name') ?? text(list, 'id')) : undefined);
  const value =
    feel(inner ? text(inner, 'outputElement') : undefined) ??
    (entry ? (text(entry, 'name') ?? text(entry, 'id')) : undefined);
  return into === undefined || value === undefined ? undefined : { into, value };
};
