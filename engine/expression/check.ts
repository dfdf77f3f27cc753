import { checkArithmetic } from './check-arithmetic.ts';
import { checkCall, checkTemporal, quantifierType } from './check-call.ts';
import { checkComparison } from './check-comparison.ts';
import { checkLiteral } from './check-literal.ts';
import { checkFilter, checkPath, checkVariable } from './check-path.ts';
import { operandsOf, report, textOf, UNKNOWN, withLocal, type Context, type Typed } from './context.ts';
import { ANY, BOOLEAN, isNullable, nullable, union } from './kinds.ts';
import { messages } from './messages.ts';
import { knowing } from './narrow.ts';
import { unmaskName } from './names.ts';
import type { Node } from './parse.ts';
import type { FeelType } from './types.ts';

/** Types one node and lowers it; reports what is wrong and goes on, so that all mistakes are found at once. */
export const check = (node: Node, context: Context): Typed => {
  switch (node.name) {
    case 'NumericLiteral':
    case 'StringLiteral':
    case 'BooleanLiteral':
    case 'null':
      return checkLiteral(node, context);
    case 'DateTimeLiteral':
      return checkTemporal(node, context);
    case 'VariableName':
      return checkVariable(node, context);
    case 'PathExpression':
      return checkPath(node, context);
    case 'FilterExpression':
      return checkFilter(node, context);
    case 'ParenthesizedExpression': {
      const [inner] = operandsOf(node);
      return inner && inner.name !== 'SimplePositiveUnaryTest' ? check(inner, context) : unsupported(node, context);
    }
    case 'Conjunction':
    case 'Disjunction':
      return checkJunction(node, context);
    case 'Comparison':
      return checkComparison(node, context);
    case 'ArithmeticExpression':
      return checkArithmetic(node, context);
    case 'IfExpression':
      return checkIf(node, context);
    case 'QuantifiedExpression':
      return checkQuantified(node, context);
    case 'FunctionInvocation':
      return checkCall(node, context);
    case 'List':
      return checkList(node, context);
    case '?':
      return context.input ? { code: ['local', 0], type: context.input } : unsupported(node, context);
    default:
      return unsupported(node, context);
  }
};

const unsupported = (node: Node, context: Context): Typed => {
  report(context, node, 'unsupported', messages.unsupported(textOf(node, context).slice(0, 60)), messages.useSubset());
  return UNKNOWN;
};

const needsBoolean = (typed: Typed, node: Node, context: Context): void => {
  if (typed.type.kind === 'boolean' || typed.type.kind === 'any' || typed.type.kind === 'null') return;
  report(context, node, 'wrong-type', messages.wrongType(BOOLEAN, typed.type), messages.giveType(BOOLEAN));
};

const checkJunction = (node: Node, context: Context): Typed => {
  const operator = node.name === 'Conjunction' ? 'and' : 'or';
  // What stands on the right is decisive only where the left came out so; else the whole is unknown anyway.
  let inner = context;
  const parts = operandsOf(node).map((operand) => {
    const typed = check(operand, inner);
    needsBoolean(typed, operand, inner);
    inner = knowing(inner, typed.code, operator === 'and' ? 'true' : 'false');
    return typed;
  });
  // `a and b and c` comes as nested pairs; flat is quicker to run.
  const codes = parts.flatMap((part) =>
    part.code[0] === operator ? (part.code.slice(1) as Typed['code'][]) : [part.code],
  );
  return {
    code: [operator, ...codes],
    type: parts.some((part) => isNullable(part.type)) ? nullable(BOOLEAN) : BOOLEAN,
  };
};

const checkIf = (node: Node, context: Context): Typed => {
  const [condition, then, otherwise] = operandsOf(node);
  if (!condition || !then || !otherwise) return UNKNOWN;
  const test = check(condition, context);
  needsBoolean(test, condition, context);
  const yes = check(then, knowing(context, test.code, 'true'));
  const no = check(otherwise, knowing(context, test.code, 'not-true'));
  return { code: ['if', test.code, yes.code, no.code], type: union(yes.type, no.type) };
};

const checkList = (node: Node, context: Context): Typed => {
  const items = operandsOf(node).map((item) => check(item, context));
  const type: FeelType = {
    kind: 'list',
    items: items.length === 0 ? ANY : items.map((item) => item.type).reduce(union),
  };
  return { code: ['list', ...items.map((item) => item.code)], type };
};

/** `some x in a, y in b satisfies …` is `some x in a satisfies some y in b satisfies …`. */
const checkQuantified = (node: Node, context: Context): Typed => {
  const quantifier = node.children[0]?.name === 'every' ? 'every' : 'some';
  const [variables, condition] = operandsOf(node);
  if (!variables || !condition) return UNKNOWN;
  const nest = (remaining: readonly Node[], inner: Context): Typed => {
    const [variable, ...others] = remaining;
    if (!variable) {
      const typed = check(condition, inner);
      needsBoolean(typed, condition, inner);
      return typed;
    }
    const [name, source] = operandsOf(variable);
    const list = source ? operandsOf(source)[0] : undefined;
    if (!name || !list || source?.children.some((child) => child.name === '..')) return unsupported(variable, inner);
    const all = check(list, inner);
    if (all.type.kind !== 'list' && all.type.kind !== 'any') {
      report(
        inner,
        list,
        'wrong-type',
        messages.wrongType({ kind: 'list', items: ANY }, all.type),
        messages.checkOperands(),
      );
      return UNKNOWN;
    }
    const local = withLocal(inner, unmaskName(textOf(name, inner)), all.type.kind === 'list' ? all.type.items : ANY);
    const body = nest(others, local.context);
    return { code: [quantifier, local.slot, all.code, body.code], type: quantifierType(all.type, body.type) };
  };
  return nest(operandsOf(variables), context);
};
