import type { ModdleElement } from 'bpmn-moddle';
import type { Problem } from '#engine/result/index.ts';
import { flag, localName, many, nearestId, one, text } from '../parse/element.ts';
import type { VendorPrefixes } from '../parse/vendor.ts';
import { unhonouredSaid as said } from './messages.ts';
import { foreignLanguage, standardSayings, type Saying } from './standard.ts';
import { asUsual, replacedByConnector, restIsHarmless, sayings } from './vendors.ts';
import type { Verdict, Verdicts } from './verdict.ts';

export interface UnhonouredOptions {
  /** Headless runs of foreign files: what is declined is a warning. */
  readonly forgiving?: boolean;
}

/**
 * Everything that the file says and that is not carried out, in BPMN's words or in a vendor's, each
 * with its name and the element it stands on (BPMN 2.0 §8.2.3: extensions may be left out unless they must
 * be understood; here only those are that say nothing about what happens).
 */
export const unhonoured = (
  elements: readonly ModdleElement[],
  vendors: VendorPrefixes,
  { forgiving = false }: UnhonouredOptions = {},
): readonly Problem[] => {
  const problems: Problem[] = [];
  for (const element of elements) {
    for (const { name, verdict } of [...standardSayings(element), ...vendorSayings(element, vendors)]) {
      if (verdict === 'noted') problems.push(said.noted(placeOf(element), name));
      else if (verdict === 'declined' || verdict === 'refused')
        problems.push(said.declined(placeOf(element), name, forgiving && verdict === 'declined' ? 'warning' : 'error'));
    }
    const kind = localName(element);
    if (kind === 'extension' && flag(element, 'mustUnderstand') === true)
      problems.push(said.mustUnderstand(text(element, 'definition') ?? ''));
    const language = kind === 'formalExpression' ? foreignLanguage(element) : undefined;
    if (language !== undefined) problems.push(said.language(placeOf(element), language));
  }
  return problems;
};

const vendorSayings = (element: ModdleElement, vendors: VendorPrefixes): readonly Saying[] => {
  if (vendors.size === 0) return [];
  const found: Saying[] = [];
  const isConnected = text(element, 'mc:connector') !== undefined;
  const add = (name: string, part: 'attributes' | 'children', value?: string): void => {
    const [prefix, local] = name.split(':');
    const vendor = prefix === undefined ? undefined : vendors.get(prefix);
    if (vendor === undefined || local === undefined) return;
    if (isConnected && replacedByConnector.has(local)) return;
    if (value === 'false' || (value !== undefined && asUsual[local]?.includes(value) === true)) return;
    const rest = restIsHarmless.has(vendor) ? 'harmless' : 'declined';
    found.push({ name, verdict: verdictOf(sayings[vendor][part], local, localName(element)) ?? rest });
  };
  for (const [name, value] of Object.entries((element.$attrs as Readonly<Record<string, unknown>> | undefined) ?? {}))
    add(name, 'attributes', String(value));
  const holder = one(element, 'extensionElements');
  for (const child of holder ? many(holder, 'values') : []) {
    add(child.$type, 'children');
    found.push(...inside(child));
  }
  return found;
};

/** Parts of what is read that are not. */
const inside = (child: ModdleElement): readonly Saying[] => {
  const local = child.$type.split(':')[1];
  if (local === 'assignmentDefinition')
    return ['assignee', 'candidateUsers']
      .filter((name) => text(child, name) !== undefined)
      .map((name) => ({ name, verdict: 'noted' }));
  if (local === 'taskSchedule' && text(child, 'followUpDate') !== undefined)
    return [{ name: 'followUpDate', verdict: 'noted' }];
  if (local === 'calledElement' && text(child, 'propagateAllChildVariables') === 'false')
    return [{ name: 'propagateAllChildVariables="false"', verdict: 'declined' }];
  return [];
};

const verdictOf = (verdicts: Verdicts, local: string, kind: string): Verdict | undefined => {
  const family = kind.endsWith('Event') ? 'event' : kind.endsWith('Gateway') ? 'gateway' : undefined;
  for (const name of [`${local}@${kind}`, `${local}@${family ?? ''}`, local])
    if (Object.hasOwn(verdicts, name)) return verdicts[name];
  return undefined;
};

/** Event definitions have ids that nobody sees: the event is the place. */
const placeOf = (element: ModdleElement): string =>
  nearestId(element, (each) => !localName(each).endsWith('EventDefinition'));
