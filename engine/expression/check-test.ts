import { anyOf, checkEqual, compare, equality, range } from './check-comparison.ts';
import { operandsOf, report, textOf, UNKNOWN, type Context, type Typed } from './context.ts';
import { BOOLEAN, nullableIf } from './kinds.ts';
import { messages } from './messages.ts';
import type { Node } from './parse.ts';

/** Tests on a value: what stands after `in`, and the cells of a decision table (DMN 1.3, 10.3.2.8 and table 55). */
export const checkTest = (value: Typed, node: Node, context: Context): Typed => {
  switch (node.name) {
    case 'PositiveUnaryTests':
      return anyOf(operandsOf(node).map((test) => checkTest(value, test, context)));
    case 'PositiveUnaryTest':
    case 'ParenthesizedExpression': {
      const [inner] = operandsOf(node);
      return inner ? checkTest(value, inner, context) : UNKNOWN;
    }
    case 'SimplePositiveUnaryTest':
      return simpleTest(value, node, context);
    case 'List':
      // `x in ["a", "b"]` is `x in ("a", "b")`: the literal says more than a list value would.
      return node.children.length > 2
        ? anyOf(operandsOf(node).map((item) => checkTest(value, item, context)))
        : { code: ['lit', false], type: BOOLEAN };
    case 'Interval':
      return interval(value, node, context);
    default:
      return expressionTest(value, node, context);
  }
};

const simpleTest = (value: Typed, node: Node, context: Context): Typed => {
  const [first, second] = operandsOf(node);
  if (!first) return UNKNOWN;
  if (first.name === 'CompareOp') {
    if (!second) return UNKNOWN;
    return compare(textOf(first, context), value, context.check(second, context), node, context);
  }
  return checkTest(value, first, context);
};

const interval = (value: Typed, node: Node, context: Context): Typed => {
  const [low, high] = operandsOf(node);
  const opening = node.children[0];
  const closing = node.children[node.children.length - 1];
  if (!low || !high || !opening || !closing) return UNKNOWN;
  return range(
    value,
    { value: context.check(low, context), included: opening.name === '[', node: low },
    { value: context.check(high, context), included: closing.name === ']', node: high },
    node,
    context,
  );
};

const mentionsInput = (node: Node): boolean => node.name === '?' || node.children.some(mentionsInput);

const expressionTest = (value: Typed, node: Node, context: Context): Typed => {
  // `x in [1..3] or y` is read as `x in ([1..3] or y)`, which nobody means.
  if ((node.name === 'Conjunction' || node.name === 'Disjunction') && !mentionsInput(node)) {
    report(context, node, 'brackets', messages.bracketsAround(), messages.putBrackets());
    return UNKNOWN;
  }
  const typed = context.check(node, context);
  if (typed === UNKNOWN) return UNKNOWN;
  // A test that speaks of `?` is a condition of its own.
  if (mentionsInput(node)) {
    if (typed.type.kind !== 'boolean' && typed.type.kind !== 'any') {
      report(context, node, 'wrong-type', messages.wrongType(BOOLEAN, typed.type), messages.giveType(BOOLEAN));
    }
    return typed;
  }
  if (typed.type.kind === 'list' && value.type.kind !== 'list') {
    const item: Typed = { code: ['get'], type: typed.type.items };
    if (!checkEqual(value, item, node, context)) return UNKNOWN;
    return { code: ['in', value.code, typed.code], type: nullableIf(BOOLEAN, typed.type) };
  }
  if (typed.type.kind === 'any') return { code: ['in', value.code, typed.code], type: nullableIf(BOOLEAN, typed.type) };
  return checkEqual(value, typed, node, context) ? equality(value, typed, false) : UNKNOWN;
};
