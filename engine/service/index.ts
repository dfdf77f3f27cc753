/** The use cases: what pages, command line, seeds and worker call. */
export type * from './types.ts';
