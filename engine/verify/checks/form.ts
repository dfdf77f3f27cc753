import { withoutUnknown } from '../unknown.ts';
import type { Check } from '../subject.ts';

/** The form compiles: types, conditions, no condition that waits for itself. */
export const formCompiles: Check = {
  name: 'form',
  run: ({ form }) => withoutUnknown(form.problems),
};
