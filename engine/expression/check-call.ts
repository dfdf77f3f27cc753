import { checkEqual } from './check-comparison.ts';
import { checkTemporalText } from './check-literal.ts';
import { operandsOf, report, textOf, UNKNOWN, type Context, type Typed } from './context.ts';
import { ANY, DATE, isNullable, nullable, nullableIf, NUMBER, unsure } from './kinds.ts';
import { messages } from './messages.ts';
import { nearest, unmaskName } from './names.ts';
import type { Node } from './parse.ts';
import { dateOfParts } from './temporal.ts';
import { signatures, type Signature } from './signatures.ts';
import type { FeelType } from './types.ts';

const parametersOf = (node: Node): readonly Node[] => {
  const list = node.children.find((child) => child.name === 'PositionalParameters');
  return list ? operandsOf(list) : [];
};

/** `date(…)`, `duration(…)`, `date and time(…)`, `@"…"`: the parser sets these apart. */
export const checkTemporal = (node: Node, context: Context): Typed => {
  const at = node.children.find((child) => child.name === 'AtLiteral');
  if (at) {
    const text = at.children.find((child) => child.name === 'StringLiteral');
    return text ? checkTemporalText(text, '@', context) : UNKNOWN;
  }
  const constructor = node.children.find((child) => child.name === 'DateTimeConstructor');
  if (!constructor) return UNKNOWN;
  const name = unmaskName(textOf(constructor, context));
  const parameters = parametersOf(node);
  const [first] = parameters;
  if (
    (name === 'date' || name === 'duration' || name === 'date and time') &&
    parameters.length === 1 &&
    first?.name === 'StringLiteral'
  ) {
    return checkTemporalText(first, name, context);
  }
  if (name === 'date') return checkDate(node, parameters, context);
  return call(name, node, parameters, context);
};

const checkDate = (node: Node, parameters: readonly Node[], context: Context): Typed => {
  const args = parameters.map((parameter) => context.check(parameter, context));
  const wanted =
    args.length === 3 ? [NUMBER] : [DATE, { kind: 'date-time' } as FeelType, { kind: 'string' } as FeelType];
  if (args.length !== 1 && args.length !== 3) {
    report(context, node, 'argument-count', messages.argumentCount('date', args.length, '1–3'), messages.literalForm());
    return UNKNOWN;
  }
  if (!fits(args, () => wanted, 'date', parameters, context)) return UNKNOWN;
  const written = args.map((arg) => (arg.code[0] === 'lit' ? arg.code[1] : undefined));
  if (context.environment !== 'untyped' && args.length === 3 && written.every((value) => typeof value === 'number')) {
    const [year, month, day] = written;
    const date = dateOfParts(year, month, day);
    if (date !== null) return { code: ['lit', date], type: DATE };
    report(context, node, 'bad-literal', messages.badLiteral('date', written.join('-')), messages.literalForm());
    return UNKNOWN;
  }
  const [only] = args;
  const whole = args.length === 1 && only?.type.kind === 'date' && only.type.partial !== true;
  if (context.environment !== 'untyped' && !whole && only?.type.kind !== 'date' && only?.type.kind !== 'date-time')
    report(context, node, 'date-may-not-exist', messages.dateMayNotExist(), messages.askForDate(), 'warning');
  return {
    code: ['call', 'date', ...args.map((arg) => arg.code)],
    type: whole ? nullableIf(DATE, ...args.map((arg) => arg.type)) : nullable(DATE),
  };
};

export const checkCall = (node: Node, context: Context): Typed => {
  const [head] = node.children;
  if (!head) return UNKNOWN;
  if (node.children.some((child) => child.name === 'NamedParameters')) {
    report(context, node, 'unsupported', messages.unsupported(textOf(node, context)), messages.useSubset());
    return UNKNOWN;
  }
  const name = unmaskName(textOf(head, context));
  if (
    name === 'today' &&
    parametersOf(node).length === 0 &&
    context.environment !== 'untyped' &&
    Object.hasOwn(context.environment, 'today')
  ) {
    context.reads.add('today');
    return { code: ['get', 'today'], type: DATE };
  }
  return call(name, node, parametersOf(node), context);
};

