import type { ModdleElement } from 'bpmn-moddle';

/** Reading moddle's untyped elements without trusting them. Names of other namespaces are qualified: `mc:role`. */
const read = (element: ModdleElement, property: string): unknown =>
  property.includes(':') ? element.get?.(property) : element[property];

export const text = (element: ModdleElement, property: string): string | undefined => {
  const value = read(element, property);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
};

export const flag = (element: ModdleElement, property: string): boolean | undefined => {
  const value = read(element, property);
  return typeof value === 'boolean' ? value : undefined;
};

export const integer = (element: ModdleElement, property: string): number | undefined => {
  const value = read(element, property);
  return typeof value === 'number' && Number.isInteger(value) ? value : undefined;
};

const isElement = (value: unknown): value is ModdleElement =>
  typeof value === 'object' && value !== null && '$type' in value;

export const one = (element: ModdleElement, property: string): ModdleElement | undefined => {
  const value = read(element, property);
  return isElement(value) ? value : undefined;
};

export const many = (element: ModdleElement, property: string): readonly ModdleElement[] => {
  const value = read(element, property);
  return Array.isArray(value) ? value.filter(isElement) : [];
};

/** Id of a referenced element: moddle resolves references to the element itself. */
export const reference = (element: ModdleElement, property: string): string | undefined => {
  const target = one(element, property);
  return target ? text(target, 'id') : text(element, property);
};

/** The id of the element, or of the nearest around it that has one and counts; empty where there is none. */
export const nearestId = (element: ModdleElement, counts: (each: ModdleElement) => boolean = () => true): string => {
  for (let at: ModdleElement | undefined = element; at; at = at.$parent) {
    const id = text(at, 'id');
    if (id !== undefined && counts(at)) return id;
  }
  return '';
};

/** `bpmn:UserTask` → `userTask`. */
export const localName = (element: ModdleElement): string => {
  const name = element.$type.slice(element.$type.indexOf(':') + 1);
  return name.charAt(0).toLowerCase() + name.slice(1);
};

/** The text of an expression element (`bpmn:FormalExpression`). */
export const expressionText = (element: ModdleElement | undefined): string | undefined => {
  const body = element?.['body'];
  return typeof body === 'string' && body.trim() !== '' ? body.trim() : undefined;
};
