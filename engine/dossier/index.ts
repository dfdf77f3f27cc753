/** Commands → events → state: the life of one dossier. Pure. */
export type * from './types.ts';
export type * from './prepared.ts';