const describe = (signature: Signature): string => {
  const most = signature.parameters.length;
  const least = most - (signature.optional ?? 0);
  return least === most ? String(most) : `${least}–${most}`;
};

const accepts = (wanted: readonly FeelType[], given: FeelType): boolean =>
  given.kind === 'any' || wanted.some((type) => type.kind === 'any' || type.kind === given.kind);

const fits = (
  args: readonly Typed[],
  wanted: (index: number) => readonly FeelType[],
  name: string,
  nodes: readonly Node[],
  context: Context,
): boolean => {
  let right = true;
  args.forEach((arg, index) => {
    const kinds = wanted(index);
    const node = nodes[index];
    if (accepts(kinds, arg.type) || !node) return;
    right = false;
    report(
      context,
      node,
      'wrong-type',
      messages.wrongArgument(name, index, kinds[0] ?? ANY, arg.type),
      messages.checkOperands(),
    );
  });
  return right;
};

const call = (name: string, node: Node, nodes: readonly Node[], context: Context): Typed => {
  const signature = Object.hasOwn(signatures, name) ? signatures[name] : undefined;
  const args = nodes.map((argument) => context.check(argument, context));
  if (!signature) {
    const names = [...Object.keys(signatures), 'date'];
    report(
      context,
      node,
      'unknown-function',
      messages.unknownFunction(name),
      messages.nearest(nearest(name, names), names),
    );
    return UNKNOWN;
  }
  const most = signature.elements ? 100 : signature.parameters.length;
  const least = signature.elements ? 1 : signature.parameters.length - (signature.optional ?? 0);
  if (args.length < least || args.length > most) {
    report(
      context,
      node,
      'argument-count',
      messages.argumentCount(name, args.length, signature.elements ? '1–100' : describe(signature)),
      messages.useSubset(),
    );
    return UNKNOWN;
  }
  if (!checkArguments(signature, args, name, nodes, context)) return UNKNOWN;
  const types = args.map((arg) => arg.type);
  const returns = typeof signature.returns === 'function' ? signature.returns(types) : signature.returns;
  const type = signature.total ? returns : nullableIf(returns, ...(NEEDS_DAY.has(name) ? types.map(unsure) : types));
  if (name === 'list contains' && args[0])
    return { code: ['call', name, ...args.map((arg) => arg.code)], type: nullableIf(returns, args[0].type) };
  return { code: ['call', name, ...args.map((arg) => arg.code)], type };
};

/** Functions of a date that need to know its day. */
const NEEDS_DAY = new Set(['month', 'day', 'day of week number', 'years and months duration', 'date and time']);

const checkArguments = (
  signature: Signature,
  args: readonly Typed[],
  name: string,
  nodes: readonly Node[],
  context: Context,
): boolean => {
  const [first, second] = args;
  const { elements } = signature;
  if (elements) {
    const items = args.length === 1 && first?.type.kind === 'list' ? [{ ...first, type: first.type.items }] : args;
    if (!fits(items, () => elements, name, nodes, context)) return false;
    // A list of choices holds null for an item not answered yet; the sum is then null, as FEEL has it.
    return true;
  }
  if (!fits(args, (index) => signature.parameters[index] ?? [ANY], name, nodes, context)) return false;
  if (name === 'list contains' && first?.type.kind === 'list' && second && nodes[1]) {
    return checkEqual({ code: ['get'], type: first.type.items }, second, nodes[1], context);
  }
  return true;
};

/** Nullable when the list, or an item's part of the condition, may be null. */
export const quantifierType = (list: FeelType, condition: FeelType): FeelType =>
  isNullable(list) || isNullable(condition) ? { kind: 'boolean', nullable: true } : { kind: 'boolean' };
