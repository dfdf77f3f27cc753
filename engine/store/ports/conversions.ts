import type { Instant } from '#engine/clock/index.ts';
import type { ContentHash } from '#engine/definition/index.ts';
import type { Problem } from '#engine/result/index.ts';

export type ConversionJobState = 'running' | 'stopped' | 'done' | 'reverting' | 'reverted' | 'withdrawn';

/** Running dossiers of one decision being converted or asked about; written with the decision, begun at its effect. */
export interface ConversionJob {
  readonly decision: string;
  readonly state: ConversionJobState;
  /** Not before this instant. */
  readonly due: Instant;
  readonly changedAt: Instant;
  readonly changedBy: string;
  readonly reason?: string;
}

/** `keep`: the decision says so, or the dossier is done; `stay`: it was to be converted, and cannot lawfully be. */
export type ConversionOutcome = 'convert' | 'ask' | 'keep' | 'stay';

export type ConversionState = 'planned' | 'converted' | 'asked' | 'kept' | 'stayed' | 'reverted';

export interface ConversionRow {
  readonly decision: string;
  readonly dossier: string;
  readonly code: string;
  readonly procedure: string;
  /** Content hash of the release to go to. */
  readonly release?: ContentHash;
  readonly outcome: ConversionOutcome;
  readonly state: ConversionState;
  readonly reasons: readonly { readonly aspect: string; readonly problem: Problem }[];
  /** `asked`: when the answer is due. */
  readonly until?: Instant;
  readonly changedAt: Instant;
}

export interface ConversionStore {
  job(decision: string): Promise<ConversionJob | undefined>;
  /** Changes a job only from the state it was seen in; false when it has moved on. */
  moveJob(job: ConversionJob, from: ConversionJobState): Promise<boolean>;
  /** Jobs in one of the states whose time has come. */
  dueJobs(states: readonly ConversionJobState[], now: Instant): Promise<readonly ConversionJob[]>;
  /** Open dossiers of a procedure on another release than `release` of which the decision has said nothing yet. */
  next(
    decision: string,
    procedure: string,
    release: ContentHash | undefined,
    limit: number,
  ): Promise<readonly string[]>;
  put(rows: readonly ConversionRow[]): Promise<void>;
  row(decision: string, dossier: string): Promise<ConversionRow | undefined>;
  rows(
    decision: string,
    query: { readonly states?: readonly ConversionState[]; readonly limit: number; readonly offset?: number },
  ): Promise<readonly ConversionRow[]>;
  counts(decision: string): Promise<Readonly<Partial<Record<ConversionState, number>>>>;
  /** Questions whose time to answer is over. */
  overdue(now: Instant, limit: number): Promise<readonly ConversionRow[]>;
}
