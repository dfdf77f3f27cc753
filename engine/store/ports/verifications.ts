import type { Instant } from '#engine/clock/index.ts';
import type { Problem } from '#engine/result/index.ts';

/** What the checks found of one release in force. `key` names everything it follows from. */
export interface Verification {
  readonly code: string;
  readonly number: number;
  readonly key: string;
  readonly problems: readonly Problem[];
  /** Milliseconds it took. */
  readonly ms: number;
  readonly verifiedAt: Instant;
}

/** Derived and may be thrown away: it is worked out again. One for each release. */
export interface VerificationStore {
  put(rows: readonly Verification[]): Promise<void>;
  of(code: string, number: number): Promise<Verification | undefined>;
  all(): Promise<readonly Verification[]>;
}
