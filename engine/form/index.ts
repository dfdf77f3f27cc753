/** From a form definition to what is asked, for given answers. Runs unchanged in the browser. */
export type * from './types.ts';
