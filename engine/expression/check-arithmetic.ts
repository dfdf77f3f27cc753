import { operandsOf, report, textOf, UNKNOWN, type Context, type Typed } from './context.ts';
import { ANY, DATE_TIME, DAYS, NUMBER, nullable, nullableIf, STRING, unsure } from './kinds.ts';
import { rangeOfArithmetic } from './ranges.ts';
import { messages } from './messages.ts';
import type { Node } from './parse.ts';
import type { FeelType } from './types.ts';

export const checkArithmetic = (node: Node, context: Context): Typed => {
  const operands = operandsOf(node);
  const sign = operands.find((child) => child.name === 'ArithOp');
  const values = operands.filter((child) => child.name !== 'ArithOp').map((child) => context.check(child, context));
  const [left, right] = values;
  if (!sign || !left) return UNKNOWN;
  const operator = textOf(sign, context);
  if (!right) return negation(left, node, context);
  if (!['+', '-', '*', '/'].includes(operator)) {
    report(context, sign, 'unsupported', messages.unsupported(operator), messages.useSubset());
    return UNKNOWN;
  }
  if (left === UNKNOWN || right === UNKNOWN) return UNKNOWN;
  const typed = combine(operator, left, right);
  if (typed) return { code: typed.code, type: nullableIf(typed.type, unsure(left.type), unsure(right.type)) };
  report(
    context,
    node,
    'bad-operands',
    messages.badOperands(operator, left.type, right.type),
    messages.checkOperands(),
  );
  return UNKNOWN;
};

const negation = (value: Typed, node: Node, context: Context): Typed => {
  const { type } = value;
  if (value.code[0] === 'lit' && typeof value.code[1] === 'number') {
    const negative = value.code[1] === 0 ? 0 : -value.code[1];
    return {
      code: ['lit', negative],
      type: { kind: 'number', integer: Number.isInteger(negative), minimum: negative, maximum: negative },
    };
  }
  if (type.kind === 'number') return { code: ['neg', value.code], type: nullableIf(NUMBER, type) };
  if (type.kind === 'duration' || type.kind === 'any') return { code: ['neg', value.code], type };
  report(context, node, 'bad-operands', messages.wrongType(NUMBER, type), messages.checkOperands());
  return UNKNOWN;
};

const isMoment = (type: FeelType): boolean => type.kind === 'date' || type.kind === 'date-time';

/** What an operator means for two kinds (DMN 1.3, tables 56–59); undefined: nothing. */
const combine = (operator: string, left: Typed, right: Typed): Typed | undefined => {
  const [a, b] = [left.type, right.type];
  if (a.kind === 'any' || b.kind === 'any') return { code: [`dyn${operator}`, left.code, right.code], type: ANY };
  if (a.kind === 'number' && b.kind === 'number') {
    const whole = operator !== '/' && a.integer === true && b.integer === true;
    const number: FeelType = whole ? { kind: 'number', integer: true, ...rangeOfArithmetic(operator, a, b) } : NUMBER;
    const maybe = operator === '/' && !(right.code[0] === 'lit' && right.code[1] !== 0);
    return { code: [operator, left.code, right.code], type: maybe ? nullable(number) : number };
  }
  if (a.kind === 'string' && b.kind === 'string' && operator === '+')
    return { code: ['concat', left.code, right.code], type: STRING };
  if (a.kind === 'duration' || b.kind === 'duration') return withDuration(operator, left, right);
  if (operator === '-' && isMoment(a) && a.kind === b.kind)
    return { code: ['between-dates', left.code, right.code], type: DAYS };
  return undefined;
};

const withDuration = (operator: string, left: Typed, right: Typed): Typed | undefined => {
  const [a, b] = [left.type, right.type];
  const sign = operator === '+' ? 1 : -1;
  const additive = operator === '+' || operator === '-';
  if (b.kind === 'duration' && isMoment(a) && additive) {
    return {
      code: ['add-span', left.code, right.code, sign],
      type: a.kind === 'date-time' ? DATE_TIME : { kind: 'date' },
    };
  }
  if (a.kind === 'duration' && isMoment(b) && operator === '+') {
    return {
      code: ['add-span', right.code, left.code, 1],
      type: b.kind === 'date-time' ? DATE_TIME : { kind: 'date' },
    };
  }
  if (a.kind === 'duration' && b.kind === 'duration' && a.of === b.of) {
    if (additive) return { code: ['span+', left.code, right.code, sign], type: { kind: 'duration', of: a.of } };
    return operator === '/' ? { code: ['span÷', left.code, right.code], type: nullable(NUMBER) } : undefined;
  }
  if (a.kind === 'duration' && b.kind === 'number' && !additive) {
    return {
      code: [operator === '*' ? 'span*' : 'span/', left.code, right.code],
      type: nullable({ kind: 'duration', of: a.of }),
    };
  }
  if (a.kind === 'number' && b.kind === 'duration' && operator === '*') {
    return { code: ['span*', right.code, left.code], type: { kind: 'duration', of: b.of } };
  }
  return undefined;
};
