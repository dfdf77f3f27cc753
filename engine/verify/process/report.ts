import type { Localized, Witness } from '#engine/result/index.ts';

export type Verdict = 'sound' | 'unsound' | 'unsupported' | 'undecided';

export interface SoundnessFinding {
  readonly code: string;
  readonly element: string;
  readonly severity: 'error' | 'warning';
  readonly message: Localized;
  /** A run from the start of the process to the bad state; null where nothing can be run. */
  readonly witness: Witness | null;
}

export interface SoundnessReport {
  readonly verdict: Verdict;
  readonly findings: readonly SoundnessFinding[];
}
