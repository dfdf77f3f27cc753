import type { Result } from '#engine/result/index.ts';

/** Types of the FEEL subset. `nullable` says that the value may be null at run time. */
export type FeelType =
  | { readonly kind: 'string'; readonly values?: readonly string[]; readonly nullable?: boolean }
  | {
      readonly kind: 'number';
      readonly minimum?: number;
      readonly maximum?: number;
      readonly integer?: boolean;
      readonly nullable?: boolean;
    }
  | { readonly kind: 'boolean'; readonly nullable?: boolean }
  /** `partial`: of which perhaps only the year, or year and month, is known: it has no order and no distance then. */
  | { readonly kind: 'date'; readonly partial?: boolean; readonly nullable?: boolean }
  | { readonly kind: 'date-time'; readonly nullable?: boolean }
  | { readonly kind: 'duration'; readonly of: 'days-time' | 'years-months'; readonly nullable?: boolean }
  | { readonly kind: 'list'; readonly items: FeelType; readonly nullable?: boolean }
  | { readonly kind: 'context'; readonly fields: Readonly<Record<string, FeelType>>; readonly nullable?: boolean }
  | { readonly kind: 'null' }
  /** Foreign models only, whose variables nobody declared. */
  | { readonly kind: 'any'; readonly nullable?: boolean };

/** Names an expression may use: `form`, `case`, `channel`, `unit`, `applicant`, `outcome`, `today`. */
export type TypeEnvironment = Readonly<Record<string, FeelType>>;

/** Values at run time are JSON: dates are ISO texts, lists arrays, contexts objects, null is null. */
export type Scope = Readonly<Record<string, unknown>>;

/**
 * An expression, parsed and type-checked once. Plain JSON, so that the browser evaluates it without
 * a parser and without `eval`; `evaluate(expression, scope)` turns it into closures once and keeps them.
 */
export interface CompiledExpression {
  readonly source: string;
  readonly type: FeelType;
  /** Paths read, e.g. `form.child.birthPlace`. */
  readonly reads: readonly string[];
  readonly code: ExpressionCode;
}

/** The operator tree; see `code.ts`. */
export type ExpressionCode = readonly [operator: string, ...operands: readonly unknown[]];

export type CompileExpression = (
  source: string,
  environment: TypeEnvironment | 'untyped',
  expected?: FeelType['kind'],
) => Result<CompiledExpression>;
