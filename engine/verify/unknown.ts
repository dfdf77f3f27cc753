import type { Problem } from '#engine/result/index.ts';

/**
 * Without what the checker of expressions says of null: it looks at one expression alone. The check
 * `unknowns` asks the same of the whole release, where it is known what must be answered.
 */
export const withoutUnknown = (problems: readonly Problem[]): readonly Problem[] =>
  problems.filter(({ code }) => code !== 'expression.may-be-null');
