import type { ModdleElement } from 'bpmn-moddle';
import { expressionText, flag, localName, many, text } from '../parse/element.ts';
import type { Verdict } from './verdict.ts';

/** A BPMN statement that is valid and not carried out: its name, and what becomes of it. */
export interface Saying {
  readonly name: string;
  readonly verdict: Verdict;
}

/** What the element itself says in BPMN's own words that is not carried out. */
export const standardSayings = (element: ModdleElement): readonly Saying[] => {
  switch (localName(element)) {
    case 'eventBasedGateway':
      return text(element, 'eventGatewayType') === 'Parallel'
        ? [{ name: 'eventGatewayType="Parallel"', verdict: 'refused' }]
        : [];
    case 'compensateEventDefinition':
      return flag(element, 'waitForCompletion') === false
        ? [{ name: 'waitForCompletion="false"', verdict: 'declined' }]
        : [];
    case 'transaction': {
      const method = text(element, 'method');
      return method === '##Store' || method === '##Image' ? [{ name: `method="${method}"`, verdict: 'declined' }] : [];
    }
    case 'dataInputAssociation':
    case 'dataOutputAssociation':
      return association(element);
    default:
      return [];
  }
};

/** Data goes in and out of activities; a message's data comes under its own names. */
const association = (element: ModdleElement): readonly Saying[] => {
  const name = localName(element);
  const isOfEvent = element.$parent !== undefined && localName(element.$parent).endsWith('Event');
  if (isOfEvent) return [{ name, verdict: 'declined' }];
  return many(element, 'assignment').length > 1 ? [{ name: `${name} assignment`, verdict: 'declined' }] : [];
};

/** Who works is no condition, and what is retrieved from a message is the sender's matter. */
const NOT_RUN: ReadonlySet<string> = new Set([
  'resourceAssignmentExpression',
  'resourceParameterBinding',
  'correlationPropertyRetrievalExpression',
]);

/** The language of an expression that is run and that neither FEEL's mark nor JUEL's begins. */
export const foreignLanguage = (expression: ModdleElement): string | undefined => {
  const language = text(expression, 'language');
  if (language === undefined || /feel|juel/i.test(language)) return undefined;
  if (expression.$parent && NOT_RUN.has(localName(expression.$parent))) return undefined;
  const body = expressionText(expression);
  return body === undefined || /^(=(?!=)|[$#]\{)/.test(body) ? undefined : language;
};
