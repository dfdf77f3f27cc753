import type { ModdleElement } from 'bpmn-moddle';
import { expressionText, many, one, text } from './element.ts';
import { toFeel } from './foreign-expression.ts';
import { vendorChild, type VendorPrefixes } from './vendor.ts';

/**
 * The FEEL whose value a message must bring: ours (`mc:key`), Camunda 8's `correlationKey` on the
 * message, or BPMN's own correlation subscription of the process for a property of this message.
 */
export const readKey = (element: ModdleElement, vendors: VendorPrefixes): string | undefined => {
  const own = text(element, 'mc:key');
  const [definition] = many(element, 'eventDefinitions').filter(({ $type }) => $type === 'bpmn:MessageEventDefinition');
  const message = one(element, 'messageRef') ?? (definition ? one(definition, 'messageRef') : undefined);
  const subscription = message ? vendorChild(message, vendors, 'subscription') : undefined;
  const source =
    own ??
    (subscription ? text(subscription, 'correlationKey') : undefined) ??
    (message ? subscribedPath(element, message) : undefined);
  return source === undefined ? undefined : toFeel(source);
};

/** `dataPath` of the binding whose property is retrieved from this message (BPMN 2.0 §8.3.2). */
const subscribedPath = (element: ModdleElement, message: ModdleElement): string | undefined => {
  let process: ModdleElement | undefined = element;
  while (process && process.$type !== 'bpmn:Process') process = process.$parent;
  const bindings = process
    ? many(process, 'correlationSubscriptions').flatMap((subscription) =>
        many(subscription, 'correlationPropertyBinding'),
      )
    : [];
  for (const binding of bindings) {
    const property = one(binding, 'correlationPropertyRef');
    const retrieved = property
      ? many(property, 'correlationPropertyRetrievalExpression').some(
          (retrieval) => one(retrieval, 'messageRef') === message,
        )
      : false;
    const path = expressionText(one(binding, 'dataPath'));
    if (retrieved && path !== undefined) return path;
  }
  return undefined;
};
