import type { Instant, LocalDate } from '#engine/clock/index.ts';
import type { ContentHash } from '#engine/definition/index.ts';
import type { CatalogueEntry, Verification } from '#engine/store/index.ts';

/** A release in force, as the catalogue names it. */
export type EntryRef = Pick<CatalogueEntry, 'code' | 'number' | 'hash' | 'effectiveFrom'>;

/** What one round of verification rests on; plain data, so that it can be handed to a thread. */
export interface Round {
  readonly today: LocalDate;
  readonly now: Instant;
  /** Names the checks: others give other keys. */
  readonly checks: ContentHash;
  /** Everything again, whatever is known. */
  readonly all: boolean;
}

/** What came out for one release. */
export interface Verdict {
  readonly code: string;
  readonly number: number;
  readonly errors: number;
  readonly warnings: number;
  /** Known from before, and nothing it follows from has changed. */
  readonly reused: boolean;
  readonly ms: number;
}

/** Verifies some releases and keeps what it finds; on a thread of its own, or here. */
export interface Runner {
  verify(entries: readonly EntryRef[]): Promise<readonly Verdict[]>;
  close(): Promise<void>;
}

/** Makes the runners of a round; one release is never given to two. */
export type StartRunners = (round: Round) => Promise<readonly Runner[]>;

/** One run over the catalogue in force: under way, or the last one. */
export interface CatalogueRun {
  readonly status: 'running' | 'done' | 'cancelled' | 'failed';
  readonly startedAt: Instant;
  readonly endedAt?: Instant;
  readonly total: number;
  /** Releases looked at so far: verified anew, and known from before. */
  readonly verified: number;
  readonly reused: number;
  /** Releases with at least one. */
  readonly withErrors: number;
  readonly withWarnings: number;
  readonly ms: number;
  /** Names catalogue, shared definitions, units and people as they were at its start. */
  readonly basis: string;
}

export interface VerificationService {
  /**
   * Verifies every release in force, again only where something it follows from has changed. Returns at
   * once; a run under way is joined. `onVerdicts` hears of every few releases.
   */
  begin(options?: {
    readonly all?: boolean;
    readonly onVerdicts?: (verdicts: readonly Verdict[], run: CatalogueRun) => void;
  }): Promise<{ readonly run: CatalogueRun; readonly finished: Promise<CatalogueRun> }>;
  /** Ends the run under way after the releases that are in hand; what was found is kept. */
  cancel(): void;
  /** The run under way, or the last one of whichever process; `changed`: something has changed since its start. */
  run(): Promise<{ readonly run: CatalogueRun; readonly changed: boolean } | undefined>;
  /** What is known of every release in force; nothing where none has been verified. */
  findings(): Promise<readonly { readonly entry: CatalogueEntry; readonly verification?: Verification }[]>;
  /** What is wrong with the release of this procedure that is in force: kept, or worked out now. */
  ofProcedure(
    code: string,
  ): Promise<{ readonly entry: CatalogueEntry; readonly verification: Verification } | undefined>;
}
