import type { Instant } from '#engine/clock/index.ts';
import type { Actor } from '#engine/dossier/index.ts';
import type { Result } from '#engine/result/index.ts';
import type {
  ConversionJob,
  ConversionOutcome,
  ConversionRow,
  ConversionState,
  ConversionStore,
} from '#engine/store/index.ts';
import type { DecisionPackage } from '../types.ts';
import type { Foreseen } from './outcome.ts';

export interface ForeseenDossier extends Foreseen {
  readonly dossier: string;
  readonly procedure: string;
}

/** What a decision would do to each running dossier, looked at one after another. */
export interface DryRun {
  readonly startedAt: Instant;
  readonly done: number;
  readonly total: number;
  readonly counts: Readonly<Record<ConversionOutcome, number>>;
  /** Those looked at so far. */
  readonly dossiers: readonly ForeseenDossier[];
  readonly finished: boolean;
}

export interface ConversionProgress {
  readonly job: ConversionJob;
  readonly counts: Readonly<Partial<Record<ConversionState, number>>>;
}

export interface ConversionService {
  /** Every running dossier of the decision's procedures gets exactly one outcome; nothing is written. */
  dryRun(given: DecisionPackage): Promise<DryRun>;
  /** As `dryRun`, going on by itself: asked again, it tells how far it is. `anew` begins again. */
  dryRunUnderWay(key: string, given: DecisionPackage, anew?: boolean): Promise<DryRun>;
  progress(decision: string): Promise<ConversionProgress | undefined>;
  rows(decision: string, query: Parameters<ConversionStore['rows']>[1]): Promise<readonly ConversionRow[]>;
  /** After the batch under way nothing more is converted, until it is resumed. */
  stop(decision: string, actor: Actor): Promise<Result<void>>;
  resume(decision: string, actor: Actor): Promise<Result<void>>;
  /** Every dossier that has not gone on since goes back to what it was; open questions are closed. */
  revert(decision: string, actor: Actor, reason: string): Promise<Result<void>>;
  /** A few batches of whatever is to be done now; how many dossiers were looked at. */
  work(): Promise<number>;
}
