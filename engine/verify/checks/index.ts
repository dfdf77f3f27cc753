import type { Check } from '../subject.ts';
import { appearing } from './appearing.ts';
import { cases } from './cases.ts';
import { completion } from './completion.ts';
import { conditions } from './conditions.ts';
import { decisions } from './decisions.ts';
import { executors } from './executors.ts';
import { fees } from './fees.ts';
import { gateways } from './gateways.ts';
import { formCompiles } from './form.ts';
import { limitRows } from './limit-rows.ts';
import { limits } from './limits.ts';
import { meaning } from './meaning.ts';
import { onTheSpot } from './on-the-spot.ts';
import { outcomeOnPaper } from './outcome-on-paper.ts';
import { papers } from './papers.ts';
import { predecessor } from './predecessor.ts';
import { processCompiles } from './process.ts';
import { products } from './products.ts';
import { requiredParts } from './required-parts.ts';
import { results } from './results.ts';
import { settledEnds } from './settled-ends.ts';
import { running } from './running.ts';
import { separation } from './separation.ts';
import { sharedReferences } from './shared-references.ts';
import { sizes } from './sizes.ts';
import { soundness } from './soundness.ts';
import { stepQuestions } from './step-questions.ts';
import { storage } from './storage.ts';
import { texts } from './texts.ts';
import { timeLoops } from './time-loops.ts';
import { timeLimits } from './time-limits.ts';
import { unknowns } from './unknowns.ts';
import { workingTime } from './working-time.ts';

/** All checks, in the order in which their findings are told. */
export const checks: readonly Check[] = [
  requiredParts,
  timeLimits,
  limitRows,
  sharedReferences,
  formCompiles,
  limits,
  appearing,
  completion,
  storage,
  conditions,
  cases,
  fees,
  papers,
  unknowns,
  processCompiles,
  soundness,
  gateways,
  decisions,
  workingTime,
  timeLoops,
  executors,
  separation,
  onTheSpot,
  stepQuestions,
  products,
  results,
  settledEnds,
  outcomeOnPaper,
  predecessor,
  meaning,
  running,
  texts,
  sizes,
];
