import type { ModdleElement } from 'bpmn-moddle';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  compileProcess,
  parseProcess,
  startProcess,
  stepProcess,
  type CompileOptions,
  type Graph,
  type ProcessInput,
  type ProcessState,
  type StepResult,
} from '#engine/process/index.ts';

export const NOW = '2021-07-01T00:00:00.000Z';

/** Material that lies beside the checkout and is not part of it. */
export const shared = (name: string): string => path.resolve(import.meta.dirname, '../../../shared', name);
export const hasShared = existsSync(shared('bpmn/oracle.json'));

export const corpus = (name: string): string => path.resolve(import.meta.dirname, '../corpus/bpmn', name);
export const json = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

/** A whole BPMN file around the inside of one process. */
export const bpmn = (inside: string, rest = ''): string => `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:mc="urn:motcua:bpmn:1" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:flowable="http://flowable.org/bpmn"
  xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="definitions" targetNamespace="urn:test">
  ${rest}
  <process id="p" isExecutable="true">${inside}</process>
</definitions>`;

/** Messages M and M2, signal S, errors E1 and E2, escalation X1, to go beside the process. */
export const NAMED =
  '<message id="m" name="M"/><message id="m2" name="M2"/><signal id="sig" name="S"/><error id="er" name="E" errorCode="E1"/><error id="er2" name="E2" errorCode="E2"/><escalation id="esc" name="X" escalationCode="X1"/>';
export const MESSAGE = '<messageEventDefinition messageRef="m"/>';
export const MESSAGE_2 = '<messageEventDefinition messageRef="m2"/>';
export const SIGNAL = '<signalEventDefinition signalRef="sig"/>';

/** An element that holds an expression. */
export const formal = (tag: string, text: string): string => `<${tag} xsi:type="tFormalExpression">${text}</${tag}>`;

/** `a>b c>d`: sequence flows named after their ends. */
export const flows = (text: string): string =>
  text
    .split(/\s+/)
    .map((pair) => pair.split('>'))
    .map(([source, target]) => `<sequenceFlow id="${source}-${target}" sourceRef="${source}" targetRef="${target}"/>`)
    .join('');

export const conditional = (source: string, target: string, condition: string): string =>
  `<sequenceFlow id="${source}-${target}" sourceRef="${source}" targetRef="${target}"><conditionExpression xsi:type="tFormalExpression">${condition
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')}</conditionExpression></sequenceFlow>`;

export const codes = (result: {
  readonly ok: boolean;
  readonly problems?: readonly { readonly code: string }[];
}): readonly string[] => (result.ok ? [] : (result.problems ?? []).map((problem) => problem.code));

export const graphOf = async (xml: string, options: CompileOptions = {}): Promise<Graph> => {
  const parsed = await parseProcess(xml, { tolerant: true });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const compiled = compileProcess(parsed.value, options);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  return compiled.value;
};

/** Nothing in it can be changed any more: a step that tried would throw. */
export const frozen = <Given>(given: Given): Given => {
  if (typeof given === 'object' && given !== null && !Object.isFrozen(given))
    for (const inside of Object.values(Object.freeze(given)) as readonly unknown[]) frozen(inside);
  return given;
};

/** As it comes back from the store; frozen, because nobody may change a state. */
export const stored = (state: ProcessState): ProcessState => frozen(JSON.parse(JSON.stringify(state)) as ProcessState);

/** A process being tried out: every state goes through JSON, as it would through the store. */
export class Trial {
  state: ProcessState;
  readonly left: string[] = [];
  readonly effects: string[] = [];
  now = NOW;

  constructor(
    readonly graph: Graph,
    variables: Readonly<Record<string, unknown>> = {},
    readonly scope: Readonly<Record<string, unknown>> = {},
  ) {
    this.state = this.#take(startProcess(graph, { type: 'start', variables }, { now: this.now, scope }));
  }

  do(input: ProcessInput): this {
    this.state = this.#take(stepProcess(this.graph, this.state, input, { now: this.now, scope: this.scope }));
    return this;
  }

  complete(task: string, outcome?: string): this {
    return this.do({ type: 'complete', task, ...(outcome === undefined ? {} : { outcome }) });
  }

  refused(input: ProcessInput): readonly string[] {
    return codes(stepProcess(this.graph, this.state, input, { now: this.now, scope: this.scope }));
  }

  get waiting(): readonly string[] {
    return this.state.tokens
      .filter((token) => token.kind === 'task' || token.kind === 'catch')
      .map((token) => token.element)
      .sort();
  }

  #take(result: StepResult): ProcessState {
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    this.left.push(...result.value.trace.filter((entry) => entry.type === 'left').map((entry) => entry.element));
    this.effects.push(...result.value.effects.map((effect) => `${effect.type} ${effect.element}`));
    return stored(result.value.state);
  }
}

/** What the schema says of an attribute that is not written: to write it changes nothing. */
const byDefault = (element: ModdleElement, key: string): unknown => {
  const descriptor = element['$descriptor'] as
    { readonly propertiesByName?: Readonly<Record<string, { readonly default?: unknown }>> } | undefined;
  return descriptor?.propertiesByName?.[key]?.default;
};

/** Everything an element says, whatever the order of its attributes; what it refers to by id. Its type is its own, written or not. */
export const said = (value: unknown, parent?: ModdleElement): unknown => {
  if (Array.isArray(value)) return value.map((one) => said(one, parent));
  // Blanks around a text are layout.
  if (typeof value === 'string') return value.trim();
  if (typeof value !== 'object' || value === null || !('$type' in value)) return value;
  const element = value as ModdleElement;
  if (parent && element.$parent !== parent) return `→ ${String(element['id'])}`;
  const own = Object.keys(element)
    .filter((key) => !key.startsWith('$') && element[key] !== byDefault(element, key))
    .sort()
    .map((key) => [key, said(element[key], element)] as const);
  const attributes = Object.entries((element.$attrs as ModdleElement['$attrs'] | undefined) ?? {})
    .filter(([name]) => !name.startsWith('xmlns') && name !== 'xsi:type')
    .sort();
  // Blank text between elements is layout.
  return [element.$type, attributes, element.$body?.trim(), element.$children?.map((one) => said(one, element)), own];
};
