import { problem, type Localized, type Problem, type Severity } from '#engine/result/index.ts';
import { lit, type Code } from './code.ts';
import { ANY } from './kinds.ts';
import type { Node } from './parse.ts';
import type { FeelType, TypeEnvironment } from './types.ts';

/** A checked piece: its operator tree and its type. */
export interface Typed {
  readonly code: Code;
  readonly type: FeelType;
}

export interface Local {
  readonly slot: number;
  readonly type: FeelType;
}

/** What the checker carries down one expression. */
export interface Context {
  /** The text as written, and as masked for the parser; positions agree. */
  readonly source: string;
  readonly text: string;
  readonly environment: TypeEnvironment | 'untyped';
  readonly locals: ReadonlyMap<string, Local>;
  /** Inside a filter: the item's own names, which hide outer ones. */
  readonly fields?: { readonly slot: number; readonly type: FeelType & { readonly kind: 'context' } };
  /** Type of `?` in a unary test. */
  readonly input?: FeelType;
  /** Places that are not null here: see `narrow.ts`. */
  readonly known?: ReadonlySet<string>;
  readonly problems: Problem[];
  readonly reads: Set<string>;
  readonly check: (node: Node, context: Context) => Typed;
  /** A test on a value: what stands after `in`, or in a table's cell. */
  readonly test: (value: Typed, node: Node, context: Context) => Typed;
}

export const textOf = (node: Node, context: Context): string => context.text.slice(node.from, node.to);

/** A problem's path inside an expression: `#from-to`, characters from 0; callers put their own pointer before it. */
export const placeOf = (node: { readonly from: number; readonly to: number }): string => `#${node.from}-${node.to}`;

export const report = (
  context: Context,
  node: { readonly from: number; readonly to: number },
  code: string,
  message: Localized,
  remedy?: Localized,
  severity: Severity = 'error',
): void => {
  context.problems.push(problem(`expression.${code}`, placeOf(node), message, remedy, severity));
};

/** What stands for a piece that could not be understood: it fits anywhere, so that one mistake gives one problem. */
export const UNKNOWN: Typed = { code: lit(null), type: ANY };

export const withLocal = (
  context: Context,
  name: string,
  type: FeelType,
): { readonly context: Context; readonly slot: number } => {
  const slot = context.locals.size + 1;
  return { slot, context: { ...context, locals: new Map(context.locals).set(name, { slot, type }) } };
};

const PUNCTUATION = new Set(['(', ')', '[', ']', '{', '}', '.', '..', ',', ':']);
const KEYWORDS = new Set([
  'and',
  'or',
  'if',
  'then',
  'else',
  'in',
  'between',
  'some',
  'every',
  'satisfies',
  'not',
  'for',
  'return',
]);

/** Children that mean something: no brackets, no keywords. */
export const operandsOf = (node: Node): readonly Node[] =>
  node.children.filter(
    (child) => child.children.length > 0 || !(PUNCTUATION.has(child.name) || KEYWORDS.has(child.name)),
  );
