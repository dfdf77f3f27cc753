import { report, textOf, UNKNOWN, withLocal, operandsOf, type Context, type Typed } from './context.ts';
import { ANY, isNullable, nullable, unsure } from './kinds.ts';
import { messages } from './messages.ts';
import { narrowed } from './narrow.ts';
import { nearest, unmaskName } from './names.ts';
import type { Node } from './parse.ts';
import type { FeelType } from './types.ts';

const NUMBER_PART: FeelType = { kind: 'number', integer: true };

const DATE_PARTS: Readonly<Record<string, string>> = { year: 'year', month: 'month', day: 'day', weekday: 'weekday' };
const TIME_PARTS: Readonly<Record<string, string>> = { ...DATE_PARTS, hour: 'hour', minute: 'minute' };
const DAYS_PARTS: Readonly<Record<string, string>> = { days: 'days', hours: 'hours', minutes: 'minutes' };
const MONTHS_PARTS: Readonly<Record<string, string>> = { years: 'years', months: 'months' };

/** Date and duration properties (DMN 1.3, table 65). */
const partsOf = (type: FeelType): Readonly<Record<string, string>> | undefined => {
  if (type.kind === 'date') return DATE_PARTS;
  if (type.kind === 'date-time') return TIME_PARTS;
  if (type.kind === 'duration') return type.of === 'days-time' ? DAYS_PARTS : MONTHS_PARTS;
  return undefined;
};

export const checkVariable = (node: Node, context: Context): Typed => {
  const typed = resolveVariable(node, context);
  if (typed.code[0] === 'get') context.reads.add(typed.code.slice(1).join('.'));
  return typed;
};

const resolveVariable = (node: Node, context: Context): Typed => {
  const typed = declared(node, context);
  return typed === UNKNOWN ? typed : narrowed(typed, context);
};

const declared = (node: Node, context: Context): Typed => {
  const name = unmaskName(textOf(node, context)).replace(/^`(.*)`$/su, '$1');
  const local = context.locals.get(name);
  if (local) return { code: ['local', local.slot], type: local.type };
  if (context.fields && Object.hasOwn(context.fields.type.fields, name)) {
    return { code: ['prop', ['local', context.fields.slot], name], type: context.fields.type.fields[name] ?? ANY };
  }
  if (context.environment === 'untyped') return { code: ['get', name], type: ANY };
  if (Object.hasOwn(context.environment, name)) {
    return { code: ['get', name], type: context.environment[name] ?? ANY };
  }
  const names = [...context.locals.keys(), ...Object.keys(context.environment)];
  report(
    context,
    node,
    'unknown-name',
    messages.unknownName(name, undefined),
    messages.nearest(nearest(name, names), names),
  );
  return UNKNOWN;
};

export const checkPath = (node: Node, context: Context): Typed => {
  const typed = resolvePath(node, context);
  recordRead(typed.code, context);
  return typed;
};

/** `form.children.name` reads `form.children.name`, also where the step goes through a list. */
const recordRead = (code: Typed['code'], context: Context): void => {
  const names: string[] = [];
  let at: Typed['code'] = code;
  while (at[0] === 'prop' || at[0] === 'part') {
    if (at[0] === 'prop') names.unshift(String(at[2]));
    at = at[1] as Typed['code'];
  }
  if (at[0] === 'get') context.reads.add([...at.slice(1), ...names].join('.'));
};

const resolvePath = (node: Node, context: Context): Typed => {
  const typed = stepOf(node, context);
  return typed === UNKNOWN ? typed : narrowed(typed, context);
};

const stepOf = (node: Node, context: Context): Typed => {
  const [head, tail] = operandsOf(node);
  if (!head || !tail) return UNKNOWN;
  const base =
    head.name === 'PathExpression'
      ? resolvePath(head, context)
      : head.name === 'VariableName'
        ? resolveVariable(head, context)
        : context.check(head, context);
  return step(base, unmaskName(textOf(tail, context)), tail, context, textOf(head, context));
};

const extend = (code: Typed['code'], name: string): Typed['code'] =>
  code[0] === 'get' ? ['get', ...code.slice(1), name] : ['prop', code, name];

const step = (base: Typed, name: string, node: Node, context: Context, of: string): Typed => {
  const { type } = base;
  if (type.kind === 'any') {
    return base === UNKNOWN ? UNKNOWN : { code: extend(base.code, name), type: ANY };
  }
  if (type.kind === 'list') {
    const item = step({ code: base.code, type: type.items }, name, node, context, of);
    if (item === UNKNOWN) return UNKNOWN;
    const list: FeelType = { kind: 'list', items: item.type };
    return {
      code: item.code[0] === 'part' ? item.code : extend(base.code, name),
      type: isNullable(type) ? nullable(list) : list,
    };
  }
  if (type.kind === 'context' && Object.hasOwn(type.fields, name)) {
    const field = type.fields[name] ?? ANY;
    return { code: extend(base.code, name), type: isNullable(type) ? nullable(field) : field };
  }
  const part = partsOf(type)?.[name];
  if (part !== undefined) {
    // Of a partly known date only the year is sure.
    const isSure = !isNullable(part === 'year' ? type : unsure(type));
    return { code: ['part', base.code, part], type: isSure ? NUMBER_PART : nullable(NUMBER_PART) };
  }
  const names = type.kind === 'context' ? Object.keys(type.fields) : Object.keys(partsOf(type) ?? {});
  const remedy = names.length > 0 ? messages.nearest(nearest(name, names), names) : messages.checkOperands();
  report(context, node, 'unknown-name', messages.unknownName(name, unmaskName(of)), remedy);
  return UNKNOWN;
};

/** `list[1]`, `list[item.age < 6]`; in the condition the item's own names may be used directly. */
export const checkFilter = (node: Node, context: Context): Typed => {
  const [head, test] = operandsOf(node);
  if (!head || !test) return UNKNOWN;
  const list = context.check(head, context);
  if (list.type.kind !== 'list' && list.type.kind !== 'any') {
    report(
      context,
      head,
      'wrong-type',
      messages.wrongType({ kind: 'list', items: ANY }, list.type),
      messages.checkOperands(),
    );
    return UNKNOWN;
  }
  const items = list.type.kind === 'list' ? list.type.items : ANY;
  const { context: inner, slot } = withLocal(context, 'item', items);
  const condition = inner.check(test, withFields(inner, items, slot));
  if (condition.type.kind === 'number') return { code: ['index', list.code, condition.code], type: nullable(items) };
  if (condition.type.kind !== 'boolean' && condition.type.kind !== 'any') {
    report(
      context,
      test,
      'wrong-type',
      messages.wrongType({ kind: 'boolean' }, condition.type),
      messages.checkOperands(),
    );
  }
  return { code: ['filter', slot, list.code, condition.code], type: list.type.kind === 'list' ? list.type : ANY };
};

const withFields = (context: Context, items: FeelType, slot: number): Context =>
  items.kind === 'context' ? { ...context, fields: { slot, type: items } } : context;
