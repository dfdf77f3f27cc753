import type { ModdleElement } from 'bpmn-moddle';

/** Whose words are known, and in part read as ours. */
export type Vendor = 'camunda' | 'zeebe' | 'flowable' | 'drools' | 'spiff';

/**
 * What others write beside BPMN. Attributes and children are matched by namespace, whatever prefix
 * the file gives it and wherever it does so.
 */
const VENDORS: Readonly<Record<string, Vendor>> = {
  'http://camunda.org/schema/1.0/bpmn': 'camunda',
  'http://activiti.org/bpmn': 'camunda',
  'http://camunda.org/schema/zeebe/1.0': 'zeebe',
  'http://flowable.org/bpmn': 'flowable',
  'http://www.jboss.org/drools': 'drools',
  'http://spiffworkflow.org/bpmn/schema/1.0/core': 'spiff',
};

/** Prefixes that the file binds to a vendor's namespace. */
export type VendorPrefixes = ReadonlyMap<string, Vendor>;

/** Of all elements of the file: a namespace may be declared where it is first used. */
export const vendorPrefixes = (elements: readonly ModdleElement[]): VendorPrefixes => {
  const prefixes = new Map<string, Vendor>();
  const take = (prefix: string, uri: unknown): void => {
    const vendor = typeof uri === 'string' && Object.hasOwn(VENDORS, uri) ? VENDORS[uri] : undefined;
    if (vendor) prefixes.set(prefix, vendor);
  };
  for (const element of elements) {
    for (const [name, uri] of Object.entries(declared(element)))
      if (name.startsWith('xmlns:')) take(name.slice('xmlns:'.length), uri);
    if (element.$type !== 'bpmn:ExtensionElements') continue;
    for (const child of childrenOf(element)) {
      for (const [name, uri] of Object.entries(child))
        if (name === 'xmlns') take(child.$type.split(':')[0] ?? '', uri);
        else if (name.startsWith('xmlns:')) take(name.slice('xmlns:'.length), uri);
    }
  }
  return prefixes;
};

const declared = (element: ModdleElement): Readonly<Record<string, unknown>> =>
  (element.$attrs as Readonly<Record<string, unknown>> | undefined) ?? {};

const childrenOf = (holder: ModdleElement): readonly ModdleElement[] =>
  Array.isArray(holder['values']) ? (holder['values'] as readonly ModdleElement[]) : [];

/** A vendor's attribute by local name: `candidateGroups`. */
export const vendorAttribute = (element: ModdleElement, prefixes: VendorPrefixes, name: string): string | undefined => {
  for (const prefix of prefixes.keys()) {
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
