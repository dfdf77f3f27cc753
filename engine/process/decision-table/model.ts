import type { CompiledExpression } from '#engine/expression/index.ts';

/** DMN 1.3 §8.2.8: how the rules that match become one result. */
export type HitPolicy =
  'UNIQUE' | 'FIRST' | 'ANY' | 'PRIORITY' | 'RULE ORDER' | 'OUTPUT ORDER' | 'COLLECT' | 'SUM' | 'COUNT' | 'MIN' | 'MAX';

export interface DecisionRule {
  /** A unary test for each input; null is `-`. */
  readonly when: readonly (CompiledExpression | null)[];
  /** An expression for each output. */
  readonly then: readonly CompiledExpression[];
}

export interface DecisionLogic {
  readonly hitPolicy: HitPolicy;
  readonly inputs: readonly CompiledExpression[];
  readonly outputs: readonly {
    readonly name: string;
    /** Values that it can have, highest priority first. */
    readonly values: readonly unknown[];
    /** What it gives when no rule matches. */
    readonly none?: CompiledExpression;
  }[];
  readonly rules: readonly DecisionRule[];
}

/** A decision, compiled: a table or one expression, with the decisions it needs before it. */
export interface Decision {
  readonly id: string;
  /** The name under which other decisions see its result. */
  readonly variable: string;
  readonly requires: readonly string[];
  readonly logic: DecisionLogic | CompiledExpression;
}

export type Decisions = Readonly<Record<string, Decision>>;
