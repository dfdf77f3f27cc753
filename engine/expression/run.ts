import type { Code } from './code.ts';
import type { Scope } from './types.ts';

/** A linked expression. `frame` holds the variables of `some`, `every`, filters and unary tests by slot. */
export type Run = (scope: Scope, frame: unknown[]) => unknown;

export type Link = (code: Code) => Run;
