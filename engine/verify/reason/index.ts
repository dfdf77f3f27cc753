/** Decides whether conditions can hold together, over what a form, a case and earlier outcomes allow. */
export { and, implies, isOneOf, not, or, atMost, type Formula, type Value } from './formula.ts';
export { atomsOf, type Atom } from './formula.ts';
export { modelOf, type Model } from './model.ts';
export { reduce, solve, type Answer } from './solve.ts';
export { newTable, type Table } from './table.ts';
export { translator } from './translate.ts';
export type { Translator, Truth } from './translator.ts';
export { isOther, SOME_DAY, textsIn, textsOfCodes, worldOf, type World, type WorldOptions } from './world.ts';
export { dossierOf, type Dossier } from './dossier.ts';
export { exploreRuns, movesOf, type Move, type Run } from './explore-runs.ts';
export { fillAnswers, plainest, type Filling } from './fill-answers.ts';
export { ask, dossierContext, witnessOf, worldOfSubject, type Finding } from './reasoning.ts';
export { cellsOf, distinct } from './cells.ts';
export { isLeaf, leavesOf, placesOf, type Place } from './places.ts';
export { rowsOf } from './translate.ts';
export { patternLengths, pickOf } from './sample-text.ts';
export { concerned } from './concerned.ts';
export { arrive, worldAt, type At } from './arrive.ts';
