import type { Localized } from '#engine/result/index.ts';

export type Verdict = 'sound' | 'unsound' | 'unsupported' | 'undecided';

/** A run that shows the fault, beginning with the start of the scope that is looked at. */
export interface Witness {
  /** Element ids in the order in which they are passed. */
  readonly elements: readonly string[];
  /** Sequence flows taken: the choices made at gateways. */
  readonly flows: readonly string[];
  /** What people, messages and timers do meanwhile, as a script for `process run`. */
  readonly script: readonly WitnessStep[];
}

export type WitnessStep =
  | { readonly complete: string; readonly with?: { readonly outcome: string } }
  | { readonly message: string }
  | { readonly signal: string }
  | { readonly timer: string };

export interface SoundnessFinding {
  readonly code: string;
  readonly element: string;
  readonly severity: 'error' | 'warning';
  readonly message: Localized;
  readonly witness: Witness | null;
}

export interface SoundnessReport {
  readonly verdict: Verdict;
  readonly findings: readonly SoundnessFinding[];
}
