import type { ModdleElement } from 'bpmn-moddle';
import { localName, many, one } from '../parse/element.ts';

/**
 * The file as the rules of the standard look at it: every element once, by kind, with what flows in
 * and out. Built in one pass; each look-up afterwards is constant.
 */
export interface Tree {
  /** In document order. */
  readonly all: readonly ModdleElement[];
  readonly of: (...kinds: readonly string[]) => readonly ModdleElement[];
  readonly incoming: (node: ModdleElement) => readonly ModdleElement[];
  readonly outgoing: (node: ModdleElement) => readonly ModdleElement[];
  readonly root: ModdleElement;
}

const isElement = (value: unknown): value is ModdleElement =>
  typeof value === 'object' && value !== null && '$type' in value;

const grouped = <Key>(
  elements: readonly ModdleElement[],
  keyOf: (element: ModdleElement) => Key,
): ReadonlyMap<Key, readonly ModdleElement[]> => {
  const groups = new Map<Key, ModdleElement[]>();
  for (const element of elements) {
    const group = groups.get(keyOf(element));
    if (group) group.push(element);
    else groups.set(keyOf(element), [element]);
  }
  return groups;
};

export const treeOf = (root: ModdleElement): Tree => {
  const all: ModdleElement[] = [];
  const seen = new Set<ModdleElement>();
  const stack: ModdleElement[] = [root];
  for (let element = stack.pop(); element; element = stack.pop()) {
    if (seen.has(element)) continue;
    seen.add(element);
    if (element.$type.startsWith('bpmn:')) all.push(element);
    // One by one: an element may have more children than a call takes arguments.
    for (const child of childrenOf(element).toReversed()) stack.push(child);
  }
  const byKind = grouped(all, localName);
  const flows = byKind.get('sequenceFlow') ?? [];
  const into = grouped(flows, (flow) => one(flow, 'targetRef'));
  const out = grouped(flows, (flow) => one(flow, 'sourceRef'));
  return {
    all,
    root,
    of: (...kinds) => kinds.flatMap((kind) => byKind.get(kind) ?? []),
    incoming: (node) => into.get(node) ?? [],
    outgoing: (node) => out.get(node) ?? [],
  };
};

/** What the element contains, not what it refers to: a child's `$parent` is the element. */
const childrenOf = (element: ModdleElement): readonly ModdleElement[] =>
  Object.entries(element).flatMap(([name, value]) =>
    name.startsWith('$')
      ? []
      : (Array.isArray(value) ? (value as readonly unknown[]) : [value]).filter(
          (child): child is ModdleElement => isElement(child) && child.$parent === element,
        ),
  );

export const parentKind = (element: ModdleElement): string => (element.$parent ? localName(element.$parent) : '');

/** Event definitions inside the event, and those it refers to. */
export const definitionsOf = (event: ModdleElement): readonly ModdleElement[] => [
  ...many(event, 'eventDefinitions'),
  ...many(event, 'eventDefinitionRef'),
];

export const hasDefinition = (event: ModdleElement, kind: string): boolean =>
  definitionsOf(event).some((definition) => localName(definition) === kind);
