import type { ExpressionCode } from './types.ts';

/**
 * The operator tree that a checked expression is lowered to. Plain JSON arrays, operator first:
 *
 * | operator | operands |
 * |---|---|
 * | `lit` | a JSON value |
 * | `get` | root name, then property names |
 * | `local` | slot of a variable of `some`, `every`, a filter, or 0 for the input of a unary test |
 * | `prop` | code, property name (over a list: of each item) |
 * | `part` | code, part of a date or duration |
 * | `list` | codes |
 * | `and` `or` | codes |
 * | `not` | code |
 * | `=` `!=` | code, code |
 * | `<` `<=` `>` `>=` | code, code, order kind |
 * | `between` | value, low, high, order kind |
 * | `range` | value, low or null, low included, high or null, high included, order kind |
 * | `in` | value, list code |
 * | `if` | condition, then, else |
 * | `+` `-` `*` `/` | code, code (numbers) |
 * | `neg` | code |
 * | `concat` | code, code |
 * | `add-span` | date or date-time, duration, 1 or -1 |
 * | `between-dates` | code, code |
 * | `span+` | duration, duration, 1 or -1 |
 * | `span*` `span/` | duration, number; `span÷` duration, duration |
 * | `dyn+` `dyn-` `dyn*` `dyn/` | untyped operands: decided at run time |
 * | `call` | function name, codes |
 * | `some` `every` | slot, list code, condition |
 * | `index` | list code, number code |
 * | `filter` | slot, list code, condition |
 * | `table` | hit policy, input codes, rules of [tests, output] |
 */
export type Code = ExpressionCode;

export const lit = (value: unknown): Code => ['lit', value];
