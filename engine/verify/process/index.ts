/** Soundness of a compiled process: can it always end, and is everything in it alive. */
export { verifySoundness } from './soundness.ts';
export type { SoundnessFinding, SoundnessReport, Verdict } from './report.ts';
export type { Witness, WitnessStep } from '#engine/result/index.ts';
export { checkState } from './from-state.ts';
