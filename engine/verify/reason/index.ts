/** Decides whether conditions can hold together, over what a form, a case and earlier outcomes allow. */
export { and, implies, isOneOf, not, or, atMost, type Formula, type Value } from './formula.ts';
export { modelOf, type Model } from './model.ts';
export { solve, type Answer } from './solve.ts';
export { newTable, type Table } from './table.ts';
export { translator, type Translator, type Truth } from './translate.ts';
export { isOther, textsIn, textsOfCodes, worldOf, type World, type WorldOptions } from './world.ts';
