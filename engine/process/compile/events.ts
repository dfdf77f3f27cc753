import type { GraphEvent, GraphLoop } from '../graph.ts';
import type { ParsedEvent, ParsedLoop } from '../parse/model.ts';
import type { ExpressionCompiler } from './expressions.ts';

/** An event's trigger with its expressions compiled. */
export const compileEvent = (element: string, event: ParsedEvent, expressions: ExpressionCompiler): GraphEvent => {
  switch (event.type) {
    case 'timer':
      return { type: 'timer', rule: expressions.timer(element, event) };
    case 'conditional': {
      const condition = expressions.compile(element, event.condition, 'boolean');
      return condition ? { type: 'conditional', condition } : { type: 'none' };
    }
    default:
      return event;
  }
};

export const compileLoop = (
  element: string,
  loop: ParsedLoop,
  expressions: ExpressionCompiler,
): GraphLoop | undefined => {
  if (loop.type === 'standard') {
    const condition =
      loop.condition === undefined ? undefined : expressions.compile(element, loop.condition, 'boolean');
    return {
      type: 'standard',
      testBefore: loop.testBefore,
      ...(loop.maximum === undefined ? {} : { maximum: loop.maximum }),
      ...(condition ? { condition } : {}),
    };
  }
  const cardinality = expressions.compile(element, loop.cardinality);
  const until = loop.until === undefined ? undefined : expressions.compile(element, loop.until);
  const value = loop.collect === undefined ? undefined : expressions.compile(element, loop.collect.value);
  return cardinality
    ? {
        type: loop.type,
        cardinality,
        ...(until ? { until } : {}),
        ...(loop.item === undefined ? {} : { item: loop.item }),
        ...(loop.collect && value ? { collect: { into: loop.collect.into, value } } : {}),
      }
    : undefined;
};
