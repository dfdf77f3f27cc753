import type { Code } from './code.ts';
import type { Context, Typed } from './context.ts';

/**
 * What is known not to be null because a condition came out one way: `x != null and x > 3` compares a
 * number. Told for the four ways a condition can come out; places are named by their operator tree.
 */
export type Outcome = 'true' | 'false' | 'not-true' | 'not-false';

type Facts = ReadonlySet<string>;

const NONE: Facts = new Set();

const union = (parts: readonly Facts[]): Facts => new Set(parts.flatMap((part) => [...part]));

const intersection = (parts: readonly Facts[]): Facts => {
  const [first, ...others] = parts;
  return new Set([...(first ?? NONE)].filter((fact) => others.every((other) => other.has(fact))));
};

const OPPOSITE = { true: 'false', false: 'true', 'not-true': 'not-false', 'not-false': 'not-true' } as const;

/** Null goes through these: where the result is there, so are the operands. */
const THROUGH = new Set(['+', '-', '*', '/', 'neg', 'concat', 'add-span', 'between-dates', 'span+', 'span*', 'part']);

/** All that is there when the value is. */
const present = (code: Code): Facts => {
  const [operator, ...operands] = code;
  if (operator === 'get') {
    const names = operands as readonly string[];
    // Where a part is there, so is what it is a part of.
    return new Set(names.map((_, at) => JSON.stringify(['get', ...names.slice(0, at + 1)])));
  }
  if (operator === 'local') return new Set([JSON.stringify(code)]);
  if (operator === 'prop') return union([new Set([JSON.stringify(code)]), present(operands[0] as Code)]);
  if (THROUGH.has(operator))
    return union(operands.map((operand) => (Array.isArray(operand) ? present(operand as unknown as Code) : NONE)));
  return NONE;
};

const isNull = (code: Code): boolean => code[0] === 'lit' && code[1] === null;
const isValue = (code: Code): boolean => code[0] === 'lit' && code[1] !== null;

/** `equal`: the two are one, or they are not. */
const ofEquality = (left: Code, right: Code, equal: boolean): Facts => {
  if (isNull(left)) return equal ? NONE : present(right);
  if (isNull(right)) return equal ? NONE : present(left);
  if (!equal) return NONE;
  if (isValue(left)) return present(right);
  return isValue(right) ? present(left) : NONE;
};

/** What is not null when the condition came out that way. */
export const knownWhen = (code: Code, outcome: Outcome): Facts => {
  const [operator, ...operands] = code;
  const all = (): readonly Facts[] => operands.map((operand) => knownWhen(operand as Code, outcome));
  const sure = outcome === 'true' || outcome === 'false';
  const holds = outcome === 'true' || outcome === 'not-false';
  switch (operator) {
    case 'and':
      return holds ? union(all()) : intersection(all());
    case 'or':
      return holds ? intersection(all()) : union(all());
    case 'not':
      return knownWhen(operands[0] as Code, OPPOSITE[outcome]);
    case '=':
    case '!=': {
      const [left, right] = operands as [Code, Code];
      // Compared with null it is never unknown itself; with anything else it may be, in untyped scopes.
      return sure || isNull(left) || isNull(right) ? ofEquality(left, right, holds === (operator === '=')) : NONE;
    }
    case '<':
    case '<=':
    case '>':
    case '>=':
      return sure ? union([present(operands[0] as Code), present(operands[1] as Code)]) : NONE;
    case 'range':
      return sure ? present(operands[0] as Code) : NONE;
    case 'call':
      return ofCall(String(operands[0]), operands.slice(1) as readonly Code[], outcome, sure, holds);
    case 'get':
    case 'local':
    case 'prop':
      return sure ? present(code) : NONE;
    default:
      return NONE;
  }
};

const STRICT_CALLS = new Set(['contains', 'starts with', 'ends with']);

const ofCall = (name: string, args: readonly Code[], outcome: Outcome, sure: boolean, holds: boolean): Facts => {
  const [first] = args;
  if (!first) return NONE;
  if (name === 'is defined') return holds ? present(first) : NONE;
  if (name === 'not') return knownWhen(first, OPPOSITE[outcome]);
  if (name === 'list contains') return sure ? present(first) : NONE;
  return STRICT_CALLS.has(name) && sure ? union(args.map(present)) : NONE;
};

/** The context in which also that is known. */
export const knowing = (context: Context, code: Code, outcome: Outcome): Context => {
  const facts = knownWhen(code, outcome);
  return facts.size === 0 ? context : { ...context, known: union([context.known ?? NONE, facts]) };
};

/** The piece with what is known of it. */
export const narrowed = (typed: Typed, context: Context): Typed => {
  const { type, code } = typed;
  if (!context.known || type.kind === 'null' || type.nullable !== true) return typed;
  return context.known.has(JSON.stringify(code)) ? { code, type: { ...type, nullable: false } } : typed;
};
