import type { ModdleElement } from 'bpmn-moddle';
import type { Problem } from '#engine/result/index.ts';
import { decisionSaid } from '../decision-table/messages.ts';
import type { GraphDecision } from '../graph.ts';
import { many, one, text } from './element.ts';
import type { ParsedNode } from './model.ts';
import { vendorAttribute, vendorChild, type VendorPrefixes } from './vendor.ts';

const MAPS: ReadonlySet<string> = new Set(['singleEntry', 'singleResult', 'collectEntries', 'resultList']);

const isMap = (value: string | undefined): value is NonNullable<GraphDecision['map']> =>
  value !== undefined && MAPS.has(value);

/** Which decision a business rule task takes: ours (by name or written in), Camunda 7's, Camunda 8's. */
export const readDecisionOf = (
  element: ModdleElement,
  vendors: VendorPrefixes,
  report: (problem: Problem) => void,
): NonNullable<ParsedNode['decision']> | undefined => {
  const id = text(element, 'id') ?? '';
  const holder = one(element, 'extensionElements');
  const table = holder ? many(holder, 'values').find(({ $type }) => $type === 'mc:Table') : undefined;
  const result = text(element, 'mc:result');
  if (table) return { id, table: text(table, 'body') ?? '', ...(result === undefined ? {} : { result }) };

  const zeebe = vendorChild(element, vendors, 'calledDecision');
  const called =
    text(element, 'mc:decision') ??
    vendorAttribute(element, vendors, 'decisionRef') ??
    (zeebe ? text(zeebe, 'decisionId') : undefined);
  if (called === undefined) {
    report(decisionSaid.missing(id));
    return undefined;
  }
  const variable =
    result ??
    vendorAttribute(element, vendors, 'resultVariable') ??
    (zeebe ? text(zeebe, 'resultVariable') : undefined);
  const isCamunda = vendorAttribute(element, vendors, 'decisionRef') !== undefined;
  const map = vendorAttribute(element, vendors, 'mapDecisionResult') ?? (isCamunda ? 'resultList' : undefined);
  return {
    id: called,
    ...(variable === undefined ? {} : { result: variable }),
    ...(isMap(map) ? { map } : {}),
  };
};
