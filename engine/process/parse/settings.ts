import type { ModdleElement } from 'bpmn-moddle';
import type { Problem } from '#engine/result/index.ts';
import { workingMinutes } from '../duration.ts';
import { said } from '../messages.ts';
import { taskActs, type TaskAct, type TaskOutcome, type TaskSettings } from '../types.ts';
import { unhonouredSaid } from '../unhonoured/messages.ts';
import { many, one, text } from './element.ts';
import { vendorAttribute, vendorChild, type VendorPrefixes } from './vendor.ts';

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** `mc:` attributes of an activity; where one is absent, the same thing in a vendor's words. */
export const readSettings = (
  element: ModdleElement,
  vendors: VendorPrefixes,
  report: (problem: Problem) => void,
): TaskSettings => {
  const id = text(element, 'id') ?? '';
  const settings: Mutable<TaskSettings> = {
    outcomes: readOutcomes(text(element, 'mc:outcomes'), () => report(said.badOutcomes(id))),
    produces: words(text(element, 'mc:produces')),
    requires: words(text(element, 'mc:requires')),
  };
  const role = text(element, 'mc:role') ?? candidateGroup(element, vendors);
  if (role !== undefined) settings.role = role;
  const unit = text(element, 'mc:unit');
  if (unit !== undefined) settings.unit = unit;
  const form = questions(element) ?? text(element, 'mc:form') ?? vendorForm(element, vendors);
  if (form !== undefined) settings.form = form;
  const connector = text(element, 'mc:connector') ?? vendorConnector(element, vendors);
  if (connector !== undefined) settings.connector = connector;
  const deliverable = text(element, 'mc:deliverable');
  if (deliverable !== undefined) settings.deliverable = deliverable;

  const duration = text(element, 'mc:duration');
  const due = duration === undefined ? vendorDue(element, vendors) : undefined;
  const minutes = workingMinutes(duration ?? due?.text ?? '');
  if (minutes !== undefined) settings.minutes = minutes;
  else if (duration !== undefined) report(said.badDuration(id, duration));
  else if (due) report(unhonouredSaid.noted(id, due.name));

  const act = text(element, 'mc:act');
  if (act !== undefined) {
    if (isAct(act)) settings.act = act;
    else report(said.badAct(id, act));
  }
  return settings;
};

const isAct = (value: string): value is TaskAct => (taskActs as readonly string[]).includes(value);

const words = (value: string | undefined): readonly string[] =>
  value === undefined ? [] : value.split(/\s+/).filter((word) => word !== '');

/** `eligible: Đủ điều kiện | not-eligible: Không đủ điều kiện`; a part without a colon names itself. */
export const readOutcomes = (value: string | undefined, refused: () => void): readonly TaskOutcome[] => {
  if (value === undefined) return [];
  const outcomes = value.split('|').map((part): TaskOutcome => {
    const colon = part.indexOf(':');
    const id = (colon < 0 ? part : part.slice(0, colon)).trim();
    return { id, name: { vi: (colon < 0 ? part : part.slice(colon + 1)).trim() || id } };
  });
  const ids = new Set(outcomes.map((outcome) => outcome.id));
  if (ids.size !== outcomes.length || outcomes.some((outcome) => !/^[A-Za-z][\w-]*$/.test(outcome.id))) refused();
  return outcomes;
};

const questions = (element: ModdleElement): string | undefined => {
  const holder = one(element, 'extensionElements');
  const found = holder ? many(holder, 'values').find((value) => value.$type === 'mc:Questions') : undefined;
  return found ? text(found, 'body') : undefined;
};

const firstOf = (list: string | undefined): string | undefined =>
  list
    ?.split(',')[0]
    ?.trim()
    .replace(/^=\s*"?|"$/g, '');

/** Camunda and Flowable candidate groups, Camunda 8 assignment, BPMN's own potentialOwner. */
const candidateGroup = (element: ModdleElement, vendors: VendorPrefixes): string | undefined => {
  const assignment = vendorChild(element, vendors, 'assignmentDefinition');
  return (
    firstOf(vendorAttribute(element, vendors, 'candidateGroups')) ??
    firstOf(assignment ? text(assignment, 'candidateGroups') : undefined) ??
    potentialOwner(element)
  );
};

const potentialOwner = (element: ModdleElement): string | undefined => {
  for (const resource of many(element, 'resources')) {
    if (!/PotentialOwner|HumanPerformer|Performer/.test(resource.$type)) continue;
    const assignment = one(resource, 'resourceAssignmentExpression');
    const expression = assignment ? one(assignment, 'expression') : undefined;
    const body = expression ? text(expression, 'body') : undefined;
    if (body !== undefined) return /^group\(([^)]+)\)$/.exec(body)?.[1]?.trim() ?? body;
    const role = one(resource, 'resourceRef');
    if (role) return text(role, 'name') ?? text(role, 'id');
  }
  return undefined;
};

const vendorForm = (element: ModdleElement, vendors: VendorPrefixes): string | undefined => {
  const form = vendorChild(element, vendors, 'formDefinition');
  return (
    vendorAttribute(element, vendors, 'formKey') ??
    vendorAttribute(element, vendors, 'formRef') ??
    (form ? (text(form, 'formId') ?? text(form, 'formKey')) : undefined)
  );
};

const vendorConnector = (element: ModdleElement, vendors: VendorPrefixes): string | undefined => {
  const definition = vendorChild(element, vendors, 'taskDefinition');
  return vendorAttribute(element, vendors, 'topic') ?? (definition ? text(definition, 'type') : undefined);
};

/** Due dates that are plain durations; of a date or an expression nothing follows for working time. */
const vendorDue = (
  element: ModdleElement,
  vendors: VendorPrefixes,
): { readonly name: string; readonly text: string } | undefined => {
  const schedule = vendorChild(element, vendors, 'taskSchedule');
  const due = vendorAttribute(element, vendors, 'dueDate') ?? (schedule ? text(schedule, 'dueDate') : undefined);
  return due === undefined ? undefined : { name: 'dueDate', text: due.replace(/^=?\s*(?:duration\()?"?|"?\)?$/g, '') };
};
