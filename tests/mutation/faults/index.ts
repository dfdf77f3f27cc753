import type { FaultKind } from '../types.ts';
import { caseFaults } from './cases.ts';
import { changeFaults } from './changes.ts';
import { choiceFaults } from './choices.ts';
import { expressionFaults } from './expressions.ts';
import { feeFaults } from './fees.ts';
import { formFaults } from './forms.ts';
import { hostileFaults } from './hostile.ts';
import { listFaults } from './lists.ts';
import { paperFaults } from './papers.ts';
import { peopleFaults } from './people.ts';
import { productFaults } from './products.ts';
import { structureFaults } from './structure.ts';
import { timeFaults } from './time.ts';

/** Every way of spoiling a release that is tried. */
export const faultKinds: readonly FaultKind[] = [
  ...expressionFaults,
  ...formFaults,
  ...choiceFaults,
  ...structureFaults,
  ...timeFaults,
  ...peopleFaults,
  ...productFaults,
  ...caseFaults,
  ...feeFaults,
  ...paperFaults,
  ...listFaults,
  ...changeFaults,
  ...hostileFaults,
];
