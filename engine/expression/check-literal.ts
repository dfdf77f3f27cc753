import { lit } from './code.ts';
import { report, textOf, UNKNOWN, type Context, type Typed } from './context.ts';
import { BOOLEAN, DATE, DATE_TIME, DAYS, MONTHS, NUMBER } from './kinds.ts';
import { messages } from './messages.ts';
import type { Node } from './parse.ts';
import { tidy } from './numbers.ts';
import { durationText, instantMs, instantOfMs, isDate, span } from './temporal.ts';

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/** The value of `"…"` with FEEL's escapes. */
export const stringValue = (node: Node, context: Context): string =>
  context.source
    .slice(node.from + 1, node.to - 1)
    .replace(/\\(u\{[0-9a-fA-F]{1,6}\}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{6}|.)/gsu, (_, escape: string) => {
      const hex = /^[uU]\{?([0-9a-fA-F]+)/.exec(escape)?.[1];
      if (hex !== undefined)
        return Number.parseInt(hex, 16) <= 0x10ffff ? String.fromCodePoint(Number.parseInt(hex, 16)) : '\ufffd';
      return ESCAPES[escape] ?? escape;
    });

export const checkLiteral = (node: Node, context: Context): Typed => {
  switch (node.name) {
    case 'NumericLiteral': {
      const value = tidy(Number(textOf(node, context)));
      return value === null
        ? UNKNOWN
        : {
            code: lit(value),
            type: { ...NUMBER, integer: Number.isInteger(value), minimum: value, maximum: value } as Typed['type'],
          };
    }
    case 'StringLiteral': {
      const value = stringValue(node, context);
      return { code: lit(value), type: { kind: 'string', values: [value] } };
    }
    case 'BooleanLiteral':
      return { code: lit(textOf(node, context) === 'true'), type: BOOLEAN };
    default:
      return { code: lit(null), type: { kind: 'null' } };
  }
};

type Temporal = 'date' | 'date and time' | 'duration';

/** `date("…")`, `duration("…")`, `@"…"` with a written value: read once, here. */
export const temporalLiteral = (text: string, as: Temporal | '@'): Typed | undefined => {
  if ((as === 'date' || as === '@') && isDate(text)) return { code: lit(text), type: DATE };
  if (as === 'duration' || as === '@') {
    const length = span(text);
    if (length) return { code: lit(durationText(length)), type: 'months' in length ? MONTHS : DAYS };
  }
  if (as === 'date and time' || as === '@') {
    const ms = instantMs(text);
    const value = ms === undefined ? null : instantOfMs(ms);
    if (value !== null) return { code: lit(value), type: DATE_TIME };
  }
  return undefined;
};

export const checkTemporalText = (node: Node, as: Temporal | '@', context: Context): Typed => {
  const text = stringValue(node, context);
  const literal = temporalLiteral(text, as);
  if (literal) return literal;
  report(context, node, 'bad-literal', messages.badLiteral(as === '@' ? 'date' : as, text), messages.literalForm());
  return UNKNOWN;
};
