import type { Check } from '../subject.ts';
import { conditions } from './conditions.ts';
import { executors } from './executors.ts';
import { gateways } from './gateways.ts';
import { formCompiles } from './form.ts';
import { predecessor } from './predecessor.ts';
import { processCompiles } from './process.ts';
import { products } from './products.ts';
import { requiredParts } from './required-parts.ts';
import { results } from './results.ts';
import { sharedReferences } from './shared-references.ts';
import { sizes } from './sizes.ts';
import { soundness } from './soundness.ts';
import { stepQuestions } from './step-questions.ts';
import { texts } from './texts.ts';
import { timeLimits } from './time-limits.ts';
import { workingTime } from './working-time.ts';

/** All checks, in the order in which their findings are told. */
export const checks: readonly Check[] = [
  requiredParts,
  timeLimits,
  sharedReferences,
  formCompiles,
  conditions,
  processCompiles,
  soundness,
  gateways,
  workingTime,
  executors,
  stepQuestions,
  products,
  results,
  predecessor,
  texts,
  sizes,
];
