import { elementsSaid } from './messages/elements.ts';
import { eventsSaid } from './messages/events.ts';
import { fileSaid } from './messages/file.ts';
import { runningSaid } from './messages/running.ts';
import { tableSaid } from './messages/table.ts';

/** What this room says to people: one function per sentence, with its remedy. */
export const said = { ...fileSaid, ...elementsSaid, ...eventsSaid, ...tableSaid, ...runningSaid } as const;
