/** FEEL: a typed subset, parsed with lezer-feel, checked and compiled once, run as closures. */
export type * from './types.ts';
