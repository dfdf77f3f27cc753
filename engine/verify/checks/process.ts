import { withoutUnknown } from '../unknown.ts';
import type { Check } from '../subject.ts';

/** The process can be read and carried out: no element that is not supported, every condition typed. */
export const processCompiles: Check = {
  name: 'process',
  run: ({ process }) => withoutUnknown(process.problems),
};
