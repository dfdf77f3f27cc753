import type { ModdleElement } from 'bpmn-moddle';
import type { Rule } from '../rule.ts';

interface PropertyDescriptor {
  readonly name: string;
  readonly type: string;
  readonly isReference?: boolean;
}

/** What moddle's meta-model says of the element's properties: the standard's class diagrams. */
const referencesOf = (element: ModdleElement): readonly PropertyDescriptor[] => {
  const descriptor = element['$descriptor'] as { readonly properties?: readonly PropertyDescriptor[] } | undefined;
  return (descriptor?.properties ?? []).filter(({ isReference }) => isReference === true);
};

const isA = (value: ModdleElement, type: string): boolean => {
  const test = value['$instanceOf'];
  return typeof test !== 'function' || (test as (type: string) => boolean).call(value, type);
};

const isElement = (value: unknown): value is ModdleElement =>
  typeof value === 'object' && value !== null && '$type' in value;

/**
 * Wider in practice than in the class diagram: a message flow may end at an activity of any kind, and
 * an operation is bound to an item of data as well as to a set of one.
 */
const WIDER: ReadonlySet<string> = new Set(['bpmn:InteractionNode', 'bpmn:InputSet', 'bpmn:OutputSet']);

export const referenceRules: readonly Rule[] = [
  {
    code: 'process.rule.reference-of-wrong-kind',
    section: '§8.1',
    broken: (tree) =>
      tree.all.filter((element) =>
        referencesOf(element).some(({ name, type }) => {
          if (WIDER.has(type) || !type.startsWith('bpmn:')) return false;
          const value = element[name.replace(/^bpmn:/u, '')];
          return (Array.isArray(value) ? (value as readonly unknown[]) : [value]).some(
            (given) => isElement(given) && !isA(given, type),
          );
        }),
      ),
  },
];
