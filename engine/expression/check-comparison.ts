import type { Code } from './code.ts';
import { operandsOf, report, textOf, UNKNOWN, type Context, type Typed } from './context.ts';
import { BOOLEAN, comparable, isNullable, isOrdered, nullable, nullableIf, unsure } from './kinds.ts';
import { messages } from './messages.ts';
import { boundText, decidedBy } from './ranges.ts';
import { nearest } from './names.ts';
import type { Node } from './parse.ts';
import type { FeelType } from './types.ts';
import type { OrderKind } from './values.ts';

const orderKind = (left: FeelType, right: FeelType): OrderKind => {
  for (const type of [left, right]) {
    if (type.kind === 'date' || type.kind === 'date-time' || type.kind === 'duration') return type.kind;
  }
  return 'plain';
};

/** A written text compared with a choice must be one of the choices. */
const checkChoices = (left: Typed, right: Typed, node: Node, context: Context): void => {
  if (left.type.kind !== 'string' || right.type.kind !== 'string') return;
  const a = left.type.values;
  const b = right.type.values;
  if (!a || !b || a.some((value) => b.includes(value))) return;
  const [value, choices] = right.code[0] === 'lit' ? [right.code[1], a] : [left.code[1], b];
  if (right.code[0] === 'lit' && left.code[0] === 'lit') return;
  if ((right.code[0] === 'lit' || left.code[0] === 'lit') && typeof value === 'string') {
    report(
      context,
      node,
      'outside-choices',
      messages.outsideChoices(value, choices),
      messages.nearest(nearest(value, choices), choices),
    );
  } else {
    report(context, node, 'no-common-choice', messages.noCommonChoice(), messages.checkOperands());
  }
};

/** Says so when the two can never be equal; false stops the check. */
export const checkEqual = (left: Typed, right: Typed, node: Node, context: Context): boolean => {
  if (!comparable(left.type, right.type)) {
    report(context, node, 'not-comparable', messages.notComparable(left.type, right.type), messages.sameKind());
    return false;
  }
  checkChoices(left, right, node, context);
  checkRanges('=', left, right, node, context);
  return true;
};

/** Numbers compared beyond their limits: what can never hold is a fault, what always does a remark. */
const checkRanges = (operator: string, left: Typed, right: Typed, node: Node, context: Context): void => {
  if (left.type.kind !== 'number' || right.type.kind !== 'number') return;
  // Where nothing is declared nothing is known of limits.
  if (context.environment === 'untyped' || (left.code[0] === 'lit' && right.code[0] === 'lit')) return;
  const decided = decidedBy(operator, left.type, right.type);
  if (decided === undefined) return;
  const open = left.code[0] === 'lit' ? right.type : left.type;
  const limits = messages.checkLimits(boundText(open.minimum), boundText(open.maximum));
  if (decided) report(context, node, 'always-holds', messages.alwaysHolds(), limits, 'warning');
  else report(context, node, 'never-holds', messages.neverHolds(), limits);
};

const checkOrdered = (left: Typed, right: Typed, node: Node, context: Context): boolean => {
  if (!comparable(left.type, right.type)) {
    report(context, node, 'not-comparable', messages.notComparable(left.type, right.type), messages.sameKind());
    return false;
  }
  for (const { type } of [left, right]) {
    if (!isOrdered(type)) {
      report(context, node, 'not-ordered', messages.notOrdered(type), messages.sameKind());
      return false;
    }
    if (type.kind === 'null') {
      report(context, node, 'wrong-type', messages.notComparable(left.type, right.type), messages.sameKind());
      return false;
    }
  }
  return true;
};

export const equality = (left: Typed, right: Typed, negated: boolean): Typed => {
  const unsure = left.type.kind === 'any' || right.type.kind === 'any';
  return { code: [negated ? '!=' : '=', left.code, right.code], type: unsure ? nullable(BOOLEAN) : BOOLEAN };
};

export const ordering = (operator: string, left: Typed, right: Typed): Typed => ({
  code: [operator, left.code, right.code, orderKind(left.type, right.type)],
  type: nullableIf(BOOLEAN, unsure(left.type), unsure(right.type)),
});

/** `value operator bound`, checked. */
export const compare = (operator: string, left: Typed, right: Typed, node: Node, context: Context): Typed => {
  if (operator === '=' || operator === '!=') {
    return checkEqual(left, right, node, context) ? equality(left, right, operator === '!=') : UNKNOWN;
  }
  if (!checkOrdered(left, right, node, context)) return UNKNOWN;
  checkRanges(operator, left, right, node, context);
  return ordering(operator, left, right);
};

export interface Bound {
  readonly value: Typed;
  readonly included: boolean;
  readonly node: Node;
}

export const range = (value: Typed, low: Bound, high: Bound, node: Node, context: Context): Typed => {
  const right =
    checkOrdered(value, low.value, low.node, context) && checkOrdered(value, high.value, high.node, context);
  if (!right) return UNKNOWN;
  const [a, b] = [low.value.code, high.value.code];
  if (a[0] === 'lit' && b[0] === 'lit' && low.value.type.kind !== 'duration' && isAbove(a[1], b[1])) {
    report(context, node, 'empty-range', messages.emptyRange(), messages.swapRange());
  }
  const code: Code = ['range', value.code, a, low.included, b, high.included, orderKind(value.type, low.value.type)];
  const ends = [value, low.value, high.value].map(({ type }) => unsure(type));
  if (value.type.kind === 'number' && value.code[0] !== 'lit' && context.environment !== 'untyped') {
    const [from, to] = [low.value.type, high.value.type];
    const never =
      (from.kind === 'number' && decidedBy(low.included ? '>=' : '>', value.type, from) === false) ||
      (to.kind === 'number' && decidedBy(high.included ? '<=' : '<', value.type, to) === false);
    if (never)
      report(
        context,
        node,
        'never-holds',
        messages.neverHolds(),
        messages.checkLimits(boundText(value.type.minimum), boundText(value.type.maximum)),
      );
  }
  return { code, type: nullableIf(BOOLEAN, ...ends) };
};

const isAbove = (low: unknown, high: unknown): boolean =>
  (typeof low === 'number' && typeof high === 'number' && low > high) ||
  (typeof low === 'string' && typeof high === 'string' && low > high);

export const checkComparison = (node: Node, context: Context): Typed => {
  const keyword = node.children[1];
  const operands = operandsOf(node);
  const [first, second, third] = operands;
  if (!keyword || !first || !second) return UNKNOWN;
  const left = context.check(first, context);
  if (keyword.name === 'CompareOp') {
    if (!third) return UNKNOWN;
    const right = context.check(third, context);
    return compare(textOf(keyword, context), left, right, node, context);
  }
  if (keyword.name === 'between') {
    if (!third) return UNKNOWN;
    const low = { value: context.check(second, context), included: true, node: second };
    const high = { value: context.check(third, context), included: true, node: third };
    return range(left, low, high, node, context);
  }
  return context.test(left, second, context);
};

/** Three-valued union of tests: one that holds is enough. */
export const anyOf = (tests: readonly Typed[]): Typed => {
  const [only] = tests;
  if (tests.length === 1 && only) return only;
  return {
    code: ['or', ...tests.map((test) => test.code)],
    type: tests.some((test) => isNullable(test.type)) ? nullable(BOOLEAN) : BOOLEAN,
  };
};
