import type { Check } from '../subject.ts';

/** The form compiles: types, conditions, no condition that waits for itself. */
export const formCompiles: Check = {
  name: 'form',
  run: ({ form }) => form.problems,
};
