/** The part of the room that ships to browsers: evaluation without the parser. */
export type * from './types.ts';
export { evaluate, evaluateUnaryTest, isTrue, tableHits } from './evaluate.ts';
