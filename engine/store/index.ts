/** The only room that knows SQL: the port, and one folder per database. */
export type * from './port.ts';
