import type { ModdleElement } from 'bpmn-moddle';

/**
 * What Camunda 7, Camunda 8 and Flowable write beside BPMN, read as ours. Attributes and children
 * are matched by namespace, whatever prefix the file gives it.
 */
const VENDORS: Readonly<Record<string, 'camunda' | 'zeebe' | 'flowable'>> = {
  'http://camunda.org/schema/1.0/bpmn': 'camunda',
  'http://activiti.org/bpmn': 'camunda',
  'http://camunda.org/schema/zeebe/1.0': 'zeebe',
  'http://flowable.org/bpmn': 'flowable',
};

/** Prefixes that the file binds to a vendor's namespace. */
export type VendorPrefixes = ReadonlySet<string>;

export const vendorPrefixes = (root: ModdleElement): VendorPrefixes =>
  new Set(
    Object.entries(root.$attrs)
      .filter(([name, uri]) => name.startsWith('xmlns:') && uri in VENDORS)
      .map(([name]) => name.slice('xmlns:'.length)),
  );

/** A vendor's attribute by local name: `candidateGroups`. */
export const vendorAttribute = (element: ModdleElement, prefixes: VendorPrefixes, name: string): string | undefined => {
  for (const prefix of prefixes) {
    const value = element.$attrs[`${prefix}:${name}`];
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
  }
  return undefined;
};

/** A vendor's child of `extensionElements` by local name: `taskDefinition`; its attributes are plain properties. */
export const vendorChild = (
  element: ModdleElement,
  prefixes: VendorPrefixes,
  name: string,
): ModdleElement | undefined => {
  const holder = element['extensionElements'];
  if (typeof holder !== 'object' || holder === null) return undefined;
  const values = (holder as ModdleElement)['values'];
  if (!Array.isArray(values)) return undefined;
  return (values as readonly ModdleElement[]).find((value) => {
    const [prefix, local] = value.$type.split(':');
    return prefix !== undefined && prefixes.has(prefix) && local === name;
  });
};
