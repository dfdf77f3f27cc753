import type { Code } from './code.ts';
import { tidy } from './numbers.ts';
import type { Link, Run } from './run.ts';
import { addSpan, between, datePart, durationText, span, type DatePart, type Span } from './temporal.ts';

type Linker = (operands: readonly unknown[], link: Link) => Run;

const numbers = (use: (a: number, b: number) => number | null): Linker =>
  two((a, b) => (typeof a === 'number' && typeof b === 'number' ? use(a, b) : null));

const two =
  (use: (a: unknown, b: unknown) => unknown): Linker =>
  ([left, right], link) => {
    const a = link(left as Code);
    const b = link(right as Code);
    return (scope, frame) => use(a(scope, frame), b(scope, frame));
  };

const add = (a: number, b: number): number | null => tidy(a + b);
const subtract = (a: number, b: number): number | null => tidy(a - b);
const multiply = (a: number, b: number): number | null => tidy(a * b);
const divide = (a: number, b: number): number | null => (b === 0 ? null : tidy(a / b));

const addSpans = (a: Span, b: Span, sign: 1 | -1): string | null => {
  if ('months' in a) return 'months' in b ? durationText({ months: a.months + sign * b.months }) : null;
  return 'ms' in b ? durationText({ ms: a.ms + sign * b.ms }) : null;
};

/** A fraction of a month is cut off; of a day it is kept. */
const scale = (a: Span, factor: number): string | null => {
  if (!Number.isFinite(factor)) return null;
  return durationText('months' in a ? { months: Math.trunc(a.months * factor) } : { ms: Math.round(a.ms * factor) });
};

const ratio = (a: Span, b: Span): number | null => {
  if ('months' in a) return 'months' in b ? divide(a.months, b.months) : null;
  return 'ms' in b ? divide(a.ms, b.ms) : null;
};

/** Untyped operands: what they are is seen only now. */
const dynamic = (a: unknown, b: unknown, operator: '+' | '-' | '*' | '/'): unknown => {
  if (typeof a === 'number' && typeof b === 'number') {
    return { '+': add, '-': subtract, '*': multiply, '/': divide }[operator](a, b);
  }
  const left = span(a);
  const right = span(b);
  if (operator === '*') {
    if (left && typeof b === 'number') return scale(left, b);
    return right && typeof a === 'number' ? scale(right, a) : null;
  }
  if (operator === '/') {
    if (left && right) return ratio(left, right);
    return left && typeof b === 'number' && b !== 0 ? scale(left, 1 / b) : null;
  }
  const sign = operator === '+' ? 1 : -1;
  if (left && right) return addSpans(left, right, sign);
  if (right) return addSpan(a, right, sign) ?? textSum(a, b, operator);
  if (left && operator === '+') return addSpan(b, left, 1) ?? textSum(a, b, operator);
  if (operator === '-') {
    const length = between(a, b);
    return length ? durationText(length) : null;
  }
  return textSum(a, b, operator);
};

const textSum = (a: unknown, b: unknown, operator: '+' | '-'): string | null =>
  operator === '+' && typeof a === 'string' && typeof b === 'string' ? a + b : null;

const spans = (use: (a: Span, b: Span) => unknown): Linker =>
  two((a, b) => {
    const left = span(a);
    const right = span(b);
    return left && right ? use(left, right) : null;
  });

const linkers: Readonly<Record<string, Linker>> = {
  '+': numbers(add),
  '-': numbers(subtract),
  '*': numbers(multiply),
  '/': numbers(divide),
  neg: ([code], link) => {
    const run = link(code as Code);
    return (scope, frame) => {
      const value = run(scope, frame);
      if (typeof value === 'number') return value === 0 ? 0 : -value;
      const length = span(value);
      return length ? scale(length, -1) : null;
    };
  },
  concat: two((a, b) => (typeof a === 'string' && typeof b === 'string' ? a + b : null)),
  'add-span': ([value, duration, sign], link) => {
    const run = link(value as Code);
    const length = link(duration as Code);
    return (scope, frame) => {
      const by = span(length(scope, frame));
      return by ? addSpan(run(scope, frame), by, sign as 1 | -1) : null;
    };
  },
  'between-dates': two((a, b) => {
    const length = between(a, b);
    return length ? durationText(length) : null;
  }),
  'span+': ([left, right, sign], link) => spans((a, b) => addSpans(a, b, sign as 1 | -1))([left, right], link),
  'span*': two((a, b) => {
    const length = span(a);
    return length && typeof b === 'number' ? scale(length, b) : null;
  }),
  'span/': two((a, b) => {
    const length = span(a);
    return length && typeof b === 'number' && b !== 0 ? scale(length, 1 / b) : null;
  }),
  'span÷': spans(ratio),
  'dyn+': two((a, b) => dynamic(a, b, '+')),
  'dyn-': two((a, b) => dynamic(a, b, '-')),
  'dyn*': two((a, b) => dynamic(a, b, '*')),
  'dyn/': two((a, b) => dynamic(a, b, '/')),
  part: ([code, name], link) => {
    const run = link(code as Code);
    return (scope, frame) => {
      const value = run(scope, frame);
      return Array.isArray(value)
        ? value.map((item) => datePart(item, name as DatePart))
        : datePart(value, name as DatePart);
    };
  },
};

export const linkArithmetic = (operator: string): Linker | undefined => linkers[operator];
