import {
  compileExpression,
  type CompiledExpression,
  type FeelType,
  type TypeEnvironment,
} from '#engine/expression/index.ts';
import type { Problem } from '#engine/result/index.ts';
import { said } from '../messages.ts';
import type { TimerRule } from '../graph.ts';
import type { ParsedEvent } from '../parse/model.ts';
import { toFeel } from '../parse/foreign-expression.ts';
import { readCycle, readDate, readDuration } from '../timer-time.ts';

/** Compiles FEEL texts against one environment; problems name the element they hang on. */
export interface ExpressionCompiler {
  compile(element: string, source: string, expected?: FeelType['kind']): CompiledExpression | undefined;
  timer(element: string, event: Extract<ParsedEvent, { type: 'timer' }>): TimerRule;
}

export const expressionCompiler = (
  environment: TypeEnvironment | 'untyped',
  report: (problem: Problem) => void,
): ExpressionCompiler => {
  const compile: ExpressionCompiler['compile'] = (element, source, expected) => {
    const compiled =
      environment === 'untyped'
        ? compileExpression(source, 'untyped')
        : compileExpression(source, environment, expected);
    if (compiled.ok) return compiled.value;
    for (const problem of compiled.problems) report({ ...problem, path: element });
    return undefined;
  };
  return {
    compile,
    timer: (element, { kind, value }) => {
      const isExpression = /^(=|\$\{|#\{)/.test(value.trim());
      if (!isExpression) {
        const readable = { duration: readDuration, date: readDate, cycle: readCycle }[kind](value);
        if (readable === undefined) report(said.badTimer(element, value));
        return { kind, value };
      }
      const feel = toFeel(value);
      if (feel === undefined) report(said.foreignCondition(element, value));
      return { kind, value: (feel === undefined ? undefined : compile(element, feel)) ?? '' };
    },
  };
};
